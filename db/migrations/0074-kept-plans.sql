-- Every policy asks whose rows somebody sees, so every statement pays for these functions. One in SQL that runs as its owner is planned anew with
-- each call (up to PostgreSQL 17), one in PL/pgSQL once per connection; one in SQL that runs as its caller becomes part of the statement,
-- where its body was bound to its names when it was made. A test fails on a function of this schema that is neither.

create or replace function access.person() returns uuid language sql stable
return nullif(current_setting('lotsenwerk.person', true), '')::uuid;

create or replace function access.acting_for() returns uuid language sql stable
return nullif(current_setting('lotsenwerk.acting_for', true), '')::uuid;

create or replace function access.is_operator() returns boolean language sql stable
return coalesce(current_setting('lotsenwerk.operator', true), '') = 'on';

create or replace function access.today() returns date language sql stable
return nullif(current_setting('lotsenwerk.today', true), '')::date;

create or replace function access.now() returns timestamptz language sql stable
return nullif(current_setting('lotsenwerk.now', true), '')::timestamptz;

grant create on schema access to lotsenwerk_access;
set local role lotsenwerk_access;

create or replace function access.municipal_roles() returns text[] language sql immutable
return '{chiefExecutive,securityOfficer,navigator,officeHead,dataProtectionOfficer,itStaff,organizationAdmin}'::text[];

set local role lotsenwerk_owner;

-- The others keep their words; PL/pgSQL is told to take a name for a column first, as SQL does.
do $do$
declare
  f record;
begin
  for f in select p.oid, p.oid::regprocedure as name, p.proowner::regrole as owner, p.prosrc, p.prosecdef, p.provolatile, pg_get_function_arguments(p.oid) as arguments,
                  pg_get_function_result(p.oid) as result
             from pg_proc p join pg_namespace n on n.oid = p.pronamespace join pg_language l on l.oid = p.prolang
            where n.nspname = 'access' and l.lanname = 'sql' and p.prosqlbody is null and not p.proretset
            order by p.oid loop
    execute format('set local role %s', f.owner);
    execute format($make$create or replace function access.%I(%s) returns %s language plpgsql %s %s set search_path = '' as $body$
#variable_conflict use_column
begin
  return (%s);
end $body$$make$, split_part(split_part(f.name::text, '(', 1), '.', 2), f.arguments, f.result,
      case f.provolatile when 'i' then 'immutable' when 's' then 'stable' else 'volatile' end,
      case when f.prosecdef then 'security definer' else '' end,
      rtrim(f.prosrc, E' \n;'));
  end loop;
  set local role lotsenwerk_owner;
end $do$;

revoke create on schema access from lotsenwerk_access;
