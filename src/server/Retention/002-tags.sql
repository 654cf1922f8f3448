-- Tags are free words, and mentions hang on notes: both go with a conversation that is erased.
create function forget_tags() returns trigger
language plpgsql security definer set search_path = centrala, pg_temp as $$
begin
  delete from conversation_tag where conversation_id = new.id;
  delete from mention where conversation_id = new.id;
  return null;
end $$;

create trigger tags_go_with_it after update of erased_at on conversation
  for each row when (old.erased_at is null and new.erased_at is not null) execute function forget_tags();
