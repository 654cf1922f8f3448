-- What is erased is forgotten by the functions of retention; nobody calls this one.
drop function forget_history;

-- A conversation's tags are among the words by which it is found: they are read anew after each change.
create function history_of_tags() returns trigger
language plpgsql security definer set search_path = centrala, pg_temp as $$
begin
  update history_entry set due = true
  where not due and contact_id = (select contact_id from conversation
                                   where id = case tg_op when 'DELETE' then old.conversation_id else new.conversation_id end);
  return null;
end $$;
create trigger history_follows after insert or delete on conversation_tag
  for each row execute function history_of_tags();

update history_entry set due = true
where contact_id in (select c.contact_id from conversation_tag t join conversation c on c.id = t.conversation_id);
