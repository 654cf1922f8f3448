-- Found by what was done, and which kinds of doing there are: from one to the next, not over every line.
create index audit_of_action on audit (action, id);
