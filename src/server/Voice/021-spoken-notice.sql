-- Callers may be told in words that they are recorded.
alter table recording_rule drop constraint recording_rule_notice_check;
alter table recording_rule add constraint recording_rule_notice_check check (notice in ('none', 'beep', 'spoken'));

-- Which queues record is told the telephone with its book, outgoing calls included.
drop function notice_of(uuid);
