-- Whose reply is the staff's newest, and which: a reply written before it was read is refused. Conversations that run
-- during the upgrade count from their next reply on.
alter table conversation
  add column staff_last integer not null default 0,
  add column staff_last_by uuid;
