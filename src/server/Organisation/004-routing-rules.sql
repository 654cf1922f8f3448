-- What came to the rules of a queue.
alter table queue
  add column overflows_behind integer check (overflows_behind > 0),
  add column overflows_below_basis_points integer check (overflows_below_basis_points between 1 and 10000),
  add column service_window_seconds integer not null default 3600 check (service_window_seconds >= 60),
  add column overflows_unstaffed boolean not null default false,
  add column shares_places_of uuid references queue,
  add column hold_agents integer check (hold_agents > 0),   -- null: nobody is kept free
  add column hold_channel text collate "C" not null default 'call',
  add column hold_who text,                                 -- null: any member
  add column interrupts boolean,                            -- null: as usual for the channel
  add column interruptible boolean,                         -- likewise
  add column pause_seconds integer not null default 1800 check (pause_seconds > 0),
  add column due_lead_seconds integer not null default 14400 check (due_lead_seconds >= 0),
  add column allows_picking boolean not null default false;
create index queue_sharing_places on queue (shares_places_of);

alter table agent
  add column weight smallint not null default 10 check (weight between 1 and 100),
  add column takes_from_longest boolean not null default false;
