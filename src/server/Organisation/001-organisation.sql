-- Whom the centre works for, who works in it, and how work finds people. Names live here; the router knows ids only.
-- Every row that people edit has a version (an edit names the one it was made from) and the hash of its last edit
-- (the same edit sent again is answered as done). What is removed stays, for history refers to it. The word of a skill,
-- team or vendor stands in steps and never changes.

create table partner (
  id uuid primary key,
  name text not null check (length(name) between 1 and 100),
  colour text collate "C" not null check (colour ~ '^#[0-9a-f]{6}$'),
  languages text[] not null,                                -- language tags, the first is the default
  version integer not null default 1,
  last_edit bytea not null,
  removed_at timestamptz
);
create unique index partner_name on partner (lower(name)) where removed_at is null;

create table skill (
  id uuid primary key,
  kind text collate "C" not null check (kind in ('skill', 'language')),
  word text collate "C" not null unique check (word ~ '^[a-z][a-z0-9-]{0,39}$'),
  language text collate "C" unique check ((language is not null) = (kind = 'language')),
  name text not null check (length(name) between 1 and 100),
  version integer not null default 1,
  last_edit bytea not null,
  removed_at timestamptz
);

create table vendor (
  id uuid primary key,
  word text collate "C" not null unique check (word ~ '^[a-z][a-z0-9-]{0,39}$'),
  name text not null check (length(name) between 1 and 100),
  version integer not null default 1,
  last_edit bytea not null,
  removed_at timestamptz
);

create table team (
  id uuid primary key,
  word text collate "C" not null unique check (word ~ '^[a-z][a-z0-9-]{0,39}$'),
  name text not null check (length(name) between 1 and 100),
  lead_id uuid references person,
  version integer not null default 1,
  last_edit bytea not null,
  removed_at timestamptz
);

-- Why somebody is away. All but one are chosen by people; that one stands for an offer that nobody answered.
create table away_kind (
  id uuid primary key,
  name text not null check (length(name) between 1 and 100),
  position integer not null,
  chosen boolean not null default true,
  version integer not null default 1,
  last_edit bytea not null,
  removed_at timestamptz
);

insert into away_kind (id, name, position, chosen, last_edit)
values ('0193b3c0-0000-7000-8000-00000000a0a0', 'No answer', 1000, false, '');

-- When work is taken: several periods a day, with exceptions; see OpeningCalendar.
create table opening_calendar (
  id uuid primary key,
  partner_id uuid references partner,                       -- null: shared by all
  name text not null check (length(name) between 1 and 100),
  time_zone text collate "C" not null,
  hours jsonb not null,
  version integer not null default 1,
  last_edit bytea not null,
  removed_at timestamptz
);
create index opening_calendar_of_partner on opening_calendar (partner_id);

-- How somebody is routed to. The id is the person's; the partners served are the person's too, so that nobody is
-- offered what he may not see.
create table agent (
  id uuid primary key references person,
  team_id uuid references team,
  vendor_id uuid references vendor,
  trust smallint not null default 0 check (trust between 0 and 100),
  person_version integer not null default 0,                -- of the person that the router was last told of
  version integer not null default 1,
  last_edit bytea not null,
  removed_at timestamptz
);
create index agent_of_team on agent (team_id);
create index agent_of_vendor on agent (vendor_id);

create table agent_skill (
  agent_id uuid not null references agent,
  skill_id uuid not null references skill,
  level smallint not null check (level between 1 and 5),
  primary key (agent_id, skill_id)
);
create index agent_skill_of_skill on agent_skill (skill_id);

-- What differs from the channels' usual cost (of 100 points) and maximum at once.
create table agent_channel (
  agent_id uuid not null references agent,
  channel text collate "C" not null,
  cost smallint not null check (cost between 1 and 100),
  maximum smallint not null check (maximum between 0 and 100),
  primary key (agent_id, channel)
);

create table queue (
  id uuid primary key,
  partner_id uuid not null references partner,
  name text not null check (length(name) between 1 and 100),
  channels text[] not null,
  members text,                                             -- who belongs beside the listed; see RequirementText
  steps text not null,                                      -- as people write them; see StepsText
  base_milli integer not null,                              -- rank = min(cap, base + slope × seconds), in thousandths
  slope_milli integer not null,
  cap_milli integer not null,
  selection text collate "C" not null,
  offer_seconds integer check (offer_seconds > 0),          -- null: as usual for the channel
  auto_accept boolean not null,
  wrap_up_seconds integer check (wrap_up_seconds >= 0),     -- 0: none; null: unlimited
  target_seconds integer not null check (target_seconds > 0),
  target_basis_points integer not null check (target_basis_points between 0 and 10000),
  silent_reminder_seconds integer not null check (silent_reminder_seconds > 0),
  silent_close_seconds integer not null check (silent_close_seconds > 0),
  places integer check (places > 0),                        -- null: only the cell's limit
  overflows_after_seconds integer check (overflows_after_seconds > 0),
  skips_empty_steps boolean not null,
  when_full text collate "C" not null,
  when_closed text collate "C" not null,
  on_closing text collate "C" not null,
  diverts_to uuid references queue,
  opening_calendar_id uuid references opening_calendar,     -- null: always open
  opened boolean not null default true,                     -- what the calendar last had the router told
  version integer not null default 1,
  last_edit bytea not null,
  removed_at timestamptz
);
create unique index queue_name on queue (partner_id, lower(name)) where removed_at is null;
create index queue_of_opening_calendar on queue (opening_calendar_id);
create index queue_diverting on queue (diverts_to);

create table queue_member (
  queue_id uuid not null references queue,
  agent_id uuid not null references agent,
  primary key (queue_id, agent_id)
);
create index queue_member_of_agent on queue_member (agent_id);

create table disposition (
  id uuid primary key,
  queue_id uuid not null references queue,
  name text not null check (length(name) between 1 and 100),
  position integer not null,
  removed_at timestamptz
);
create index disposition_of_queue on disposition (queue_id);

-- Who passes: the partner's people read the partner's rows; who manages the organisation changes them.

create function manages_organisation() returns boolean language sql stable parallel safe as
$$ select principal_kind() = 'system'
       or (principal_kind() = 'staff' and principal_has_role('admin'))
       or (principal_kind() = 'token' and principal_has_role('manage-organisation')) $$;

-- What belongs to no partner, or to people who serve several, is not for a program that serves one.
create function manages_centre() returns boolean language sql stable parallel safe as
$$ select manages_organisation() and principal_sees_every_partner() $$;

create function is_staff() returns boolean language sql stable parallel safe as
$$ select principal_kind() in ('staff', 'token', 'system') $$;

-- Runs as the caller, so the agents' own policy decides.
create function sees_queue(queue uuid) returns boolean language sql stable as
$$ select exists (select from queue q where q.id = queue) $$;

create function sees_agent(agent uuid) returns boolean language sql stable as
$$ select exists (select from agent a where a.id = agent) $$;

call close_table('partner');
call close_table('skill');
call close_table('vendor');
call close_table('team');
call close_table('away_kind');
call close_table('opening_calendar');
call close_table('agent');
call close_table('agent_skill');
call close_table('agent_channel');
call close_table('queue');
call close_table('queue_member');
call close_table('disposition');

grant select, insert, update on
  partner, skill, vendor, team, away_kind, opening_calendar, agent, queue, disposition to centrala_app;
grant select, insert, update, delete on
  agent_skill, agent_channel, queue_member to centrala_app;

create policy served on partner for select to centrala_app using (sees_partner(id));
create policy managed on partner to centrala_app
  using ((select manages_organisation()) and sees_partner(id))
  with check ((select manages_organisation()) and sees_partner(id));

-- Of no partner: the centre's own words, for its staff.
create policy staff on skill for select to centrala_app using ((select is_staff()));
create policy managed on skill to centrala_app
  using ((select manages_centre())) with check ((select manages_centre()));
create policy staff on vendor for select to centrala_app using ((select is_staff()));
create policy managed on vendor to centrala_app
  using ((select manages_centre())) with check ((select manages_centre()));
create policy staff on team for select to centrala_app using ((select is_staff()));
create policy managed on team to centrala_app
  using ((select manages_centre())) with check ((select manages_centre()));
create policy staff on away_kind for select to centrala_app using ((select is_staff()));
create policy managed on away_kind to centrala_app
  using ((select manages_centre())) with check ((select manages_centre()));

create policy served on opening_calendar for select to centrala_app using (
  case when partner_id is null then (select is_staff()) else sees_partner(partner_id) end);
create policy managed on opening_calendar to centrala_app
  using ((select manages_organisation()) and coalesce(sees_partner(partner_id), (select manages_centre())))
  with check ((select manages_organisation()) and coalesce(sees_partner(partner_id), (select manages_centre())));

-- Colleagues, as the person's own policy has them: who shares a partner. A partner's viewer sees nobody.
create policy colleagues on agent for select to centrala_app using (
  (select is_staff()) and exists (select from person p where p.id = agent.id));
create policy managed on agent to centrala_app
  using ((select manages_centre())) with check ((select manages_centre()));
create policy colleagues on agent_skill for select to centrala_app using (sees_agent(agent_id));
create policy managed on agent_skill to centrala_app
  using ((select manages_centre())) with check ((select manages_centre()));
create policy colleagues on agent_channel for select to centrala_app using (sees_agent(agent_id));
create policy managed on agent_channel to centrala_app
  using ((select manages_centre())) with check ((select manages_centre()));

create policy served on queue for select to centrala_app using (sees_partner(partner_id));
create policy managed on queue to centrala_app
  using ((select manages_organisation()) and sees_partner(partner_id))
  with check ((select manages_organisation()) and sees_partner(partner_id));
create policy served on queue_member for select to centrala_app using ((select is_staff()) and sees_queue(queue_id));
create policy managed on queue_member to centrala_app
  using ((select manages_organisation()) and sees_queue(queue_id))
  with check ((select manages_organisation()) and sees_queue(queue_id));
create policy served on disposition for select to centrala_app using (sees_queue(queue_id));
create policy managed on disposition to centrala_app
  using ((select manages_organisation()) and sees_queue(queue_id))
  with check ((select manages_organisation()) and sees_queue(queue_id));
