-- People who sign in. Instants come from the program's clock, so that tests can pass time.

create table person (
  id uuid primary key,
  email text collate "C" not null unique check (email = lower(email) and length(email) between 3 and 254),
  name text not null check (length(name) between 1 and 200),
  language text collate "C" not null,
  roles text[] not null check (roles <@ '{agent,lead,planner,quality,admin,partner-viewer}'::text[]),
  -- Partners whose data the person may see; administrators see all, whatever stands here.
  partners uuid[] not null default '{}',
  -- Grows with every change of what the person may do; live connections opened before it are closed.
  version integer not null default 1,
  created_at timestamptz not null,
  deactivated_at timestamptz,
  -- A partner's viewer is no colleague: the role stands alone.
  check (not ('partner-viewer' = any(roles)) or cardinality(roles) = 1)
);

-- Apart from person, because colleagues may see each other but never this.
create table credential (
  person_id uuid primary key references person on delete cascade,
  password_hash text,
  -- Sealed with the installation's key; see SealedSecret.
  totp_secret bytea,
  totp_confirmed_at timestamptz,
  -- The step of the last accepted code: codes up to it are spent.
  totp_last_step bigint not null default 0
);

-- Wrong attempts by the hash of the e-mail address that was typed, known or not: both look alike from outside.
create table sign_in_failure (
  email_hash bytea primary key,
  failures integer not null,
  last_at timestamptz not null,
  locked_until timestamptz not null
);
create index sign_in_failure_age on sign_in_failure (last_at);

create table session (
  id uuid primary key,
  token_hash bytea not null unique,
  person_id uuid not null references person on delete cascade,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  address inet,
  -- The browser as it names itself, shown to the person beside the session.
  browser text check (length(browser) <= 300)
);
create index session_of_person on session (person_id) where ended_at is null;
create index session_age on session (expires_at);

create table one_time_link (
  token_hash bytea primary key,
  kind text collate "C" not null check (kind in ('invitation', 'password-reset', 'first-administrator')),
  person_id uuid references person on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  check ((kind = 'first-administrator') = (person_id is null))
);
create index one_time_link_of_person on one_time_link (person_id);

create table api_token (
  id uuid primary key,
  name text not null check (length(name) between 1 and 200),
  token_hash bytea not null unique,
  -- The first letters, by which people recognise it.
  hint text not null check (length(hint) <= 12),
  scopes text[] not null,
  partners uuid[] not null default '{}',
  all_partners boolean not null,
  created_by uuid not null references person,
  created_at timestamptz not null,
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz
);

-- Append-only: who administered what, and who read a conversation that was not theirs. Ids only, no names, so that
-- erasing a person leaves the history whole.
create table audit (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  actor_kind text collate "C" not null,
  actor_id uuid not null,
  action text collate "C" not null check (length(action) between 1 and 100),
  subject_kind text collate "C" not null,
  subject_id uuid,
  details jsonb
);

-- Answers to requests that carried an Idempotency-Key. A row without an answer is a request that was started.
create table idempotent_request (
  principal text collate "C" not null,
  key text collate "C" not null check (length(key) between 1 and 100),
  request_hash bytea not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  status integer,
  media_type text,
  location text,
  -- Sealed: an answer may hold a link or a token that is shown once.
  body bytea,
  primary key (principal, key)
);
create index idempotent_request_age on idempotent_request (started_at);

call close_table('person');
call close_table('credential');
call close_table('sign_in_failure');
call close_table('session');
call close_table('one_time_link');
call close_table('api_token');
call close_table('audit');
call close_table('idempotent_request');

grant select, insert, update on person, credential, session, api_token to centrala_app;
grant select, insert, update, delete on one_time_link, sign_in_failure, idempotent_request to centrala_app;
grant delete on session to centrala_app;
grant select, insert on audit to centrala_app;

-- 'system' is the program before it knows who asks: sign-in, links, the check of a cookie.
create policy self on person for select to centrala_app using (id = (select principal_id()));
create policy colleagues on person for select to centrala_app using (
  (select principal_kind()) in ('staff', 'token')
  and ((select principal_sees_every_partner()) or partners && (select principal_partners())));
create policy administered on person to centrala_app
  using ((select principal_kind()) = 'system' or (select principal_has_role('admin')))
  with check ((select principal_kind()) = 'system' or (select principal_has_role('admin')));

create policy own on credential to centrala_app
  using (person_id = (select principal_id()) or (select principal_kind()) = 'system')
  with check (person_id = (select principal_id()) or (select principal_kind()) = 'system');

create policy sign_in on sign_in_failure to centrala_app
  using ((select principal_kind()) = 'system') with check ((select principal_kind()) = 'system');

create policy own on session to centrala_app
  using (person_id = (select principal_id()) or (select principal_kind()) = 'system'
         or (select principal_has_role('admin')))
  with check (person_id = (select principal_id()) or (select principal_kind()) = 'system'
         or (select principal_has_role('admin')));

create policy administered on one_time_link to centrala_app
  using ((select principal_kind()) = 'system' or (select principal_has_role('admin')))
  with check ((select principal_kind()) = 'system' or (select principal_has_role('admin')));

create policy administered on api_token to centrala_app
  using ((select principal_kind()) = 'system' or (select principal_has_role('admin')))
  with check ((select principal_kind()) = 'system' or (select principal_has_role('admin')));

create policy readers on audit for select to centrala_app
  using ((select principal_has_role('admin'))
         or (select principal_kind()) = 'token' and (select principal_has_role('read-audit')));
-- Nobody but the program itself writes in another's name.
create policy writers on audit for insert to centrala_app with check (
  (select principal_kind()) = 'system'
  or actor_kind = (select principal_kind()) and actor_id = (select principal_id()));

create policy own on idempotent_request to centrala_app
  using (principal = (select principal_kind()) || ':' || (select principal_id())::text
         or (select principal_kind()) = 'system')
  with check (principal = (select principal_kind()) || ':' || (select principal_id())::text);
