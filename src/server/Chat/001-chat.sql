-- Chats between customers and the centre: where they come from, what was said, and what was handed over.

-- A chat on web pages. Its key stands in the page's script tag and is no secret.
create table widget (
  id uuid primary key,
  key text collate "C" not null unique check (key ~ '^[a-z0-9-]{8,64}$'),
  partner_id uuid not null references partner,
  name text not null check (length(name) between 1 and 100),
  colour text collate "C" not null check (colour ~ '^#[0-9a-f]{6}$'),
  languages text[] not null check (cardinality(languages) between 1 and 20),
  queue_id uuid not null references queue,
  origins text[] not null,                                  -- pages that may use it; '*' lets every page
  name_field text collate "C" not null check (name_field in ('required', 'optional', 'hidden')),
  email_field text collate "C" not null check (email_field in ('required', 'optional', 'hidden')),
  consent boolean not null,
  consent_link text,
  greetings jsonb not null default '{}',                    -- by language
  files_per_message smallint not null check (files_per_message between 0 and 10),
  identity_secret bytea,                                    -- sealed; null: the page's customers are not vouched for
  version integer not null default 1,
  removed_at timestamptz
);
create index widget_of_partner on widget (partner_id);
create index widget_of_queue on widget (queue_id);

-- The queue of a language, where it is not the widget's own.
create table widget_queue (
  widget_id uuid not null references widget,
  language text collate "C" not null,
  queue_id uuid not null references queue,
  primary key (widget_id, language)
);
create index widget_queue_of_queue on widget_queue (queue_id);

create table conversation (
  id uuid primary key,
  contact_id uuid not null unique,                          -- the router's name for the work that it is
  widget_id uuid not null references widget,
  partner_id uuid not null,
  queue_id uuid not null,                                   -- where it entered
  client_id uuid not null,                                  -- made in the browser: a repeated start changes nothing
  visitor_id uuid not null,                                 -- the browser, as far as it remembers
  address inet,
  language text collate "C" not null,
  customer_name text,
  customer_email text,
  identity text,                                            -- the customer's id at the partner, vouched for by its page
  page text,
  consented boolean not null,
  started_at timestamptz not null,
  last_number integer not null,                             -- of the newest message
  customer_last integer not null,                           -- the customer's newest message
  awaited_since timestamptz,                                -- since when the customer has owed an answer
  reminded_at timestamptz,
  attention_at timestamptz,                                 -- when the silence is due to be looked at
  agent_name text,                                          -- of whoever answers now, as the customer may know it
  ended_at timestamptz,
  ended_reason text collate "C",                            -- agent, customer, silent, other
  unique (widget_id, client_id)
);
create index conversation_of_partner on conversation (partner_id, started_at desc);
create index conversation_needing_attention on conversation (attention_at) where attention_at is not null;

create table message (
  conversation_id uuid not null references conversation,
  number integer not null check (number > 0),
  partner_id uuid not null,
  client_id uuid not null,                                  -- made by whoever wrote it: a repetition changes nothing
  kind text collate "C" not null check (kind in ('reply', 'note', 'system')),
  author_kind text collate "C" not null check (author_kind in ('customer', 'agent', 'lead', 'system')),
  author_id uuid,
  author_name text,
  text text not null,
  code text collate "C",                                    -- names a message of the system, to be said in any language
  code_values jsonb,
  at timestamptz not null,
  primary key (conversation_id, number),
  unique (conversation_id, client_id)
);

-- How far each side has got. Apart from conversation, because it changes often and with other rows beside it.
create table receipt (
  conversation_id uuid primary key references conversation,
  partner_id uuid not null,
  customer_received integer not null default 0,
  customer_received_at timestamptz,                         -- when the number last rose
  customer_read integer not null default 0,
  customer_read_at timestamptz,
  staff_received integer not null default 0,
  staff_read integer not null default 0
);

create table file (
  id uuid primary key,
  conversation_id uuid not null references conversation,
  partner_id uuid not null,
  client_id uuid not null,
  by_customer boolean not null,
  by_id uuid,
  message_number integer,                                   -- null until a message carries it
  note boolean not null default false,
  name text not null check (length(name) between 1 and 200),
  media_type text collate "C" not null,
  bytes integer not null check (bytes between 1 and 5242880),
  content bytea not null,
  at timestamptz not null,
  unique (conversation_id, client_id)
);
alter table file alter column content set storage external;
create index file_of_message on file (conversation_id, message_number);
create index file_age on file (at) where message_number is null;

create table blocked_visitor (
  id uuid primary key,
  partner_id uuid not null,
  conversation_id uuid not null references conversation,
  visitor_id uuid not null,
  address inet,                                             -- for a short time only: addresses change hands
  address_until timestamptz,
  identity text,
  blocked_by uuid not null,
  at timestamptz not null,
  removed_at timestamptz
);
create index blocked_visitor_by_visitor on blocked_visitor (partner_id, visitor_id) where removed_at is null;
create index blocked_visitor_of_conversation on blocked_visitor (conversation_id);

call close_table('widget');
call close_table('widget_queue');
call close_table('conversation');
call close_table('message');
call close_table('receipt');
call close_table('file');
call close_table('blocked_visitor');

grant select, insert, update on widget, conversation, file, blocked_visitor to centrala_app;
grant select, insert, delete on widget_queue to centrala_app;
grant select on message, receipt to centrala_app;
grant select, insert, update on receipt to centrala_intake;
grant select, insert, update, delete on file to centrala_intake;
grant select, insert, update on conversation to centrala_intake;
grant select, insert on message to centrala_intake;

-- Intake checks permission before it stores: it has no actor.
create policy intake on conversation to centrala_intake using (true) with check (true);
create policy intake on message to centrala_intake using (true) with check (true);
create policy intake on receipt to centrala_intake using (true) with check (true);
create policy intake on file to centrala_intake using (true) with check (true);

create policy served on widget for select to centrala_app using (sees_partner(partner_id));
create policy managed on widget to centrala_app
  using ((select manages_organisation()) and sees_partner(partner_id))
  with check ((select manages_organisation()) and sees_partner(partner_id));
create policy served on widget_queue for select to centrala_app using (
  exists (select from widget w where w.id = widget_id));
create policy managed on widget_queue to centrala_app
  using ((select manages_organisation()) and exists (select from widget w where w.id = widget_id))
  with check ((select manages_organisation()) and exists (select from widget w where w.id = widget_id));

-- A visitor's principal id is his conversation. A partner's people see neither notes nor who was blocked.
create policy visitor on conversation for select to centrala_app using (
  (select principal_kind()) = 'visitor' and id = (select principal_id()));
create policy served on conversation for select to centrala_app using (
  (select principal_kind()) in ('staff', 'partner', 'token', 'system') and sees_partner(partner_id));
create policy noted on conversation for update to centrala_app
  using ((select principal_kind()) in ('staff', 'system') and sees_partner(partner_id))
  with check ((select principal_kind()) in ('staff', 'system') and sees_partner(partner_id));

create policy visitor on message for select to centrala_app using (
  (select principal_kind()) = 'visitor' and conversation_id = (select principal_id()) and kind <> 'note');
create policy partner on message for select to centrala_app using (
  (select principal_kind()) = 'partner' and sees_partner(partner_id) and kind <> 'note');
create policy served on message for select to centrala_app using (
  (select principal_kind()) in ('staff', 'token', 'system') and sees_partner(partner_id));

create policy visitor on receipt for select to centrala_app using (
  (select principal_kind()) = 'visitor' and conversation_id = (select principal_id()));
create policy served on receipt for select to centrala_app using (
  (select principal_kind()) in ('staff', 'token', 'system') and sees_partner(partner_id));

create policy visitor on file for select to centrala_app using (
  (select principal_kind()) = 'visitor' and conversation_id = (select principal_id()) and not note
  and (by_customer or message_number is not null));
create policy partner on file for select to centrala_app using (
  (select principal_kind()) = 'partner' and sees_partner(partner_id) and not note and message_number is not null);
create policy served on file for select to centrala_app using (
  (select principal_kind()) in ('staff', 'token', 'system') and sees_partner(partner_id));

create policy staff on blocked_visitor to centrala_app
  using ((select principal_kind()) in ('staff', 'system') and sees_partner(partner_id))
  with check ((select principal_kind()) in ('staff', 'system') and sees_partner(partner_id));

-- How the visitor's own contact stands.
create policy visitor on contact for select to centrala_app using (
  (select principal_kind()) = 'visitor' and exists (select from conversation c where c.contact_id = contact.id));
