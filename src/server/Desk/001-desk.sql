-- How an agent's part of a contact ended, in the agent's words and by the queue's list.

create table wrap_up (
  contact_id uuid not null,
  agent_id uuid not null,
  partner_id uuid not null,
  disposition_id uuid references disposition,
  note text check (length(note) between 1 and 2000),
  at timestamptz not null,
  primary key (contact_id, agent_id)                        -- the last word of an agent on a contact counts
);
call close_table('wrap_up');
grant select, insert, update on wrap_up to centrala_app;
create index wrap_up_of_disposition on wrap_up (disposition_id);
create index wrap_up_of_partner on wrap_up (partner_id, at);

create policy served on wrap_up for select to centrala_app using (
  (select principal_kind()) in ('staff', 'token', 'system') and sees_partner(partner_id));
create policy own on wrap_up for insert to centrala_app with check (
  (select principal_kind()) = 'staff' and agent_id = (select principal_id()) and sees_partner(partner_id));
create policy corrected on wrap_up for update to centrala_app
  using ((select principal_kind()) = 'staff' and agent_id = (select principal_id()) and sees_partner(partner_id))
  with check (agent_id = (select principal_id()) and sees_partner(partner_id));
