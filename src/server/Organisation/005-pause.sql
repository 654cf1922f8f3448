-- While a row stands here somebody has closed the queue by hand for a while: it opens by itself at that instant.
create table queue_pause (
  queue_id uuid primary key references queue,
  partner_id uuid not null references partner,
  until timestamptz not null
);
create index queue_pause_of_partner on queue_pause (partner_id);
call close_table('queue_pause');

create function steers_floor() returns boolean language sql stable parallel safe as
$$ select principal_kind() = 'system'
       or (principal_kind() = 'staff' and (principal_has_role('lead') or principal_has_role('admin')))
       or (principal_kind() = 'token' and principal_has_role('steer-floor')) $$;

grant select, insert, update, delete on queue_pause to centrala_app;
create policy steered on queue_pause to centrala_app
  using ((select steers_floor()) and sees_partner(partner_id))
  with check ((select steers_floor()) and sees_partner(partner_id));
