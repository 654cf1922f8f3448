-- The router's state as rows, for queries and for policies of other modules. Only the writer changes them, in the
-- transaction of the records that they come from.

create table contact (
  id uuid primary key,
  cell smallint not null references cell,
  number int not null,                                      -- the router's
  external_id uuid,
  partner_id uuid,                                          -- null: it arrived for a queue that does not exist
  queue_id uuid,
  channel text collate "C" not null,
  language_id uuid,                                         -- a skill
  state text collate "C" not null,                          -- waiting, offered, connected, wrap-up, parked, ended
  state_since timestamptz not null,
  reason text collate "C",                                  -- why it is parked or ended
  offered_to uuid,
  connected_to uuid,
  last_agent uuid,
  arrived_at timestamptz not null,
  wait_since timestamptz not null,
  due_at timestamptz,                                       -- end of the step, deadline of the offer, or wake-up
  answered_at timestamptz,                                  -- first
  ended_at timestamptz,
  last_message bigint not null,                             -- seen when it ended or was parked
  sequence bigint not null,                                 -- of the commit that wrote this
  unique (cell, number)
);
call close_table('contact');
create policy writer on contact to centrala_writer using (true) with check (true);
create policy intake on contact for select to centrala_intake using (true);
create policy staff on contact for select to centrala_app
  using (principal_kind() in ('staff', 'partner', 'token', 'system') and sees_partner(partner_id));
grant select, insert, update on contact to centrala_writer;
grant select on contact to centrala_app, centrala_intake;
create index contact_open on contact (queue_id, state) where state <> 'ended';
create index contact_arrived on contact (partner_id, arrived_at);

create table segment (
  contact_id uuid not null references contact,
  number int not null,                                      -- from 1 within the contact
  partner_id uuid not null,
  queue_id uuid not null,
  agent_id uuid not null,
  channel text collate "C" not null,
  connected_at timestamptz not null,
  ended_at timestamptz,
  end_reason text collate "C",
  wrap_up_until timestamptz,
  wrapped_up_at timestamptz,
  sequence bigint not null,
  primary key (contact_id, number)
);
call close_table('segment');
create policy writer on segment to centrala_writer using (true) with check (true);
create policy staff on segment for select to centrala_app
  using (principal_kind() in ('staff', 'token', 'system') and sees_partner(partner_id));
grant select, insert, update on segment to centrala_writer;
grant select on segment to centrala_app;
create index segment_agent on segment (agent_id, connected_at);

create table agent_status (
  agent_id uuid primary key,
  cell smallint not null references cell,
  number int not null,
  state text collate "C" not null,                          -- available, away, offline
  away_kind_id uuid,
  state_since timestamptz not null,
  reachable boolean not null,
  points_used int not null,
  sequence bigint not null
);
call close_table('agent_status');
create policy writer on agent_status to centrala_writer using (true) with check (true);
-- Colleagues, as the person's own policy has them: who shares a partner.
create policy staff on agent_status for select to centrala_app using (
  (select principal_kind()) in ('staff', 'system') and exists (select from person p where p.id = agent_id));
grant select, insert, update, delete on agent_status to centrala_writer;
grant select on agent_status to centrala_app;
