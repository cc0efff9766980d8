-- Assignments of assessors with objection, and what happens when somebody leaves.

alter table identity.assignment drop constraint assignment_check;
alter table identity.assignment add constraint assignment_days check (until_day >= from_day - 1);
alter table identity.assignment add column ended_at timestamptz;
alter table identity.assignment add column ended_by uuid references identity.person;
-- Of the municipality that objected: the assignment ended with it.
alter table identity.assignment add column objection text check (objection <> '');
create index assignment_ended_by on identity.assignment (ended_by);

create table identity.departure (
  id uuid primary key,
  organization_id uuid not null references organizations.organization,
  person_id uuid not null references identity.person,
  successor_id uuid references identity.person,
  last_day date not null,
  recorded_by uuid not null references identity.person,
  recorded_at timestamptz not null,
  -- What went to whom, as sentences: [{"what": …, "to": …}].
  handed_over jsonb not null,
  -- When sessions and tokens were ended: at once, or by the job after the last day.
  closed_at timestamptz
);
comment on table identity.departure is 'class: tenant. Who left, with which day, and to whom went what the person held.';
create index departure_organization on identity.departure (organization_id, id);
create index departure_person on identity.departure (person_id);
create index departure_successor on identity.departure (successor_id);
create index departure_recorded_by on identity.departure (recorded_by);
create index departure_open on identity.departure (last_day) where closed_at is null;

grant create on schema access, identity to lotsenwerk_access;
grant update on identity.assignment to lotsenwerk_access;
grant select, insert, update on identity.departure to lotsenwerk_access;

set local role lotsenwerk_access;

create function access.municipalities() returns uuid[] language sql stable security definer set search_path = '' as
$$ select coalesce(array_agg(o.id), '{}') from organizations.organization o where o.kind not in ('cooperative', 'contractor', 'ministry') $$;

create function access.scope_assign() returns uuid[] language sql stable security definer set search_path = '' as
$$ select case when access.holds('{programmeManager}') then access.municipalities() else '{}' end $$;

-- Everybody of the municipality, the assigned assessor, the programme managers.
create function access.scope_assignment_read() returns uuid[] language sql stable security definer set search_path = '' as
$$ select access.scope_member() || access.assigned_organizations() || access.scope_assign() $$;

-- Assessors of a contractor, and nobody who belongs to the municipality or to the cooperative that assigns.
create function access.may_be_assigned(person uuid, organization uuid, from_day date) returns boolean
  language sql stable security definer set search_path = '' as $$
  select not access.belongs(person, organization) and not access.belongs(person, access.acting_for()) and exists (
    select from identity.role_grant g join organizations.organization o on o.id = g.organization_id
     where g.person_id = person and g.role = 'assessor' and o.kind = 'contractor'
       and (g.until_day is null or (g.until_day >= may_be_assigned.from_day and g.until_day >= access.today() and g.until_day >= g.from_day)))
$$;

-- Ends at once: by a programme manager, or by the municipality with a reason.
create function identity.end_assignment(assignment uuid, reason text, at timestamptz) returns boolean
  language plpgsql security definer set search_path = '' as $$
begin
  update identity.assignment a
     set until_day = greatest(access.today(), a.from_day) - 1, ended_at = at, ended_by = access.person(), objection = reason
   where a.id = assignment and a.until_day >= access.today() and a.until_day >= a.from_day
     and case when reason is null then access.holds('{programmeManager}')
              else a.organization_id = any (access.organizations_as('{chiefExecutive,securityOfficer}')) end;
  return found;
end $$;

-- Who may end somebody's belonging: as with roles, but the cooperative never at a municipality.
create function access.scope_dismiss() returns uuid[] language sql stable security definer set search_path = '' as $$
  select access.organizations_as('{chiefExecutive,organizationAdmin,administrator}')
      || (select coalesce(array_agg(o.id), '{}') from organizations.organization o
           where (o.kind = 'contractor' and access.holds('{programmeManager}')) or (o.kind = 'ministry' and access.holds('{administrator}')))
$$;

-- Sessions for the organization and, of those who have no other one, everything that lets them in. Not for the app role.
create function identity.close_access(person uuid, organization uuid, today date, at timestamptz) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  delete from identity.session s where s.person_id = person and s.acting_for = organization;
  if exists (select from identity.role_grant g where g.person_id = person
      and g.from_day <= today and (g.until_day is null or g.until_day >= today)) then return; end if;
  delete from identity.session s where s.person_id = person;
  update identity.api_token t set revoked_at = at where t.person_id = person and t.revoked_at is null;
end $$;

-- Ends everything a person is at an organization with that day, and keeps what went to whom.
create function identity.end_belonging(departure uuid, person uuid, organization uuid, successor uuid, last_day date, handed_over jsonb, at timestamptz)
  returns text language plpgsql security definer set search_path = '' as $$
declare
  leaving identity.departure;
  heads text[];
  grants uuid[];
begin
  if access.person() is null or organization <> all (access.scope_dismiss()) then raise insufficient_privilege; end if;
  insert into identity.departure (id, organization_id, person_id, successor_id, last_day, recorded_by, recorded_at, handed_over)
  values (departure, organization, person, successor, end_belonging.last_day, access.person(), at, end_belonging.handed_over)
  returning * into leaving;
  perform identity.keep_heads(leaving.organization_id);
  select coalesce(array_agg(g.id), '{}') into grants from identity.role_grant g
   where g.person_id = leaving.person_id and g.organization_id = leaving.organization_id
     and (g.until_day is null or g.until_day > leaving.last_day);
  heads := identity.heads_of(leaving.organization_id);
  if exists (select from identity.role_grant g where g.id = any (grants) and g.role = any (heads) and g.from_day <= access.today())
     and not identity.has_head_without(leaving.organization_id, heads, grants, leaving.last_day) then return 'lastHead'; end if;
  update identity.role_grant g set until_day = greatest(leaving.last_day, g.from_day - 1), ended_at = at, ended_by = access.person()
   where g.id = any (grants);
  update identity.substitution s set until_day = greatest(leaving.last_day, s.from_day - 1), ended_at = at, ended_by = access.person()
   where s.organization_id = leaving.organization_id and leaving.person_id in (s.person_id, s.deputy_id) and s.until_day > leaving.last_day;
  if not exists (select from identity.role_grant g where g.person_id = leaving.person_id and g.role = 'assessor'
      and (g.until_day is null or g.until_day > leaving.last_day)) then
    update identity.assignment a set until_day = greatest(leaving.last_day, a.from_day - 1), ended_at = at, ended_by = access.person()
     where a.person_id = leaving.person_id and a.until_day > leaving.last_day;
  end if;
  if leaving.last_day < access.today() then
    perform identity.close_access(leaving.person_id, leaving.organization_id, access.today(), at);
    update identity.departure d set closed_at = at where d.id = departure;
  end if;
  return 'done';
end $$;

-- After the last day: what let those in who have left. How many.
create function identity.close_departed(today date, at timestamptz) returns integer language plpgsql security definer set search_path = '' as $$
declare
  due identity.departure;
  closed integer := 0;
begin
  for due in select * from identity.departure d where d.closed_at is null and d.last_day < today for update loop
    -- Whoever has a role there again has come back meanwhile.
    if not exists (select from identity.role_grant g where g.person_id = due.person_id and g.organization_id = due.organization_id
        and g.from_day <= today and (g.until_day is null or g.until_day >= today)) then
      perform identity.close_access(due.person_id, due.organization_id, today, at);
    end if;
    update identity.departure d set closed_at = at where d.id = due.id;
    closed := closed + 1;
  end loop;
  return closed;
end $$;

-- The substitutions in which the leaver is the deputy go to the successor. Not to whoever arranges it, since nobody gives roles to
-- oneself, not to the represented person, and not to somebody who is a deputy there already: those end.
create function identity.hand_over_substitutions(leaver uuid, organization uuid, successor uuid, new_ids uuid[], first_day date, at timestamptz)
  returns table (person_id uuid, person text, until_day date, taken boolean) language plpgsql security definer set search_path = '' as $$
declare
  held identity.substitution;
  place integer := 0;
begin
  if organization <> all (access.scope_dismiss()) then raise insufficient_privilege; end if;
  for held in select * from identity.substitution s where s.organization_id = organization and s.deputy_id = leaver
      and s.until_day >= first_day and s.until_day >= s.from_day order by s.id loop
    place := place + 1;
    person_id := held.person_id;
    select p.name into person from identity.person p where p.id = held.person_id;
    until_day := held.until_day;
    taken := place <= cardinality(new_ids) and successor is not null and successor not in (held.person_id, access.person()) and access.belongs(successor, organization)
      and not exists (select from identity.substitution o where o.organization_id = organization and o.person_id = held.person_id
                        and o.deputy_id = successor and o.until_day >= first_day and o.until_day >= o.from_day);
    if taken then
      insert into identity.substitution (id, organization_id, person_id, deputy_id, from_day, until_day, named_at)
      values (new_ids[place], organization, held.person_id, successor, greatest(first_day, held.from_day), held.until_day, at);
    end if;
    return next;
  end loop;
end $$;

-- Open invitations of the leaver: from now on the successor stands for them.
create function identity.hand_over_invitations(leaver uuid, organization uuid, successor uuid) returns table (name text, email text)
  language plpgsql security definer set search_path = '' as $$
begin
  if organization <> all (access.scope_dismiss()) then raise insufficient_privilege; end if;
  return query update identity.invitation i set invited_by = successor
    where i.organization_id = organization and i.invited_by = leaver and i.accepted_at is null and i.revoked_at is null
    returning i.name, i.email;
end $$;

-- An assessor who leaves a contractor and is none elsewhere: where the assignments end with it.
create function identity.assignments_left(leaver uuid, organization uuid, last_day date) returns table (organization_id uuid, name text, until_day date)
  language sql stable security definer set search_path = '' as $$
  select o.id, o.name, max(a.until_day)
    from identity.assignment a join organizations.organization o on o.id = a.organization_id
   where assignments_left.organization = any (access.scope_dismiss()) and access.belongs(leaver, assignments_left.organization)
     and a.person_id = leaver and a.until_day > last_day and a.until_day >= a.from_day
     and not exists (select from identity.role_grant g where g.person_id = leaver and g.role = 'assessor'
                       and g.organization_id <> assignments_left.organization and (g.until_day is null or g.until_day > last_day))
   group by o.id, o.name
$$;

do $$
declare
  signature text;
begin
  foreach signature in array array[
    'access.municipalities()', 'access.scope_assign()', 'access.scope_assignment_read()', 'access.may_be_assigned(uuid, uuid, date)',
    'access.scope_dismiss()', 'identity.end_assignment(uuid, text, timestamptz)', 'identity.close_access(uuid, uuid, date, timestamptz)',
    'identity.end_belonging(uuid, uuid, uuid, uuid, date, jsonb, timestamptz)', 'identity.close_departed(date, timestamptz)',
    'identity.hand_over_substitutions(uuid, uuid, uuid, uuid[], date, timestamptz)', 'identity.hand_over_invitations(uuid, uuid, uuid)',
    'identity.assignments_left(uuid, uuid, date)'] loop
    execute format('revoke execute on function %s from public', signature);
    if signature ~ '^identity.close_departed' then
      execute format('grant execute on function %s to lotsenwerk_worker', signature);
    elsif signature !~ '^identity.close_access' then
      execute format('grant execute on function %s to lotsenwerk_app', signature);
    end if;
  end loop;
end $$;
set local role lotsenwerk_owner;
revoke create on schema access, identity from lotsenwerk_access;
grant usage on schema identity to lotsenwerk_worker;

create policy definer_changes on identity.assignment for update to lotsenwerk_access using (true) with check (true);
drop policy concerned on identity.assignment;
create policy concerned on identity.assignment for select to lotsenwerk_app
  using (organization_id = any ((select access.scope_assignment_read())::uuid[]));
create policy manager_assigns on identity.assignment for insert to lotsenwerk_app
  with check (organization_id = any ((select access.scope_assign())::uuid[]) and assigned_by = (select access.person())
    and person_id <> (select access.person()) and access.may_be_assigned(person_id, organization_id, from_day));

alter table identity.departure enable row level security, force row level security;
create policy maintenance on identity.departure to lotsenwerk_owner using (true) with check (true);
create policy definer on identity.departure to lotsenwerk_access using (true) with check (true);
create policy heads_read on identity.departure for select to lotsenwerk_app
  using (organization_id = any ((select access.scope_dismiss())::uuid[]));
grant select on identity.departure to lotsenwerk_app;
