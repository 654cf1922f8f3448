-- The telephone: who is called under which number, desk phones, and who called.

create table telephone_number (
  id uuid primary key,
  number text collate "C" not null check (number ~ '^\+?[0-9]{2,15}$'),
  partner_id uuid not null references partner,
  queue_id uuid not null references queue,
  language_id uuid references skill,                        -- what its callers speak; null: nobody knows
  greeting text collate "C" not null check (greeting in ('ringing', 'music')),
  version integer not null default 1,
  last_edit bytea not null,
  removed_at timestamptz
);
-- One number, however it is written: with 00 or + or nothing in front.
create unique index telephone_number_number on telephone_number (regexp_replace(number, '^(\+|00)', '')) where removed_at is null;
create index telephone_number_of_queue on telephone_number (queue_id);

create table sip_account (
  person_id uuid primary key references person,
  user_name text collate "C" not null unique,               -- made up: says nothing of the person
  secrets bytea not null,                                   -- digests of the password, sealed with the installation's key
  made_at timestamptz not null
);

create table call (
  contact_id uuid primary key,
  partner_id uuid not null,
  queue_id uuid not null,
  number_id uuid not null,
  node text collate "C" not null,                           -- the machine that holds the line
  caller text,                                              -- null: withheld, or erased
  started_at timestamptz not null,
  ended_at timestamptz
);
create index call_open on call (node) where ended_at is null;
create index call_ended on call (partner_id, ended_at) where caller is not null;

call close_table('telephone_number');
call close_table('sip_account');
call close_table('call');
grant select, insert, update on telephone_number to centrala_app;
grant select, insert, update, delete on sip_account to centrala_app;
grant select on call to centrala_app;
grant select, insert, update on call to centrala_intake;

create policy served on telephone_number for select to centrala_app using ((select is_staff()) and sees_partner(partner_id));
create policy managed on telephone_number to centrala_app
  using ((select manages_organisation()) and sees_partner(partner_id))
  with check ((select manages_organisation()) and sees_partner(partner_id));
create policy managed on sip_account to centrala_app
  using ((select manages_centre()) or (select principal_kind()) = 'system')
  with check ((select manages_centre()) or (select principal_kind()) = 'system');
create policy served on call for select to centrala_app using ((select is_staff()) and sees_partner(partner_id));
-- Calls are stored by the program itself, before anybody acts: it has no actor.
create policy intake on call to centrala_intake using (true) with check (true);

-- Forgets who called.
create function erase_old_calls(partner uuid, before timestamptz) returns int
language plpgsql security definer set search_path = centrala, pg_temp as $$
declare callers int;
begin
  if not erases_people() then raise insufficient_privilege; end if;
  update call set caller = null where partner_id = partner and caller is not null and ended_at < before;
  get diagnostics callers = row_count;
  -- The planner keeps samples of what columns hold: they are taken anew.
  if callers > 0 then analyze call; end if;
  return callers;
end $$;
