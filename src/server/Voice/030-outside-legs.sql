-- People outside whom agents call into their calls: to ask them, to have them join in, or to hand the call on.

create table outside_leg (
  id uuid primary key,
  contact_id uuid not null,
  partner_id uuid not null,
  agent_id uuid not null,                                   -- who called
  number text,                                              -- null: erased
  hands_over boolean not null,                              -- the call was to be theirs as soon as they answer
  began_at timestamptz not null,
  answered_at timestamptz,
  ended_at timestamptz
);
create index outside_leg_of_contact on outside_leg (contact_id);
create index outside_leg_of_day on outside_leg (partner_id, began_at);

call close_table('outside_leg');
grant select on outside_leg to centrala_app;
grant select, insert, update on outside_leg to centrala_intake;

create policy served on outside_leg for select to centrala_app using ((select is_staff()) and sees_partner(partner_id));
-- They are stored before anybody is called, and by what the telephone tells: as calls are.
create policy intake on outside_leg to centrala_intake using (true) with check (true);

-- Forgets who called, who was called into calls, and what was left as a message.
create or replace function erase_old_calls(partner uuid, before timestamptz) returns int
language plpgsql security definer set search_path = centrala, pg_temp as $$
declare callers int; legs int; messages int;
begin
  if not erases_people() then raise insufficient_privilege; end if;
  update call set caller = null where partner_id = partner and caller is not null and ended_at < before;
  get diagnostics callers = row_count;
  update outside_leg set number = null where partner_id = partner and number is not null and began_at < before;
  get diagnostics legs = row_count;
  update voicemail set caller = null, sound = null
  where partner_id = partner and (caller is not null or sound is not null) and left_at < before;
  get diagnostics messages = row_count;
  -- The planner keeps samples of what columns hold: they are taken anew.
  if callers > 0 then analyze call; end if;
  if legs > 0 then analyze outside_leg; end if;
  if messages > 0 then analyze voicemail; end if;
  return callers + legs + messages;
end $$;

-- Everything about calls from one number: who called or was called, what was said, what was noted of it.
create or replace function erase_calls(partner uuid, from_number text, now timestamptz) returns jsonb
language plpgsql security definer set search_path = centrala, pg_temp as $$
declare
  contacts uuid[] := array(select contact_id from call where partner_id = partner and caller = from_number and ended_at is not null);
  spoken text[];
  calls int; recordings int; notes int;
begin
  if not erases_people() then raise insufficient_privilege; end if;
  perform from history_entry where contact_id = any(contacts) order by history_entry.number for update;
  spoken := array(select distinct ltrim(lexeme, '~') from history_entry, unnest(words) as one (lexeme, positions, weights)
                  where contact_id = any(contacts) and lexeme !~ '^[a-z]+:');
  update call set caller = null where contact_id = any(contacts);
  get diagnostics calls = row_count;
  update outside_leg set number = null where contact_id = any(contacts) or partner_id = partner and number = from_number;
  update recording set erased_at = now where contact_id = any(contacts) and erased_at is null;
  get diagnostics recordings = row_count;
  update wrap_up set note = null where contact_id = any(contacts) and note is not null;
  get diagnostics notes = row_count;
  update history_entry set due = true, words = array_to_tsvector(array(
    select lexeme from unnest(words) as one (lexeme, positions, weights) where lexeme ~ '^[a-z]+:'))
  where contact_id = any(contacts);
  perform forget_words(spoken);
  analyze call, outside_leg, wrap_up, history_entry, history_word;
  return jsonb_build_object('calls', calls, 'recordings', recordings, 'notes', notes);
end $$;
