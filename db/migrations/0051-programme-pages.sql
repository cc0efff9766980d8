-- What pages of programmes need beside their tables: the search, a step that nobody has begun goes, and nobody is locked out.
grant usage on schema programmes to lotsenwerk_worker;
grant delete on programmes.step, programmes.enrollment_step to lotsenwerk_access;
grant create on schema access, programmes to lotsenwerk_access;
set local role lotsenwerk_access;

-- A named manager counts for as long as they are one: when the last one leaves, the others lead it again.
create or replace function access.scope_programmes_led() returns uuid[] language sql stable security definer set search_path = '' as $$
  select case when access.holds('{programmeManager}') then (
    with manager as (
      select s.programme_id, s.person_id from programmes.staff s
       where s.function = 'manager' and s.from_day <= access.today() and (s.until_day is null or s.until_day >= access.today())
         and exists (select from identity.role_grant g where g.person_id = s.person_id and g.role = 'programmeManager'
                        and g.from_day <= access.today() and (g.until_day is null or g.until_day >= access.today())))
    select coalesce(array_agg(p.id), '{}') from programmes.programme p
     where not exists (select from manager m where m.programme_id = p.id)
        or exists (select from manager m where m.programme_id = p.id and m.person_id = access.person())) else '{}' end
$$;

-- For the index, as the worker. Drafts are found by nobody.
create function programmes.search_documents(ids uuid[], after uuid, most integer)
  returns table (id uuid, key text, name text, summary text, about text, run_by text, contractor text, steps text[])
  language sql stable security definer set search_path = '' as $$
  select p.id, p.key, p.name, p.summary, p.about, r.name, c.name,
         coalesce((select array_agg(s.title order by s.position) from programmes.step s where s.programme_id = p.id), '{}')
    from programmes.programme p
    join organizations.organization r on r.id = p.run_by
    left join organizations.organization c on c.id = p.contractor_id
   where (ids is null or p.id = any (ids)) and (after is null or p.id > after) and p.state <> 'draft'
   order by p.id limit most
$$;

-- Takes a step out of a programme and of all its roads, unless somebody has begun it: how many have. History keeps its name.
create function programmes.remove_step(programme uuid, step text) returns integer language plpgsql security definer set search_path = '' as $$
declare
  begun integer;
begin
  if not programme = any (access.scope_programmes_led()) then raise insufficient_privilege; end if;
  -- Whoever sets a step holds its road.
  perform from programmes.enrollment e where e.programme_id = programme order by e.id for update;
  select count(*) into begun from programmes.enrollment_step s
   where s.programme_id = programme and s.step = remove_step.step and s.state in ('inProgress', 'done');
  if begun > 0 then return begun; end if;
  delete from programmes.enrollment_step s where s.programme_id = programme and s.step = remove_step.step;
  delete from programmes.step d where d.programme_id = programme and d.key = remove_step.step;
  perform programmes.settle(array(select e.id from programmes.enrollment e where e.programme_id = programme));
  return 0;
end $$;

revoke execute on function programmes.search_documents(uuid[], uuid, integer), programmes.remove_step(uuid, text) from public;
grant execute on function programmes.search_documents(uuid[], uuid, integer) to lotsenwerk_worker;
grant execute on function programmes.remove_step(uuid, text) to lotsenwerk_app;
set local role lotsenwerk_owner;
revoke create on schema access, programmes from lotsenwerk_access;

-- Of two who change the same, each is named to the other.
alter table programmes.programme add column changed_by uuid references identity.person;
create index programme_changed_by on programmes.programme (changed_by);
