-- Tasks that people set themselves or a queue. When one is due it comes back as routed work.

create table follow_up (
  id uuid primary key,
  partner_id uuid not null references partner,
  queue_id uuid not null references queue,
  author_id uuid not null references person,
  agent_id uuid references person,                          -- to whom it comes first; null: to the queue at once
  text text not null check (length(text) between 1 and 2000),
  due_at timestamptz not null,
  lead_seconds integer not null check (lead_seconds between 0 and 604800),  -- it comes so long before it is due
  about_contact_id uuid,                                    -- what it follows up
  contact_id uuid not null unique,                          -- the router's name for the work that it becomes
  created_at timestamptz not null,
  routed_at timestamptz,                                    -- null: not yet
  cancelled_at timestamptz
);
call close_table('follow_up');
create index follow_up_due on follow_up (due_at) where routed_at is null and cancelled_at is null;
create index follow_up_of_author on follow_up (author_id, due_at);
create index follow_up_of_agent on follow_up (agent_id);
create index follow_up_of_partner on follow_up (partner_id);
create index follow_up_of_queue on follow_up (queue_id);
grant select, insert, update on follow_up to centrala_app;

create policy served on follow_up for select to centrala_app using (
  (select principal_kind()) in ('staff', 'system') and sees_partner(partner_id));
create policy own on follow_up for insert to centrala_app with check (
  (select principal_kind()) = 'staff' and author_id = (select principal_id()) and sees_partner(partner_id));
create policy changed on follow_up for update to centrala_app
  using ((select principal_kind()) = 'system'
         or (select principal_kind()) = 'staff' and author_id = (select principal_id()) and sees_partner(partner_id))
  with check ((select principal_kind()) = 'system' or author_id = (select principal_id()) and sees_partner(partner_id));
