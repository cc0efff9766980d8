-- Run once by the database administrator, as superuser, in the database of Lotsenwerk (npx lotsenwerk roles | psql …).
-- Running it again changes nothing. Then give the two logins a password:
--   alter role lotsenwerk password '…';        -- DATABASE_URL: serves
--   alter role lotsenwerk_owner password '…';  -- DATABASE_OWNER_URL: migrates
-- NOINHERIT: whoever forgets SET ROLE gets "permission denied", not every row.
do $$
declare
  name text;
begin
  -- Servers that start at once wait for each other; roles belong to all databases of the server, so only what is missing is touched.
  perform pg_advisory_xact_lock(7112025);
  foreach name in array array['lotsenwerk', 'lotsenwerk_owner', 'lotsenwerk_app', 'lotsenwerk_access', 'lotsenwerk_worker', 'lotsenwerk_insights'] loop
    if not exists (select from pg_catalog.pg_roles where rolname = name) then
      execute format('create role %I noinherit', name);
    end if;
  end loop;
  foreach name in array array['lotsenwerk', 'lotsenwerk_owner'] loop
    if not exists (select from pg_catalog.pg_roles where rolname = name and rolcanlogin) then
      execute format('alter role %I login', name);
    end if;
  end loop;
  -- The serving login may become the powerless role, the one that claims jobs and the one that counts for pictures, and nothing else.
  foreach name in array array['lotsenwerk_app', 'lotsenwerk_worker', 'lotsenwerk_insights'] loop
    if not pg_has_role('lotsenwerk', name, 'MEMBER') then
      execute format('grant %I to lotsenwerk', name);
    end if;
  end loop;
  -- ALTER FUNCTION … OWNER TO needs membership in the new owner.
  if not pg_has_role('lotsenwerk_owner', 'lotsenwerk_access', 'MEMBER') then
    grant lotsenwerk_access to lotsenwerk_owner;
  end if;
  execute format('grant connect on database %I to lotsenwerk, lotsenwerk_owner', current_database());
  execute format('grant create on database %I to lotsenwerk_owner', current_database());
  -- Demo and tests on a server whose login may create roles but is no superuser: it must be able to step down.
  if not (select rolsuper from pg_catalog.pg_roles where rolname = current_user) then
    execute format('grant lotsenwerk_app, lotsenwerk_owner, lotsenwerk_access, lotsenwerk_worker, lotsenwerk_insights to %I', current_user);
  end if;
end $$;
