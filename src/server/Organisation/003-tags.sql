-- The tags that a partner wants its conversations to have, in the order in which they are offered.
alter table partner add column tags text[] not null default '{}';
alter table partner add column only_tags boolean not null default false; -- no other tag may be put on a conversation
