-- Leads in calls of their agents: who, how, from when to when.

create table lead_session (
  id uuid primary key,
  contact_id uuid not null,
  partner_id uuid not null,
  lead_id uuid not null,
  mode text collate "C" not null check (mode in ('listen', 'coach', 'barge')),
  began_at timestamptz not null,
  ended_at timestamptz
);
create index lead_session_of_contact on lead_session (contact_id);

call close_table('lead_session');
grant select on lead_session to centrala_app;
grant select, insert, update on lead_session to centrala_intake;

-- Agents see who listened to them.
create policy served on lead_session for select to centrala_app using ((select is_staff()) and sees_partner(partner_id));
create policy intake on lead_session to centrala_intake using (true) with check (true);
