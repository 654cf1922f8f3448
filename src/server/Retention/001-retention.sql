-- How long what is known of people is kept, and how it is erased. Every place where a person stands is named here: a module
-- that keeps something new of people adds itself to these functions by a new file.

create table retention (
  partner_id uuid primary key references partner,
  conversation_days integer check (conversation_days between 1 and 36500), -- since their end; null: for good
  file_days integer check (file_days between 1 and 36500)   -- since they were sent; null: as long as their conversation
);

-- One row: the audit log belongs to no partner.
create table audit_retention (
  only_row boolean primary key default true check (only_row),
  days integer check (days between 90 and 36500)            -- null: for good
);
insert into audit_retention (days) values (null);

-- What was erased, in numbers, so that it can be shown to have been done.
create table erasure (
  id uuid primary key,
  at timestamptz not null,
  kind text collate "C" not null check (kind in ('customer', 'person', 'retention')),
  partner_id uuid references partner,
  person_id uuid,                                           -- of staff
  asked_by uuid not null,
  counts jsonb not null
);
create index erasure_of_partner on erasure (partner_id, at);

alter table conversation add column erased_at timestamptz;
create index conversation_ended on conversation (partner_id, ended_at) where erased_at is null and ended_at is not null;

call close_table('retention');
call close_table('audit_retention');
call close_table('erasure');
grant select, insert, update on retention to centrala_app;
grant select, update on audit_retention to centrala_app;
grant select, insert on erasure to centrala_app;

create policy managed on retention to centrala_app
  using ((select manages_organisation()) and sees_partner(partner_id))
  with check ((select manages_organisation()) and sees_partner(partner_id));
create policy managed on audit_retention to centrala_app
  using ((select manages_centre())) with check ((select manages_centre()));
create policy managed on erasure to centrala_app
  using ((select manages_organisation()) and case when partner_id is null then (select manages_centre()) else sees_partner(partner_id) end)
  with check ((select manages_organisation()) and case when partner_id is null then (select manages_centre()) else sees_partner(partner_id) end);

create function erases_people() returns boolean language sql stable parallel safe as
$$ select principal_kind() = 'system' or (principal_kind() = 'staff' and principal_has_role('admin')) $$;

-- Takes words out of the search's vocabulary that no conversation holds any longer.
create function forget_words(candidates text[]) returns void
language plpgsql security definer set search_path = centrala, pg_temp set enable_seqscan = off as $$
begin
  if not erases_people() then raise insufficient_privilege; end if;
  -- Nobody learns a word between the look and the removal.
  lock table history_word in share row exclusive mode;
  delete from history_word w where w.word = any(candidates) and not exists (
    select from history_entry e
    where e.words @@ (history_lexeme(w.word) || ' | ' || history_lexeme('~' || w.word))::tsquery);
end $$;

-- The planner keeps samples of what columns hold: they are taken anew.
create function forget_samples() returns void
language plpgsql security definer set search_path = centrala, pg_temp as $$
begin
  if not erases_people() then raise insufficient_privilege; end if;
  analyze person, session, conversation, message, file, wrap_up, blocked_visitor, history_entry, history_word, announcement;
end $$;

-- Empties conversations of everything that tells who the customer was and what was said. Numbers, instants and who
-- answered stay: figures are counted from them.
create function erase_conversations(ids uuid[], now timestamptz) returns jsonb
language plpgsql security definer set search_path = centrala, pg_temp as $$
declare
  contacts uuid[] := array(select contact_id from conversation where id = any(ids) and ended_at is not null);
  ended uuid[] := array(select id from conversation where id = any(ids) and ended_at is not null);
  spoken text[];
  messages int; files int; notes int; blocks int;
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
  update conversation set customer_name = null, customer_email = null, identity = null, page = null, address = null,
    visitor_id = gen_random_uuid(), erased_at = now
  where id = any(ended);

  update history_entry set due = true, words = array_to_tsvector(array(
    select lexeme from unnest(words) as one (lexeme, positions, weights) where lexeme ~ '^[a-z]+:'))
  where contact_id = any(contacts);
  perform forget_words(spoken);
  return jsonb_build_object('conversations', cardinality(ended), 'messages', messages, 'files', files, 'notes', notes,
    'blocks', blocks);
end $$;

-- Removes all that tells who a member of staff was. The id stays, with nothing behind it: history hangs on it.
create function erase_person(erased uuid, now timestamptz) returns jsonb
language plpgsql security definer set search_path = centrala, pg_temp as $$
declare
  first_name text := (select split_part(name, ' ', 1) from person where id = erased);
  served uuid[] := array(select c.id from conversation c where c.contact_id in (select contact_id from segment where agent_id = erased));
  sessions int; names int; said int; greetings int;
begin
  if not erases_people() then raise insufficient_privilege; end if;
  delete from session where person_id = erased;
  get diagnostics sessions = row_count;
  delete from credential where person_id = erased;
  delete from one_time_link where person_id = erased;
  delete from personal_settings where person_id = erased;
  delete from help_request where agent_id = erased;
  delete from announcement where author_id = erased;
  get diagnostics said = row_count;
  delete from announcement_reader where person_id = erased;
  delete from idempotent_request where principal = 'staff:' || erased;
  delete from agent_skill where agent_id = erased;
  delete from agent_channel where agent_id = erased;
  delete from queue_member where agent_id = erased;
  update agent set removed_at = coalesce(removed_at, now), version = version + 1, last_edit = '' where id = erased;
  update team set lead_id = null, version = version + 1, last_edit = '' where lead_id = erased;
  update message set author_name = null where author_id = erased and author_name is not null;
  get diagnostics names = row_count;
  update message set text = replace(text, first_name, '–'), code_values = code_values || '{"name": "–"}'
  where conversation_id = any(served) and kind = 'system' and code_values ->> 'name' = first_name;
  get diagnostics greetings = row_count;
  update conversation set agent_name = null where id = any(served) and agent_name = first_name;
  update person set name = '–', email = 'erased-' || id || '@invalid', language = 'en', roles = '{}', partners = '{}',
    version = version + 1
  where id = erased;
  return jsonb_build_object('sessions', sessions, 'announcements', said, 'messages', names + greetings);
end $$;

create function erase_old_files(partner uuid, before timestamptz) returns int
language plpgsql security definer set search_path = centrala, pg_temp as $$
declare files int;
begin
  if not erases_people() then raise insufficient_privilege; end if;
  delete from file where partner_id = partner and at < before;
  get diagnostics files = row_count;
  return files;
end $$;

create function erase_old_audit(before timestamptz) returns int
language plpgsql security definer set search_path = centrala, pg_temp as $$
declare lines int;
begin
  if not erases_people() then raise insufficient_privilege; end if;
  delete from audit where at < before;
  get diagnostics lines = row_count;
  return lines;
end $$;
