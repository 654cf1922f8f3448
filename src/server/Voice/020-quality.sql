-- How the lines of a call were: one row a party and stretch, stored with the call's end.

create table line_quality (
  id uuid primary key,
  contact_id uuid not null,
  partner_id uuid not null,
  agent_id uuid,                                            -- null: the customer's line
  began_at timestamptz not null,
  ended_at timestamptz not null,
  codec text collate "C" not null,
  heard int not null,                                       -- packets of the party that should have come
  lost int not null,                                        -- of them; negative when some came twice
  late int not null,                                        -- came after their turn
  jitter_ms int not null,
  round_trip_ms int,                                        -- null: the party's device did not say
  sent int not null,
  lost_there int,                                           -- of the sent; null: the device did not say
  opinion float8 check (opinion between 1 and 4.5),         -- how the party sounded, by the E-model; null: nothing to be heard
  opinion_there float8 check (opinion_there between 1 and 4.5),
  spoken_seconds int not null
);
create index line_quality_of_contact on line_quality (contact_id);

alter table call add column silent_seconds int, add column crosstalk_seconds int;  -- null: before its end

call close_table('line_quality');
grant select on line_quality to centrala_app;
grant select, insert on line_quality to centrala_intake;

create policy served on line_quality for select to centrala_app using ((select is_staff()) and sees_partner(partner_id));
create policy intake on line_quality to centrala_intake using (true) with check (true);
