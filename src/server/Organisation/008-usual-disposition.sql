-- The disposition that stands ready when a contact of its queue ends: whoever agrees finishes with one key.
alter table disposition add column usual boolean not null default false;
create unique index usual_disposition on disposition (queue_id) where usual and removed_at is null;
