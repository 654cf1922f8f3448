-- What leads say to their people, and what they want to be told of.

-- Words of a lead to one person, a team or everybody, to be read by each.
create table announcement (
  id uuid primary key,
  author_id uuid not null references person on delete cascade,
  audience text collate "C" not null check (audience in ('person', 'team', 'everybody')),
  audience_id uuid,
  text text not null check (length(text) between 1 and 1000),
  at timestamptz not null,
  check ((audience_id is null) = (audience = 'everybody'))
);
create index announcement_of_author on announcement (author_id, at desc);

-- Whom it was for: fixed when it was said.
create table announcement_reader (
  announcement_id uuid not null references announcement on delete cascade,
  person_id uuid not null references person on delete cascade,
  author_id uuid not null,
  read_at timestamptz,
  primary key (announcement_id, person_id)
);
create index announcement_unread on announcement_reader (person_id) where read_at is null;

-- When a queue wants a lead's attention.
create table alert_rule (
  id uuid primary key,
  partner_id uuid not null references partner,
  queue_id uuid references queue,                           -- null: each queue of the partner
  measure text collate "C" not null check (measure in ('waiting', 'longest-wait', 'service-level', 'nobody-able')),
  threshold integer not null check (threshold >= 0),        -- contacts, seconds, basis points; 0 for nobody able
  changed_by uuid not null,
  removed_at timestamptz
);
create index alert_rule_of_partner on alert_rule (partner_id);
create index alert_rule_of_queue on alert_rule (queue_id);

create table alert (
  id uuid primary key,
  rule_id uuid not null references alert_rule,
  partner_id uuid not null,
  queue_id uuid not null,
  measure text collate "C" not null,
  threshold integer not null,                               -- as it was when it was passed
  worst integer not null,
  raised_at timestamptz not null,
  cleared_at timestamptz
);
create unique index alert_standing on alert (rule_id, queue_id) where cleared_at is null;
create index alert_of_partner on alert (partner_id, raised_at desc);
create index alert_of_queue on alert (queue_id);

call close_table('announcement');
call close_table('announcement_reader');
call close_table('alert_rule');
call close_table('alert');

grant select, insert on announcement to centrala_app;
grant select, insert, update on announcement_reader, alert_rule, alert to centrala_app;

-- A reader's row names the author, so that the two tables' policies need not ask each other in a circle.
create policy own on announcement for select to centrala_app using (
  (select principal_kind()) = 'staff' and author_id = (select principal_id()));
create policy received on announcement for select to centrala_app using (
  (select principal_kind()) = 'staff' and exists (
    select from announcement_reader r where r.announcement_id = id and r.person_id = (select principal_id())));
create policy said on announcement for insert to centrala_app with check (
  (select principal_kind()) = 'staff' and author_id = (select principal_id())
  and ((select principal_has_role('lead')) or (select principal_has_role('admin'))));

create policy concerned on announcement_reader for select to centrala_app using (
  (select principal_kind()) = 'staff' and (select principal_id()) in (person_id, author_id));
create policy told on announcement_reader for insert to centrala_app with check (
  (select principal_kind()) = 'staff' and author_id = (select principal_id())
  and ((select principal_has_role('lead')) or (select principal_has_role('admin')))
  and exists (select from person p where p.id = person_id));
create policy acknowledged on announcement_reader for update to centrala_app
  using ((select principal_kind()) = 'staff' and person_id = (select principal_id()))
  with check (person_id = (select principal_id()));

create policy served on alert_rule for select to centrala_app using (
  (select principal_kind()) in ('staff', 'system') and sees_partner(partner_id));
create policy steered on alert_rule to centrala_app
  using (((select principal_has_role('lead')) or (select principal_has_role('admin'))) and sees_partner(partner_id))
  with check (((select principal_has_role('lead')) or (select principal_has_role('admin'))) and sees_partner(partner_id));

create policy served on alert for select to centrala_app using (
  (select principal_kind()) in ('staff', 'partner', 'system') and sees_partner(partner_id));
create policy raised on alert to centrala_app
  using ((select principal_kind()) = 'system') with check ((select principal_kind()) = 'system');
