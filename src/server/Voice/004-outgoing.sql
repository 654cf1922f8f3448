-- Calls to the outside: what a partner's agents may call, how often, and who tried more.

alter table call add column direction text collate "C" not null default 'in' check (direction in ('in', 'out'));
alter table call add column agent_id uuid;                  -- who called out
create index call_out on call (partner_id, started_at) where direction = 'out';
grant select on call to centrala_intake;

-- Without a row nobody calls out in a partner's name.
create table outgoing_rule (
  partner_id uuid primary key references partner,
  prefixes text[] not null check (array_length(prefixes, 1) between 1 and 200),
  home_country text collate "C" not null check (home_country ~ '^\+[0-9]{1,4}$'),
  agent_calls integer not null check (agent_calls between 0 and 10000),   -- of one agent a day
  all_calls integer not null check (all_calls between 0 and 1000000)      -- of all agents a day
);

create table outgoing_alarm (
  id uuid primary key,
  partner_id uuid not null,
  agent_id uuid not null,
  why text collate "C" not null check (why in ('number-not-allowed', 'calls-used-up')),
  prefix text collate "C" not null,                         -- the first digits: not whom he wanted to call
  at timestamptz not null
);
create index outgoing_alarm_of_partner on outgoing_alarm (partner_id, at desc);

call close_table('outgoing_rule');
call close_table('outgoing_alarm');
grant select, insert, update, delete on outgoing_rule to centrala_app;
grant select, insert on outgoing_alarm to centrala_app;

create policy served on outgoing_rule for select to centrala_app using ((select is_staff()) and sees_partner(partner_id));
create policy managed on outgoing_rule to centrala_app
  using ((select manages_organisation()) and sees_partner(partner_id))
  with check ((select manages_organisation()) and sees_partner(partner_id));
create policy steered on outgoing_alarm for select to centrala_app
  using (((select principal_has_role('lead')) or (select principal_has_role('admin'))) and sees_partner(partner_id));
create policy raised on outgoing_alarm for insert to centrala_app
  with check ((select is_staff()) and agent_id = (select principal_id()) and sees_partner(partner_id));

-- How calls of a queue tell that they are recorded; null when they are not. Whoever calls need not manage the queue.
create function notice_of(queue uuid) returns text
language sql stable security definer set search_path = centrala, pg_temp as
$$ select notice from recording_rule where queue_id = queue and records $$;
