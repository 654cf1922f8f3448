-- How a person likes the workspace: follows from one computer to the next. Nobody else sees it.

create table personal_settings (
  person_id uuid primary key references person on delete cascade,
  language text collate "C",                                -- null: the person's own
  density text collate "C" not null check (density in ('comfortable', 'compact')),
  scheme text collate "C" not null check (scheme in ('auto', 'light', 'dark')),
  offer_sound boolean not null,
  message_sound boolean not null,
  volume smallint not null check (volume between 0 and 100),
  notifications boolean not null,
  preset text collate "C" not null check (preset in ('centrala', 'zendesk')),
  keys jsonb not null                                       -- action -> key, where they differ from the preset's
);
call close_table('personal_settings');
grant select, insert, update on personal_settings to centrala_app;

create policy own on personal_settings to centrala_app
  using ((select principal_kind()) in ('staff', 'partner') and person_id = (select principal_id()))
  with check ((select principal_kind()) in ('staff', 'partner') and person_id = (select principal_id()));
