-- Tasks about an erased customer, and tasks about those: their texts go, and what is not work yet is called off. Words of
-- the notes on that work go like those of the conversation. A cry for help about it goes too.

create or replace function erase_conversations(ids uuid[], now timestamptz) returns jsonb
language plpgsql security definer set search_path = centrala, pg_temp as $$
declare
  ended uuid[] := array(select id from conversation where id = any(ids) and ended_at is not null);
  contacts uuid[] := array(
    with recursive told (id) as (
      select contact_id from conversation where id = any(ended)
      union
      select f.contact_id from follow_up f join told on f.about_contact_id = told.id)
    select id from told);
  spoken text[];
  messages int; files int; notes int; blocks int; tasks int;
begin
  if not erases_people() then raise insufficient_privilege; end if;
  perform from history_entry where contact_id = any(contacts) order by number for update;
  spoken := array(select distinct ltrim(lexeme, '~') from history_entry, unnest(words) as one (lexeme, positions, weights)
                  where contact_id = any(contacts) and lexeme !~ '^[a-z]+:');

  update message set text = case kind when 'system' then text else '' end,
                     author_name = case author_kind when 'customer' then null else author_name end
  where conversation_id = any(ended) and (text <> '' and kind <> 'system' or author_kind = 'customer' and author_name is not null);
  get diagnostics messages = row_count;
  delete from file where conversation_id = any(ended);
  get diagnostics files = row_count;
  update wrap_up set note = null where contact_id = any(contacts) and note is not null;
  get diagnostics notes = row_count;
  delete from blocked_visitor where conversation_id = any(ended);
  get diagnostics blocks = row_count;
  update follow_up set text = '–', cancelled_at = coalesce(cancelled_at, case when routed_at is null then now end)
  where contact_id = any(contacts) and text <> '–';
  get diagnostics tasks = row_count;
  delete from help_request where contact_id = any(contacts);
  update conversation set customer_name = null, customer_email = null, identity = null, page = null, address = null,
    visitor_id = gen_random_uuid(), erased_at = now
  where id = any(ended);

  update history_entry set due = true, words = array_to_tsvector(array(
    select lexeme from unnest(words) as one (lexeme, positions, weights) where lexeme ~ '^[a-z]+:'))
  where contact_id = any(contacts);
  perform forget_words(spoken);
  return jsonb_build_object('conversations', cardinality(ended), 'messages', messages, 'files', files, 'notes', notes,
    'blocks', blocks, 'tasks', tasks);
end $$;

-- The planner keeps samples of what columns hold: they are taken anew.
create or replace function forget_samples() returns void
language plpgsql security definer set search_path = centrala, pg_temp as $$
begin
  if not erases_people() then raise insufficient_privilege; end if;
  analyze person, session, conversation, message, file, wrap_up, blocked_visitor, history_entry, history_word, announcement,
    conversation_tag, mention, follow_up, help_request;
end $$;
