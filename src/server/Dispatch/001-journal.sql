-- The durable shell of a router: who may write, what came in, what was decided. Ids and numbers only, no personal data.

-- A cell's own row. An append names the epoch and the last sequence it knows; another epoch means another writer.
create table cell (
  id smallint primary key,
  epoch bigint not null default 0,
  sequence bigint not null default 0,                       -- of the last record
  hash bytea not null default sha256('centrala'),          -- the chain up to the last record
  at timestamptz,                                           -- of the last record; null before the first
  heartbeat timestamptz                                     -- last sign of life of a writer
);
call close_table('cell');
create policy writer on cell to centrala_writer using (true) with check (true);
grant select, update on cell to centrala_writer;
insert into cell (id) values (1);

-- Commands accepted from outside, until the writer has applied them. Ids do not commit in order.
create table inbox (
  id bigint generated always as identity primary key,
  cell smallint not null references cell,
  command bytea not null,
  received_at timestamptz not null default clock_timestamp()
);
call close_table('inbox');
create policy intake on inbox for insert to centrala_intake with check (true);
create policy configured on inbox for insert to centrala_app with check (principal_kind() in ('staff', 'token', 'system'));
create policy writer on inbox to centrala_writer using (true) with check (true);
grant insert on inbox to centrala_intake, centrala_app;
grant select, delete on inbox to centrala_writer;

-- What the writer could not take: visible work, with its reason. An administrator puts it back or drops it.
create table set_aside (
  id bigint primary key,                                    -- the inbox's
  cell smallint not null references cell,
  command bytea not null,
  received_at timestamptz not null,
  reason text not null,
  set_aside_at timestamptz not null default clock_timestamp()
);
call close_table('set_aside');
create policy writer on set_aside to centrala_writer using (true) with check (true);
create policy administrators on set_aside to centrala_app using (principal_has_role('admin') or principal_kind() = 'system');
grant select, insert on set_aside to centrala_writer;
grant select, delete on set_aside to centrala_app;

-- One record a command that changed something. Nobody but the owner can change or remove one.
create table journal (
  cell smallint not null references cell,
  sequence bigint not null,                                 -- from 1, without a gap
  epoch bigint not null,
  at timestamptz not null,
  command bytea not null,
  events bytea not null,
  format smallint not null,                                 -- of both encodings
  rules smallint not null,                                  -- version of the rules that made events of the command
  hash bytea not null,                                      -- SHA-256 over the previous record's hash and this record
  primary key (cell, sequence)
);
call close_table('journal');
create policy appended on journal for insert to centrala_writer with check (true);
create policy read on journal for select to centrala_writer using (true);
grant select, insert on journal to centrala_writer;

-- Appends a commit's records, or none, in one statement. Raises CT001 when another writer has taken over since: the
-- caller's reign is over, whatever it believes.
create function append_records(
  my_cell smallint, my_epoch bigint, previous bigint, instants timestamptz[], commands bytea[], outcomes bytea[],
  hashes bytea[], my_format smallint, my_rules smallint, beat timestamptz
) returns void language plpgsql as $$
declare
  count int := cardinality(instants);
begin
  update cell set sequence = previous + count, hash = coalesce(hashes[count], hash), at = coalesce(instants[count], at),
                  heartbeat = beat
   where id = my_cell and epoch = my_epoch and sequence = previous;
  if not found then
    raise exception 'the cell has another writer' using errcode = 'CT001';
  end if;
  insert into journal (cell, sequence, epoch, at, command, events, format, rules, hash)
  select my_cell, previous + n, my_epoch, instant, command, outcome, my_format, my_rules, link
    from unnest(instants, commands, outcomes, hashes) with ordinality as record (instant, command, outcome, link, n);
end $$;
revoke execute on function append_records from public;
grant execute on function append_records to centrala_writer;

-- The router's whole state after a record; a start folds only what came later.
create table snapshot (
  cell smallint not null references cell,
  sequence bigint not null,
  at timestamptz not null,
  chain bytea not null,                                     -- the journal's hash at that record
  format smallint not null,
  state bytea not null,
  hash bytea not null,                                      -- SHA-256 of the state
  primary key (cell, sequence)
);
call close_table('snapshot');
create policy writer on snapshot to centrala_writer using (true) with check (true);
grant select, insert, delete on snapshot to centrala_writer;

-- How far each effect has carried out a cell's events.
create table effect_position (
  effect text collate "C" not null,
  cell smallint not null references cell,
  sequence bigint not null,
  primary key (effect, cell)
);
call close_table('effect_position');
create policy writer on effect_position to centrala_writer using (true) with check (true);
grant select, insert, update on effect_position to centrala_writer;
