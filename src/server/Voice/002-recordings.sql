-- Calls that are recorded: which queues want it, what lies on the disk, and when it goes.

create table recording_rule (
  queue_id uuid primary key references queue,
  partner_id uuid not null references partner,
  records boolean not null,
  notice text collate "C" not null check (notice in ('none', 'beep')),
  days integer check (days between 1 and 36500)             -- since the call; null: as long as the partner's conversations
);

create table recording (
  id uuid primary key,
  contact_id uuid not null,
  partner_id uuid not null,
  queue_id uuid not null,
  node text collate "C" not null,                           -- the machine on whose disk it lies
  started_at timestamptz not null,
  ended_at timestamptz,
  seconds integer not null default 0,
  outcome text collate "C" check (outcome in ('whole', 'disk-full', 'unwritable', 'cut')),
  erased_at timestamptz,                                    -- from here on nobody can hear it
  file_gone_at timestamptz
);
create index recording_of_contact on recording (contact_id);
create index recording_kept on recording (queue_id, started_at) where erased_at is null;
create index recording_open on recording (node) where ended_at is null;
create index recording_to_delete on recording (node) where erased_at is not null and file_gone_at is null;

call close_table('recording_rule');
call close_table('recording');
grant select, insert, update on recording_rule to centrala_app;
grant select on recording to centrala_app;
grant select, insert, update on recording to centrala_intake;

create policy managed on recording_rule to centrala_app
  using (((select manages_organisation()) or (select principal_kind()) = 'system') and sees_partner(partner_id))
  with check ((select manages_organisation()) and sees_partner(partner_id));

create function hears_recordings() returns boolean language sql stable parallel safe as
$$ select principal_kind() = 'staff'
     and (principal_has_role('lead') or principal_has_role('quality') or principal_has_role('admin')) $$;

create policy heard on recording for select to centrala_app using ((select hears_recordings()) and sees_partner(partner_id));
-- What is on the disk is told by the program itself: it has no actor.
create policy intake on recording to centrala_intake using (true) with check (true);

-- Recordings that are older than their queue's rule, or their partner's, wants them.
create function erase_old_recordings(partner uuid, now timestamptz) returns int
language plpgsql security definer set search_path = centrala, pg_temp as $$
declare erased int;
begin
  if not erases_people() then raise insufficient_privilege; end if;
  update recording r set erased_at = now
  from (select q.id, coalesce(rule.days, kept.conversation_days) as days
        from queue q left join recording_rule rule on rule.queue_id = q.id left join retention kept on kept.partner_id = q.partner_id
        where q.partner_id = partner) as q
  where r.queue_id = q.id and r.erased_at is null and r.ended_at is not null and r.started_at < now - make_interval(days => q.days);
  get diagnostics erased = row_count;
  return erased;
end $$;

-- Everything about calls from one number: who called, what was said, what was noted of it.
create function erase_calls(partner uuid, from_number text, now timestamptz) returns jsonb
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
  update recording set erased_at = now where contact_id = any(contacts) and erased_at is null;
  get diagnostics recordings = row_count;
  update wrap_up set note = null where contact_id = any(contacts) and note is not null;
  get diagnostics notes = row_count;
  update history_entry set due = true, words = array_to_tsvector(array(
    select lexeme from unnest(words) as one (lexeme, positions, weights) where lexeme ~ '^[a-z]+:'))
  where contact_id = any(contacts);
  perform forget_words(spoken);
  analyze call, wrap_up, history_entry, history_word;
  return jsonb_build_object('calls', calls, 'recordings', recordings, 'notes', notes);
end $$;

-- Whether the log says already that the reader listens to it.
create function heard_lately(recording uuid, since timestamptz) returns boolean
language sql stable security definer set search_path = centrala, pg_temp as $$
  select exists (select from audit where subject_id = recording and action = 'recording-played' and actor_id = principal_id() and at > since)
$$;
