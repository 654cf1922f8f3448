-- What agents need not write again: texts with placeholders, by partner and language, and what goes with them.
create table saved_reply (
  id uuid primary key,
  partner_id uuid references partner,                       -- null: for every partner
  language text collate "C" not null,
  shortcut text collate "C" not null check (shortcut ~ '^[a-z0-9][a-z0-9-]{0,31}$'),
  title text not null check (length(title) between 1 and 100),
  text text not null check (length(text) <= 4000),
  tag text check (length(tag) between 1 and 40),
  disposition text check (length(disposition) between 1 and 100), -- by name: each queue has its own
  note text check (length(note) between 1 and 2000),
  snooze_minutes integer check (snooze_minutes between 1 and 43200),
  version integer not null default 1,
  last_edit bytea not null,
  removed_at timestamptz,
  check (text <> '' or tag is not null or disposition is not null or note is not null or snooze_minutes is not null)
);
-- The same shortcut in another language is the same reply, said in that language.
create unique index saved_reply_shortcut on saved_reply (partner_id, language, shortcut) nulls not distinct
  where removed_at is null;
call close_table('saved_reply');
grant select, insert, update on saved_reply to centrala_app;

create function manages_replies() returns boolean language sql stable parallel safe as
$$ select principal_kind() = 'system'
       or (principal_kind() = 'staff' and (principal_has_role('lead') or principal_has_role('admin'))) $$;

-- Those for every partner change everybody's words: only who serves every partner may.
create policy staff on saved_reply for select to centrala_app using (
  (select is_staff()) and (partner_id is null or sees_partner(partner_id)));
create policy managed on saved_reply to centrala_app
  using ((select manages_replies()) and coalesce(sees_partner(partner_id), (select principal_sees_every_partner())))
  with check ((select manages_replies()) and coalesce(sees_partner(partner_id), (select principal_sees_every_partner())));
