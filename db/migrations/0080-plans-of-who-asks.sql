-- Who asks is looked up by each request, and each deed is noted: in plpgsql these keep their plans from one call to the next, in SQL they were
-- planned each time.
grant create on schema identity to lotsenwerk_access;
set local role lotsenwerk_access;

create or replace function identity.actor(person uuid, wanted uuid, today date)
  returns table (person_id uuid, name text, email text, acting_for uuid, roles text[], organizations jsonb)
  language plpgsql stable security definer set search_path = '' as $$
begin
  return query
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
     where p.id = person and (wanted is null or exists (select from chosen));
end $$;

create or replace function identity.due_replacements(person uuid, at timestamptz) returns uuid[]
  language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select coalesce(array_agg(r.id order by r.effective_at), '{}') from identity.replacement r
     where r.ended_at is null and r.effective_at <= due_replacements.at
       and (due_replacements.person is null or r.person_id = due_replacements.person));
end $$;

set local role lotsenwerk_owner;
revoke create on schema identity from lotsenwerk_access;

create or replace function audit.hashed(parts jsonb) returns text language plpgsql immutable set search_path = '' as $$
begin
  return encode(sha256(convert_to(parts::text, 'UTF8')), 'hex');
end $$;

create or replace function audit.salted(salt text, person uuid) returns text language plpgsql immutable set search_path = '' as $$
begin
  return audit.hashed(jsonb_build_array('person', salt, person));
end $$;

create or replace function audit.moment(at timestamptz) returns text language plpgsql stable set search_path = '' as $$
begin
  return to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');
end $$;

create or replace function audit.entry_hash(e audit.entry, sequence bigint) returns text language plpgsql stable set search_path = '' as $$
begin
  return audit.hashed(jsonb_build_array('entry', 1, sequence, e.id, audit.moment(e.at), e.acting_for, e.organization_id, e.event,
    e.subject_id, e.data, e.person_hash, e.subject_hash));
end $$;
