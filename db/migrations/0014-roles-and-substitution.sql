-- Roles with an end, deputies, and for whom somebody acts.

-- A right that ends at once has yesterday as its last day; for one that began today, or later, that is the day before its first.
alter table identity.role_grant drop constraint role_grant_check;
alter table identity.role_grant add constraint role_grant_days check (until_day >= from_day - 1);
alter table identity.role_grant add column ended_at timestamptz;
alter table identity.role_grant add column ended_by uuid references identity.person;
create index role_grant_ended_by on identity.role_grant (ended_by);

create table identity.substitution (
  id uuid primary key,
  organization_id uuid not null references organizations.organization,
  person_id uuid not null references identity.person,
  deputy_id uuid not null references identity.person,
  from_day date not null,
  until_day date not null,
  named_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid references identity.person,
  check (until_day >= from_day - 1),
  check (deputy_id <> person_id)
);
comment on table identity.substitution is 'class: tenant. Who stands in for whom, from when until when: the deputy has the municipal roles of the person meanwhile.';
create index substitution_organization on identity.substitution (organization_id, id);
create index substitution_person on identity.substitution (person_id);
create index substitution_deputy on identity.substitution (deputy_id);
create index substitution_ended_by on identity.substitution (ended_by);

create table identity.last_choice (
  person_id uuid primary key references identity.person,
  organization_id uuid not null references organizations.organization,
  chosen_at timestamptz not null
);
comment on table identity.last_choice is 'class: system. For whom somebody with several organizations acted last; offered first at the next sign-in.';
create index last_choice_organization on identity.last_choice (organization_id);

grant create on schema access, identity, audit to lotsenwerk_access;
grant select, update on identity.substitution to lotsenwerk_access;
grant insert on identity.substitution to lotsenwerk_access;
grant select, insert, update on identity.last_choice to lotsenwerk_access;
grant update on identity.role_grant to lotsenwerk_access;

set local role lotsenwerk_access;

create function access.municipal_roles() returns text[] language sql immutable set search_path = '' as
$$ select '{chiefExecutive,securityOfficer,navigator,officeHead,dataProtectionOfficer,itStaff,organizationAdmin}'::text[] $$;

-- For whom the person stands in today at the organization acted for. Only a colleague can be a deputy, and only for what the
-- represented person holds in truth: a deputy's deputy gets nothing of it.
create function access.represented() returns uuid[] language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(distinct s.person_id), '{}')
    from identity.substitution s
   where s.deputy_id = access.person() and s.organization_id = access.acting_for()
     and s.from_day <= access.today() and s.until_day >= access.today()
     and exists (select from identity.role_grant own
                  where own.person_id = s.deputy_id and own.organization_id = s.organization_id
                    and own.from_day <= access.today() and (own.until_day is null or own.until_day >= access.today()))
$$;

create or replace function access.organizations_as(roles text[]) returns uuid[] language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(distinct g.organization_id), '{}')
    from identity.role_grant g
   where (g.person_id = access.person()
          or (g.role = any (access.municipal_roles()) and g.person_id = any ((select access.represented())::uuid[])))
     and g.organization_id = access.acting_for() and g.role = any (roles)
     and g.from_day <= access.today() and (g.until_day is null or g.until_day >= access.today())
$$;

-- Substitutions of today that give the person a role they do not hold as well: what is done may rest on them.
create function access.substitutions_at_work() returns uuid[] language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(s.id), '{}')
    from identity.substitution s
   where s.deputy_id = access.person() and s.organization_id = access.acting_for() and s.person_id = any ((select access.represented())::uuid[])
     and s.from_day <= access.today() and s.until_day >= access.today()
     and exists (
       select from identity.role_grant g
        where g.person_id = s.person_id and g.organization_id = s.organization_id and g.role = any (access.municipal_roles())
          and g.from_day <= access.today() and (g.until_day is null or g.until_day >= access.today())
          and not exists (select from identity.role_grant own
                           where own.person_id = s.deputy_id and own.organization_id = g.organization_id and own.role = g.role
                             and own.from_day <= access.today() and (own.until_day is null or own.until_day >= access.today())))
$$;

create or replace function identity.actor(person uuid, wanted uuid, today date)
  returns table (person_id uuid, name text, email text, acting_for uuid, roles text[], organizations jsonb)
  language sql stable security definer set search_path = '' as $$
  with mine as (
    select g.organization_id, g.role from identity.role_grant g
     where g.person_id = person and g.from_day <= actor.today and (g.until_day is null or g.until_day >= actor.today)),
  represented as (
    select s.organization_id, s.person_id, p.name
      from identity.substitution s join identity.person p on p.id = s.person_id
     where s.deputy_id = person and s.from_day <= actor.today and s.until_day >= actor.today
       and exists (select from mine where mine.organization_id = s.organization_id)
       and exists (select from identity.role_grant g where g.person_id = s.person_id and g.organization_id = s.organization_id
                    and g.role = any (access.municipal_roles())
                    and g.from_day <= actor.today and (g.until_day is null or g.until_day >= actor.today))),
  held as (
    select mine.organization_id, mine.role from mine
    union
    select g.organization_id, g.role
      from represented r join identity.role_grant g on g.person_id = r.person_id and g.organization_id = r.organization_id
     where g.role = any (access.municipal_roles()) and g.from_day <= actor.today and (g.until_day is null or g.until_day >= actor.today)),
  places as (
    select o.id, o.name, o.kind, o.sort_key,
           (select array_agg(held.role) from held where held.organization_id = o.id) as roles,
           coalesce((select array_agg(distinct r.name) from represented r where r.organization_id = o.id), '{}') as deputy_for
      from organizations.organization o where o.id in (select mine.organization_id from mine)),
  chosen as (
    select places.id, places.roles from places
     where places.id = wanted or (wanted is null and (select count(*) from places) = 1))
  select p.id, p.name, p.email, (select chosen.id from chosen), coalesce((select chosen.roles from chosen), '{}'),
         coalesce((select jsonb_agg(jsonb_build_object('id', places.id, 'name', places.name, 'kind', places.kind,
                                                       'roles', places.roles, 'deputyFor', places.deputy_for) order by places.sort_key, places.id)
                     from places), '[]')
    from identity.person p
   where p.id = person and (wanted is null or exists (select from chosen))
$$;

-- Where the last role at the chosen organization has ended, nothing is chosen any more; the session goes on.
create or replace function identity.session_actor(token text, idle_since timestamptz, opened_since timestamptz, today date)
  returns table (person_id uuid, name text, email text, acting_for uuid, roles text[], organizations jsonb, session_id uuid, last_seen_at timestamptz)
  language sql stable security definer set search_path = '' as $$
  select a.*, s.id, s.last_seen_at
    from identity.session s
   cross join lateral identity.actor(s.person_id,
     case when exists (select from identity.role_grant g where g.person_id = s.person_id and g.organization_id = s.acting_for
                          and g.from_day <= session_actor.today and (g.until_day is null or g.until_day >= session_actor.today))
          then s.acting_for end, session_actor.today) a
   where s.token_hash = token and s.last_seen_at > idle_since and s.created_at > opened_since
$$;

-- False when the person has no role there today, or the session is not theirs.
create function identity.choose_acting_for(session uuid, organization uuid, at timestamptz) returns boolean
  language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select from identity.role_grant g where g.person_id = access.person() and g.organization_id = organization
      and g.from_day <= access.today() and (g.until_day is null or g.until_day >= access.today())) then return false; end if;
  update identity.session s set acting_for = organization where s.id = session and s.person_id = access.person();
  if not found then return false; end if;
  insert into identity.last_choice as l (person_id, organization_id, chosen_at) values (access.person(), organization, at)
    on conflict (person_id) do update set organization_id = excluded.organization_id, chosen_at = excluded.chosen_at;
  return true;
end $$;

create function identity.own_last_choice() returns uuid language sql stable security definer set search_path = '' as
$$ select l.organization_id from identity.last_choice l where l.person_id = access.person() $$;

create function access.is_cooperative_staff() returns boolean language sql stable set search_path = '' as
$$ select access.holds('{programmeManager,guide,editor,procurer,office,administrator}') $$;

-- Whose people one sees with their functions: the own organization, those assigned, for the cooperative's staff all.
create function access.scope_people() returns uuid[] language sql stable security definer set search_path = '' as $$
  select case when access.is_cooperative_staff() then (select coalesce(array_agg(o.id), '{}') from organizations.organization o)
              else access.scope_member() || access.assigned_organizations() end
$$;

-- Holds, or is about to hold, some role there.
create function access.belongs(person uuid, organization uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from identity.role_grant g where g.person_id = person and g.organization_id = organization
    and (g.until_day is null or (g.until_day >= access.today() and g.until_day >= g.from_day)))
$$;

-- docs/access.md, "Roles, and where they come from".
create function access.may_grant(organization uuid, role text) returns boolean language sql stable security definer set search_path = '' as $$
  select access.roles_fit(organization, array[role]) and exists (
    select from organizations.organization o where o.id = organization and case o.kind
      when 'cooperative' then o.id = access.acting_for() and access.holds('{administrator}')
      when 'contractor' then access.holds('{programmeManager}')
      when 'ministry' then access.holds('{administrator}')
      else o.id = any (access.organizations_as('{chiefExecutive,organizationAdmin}'))
        or (role = 'organizationAdmin' and access.holds('{office,administrator,programmeManager}') and o.id <> all (access.headed_organizations())) end)
$$;

-- Where the actor grants anything at all.
create function access.scope_grant() returns uuid[] language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(o.id), '{}') from organizations.organization o
   where (access.holds('{chiefExecutive,organizationAdmin}') and o.id = access.acting_for())
      or (access.holds('{office,administrator,programmeManager}') and access.may_grant(o.id, case o.kind
            when 'cooperative' then 'office' when 'contractor' then 'assessor' when 'ministry' then 'observer' else 'organizationAdmin' end))
$$;

-- One change of the roles of an organization at a time: two heads who end each other's role must not both succeed.
create function identity.keep_heads(organization uuid) returns void language sql set search_path = '' as
$$ select pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended(organization::text, 14)) $$;

-- Whether somebody else than these grants keeps the organization in hand after that day.
create function identity.has_head_without(organization uuid, heads text[], without uuid[], last_day date) returns boolean
  language sql stable security definer set search_path = '' as $$
  select exists (select from identity.role_grant g
    where g.organization_id = organization and g.role = any (heads) and g.id <> all (without)
      and g.from_day <= last_day + 1 and (g.until_day is null or g.until_day > last_day))
$$;

-- Roles that must never be without anybody: those who grant the others.
create function identity.heads_of(organization uuid) returns text[] language sql stable security definer set search_path = '' as $$
  select case o.kind when 'cooperative' then '{administrator}'::text[] when 'contractor' then '{}'::text[] when 'ministry' then '{}'::text[]
              else '{chiefExecutive,organizationAdmin}'::text[] end
    from organizations.organization o where o.id = organization
$$;

-- Ends a role with that day: by whoever may grant it, or by its holder. 'lastHead': nobody would be left who grants roles there.
create function identity.end_role(grant_id uuid, last_day date, at timestamptz) returns text
  language plpgsql security definer set search_path = '' as $$
declare
  ending identity.role_grant;
  heads text[];
begin
  select * into ending from identity.role_grant g where g.id = grant_id;
  if not found then raise insufficient_privilege; end if;
  if ending.person_id is distinct from access.person() and not access.may_grant(ending.organization_id, ending.role) then raise insufficient_privilege; end if;
  perform identity.keep_heads(ending.organization_id);
  select * into ending from identity.role_grant g where g.id = grant_id for update;
  if ending.until_day is not null and ending.until_day <= last_day then return 'ended'; end if;
  heads := identity.heads_of(ending.organization_id);
  if ending.role = any (heads) and ending.from_day <= access.today()
     and not identity.has_head_without(ending.organization_id, heads, array[grant_id], last_day) then return 'lastHead'; end if;
  update identity.role_grant g set until_day = greatest(last_day, g.from_day - 1), ended_at = at, ended_by = access.person() where g.id = grant_id;
  return 'done';
end $$;

-- By either side, or by those who give out the roles there.
create function identity.end_substitution(substitution uuid, at timestamptz) returns boolean
  language plpgsql security definer set search_path = '' as $$
begin
  update identity.substitution s set until_day = greatest(access.today(), s.from_day) - 1, ended_at = at, ended_by = access.person()
   where s.id = substitution and s.until_day >= access.today() and s.until_day >= s.from_day and s.organization_id = access.acting_for()
     and (access.person() in (s.person_id, s.deputy_id) or access.holds('{chiefExecutive,organizationAdmin}'));
  return found;
end $$;

-- Whom to tell where the actor may not look.
create function identity.programme_managers() returns setof uuid language sql stable security definer set search_path = '' as $$
  select distinct g.person_id from identity.role_grant g
   where g.role = 'programmeManager' and g.from_day <= access.today() and (g.until_day is null or g.until_day >= access.today())
$$;

-- An entry names the substitution, not the people: who they were stands in its row, which can be erased.
create function audit.note_deputy() returns trigger language plpgsql set search_path = '' as $$
declare
  at_work uuid[] := access.substitutions_at_work();
begin
  if cardinality(at_work) > 0 then new.data := new.data || jsonb_build_object('substitutionIds', to_jsonb(at_work)); end if;
  return new;
end $$;

-- Names of those in whose place an entry says it was done; of the substitutions that are still there.
create function audit.represented(data jsonb) returns text[] language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(distinct p.name), '{}')
    from jsonb_array_elements_text(case when jsonb_typeof(data -> 'substitutionIds') = 'array' then data -> 'substitutionIds' else '[]' end) as i(id)
    join identity.substitution s on s.id::text = i.id join identity.person p on p.id = s.person_id
   where s.organization_id = access.acting_for() or s.deputy_id = access.person()
$$;

do $$
declare
  signature text;
begin
  foreach signature in array array[
    'access.municipal_roles()', 'access.represented()', 'access.substitutions_at_work()', 'identity.choose_acting_for(uuid, uuid, timestamptz)',
    'identity.own_last_choice()', 'access.is_cooperative_staff()', 'access.scope_people()', 'access.belongs(uuid, uuid)',
    'access.may_grant(uuid, text)', 'access.scope_grant()', 'identity.keep_heads(uuid)',
    'identity.has_head_without(uuid, text[], uuid[], date)', 'identity.heads_of(uuid)', 'identity.end_role(uuid, date, timestamptz)',
    'identity.end_substitution(uuid, timestamptz)', 'identity.programme_managers()', 'audit.note_deputy()', 'audit.represented(jsonb)'] loop
    execute format('revoke execute on function %s from public', signature);
    if signature !~ '^(identity.(keep|has_head|heads)|audit.note)' then
      execute format('grant execute on function %s to lotsenwerk_app', signature);
    end if;
  end loop;
end $$;
-- Who makes a trigger must be able to call its function; afterwards nobody has to.
grant execute on function audit.note_deputy() to lotsenwerk_owner;
set local role lotsenwerk_owner;
create trigger note_deputy before insert on audit.entry for each row execute function audit.note_deputy();
revoke create on schema access, identity, audit from lotsenwerk_access;

alter table identity.last_choice enable row level security, force row level security;
create policy maintenance on identity.last_choice to lotsenwerk_owner using (true) with check (true);
create policy definer on identity.last_choice to lotsenwerk_access using (true) with check (true);

alter table identity.substitution enable row level security, force row level security;
create policy maintenance on identity.substitution to lotsenwerk_owner using (true) with check (true);
create policy definer on identity.substitution to lotsenwerk_access using (true) with check (true);
create policy colleagues on identity.substitution for select to lotsenwerk_app
  using (organization_id = any ((select access.scope_member())::uuid[]));
create policy own_deputy on identity.substitution for insert to lotsenwerk_app
  with check (organization_id = any ((select access.organizations_as(access.municipal_roles()))::uuid[])
    and person_id = (select access.person()) and deputy_id <> person_id and access.belongs(deputy_id, organization_id));
grant select, insert on identity.substitution to lotsenwerk_app;

create policy definer_changes on identity.role_grant for update to lotsenwerk_access using (true) with check (true);
drop policy colleagues on identity.role_grant;
create policy acquainted on identity.role_grant for select to lotsenwerk_app
  using (organization_id = any ((select access.scope_people())::uuid[]));
create policy granters_add on identity.role_grant for insert to lotsenwerk_app
  with check (organization_id = any ((select access.scope_grant())::uuid[]) and access.may_grant(organization_id, role)
    and person_id <> (select access.person()) and granted_by = (select access.person()) and access.belongs(person_id, organization_id));
-- A second boolean beside the list of acquaintances: people are looked up by their key, which keeps its index.
create policy cooperative_reads on identity.person for select to lotsenwerk_app using ((select access.is_cooperative_staff()));
