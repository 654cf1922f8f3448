-- The answering machine: what callers of a number go through, what they hear, and the messages that they leave.

create table answering_plan (
  id uuid primary key,
  partner_id uuid not null references partner,
  name text not null check (length(name) between 1 and 100),
  steps jsonb not null,
  version integer not null default 1,
  last_edit bytea not null,
  removed_at timestamptz
);
create unique index answering_plan_name on answering_plan (partner_id, lower(name)) where removed_at is null;

alter table telephone_number add column answering_plan_id uuid references answering_plan;  -- null: straight into the queue
create index telephone_number_of_plan on telephone_number (answering_plan_id);

alter table call add column language_id uuid;               -- what the caller chose; null: what the number says

-- A partner's own words in place of the program's.
create table prompt (
  partner_id uuid not null references partner,
  language text collate "C" not null check (language ~ '^[a-z]{2,3}(-[A-Z]{2})?$'),
  name text collate "C" not null check (name ~ '^[a-z][a-z0-9-]{0,39}$'),
  sound bytea not null check (octet_length(sound) between 1 and 2000000),  -- WAV, 8 kHz, 16 bit, mono
  digest text collate "C" not null check (digest ~ '^[0-9a-f]{32}$'),      -- of the sound: names its file
  seconds real not null check (seconds > 0),
  saved_at timestamptz not null,
  primary key (partner_id, language, name)
);

create table voicemail (
  contact_id uuid primary key,                              -- the work that it is
  call_contact_id uuid not null,                            -- the call in which it was left
  partner_id uuid not null,
  queue_id uuid not null,
  language_id uuid,
  caller text,                                              -- null: withheld, or erased
  seconds real not null check (seconds >= 0),
  sound bytea,                                              -- G.711 A-law, sealed with the installation's key; null: erased
  left_at timestamptz not null
);
create index voicemail_left on voicemail (partner_id, left_at) where sound is not null;

call close_table('answering_plan');
call close_table('prompt');
call close_table('voicemail');
grant select, insert, update on answering_plan to centrala_app;
grant select, insert, update, delete on prompt to centrala_app;
grant select on voicemail to centrala_app;
grant select, insert on voicemail to centrala_intake;

create policy served on answering_plan for select to centrala_app using ((select is_staff()) and sees_partner(partner_id));
create policy managed on answering_plan to centrala_app
  using ((select manages_organisation()) and sees_partner(partner_id))
  with check ((select manages_organisation()) and sees_partner(partner_id));
create policy served on prompt for select to centrala_app using ((select is_staff()) and sees_partner(partner_id));
create policy managed on prompt to centrala_app
  using ((select manages_organisation()) and sees_partner(partner_id))
  with check ((select manages_organisation()) and sees_partner(partner_id));
create policy served on voicemail for select to centrala_app using ((select is_staff()) and sees_partner(partner_id));
-- Stored by the program itself, like calls.
create policy intake on voicemail to centrala_intake using (true) with check (true);

-- Forgets who called, and what was left as a message.
create or replace function erase_old_calls(partner uuid, before timestamptz) returns int
language plpgsql security definer set search_path = centrala, pg_temp as $$
declare callers int; messages int;
begin
  if not erases_people() then raise insufficient_privilege; end if;
  update call set caller = null where partner_id = partner and caller is not null and ended_at < before;
  get diagnostics callers = row_count;
  update voicemail set caller = null, sound = null
  where partner_id = partner and (caller is not null or sound is not null) and left_at < before;
  get diagnostics messages = row_count;
  -- The planner keeps samples of what columns hold: they are taken anew.
  if callers > 0 then analyze call; end if;
  if messages > 0 then analyze voicemail; end if;
  return callers + messages;
end $$;
