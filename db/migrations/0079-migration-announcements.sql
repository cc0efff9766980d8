-- The programme asks that checks on one version of a catalog go on with another one.
create table security.migration_announcement (
  id uuid primary key,
  from_catalog_id uuid not null references catalogs.catalog,
  to_catalog_id uuid not null references catalogs.catalog,
  text text not null,
  due_on date,
  announced_at timestamptz not null,
  announced_by uuid not null references identity.person,
  withdrawn_at timestamptz,
  withdrawn_by uuid references identity.person,
  check (from_catalog_id <> to_catalog_id),
  check ((withdrawn_at is null) = (withdrawn_by is null))
);
comment on table security.migration_announcement is 'class: shared. That checks on one version of a catalog shall go on with another one, by when; withdrawn, never deleted.';
create unique index migration_announcement_pair on security.migration_announcement (from_catalog_id, to_catalog_id) where withdrawn_at is null;
create index migration_announcement_from on security.migration_announcement (from_catalog_id);
create index migration_announcement_to on security.migration_announcement (to_catalog_id);
create index migration_announcement_by on security.migration_announcement (announced_by);
create index migration_announcement_withdrawn_by on security.migration_announcement (withdrawn_by);
alter table security.migration_announcement enable row level security, force row level security;
create policy maintenance on security.migration_announcement to lotsenwerk_owner using (true) with check (true);
create policy signed_in on security.migration_announcement for select to lotsenwerk_app
  using ((select access.person() is not null or access.is_operator()));
create policy cooperative_announces on security.migration_announcement for insert to lotsenwerk_app
  with check ((select access.holds('{programmeManager,office}')) and announced_by = (select access.person()));
create policy cooperative_withdraws on security.migration_announcement for update to lotsenwerk_app
  using ((select access.holds('{programmeManager,office}')))
  with check ((select access.holds('{programmeManager,office}')) and withdrawn_by = (select access.person()));
grant select, insert, update (withdrawn_at, withdrawn_by) on security.migration_announcement to lotsenwerk_app;

grant select on security.migration_announcement to lotsenwerk_access;
create policy definer_reads on security.migration_announcement for select to lotsenwerk_access using (true);

grant create on schema security to lotsenwerk_access;
set local role lotsenwerk_access;

-- The checks that an announcement is about and who answers for them. Only the worker asks: the cooperative never learns who has a check.
create function security.checks_to_migrate(announcement uuid)
  returns table (organization_id uuid, assessment_id uuid, person_ids uuid[], title text, to_id uuid, to_title text, to_version text,
    text text, due_on text)
  language plpgsql stable security definer set search_path = '' as $$
begin
  return query
    select a.organization_id, a.id, array(
             select distinct g.person_id from identity.role_grant g
              where g.organization_id = a.organization_id and g.role in ('chiefExecutive', 'securityOfficer', 'itStaff')
                and g.from_day <= access.today() and (g.until_day is null or g.until_day >= access.today())),
           f.title, t.id, t.title, t.version, m.text, m.due_on::text
      from security.migration_announcement m
      join security.assessment a on a.catalog_id = m.from_catalog_id
      join catalogs.catalog f on f.id = m.from_catalog_id
      join catalogs.catalog t on t.id = m.to_catalog_id
     where m.id = checks_to_migrate.announcement and m.withdrawn_at is null and a.signed_off_at is null and a.closed_at is null
       and not exists (select from security.assessment b
         where b.organization_id = a.organization_id and b.catalog_id = m.to_catalog_id and b.signed_off_at is null and b.closed_at is null)
     order by a.id;
end $$;

revoke execute on function security.checks_to_migrate(uuid) from public;
grant execute on function security.checks_to_migrate(uuid) to lotsenwerk_worker;
set local role lotsenwerk_owner;
revoke create on schema security from lotsenwerk_access;
