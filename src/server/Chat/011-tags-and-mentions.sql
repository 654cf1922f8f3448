-- What a conversation is about, in a word each; a partner's list is what was used.
create table conversation_tag (
  conversation_id uuid not null references conversation,
  partner_id uuid not null,
  name text not null check (name = lower(name) and length(name) between 1 and 40),
  by_id uuid not null,
  at timestamptz not null,
  primary key (conversation_id, name)
);
create index conversation_tag_of_partner on conversation_tag (partner_id, at desc);

-- Colleagues named in a note: each is told, and has it in a list until he has read it.
create table mention (
  conversation_id uuid not null references conversation,
  number integer not null,
  person_id uuid not null references person,
  partner_id uuid not null,
  by_id uuid not null,
  at timestamptz not null,
  read_at timestamptz,
  primary key (conversation_id, number, person_id)
);
create index mention_of_person on mention (person_id, at desc);

call close_table('conversation_tag');
call close_table('mention');
grant select, insert, delete on conversation_tag to centrala_app;
grant select, insert, update on mention to centrala_app;

create policy served on conversation_tag for select to centrala_app using (
  (select principal_kind()) in ('staff', 'token', 'system') and sees_partner(partner_id));
create policy tagged on conversation_tag for insert to centrala_app with check (
  (select principal_kind()) = 'staff' and by_id = (select principal_id()) and sees_partner(partner_id));
create policy untagged on conversation_tag for delete to centrala_app using (
  (select principal_kind()) = 'staff' and sees_partner(partner_id));

create policy own on mention for select to centrala_app using (
  (select principal_kind()) = 'staff' and person_id = (select principal_id()) and sees_partner(partner_id));
create policy read on mention for update to centrala_app
  using ((select principal_kind()) = 'staff' and person_id = (select principal_id()) and sees_partner(partner_id))
  with check (person_id = (select principal_id()) and sees_partner(partner_id));
create policy written on mention for insert to centrala_app with check (
  (select principal_kind()) = 'staff' and by_id = (select principal_id()) and sees_partner(partner_id));
