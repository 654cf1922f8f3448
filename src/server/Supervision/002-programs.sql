-- Programs that may look at the floor see its alerts; those that may steer it say what raises one.
create policy watched_by_programs on alert for select to centrala_app using (
  (select principal_kind()) = 'token' and (select principal_has_role('see-floor')) and sees_partner(partner_id));
create policy steered_by_programs on alert_rule to centrala_app
  using ((select principal_kind()) = 'token' and (select principal_has_role('steer-floor')) and sees_partner(partner_id))
  with check ((select principal_kind()) = 'token' and (select principal_has_role('steer-floor')) and sees_partner(partner_id));
