-- While a row stands here its queue takes no work, whatever its opening hours say, and customers read why.
create table queue_emergency (
  queue_id uuid primary key references queue,
  partner_id uuid not null references partner,
  announcements jsonb not null,                             -- text by language tag
  since timestamptz not null,
  declared_by uuid not null
);
create index queue_emergency_of_partner on queue_emergency (partner_id);
call close_table('queue_emergency');
grant select, insert, update, delete on queue_emergency to centrala_app;
create policy served on queue_emergency for select to centrala_app using (sees_partner(partner_id));
create policy managed on queue_emergency to centrala_app
  using ((select manages_organisation()) and sees_partner(partner_id))
  with check ((select manages_organisation()) and sees_partner(partner_id));

-- The upper level of a disposition, where a queue has many: "Delivery" above "Late" and "Damaged".
alter table disposition add column heading text check (length(heading) between 1 and 100);
