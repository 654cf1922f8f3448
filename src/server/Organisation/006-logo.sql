-- A partner's picture, as its customers and those who serve them see it. Small: it is shown small.
create table partner_logo (
  partner_id uuid primary key references partner,
  media_type text collate "C" not null check (media_type in ('image/png', 'image/jpeg', 'image/webp')),
  content bytea not null check (octet_length(content) between 1 and 65536),
  version text collate "C" not null check (version ~ '^[0-9a-f]{16}$')  -- of the content: an address of its own for each picture
);
call close_table('partner_logo');
grant select, insert, update, delete on partner_logo to centrala_app;
create policy served on partner_logo for select to centrala_app using (sees_partner(partner_id));
create policy managed on partner_logo to centrala_app
  using ((select manages_organisation()) and sees_partner(partner_id))
  with check ((select manages_organisation()) and sees_partner(partner_id));
