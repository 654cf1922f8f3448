-- A message is stored by one of two statements, and both hold its conversation's row: one has just made it, the other has just
-- raised its counter. Looking it up again for each message would cost more than the message.
alter table message drop constraint message_conversation_id_fkey;

-- A widget is never removed, only marked as such, and the program has just read it.
alter table conversation drop constraint conversation_widget_id_fkey;
