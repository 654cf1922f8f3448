-- What a request may put into the inbox: not only who asks, but what the command is and whose contact it names.

-- What a command does, as the router's own list numbers it; 0 when it is in no known format. The first byte is the inbox's
-- format, then come five ids of 16 bytes, then the journal's format and the kind.
create function command_kind(command bytea) returns int language sql immutable parallel safe as
$$ select case when length(command) > 82 and get_byte(command, 0) = 1 then get_byte(command, 82) else 0 end $$;

-- The contact that a command names; all zeros when it names none.
create function command_contact(command bytea) returns uuid language sql immutable parallel safe as
$$ select encode(substr(command, 2, 16), 'hex')::uuid $$;

drop policy configured on inbox;
create policy program on inbox for insert to centrala_app with check ((select principal_kind()) = 'system');
-- Kinds 1 to 19 configure the cell; nobody but who manages the organisation does that.
create policy configured on inbox for insert to centrala_app
  with check ((select manages_organisation()) and command_kind(command) between 1 and 19);

-- Whatever was set aside came in by its own door and goes back as it is.
create function return_set_aside(wanted bigint) returns boolean
language plpgsql security definer set search_path = centrala, pg_temp as $$
begin
  if not principal_has_role('admin') then return false; end if;
  with taken as (delete from set_aside where id = wanted returning cell, command, received_at)
  insert into inbox (cell, command, received_at) select cell, command, received_at from taken;
  return found;
end $$;
revoke execute on function return_set_aside from public;
grant execute on function return_set_aside to centrala_app;
