-- Who acts in this transaction. Unset shows nothing: no kind, no id, no partner.

create function principal_kind() returns text language sql stable parallel safe as
$$ select coalesce(current_setting('centrala.principal_kind', true), '') $$;

create function principal_id() returns uuid language sql stable parallel safe as
$$ select nullif(current_setting('centrala.principal_id', true), '')::uuid $$;

create function principal_has_role(role text) returns boolean language sql stable parallel safe as
$$ select role = any(coalesce(nullif(current_setting('centrala.principal_roles', true), ''), '{}')::text[]) $$;

create function principal_sees_every_partner() returns boolean language sql stable parallel safe as
$$ select coalesce(current_setting('centrala.principal_partners', true), '') = 'all' $$;

create function principal_partners() returns uuid[] language sql stable parallel safe as
$$ select case when coalesce(current_setting('centrala.principal_partners', true), '') in ('', 'all') then '{}'::uuid[]
          else current_setting('centrala.principal_partners', true)::uuid[] end $$;

-- For policies. The sub-selects make the planner ask once a statement and not once a row.
create function sees_partner(partner uuid) returns boolean language sql stable parallel safe as
$$ select (select principal_sees_every_partner()) or partner = any((select principal_partners())::uuid[]) $$;

-- Closes a table: forced row-level security, and only the owner passes. Each module then says who else sees what.
create procedure close_table(name regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', name);
  execute format('alter table %s force row level security', name);
  execute format('create policy owner on %s to centrala_owner using (true) with check (true)', name);
end $$;
