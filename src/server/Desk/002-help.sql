-- Agents who ask for help now: gone once somebody has seen to it, or they have signed out.
create table help_request (
  agent_id uuid primary key,
  since timestamptz not null,
  contact_id uuid,                                          -- what the agent was at; null when nothing
  partner_id uuid,                                          -- of that contact
  word text check (length(word) between 1 and 200),
  check ((contact_id is null) = (partner_id is null))
);
call close_table('help_request');
grant select, insert, update, delete on help_request to centrala_app;
create index help_request_of_partner on help_request (partner_id);

create policy system on help_request to centrala_app
  using ((select principal_kind()) = 'system') with check (false);
create policy own on help_request to centrala_app
  using ((select principal_kind()) = 'staff' and agent_id = (select principal_id()))
  with check ((select principal_kind()) = 'staff' and agent_id = (select principal_id())
    and (partner_id is null or sees_partner(partner_id)));
-- Whoever leads a colleague; what the help is about only within one's own partners.
create policy seen on help_request for select to centrala_app using (
  (select principal_kind()) = 'staff' and (partner_id is null or sees_partner(partner_id))
  and exists (select from person p where p.id = agent_id));
create policy seen_to on help_request for delete to centrala_app using (
  ((select principal_has_role('lead')) or (select principal_has_role('admin')))
  and (partner_id is null or sees_partner(partner_id)) and exists (select from person p where p.id = agent_id));
