-- Who shuts a visitor out ends the chat: staff, and only a chat that they see. Kind 21 ends a contact.
create policy ended on inbox for insert to centrala_app with check (
  (select principal_kind()) = 'staff' and command_kind(command) = 21
  and exists (select from conversation c where c.contact_id = command_contact(command)));
