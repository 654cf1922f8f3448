-- A call that goes straight into a queue is stored by the cell's writer, in the transaction of the arrival's decision.

grant select, insert on call to centrala_writer;
create policy writer on call to centrala_writer using (true) with check (true);
