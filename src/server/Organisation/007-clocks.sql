-- The clocks that hold for the whole centre, in one row: connections, refusals, signing in.
create table cell_clocks (
  id uuid primary key check (id = '0193b3c0-0000-7000-8000-00000000c10c'),
  unreachable_seconds integer not null default 20 check (unreachable_seconds > 0),
  returns_contacts_seconds integer not null default 120 check (returns_contacts_seconds >= unreachable_seconds),
  cool_down_seconds integer not null default 60 check (cool_down_seconds > 0),
  waits_for_named_seconds integer not null default 60 check (waits_for_named_seconds > 0),
  ramp_in_seconds integer not null default 0 check (ramp_in_seconds >= 0),
  ramp_in_pause_seconds integer not null default 30 check (ramp_in_pause_seconds > 0),
  version integer not null default 1,
  last_edit bytea not null,
  removed_at timestamptz check (removed_at is null)         -- as every entry has it; the clocks are never removed
);
insert into cell_clocks (id, last_edit) values ('0193b3c0-0000-7000-8000-00000000c10c', '');
call close_table('cell_clocks');
grant select, insert, update on cell_clocks to centrala_app;
create policy staff on cell_clocks for select to centrala_app using ((select is_staff()));
create policy managed on cell_clocks to centrala_app
  using ((select manages_centre())) with check ((select manages_centre()));
