-- A lead's advice is seen by the agent whom it advises and by those who lead or review, not by every colleague.
create policy coached on message as restrictive for select to centrala_app using (
  code is distinct from 'coach'
  or (select principal_kind()) = 'system'
  or (select principal_kind()) = 'staff' and (
    author_id = (select principal_id())
    or code_values ->> 'to' = (select principal_id())::text
    or (select principal_has_role('lead')) or (select principal_has_role('quality')) or (select principal_has_role('admin'))));
