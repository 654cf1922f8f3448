-- Calls that a telephone of the centre's lost when it failed: who calls again soon has his place again.

alter table call add column lost_at timestamptz;            -- null: it was hung up, is on, or was regained
create index call_lost on call (node, lost_at) where lost_at is not null;
