-- Rows that are written with every contact are kept light. Cells are named by the program alone, never by people, and are
-- never removed: looking the number up for each row cost more than storing the row, and locked the row that every commit
-- of the writer changes.
alter table inbox drop constraint inbox_cell_fkey;
alter table journal drop constraint journal_cell_fkey;
alter table contact drop constraint contact_cell_fkey;
alter table agent_status drop constraint agent_status_cell_fkey;

-- No question is asked that it answers: who waits is in the router's memory.
drop index contact_open;

-- Both change in place with nearly every commit: room for it beside the row.
alter table cell set (fillfactor = 10);
alter table effect_position set (fillfactor = 10);
