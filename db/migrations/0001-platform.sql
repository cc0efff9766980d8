-- Settings of the running unit of work, and what the installation knows about itself.
-- Every table says its class in its comment (docs/access.md); a test fails on one that does not.

create schema platform;
create schema access;
grant usage on schema platform, access to lotsenwerk_app, lotsenwerk_access;

create function access.person() returns uuid language sql stable set search_path = '' as
$$ select nullif(current_setting('lotsenwerk.person', true), '')::uuid $$;

create function access.acting_for() returns uuid language sql stable set search_path = '' as
$$ select nullif(current_setting('lotsenwerk.acting_for', true), '')::uuid $$;

create function access.is_operator() returns boolean language sql stable set search_path = '' as
$$ select coalesce(current_setting('lotsenwerk.operator', true), '') = 'on' $$;

-- The local day of the clock that runs the request, never current_date: that one is the server's, and UTC.
create function access.today() returns date language sql stable set search_path = '' as
$$ select nullif(current_setting('lotsenwerk.today', true), '')::date $$;

create table platform.installation (
  only_one boolean primary key default true check (only_one),
  first_started_at timestamptz not null,
  demo_loaded_at timestamptz
);
comment on table platform.installation is 'class: system. One row: when this installation was first started.';
alter table platform.installation enable row level security, force row level security;
create policy maintenance on platform.installation to lotsenwerk_owner using (true) with check (true);
create policy definer on platform.installation to lotsenwerk_access using (true) with check (true);
grant select, insert, update on platform.installation to lotsenwerk_access;

create function platform.note_start(at timestamptz) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  insert into platform.installation (first_started_at) values (at) on conflict do nothing;
  return found;
end $$;
comment on function platform.note_start is 'True on the very first start.';

create function platform.note_demo(at timestamptz) returns void language sql security definer set search_path = '' as
$$ insert into platform.installation (first_started_at, demo_loaded_at) select at, at where access.is_operator()
     on conflict (only_one) do update set demo_loaded_at = excluded.demo_loaded_at $$;
comment on function platform.note_demo is 'Also before the very first start: demo accounts must never go unnoticed.';

create function platform.has_demo() returns boolean language sql stable security definer set search_path = '' as
$$ select exists (select from platform.installation where demo_loaded_at is not null) $$;

revoke execute on all functions in schema platform, access from public;
grant execute on all functions in schema access to lotsenwerk_app, lotsenwerk_access;
grant execute on all functions in schema platform to lotsenwerk_app;
grant create on schema platform, access to lotsenwerk_access;
alter function platform.note_start(timestamptz) owner to lotsenwerk_access;
alter function platform.note_demo(timestamptz) owner to lotsenwerk_access;
alter function platform.has_demo() owner to lotsenwerk_access;
revoke create on schema platform from lotsenwerk_access;

-- The serving login may ask which migrations have run, so that a server refuses to serve an older schema.
alter table migrations.migration enable row level security, force row level security;
create policy maintenance on migrations.migration to lotsenwerk_owner using (true) with check (true);
create function migrations.done() returns setof text language sql stable security definer set search_path = '' as
$$ select name from migrations.migration $$;
revoke execute on function migrations.done() from public;
grant usage on schema migrations to lotsenwerk;
grant execute on function migrations.done() to lotsenwerk;
