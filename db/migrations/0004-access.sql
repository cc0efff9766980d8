-- Scopes: one list of organizations per purpose, computed once per statement, so that the policies use the index.
-- They look at the person, at whom the person acts for, and at the day: a grant that ends, ends with the next request.

create function access.organizations_as(roles text[]) returns uuid[] language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(distinct g.organization_id), '{}')
    from identity.role_grant g
   where g.person_id = access.person() and g.organization_id = access.acting_for() and g.role = any (roles)
     and g.from_day <= access.today() and (g.until_day is null or g.until_day >= access.today())
$$;

create function access.holds(roles text[]) returns boolean language sql stable security definer set search_path = '' as $$
  select cardinality(access.organizations_as(roles)) > 0 or (access.is_operator() and 'operator' = any (roles))
$$;

create function access.assigned_organizations() returns uuid[] language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(distinct a.organization_id), '{}')
    from identity.assignment a
   where a.person_id = access.person() and access.holds('{assessor}')
     and a.from_day <= access.today() and a.until_day >= access.today()
$$;

create function access.scope_member() returns uuid[] language sql stable set search_path = '' as $$
  select access.organizations_as('{chiefExecutive,securityOfficer,navigator,officeHead,dataProtectionOfficer,itStaff,organizationAdmin,programmeManager,guide,editor,procurer,office,assessor,contractorOffice,observer,administrator,member}')
$$;

create function access.scope_answer_write() returns uuid[] language sql stable set search_path = '' as
$$ select access.organizations_as('{chiefExecutive,securityOfficer,itStaff}') $$;

-- One list for own staff and the assigned assessor: two policies, or an OR of two lists, would cost the index.
create function access.scope_answer_read() returns uuid[] language sql stable set search_path = '' as
$$ select access.organizations_as('{chiefExecutive,securityOfficer,itStaff,dataProtectionOfficer}') || access.assigned_organizations() $$;

-- Oneself, colleagues, the assessors of one's organization, and for an assessor the staff of the organizations assigned.
create function access.visible_people() returns uuid[] language sql stable security definer set search_path = '' as $$
  select array_agg(found.person_id) from (
    select access.person() as person_id
    union
    select g.person_id from identity.role_grant g
     where g.organization_id = any (access.scope_member() || access.assigned_organizations())
    union
    select a.person_id from identity.assignment a
     where a.organization_id = any (access.scope_member())) found
$$;

-- Everything the pipeline must know about a person before it begins, as one row. Acting for an organization without a role there: no row.
create function identity.actor(person uuid, wanted uuid, today date)
  returns table (person_id uuid, name text, email text, acting_for uuid, roles text[], organizations jsonb)
  language sql stable security definer set search_path = '' as $$
  with grants as (
    select g.organization_id, g.role, o.name, o.kind, o.sort_key
      from identity.role_grant g join organizations.organization o on o.id = g.organization_id
     where g.person_id = person and g.from_day <= today and (g.until_day is null or g.until_day >= today)),
  places as (select distinct grants.organization_id, grants.name, grants.kind, grants.sort_key from grants),
  chosen as (
    select places.organization_id as id from places
     where places.organization_id = wanted or (wanted is null and (select count(*) from places) = 1))
  select p.id, p.name, p.email, (select chosen.id from chosen),
         coalesce((select array_agg(distinct grants.role) from grants where grants.organization_id = (select chosen.id from chosen)), '{}'),
         coalesce((select jsonb_agg(jsonb_build_object('id', places.organization_id, 'name', places.name, 'kind', places.kind) order by places.sort_key) from places), '[]')
    from identity.person p
   where p.id = person and (wanted is null or exists (select from chosen))
$$;

create function identity.session_actor(token text, idle_since timestamptz, opened_since timestamptz, today date)
  returns table (person_id uuid, name text, email text, acting_for uuid, roles text[], organizations jsonb, last_seen_at timestamptz)
  language sql stable security definer set search_path = '' as $$
  select a.*, s.last_seen_at
    from identity.session s cross join lateral identity.actor(s.person_id, s.acting_for, today) a
   where s.token_hash = token and s.last_seen_at > idle_since and s.created_at > opened_since
$$;

create function identity.token_actor(token text, at timestamptz, wanted uuid, today date)
  returns table (person_id uuid, name text, email text, acting_for uuid, roles text[], organizations jsonb)
  language sql stable security definer set search_path = '' as $$
  select a.*
    from identity.api_token t cross join lateral identity.actor(t.person_id, wanted, today) a
   where t.token_hash = token and t.expires_at > at
$$;

create function identity.token_person(token text, at timestamptz) returns uuid language sql stable security definer set search_path = '' as
$$ select t.person_id from identity.api_token t where t.token_hash = token and t.expires_at > at $$;

-- Counts the attempt before the password is looked at, so that parallel guesses count too. Keys older than the window start anew.
create function identity.begin_sign_in(address text, keys text[], limits integer[], at timestamptz, window_length interval)
  returns table (wait_seconds integer, person_id uuid, password_hash text)
  language plpgsql security definer set search_path = '' as $$
declare
  place integer;
  counted identity.sign_in_attempt;
begin
  wait_seconds := 0;
  for place in 1 .. cardinality(keys) loop
    insert into identity.sign_in_attempt as a (key, window_began_at, attempts) values (keys[place], at, 1)
      on conflict (key) do update set
        attempts = case when a.window_began_at <= at - window_length then 1 else a.attempts + 1 end,
        window_began_at = case when a.window_began_at <= at - window_length then at else a.window_began_at end
      returning * into counted;
    if counted.attempts > limits[place] then
      wait_seconds := greatest(wait_seconds, ceil(extract(epoch from counted.window_began_at + window_length - at))::integer);
    end if;
  end loop;
  -- Rows that another attempt holds are left to a later one: it may wait for a row of ours.
  delete from identity.sign_in_attempt a where a.key in (
    select o.key from identity.sign_in_attempt o where o.window_began_at <= at - window_length * 4 for update skip locked);
  if wait_seconds = 0 then
    select p.id, w.hash into person_id, password_hash
      from identity.person p join identity.password w on w.person_id = p.id where p.email = address;
  end if;
  return next;
end $$;

create function identity.open_session(token text, person uuid, forgiven text, at timestamptz, opened_since timestamptz)
  returns void language sql security definer set search_path = '' as $$
  delete from identity.sign_in_attempt where key = forgiven;
  delete from identity.session where created_at <= opened_since;
  insert into identity.session (token_hash, person_id, created_at, last_seen_at) values (token, person, at, at);
$$;

create function identity.touch_session(token text, at timestamptz) returns void language sql security definer set search_path = '' as
$$ update identity.session set last_seen_at = at where token_hash = token and last_seen_at < at $$;

create function identity.close_session(token text) returns void language sql security definer set search_path = '' as
$$ delete from identity.session where token_hash = token $$;

-- The operator's verbs: the command line on the server itself, never a request.
create function identity.set_password(person uuid, hash text, at timestamptz) returns void language plpgsql security definer set search_path = '' as $$
begin
  if not access.is_operator() then raise insufficient_privilege; end if;
  insert into identity.password as w (person_id, hash, changed_at) values (person, set_password.hash, at)
    on conflict (person_id) do update set hash = excluded.hash, changed_at = excluded.changed_at;
end $$;

create function identity.person_for_token(address text)
  returns table (person_id uuid, name text, is_demo boolean, has_tenant_role boolean)
  language plpgsql stable security definer set search_path = '' as $$
begin
  if not access.is_operator() then raise insufficient_privilege; end if;
  return query
    select p.id, p.name, p.is_demo, exists (
             select from identity.role_grant g join organizations.organization o on o.id = g.organization_id
              where g.person_id = p.id and (g.until_day is null or g.until_day >= access.today())
                and o.kind not in ('cooperative', 'contractor', 'ministry'))
      from identity.person p where p.email = address;
end $$;

create function identity.issue_token(id uuid, token text, person uuid, at timestamptz, expires timestamptz)
  returns void language plpgsql security definer set search_path = '' as $$
begin
  if not access.is_operator() then raise insufficient_privilege; end if;
  insert into identity.api_token (id, token_hash, person_id, created_at, expires_at) values (issue_token.id, token, person, at, expires);
end $$;

revoke execute on all functions in schema access, identity from public;
grant execute on all functions in schema access to lotsenwerk_app, lotsenwerk_access;
grant execute on all functions in schema identity to lotsenwerk_app, lotsenwerk_access;
revoke execute on function identity.actor(uuid, uuid, date) from lotsenwerk_app;

grant create on schema identity to lotsenwerk_access;
alter function access.organizations_as(text[]) owner to lotsenwerk_access;
alter function access.holds(text[]) owner to lotsenwerk_access;
alter function access.assigned_organizations() owner to lotsenwerk_access;
alter function access.visible_people() owner to lotsenwerk_access;
alter function identity.actor(uuid, uuid, date) owner to lotsenwerk_access;
alter function identity.session_actor(text, timestamptz, timestamptz, date) owner to lotsenwerk_access;
alter function identity.token_actor(text, timestamptz, uuid, date) owner to lotsenwerk_access;
alter function identity.token_person(text, timestamptz) owner to lotsenwerk_access;
alter function identity.begin_sign_in(text, text[], integer[], timestamptz, interval) owner to lotsenwerk_access;
alter function identity.open_session(text, uuid, text, timestamptz, timestamptz) owner to lotsenwerk_access;
alter function identity.touch_session(text, timestamptz) owner to lotsenwerk_access;
alter function identity.close_session(text) owner to lotsenwerk_access;
alter function identity.set_password(uuid, text, timestamptz) owner to lotsenwerk_access;
alter function identity.person_for_token(text) owner to lotsenwerk_access;
alter function identity.issue_token(uuid, text, uuid, timestamptz, timestamptz) owner to lotsenwerk_access;
revoke create on schema identity from lotsenwerk_access;

-- Policies of the tables of 0002 and 0003, which the scopes themselves read.
alter table organizations.organization enable row level security, force row level security;
create policy maintenance on organizations.organization to lotsenwerk_owner using (true) with check (true);
create policy definer on organizations.organization for select to lotsenwerk_access using (true);
create policy signed_in on organizations.organization for select to lotsenwerk_app
  using ((select access.person() is not null or access.is_operator()));
create policy cooperative_adds on organizations.organization for insert to lotsenwerk_app
  with check ((select access.holds('{programmeManager,office,administrator,operator}')));
create policy cooperative_changes on organizations.organization for update to lotsenwerk_app
  using ((select access.holds('{programmeManager,office,administrator,operator}')))
  with check ((select access.holds('{programmeManager,office,administrator,operator}')));
grant select, insert, update on organizations.organization to lotsenwerk_app;
grant select on organizations.organization to lotsenwerk_access;

alter table identity.person enable row level security, force row level security;
create policy maintenance on identity.person to lotsenwerk_owner using (true) with check (true);
create policy definer on identity.person for select to lotsenwerk_access using (true);
create policy acquainted on identity.person for select to lotsenwerk_app
  using (id = any ((select access.visible_people())::uuid[]));
create policy operator_reads on identity.person for select to lotsenwerk_app using ((select access.is_operator()));
create policy operator_adds on identity.person for insert to lotsenwerk_app with check ((select access.is_operator()));
grant select, insert on identity.person to lotsenwerk_app;
grant select on identity.person to lotsenwerk_access;

alter table identity.role_grant enable row level security, force row level security;
create policy maintenance on identity.role_grant to lotsenwerk_owner using (true) with check (true);
create policy definer on identity.role_grant for select to lotsenwerk_access using (true);
create policy colleagues on identity.role_grant for select to lotsenwerk_app
  using (organization_id = any ((select access.scope_member())::uuid[]));
create policy operator_adds on identity.role_grant for insert to lotsenwerk_app with check ((select access.is_operator()));
grant select, insert on identity.role_grant to lotsenwerk_app;
grant select on identity.role_grant to lotsenwerk_access;

alter table identity.assignment enable row level security, force row level security;
create policy maintenance on identity.assignment to lotsenwerk_owner using (true) with check (true);
create policy definer on identity.assignment for select to lotsenwerk_access using (true);
create policy concerned on identity.assignment for select to lotsenwerk_app
  using (organization_id = any ((select access.scope_member() || access.assigned_organizations())::uuid[]));
create policy operator_adds on identity.assignment for insert to lotsenwerk_app with check ((select access.is_operator()));
grant select, insert on identity.assignment to lotsenwerk_app;
grant select on identity.assignment to lotsenwerk_access;

alter table identity.password enable row level security, force row level security;
create policy maintenance on identity.password to lotsenwerk_owner using (true) with check (true);
create policy definer on identity.password to lotsenwerk_access using (true) with check (true);
grant select, insert, update on identity.password to lotsenwerk_access;

alter table identity.session enable row level security, force row level security;
create policy maintenance on identity.session to lotsenwerk_owner using (true) with check (true);
create policy definer on identity.session to lotsenwerk_access using (true) with check (true);
grant select, insert, update, delete on identity.session to lotsenwerk_access;

alter table identity.api_token enable row level security, force row level security;
create policy maintenance on identity.api_token to lotsenwerk_owner using (true) with check (true);
create policy definer on identity.api_token to lotsenwerk_access using (true) with check (true);
grant select, insert on identity.api_token to lotsenwerk_access;

alter table identity.sign_in_attempt enable row level security, force row level security;
create policy maintenance on identity.sign_in_attempt to lotsenwerk_owner using (true) with check (true);
create policy definer on identity.sign_in_attempt to lotsenwerk_access using (true) with check (true);
grant select, insert, update, delete on identity.sign_in_attempt to lotsenwerk_access;
revoke create on schema access from lotsenwerk_access;
