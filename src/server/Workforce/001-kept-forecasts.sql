-- What was believed, and when: forecasts of queues as planners saw them, with what they knew then.
create table kept_forecast (
  id uuid primary key,
  partner_id uuid not null references partner,
  queue_id uuid not null references queue,
  made_at timestamptz not null,
  made_by uuid not null,
  origin date not null,                                     -- the first day that it did not know
  days integer not null check (days > 0),
  seen_from date not null,                                  -- the first day of the history that it saw
  seen_contacts bigint not null,
  country text collate "C",                                 -- whose holidays held; null: none
  method text collate "C" not null,
  past_wape_pct float8,                                     -- off by so much at earlier origins; null: too little history
  forecast jsonb not null                                   -- begins of the slots; by day: date, values, low, high
);
create index kept_forecast_of_queue on kept_forecast (queue_id, made_at desc);
call close_table('kept_forecast');

create function plans_workforce() returns boolean language sql stable parallel safe as
$$ select (principal_kind() = 'staff' and (principal_has_role('planner') or principal_has_role('admin')))
       or (principal_kind() = 'token' and principal_has_role('plan-workforce')) $$;

grant select, insert, delete on kept_forecast to centrala_app;
create policy planned on kept_forecast to centrala_app
  using ((select plans_workforce()) and sees_partner(partner_id))
  with check ((select plans_workforce()) and sees_partner(partner_id));
