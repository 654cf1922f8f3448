-- Nightly, the records since the last time are decided again by the program as it is: the same input must lead to the same
-- decisions.
create table drift_check (
  cell smallint not null,
  at timestamptz not null,
  first bigint not null,                                    -- records of this range were read
  last bigint not null,
  decides_otherwise bigint,                                 -- the first record that is decided otherwise now; null: none
  damage text,                                              -- what is wrong with the journal itself; null: nothing
  primary key (cell, at)
);
call close_table('drift_check');
create policy writer on drift_check to centrala_writer using (true) with check (true);
grant select, insert, delete on drift_check to centrala_writer;
