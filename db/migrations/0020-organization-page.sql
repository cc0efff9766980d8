-- What an organization tells about itself, and what becomes of it: contacts by function, domains, mergers, former names, history.

-- Who keeps contacts and domains: the organization's own administrator, and the cooperative for everybody.
create function access.scope_contact_write() returns uuid[] language sql stable security definer set search_path = '' as $$
  select case when access.holds('{programmeManager,office,administrator}')
              then (select coalesce(array_agg(o.id), '{}') from organizations.organization o)
              else access.organizations_as('{organizationAdmin}') end
$$;

create function access.scope_history_read() returns uuid[] language sql stable security definer set search_path = '' as $$
  select case when access.is_cooperative_staff() then (select coalesce(array_agg(o.id), '{}') from organizations.organization o)
              else access.scope_member() end
$$;

create table organizations.contact (
  id uuid primary key,
  organization_id uuid not null references organizations.organization,
  function text not null check (function in (
    'head', 'securityOffice', 'itEmergency', 'itDepartment', 'dataProtection', 'invoices', 'press', 'cooperative')),
  -- All empty: the contact was removed. The row stays so that versions are never used twice; the person's data do not.
  name text not null default '',
  email text not null default '' check (email = lower(email)),
  phone text not null default '',
  address text not null default '',
  note text not null default '',
  version integer not null default 1,
  changed_at timestamptz not null,
  unique (organization_id, function)
);
comment on table organizations.contact is 'class: tenant. Whom to ask for what: one contact per function.';
create index contact_organization on organizations.contact (organization_id, id);
alter table organizations.contact enable row level security, force row level security;
create policy maintenance on organizations.contact to lotsenwerk_owner using (true) with check (true);
create policy concerned on organizations.contact for select to lotsenwerk_app
  using (organization_id = any ((select access.scope_people())::uuid[]));
create policy keepers_add on organizations.contact for insert to lotsenwerk_app
  with check (organization_id = any ((select access.scope_contact_write())::uuid[]));
create policy keepers_change on organizations.contact for update to lotsenwerk_app
  using (organization_id = any ((select access.scope_contact_write())::uuid[]))
  with check (organization_id = any ((select access.scope_contact_write())::uuid[]));
-- Neither the organization nor the function of a contact ever changes.
grant select, insert, update (name, email, phone, address, note, version, changed_at) on organizations.contact to lotsenwerk_app;

create table organizations.domain (
  -- As it stands in DNS: lower case, international names in Punycode.
  name text primary key check (name ~ '^[a-z0-9-]+(\.[a-z0-9-]+)+$' and length(name) <= 253),
  owner_id uuid not null references organizations.organization,
  created_at timestamptz not null
);
comment on table organizations.domain is 'class: shared. Domains of the organizations; each belongs to one.';
create index domain_owner on organizations.domain (owner_id, name);
-- Of two that named the same domain, the older organization keeps it.
insert into organizations.domain (name, owner_id, created_at)
  select named.domain, o.id, o.created_at
    from organizations.organization o cross join lateral unnest(o.domains) named (domain)
   order by o.created_at, o.id on conflict do nothing;
alter table organizations.organization drop column domains;
alter table organizations.domain enable row level security, force row level security;
create policy maintenance on organizations.domain to lotsenwerk_owner using (true) with check (true);
create policy signed_in on organizations.domain for select to lotsenwerk_app
  using ((select access.person() is not null or access.is_operator()));
create policy keepers_add on organizations.domain for insert to lotsenwerk_app
  with check (owner_id = any ((select access.scope_contact_write())::uuid[]) or (select access.is_operator()));
create policy keepers_remove on organizations.domain for delete to lotsenwerk_app
  using (owner_id = any ((select access.scope_contact_write())::uuid[]));
grant select, insert, delete on organizations.domain to lotsenwerk_app;

create table organizations.succession (
  id uuid primary key,
  predecessor_id uuid not null references organizations.organization,
  successor_id uuid not null references organizations.organization,
  kind text not null check (kind in ('merge', 'split')),
  -- The first day on which the predecessor no longer exists.
  from_day date not null,
  recorded_at timestamptz not null,
  recorded_by uuid references identity.person,
  withdrawn_at timestamptz,
  withdrawn_by uuid references identity.person,
  check (predecessor_id <> successor_id)
);
comment on table organizations.succession is 'class: shared. Which organization took the place of which, and since when; an error is withdrawn, not deleted.';
create unique index succession_pair on organizations.succession (predecessor_id, successor_id) where withdrawn_at is null;
create unique index succession_merge on organizations.succession (predecessor_id) where kind = 'merge' and withdrawn_at is null;
create index succession_predecessor on organizations.succession (predecessor_id);
create index succession_successor on organizations.succession (successor_id);
create index succession_recorded_by on organizations.succession (recorded_by);
create index succession_withdrawn_by on organizations.succession (withdrawn_by);
alter table organizations.succession enable row level security, force row level security;
create policy maintenance on organizations.succession to lotsenwerk_owner using (true) with check (true);
create policy signed_in on organizations.succession for select to lotsenwerk_app
  using ((select access.person() is not null or access.is_operator()));
create policy cooperative_records on organizations.succession for insert to lotsenwerk_app
  with check ((select access.holds('{programmeManager,office,administrator}')) and recorded_by = (select access.person()));
create policy cooperative_withdraws on organizations.succession for update to lotsenwerk_app
  using ((select access.holds('{programmeManager,office,administrator}')))
  with check ((select access.holds('{programmeManager,office,administrator}')) and withdrawn_by = (select access.person()));
grant select, insert, update (withdrawn_at, withdrawn_by) on organizations.succession to lotsenwerk_app;

create table organizations.former_name (
  id uuid primary key,
  owner_id uuid not null references organizations.organization,
  name text not null check (name <> ''),
  sort_key text not null,
  -- The last day on which the organization was called so.
  until_day date not null,
  recorded_at timestamptz not null,
  recorded_by uuid references identity.person
);
comment on table organizations.former_name is 'class: shared. What organizations were called before a renaming.';
create index former_name_owner on organizations.former_name (owner_id, until_day);
create index former_name_recorded_by on organizations.former_name (recorded_by);
alter table organizations.former_name enable row level security, force row level security;
create policy maintenance on organizations.former_name to lotsenwerk_owner using (true) with check (true);
create policy signed_in on organizations.former_name for select to lotsenwerk_app
  using ((select access.person() is not null or access.is_operator()));
create policy cooperative_records on organizations.former_name for insert to lotsenwerk_app
  with check ((select access.holds('{programmeManager,office,administrator}')) and recorded_by = (select access.person()));
grant select, insert on organizations.former_name to lotsenwerk_app;

create table organizations.change (
  id uuid primary key,
  organization_id uuid not null references organizations.organization,
  at timestamptz not null,
  -- Null when it was the command line on the server.
  person_id uuid references identity.person,
  acting_for uuid references organizations.organization,
  deed text not null check (deed in (
    'added', 'changed', 'imported', 'renamed', 'contactChanged', 'contactRemoved', 'succeeded', 'successionWithdrawn')),
  -- [{field, before, after}]; of contacts the names of the fields only, so that a person's data can end.
  fields jsonb not null
);
comment on table organizations.change is 'class: tenant. Who changed what about an organization, and when; never changed itself.';
create index change_organization on organizations.change (organization_id, id);
create index change_person on organizations.change (person_id);
create index change_acting_for on organizations.change (acting_for);
alter table organizations.change enable row level security, force row level security;
create policy maintenance on organizations.change to lotsenwerk_owner using (true) with check (true);
create policy concerned on organizations.change for select to lotsenwerk_app
  using (organization_id = any ((select access.scope_history_read())::uuid[]));
create policy keepers_note on organizations.change for insert to lotsenwerk_app
  with check ((organization_id = any ((select access.scope_contact_write())::uuid[]) or (select access.is_operator()))
    and person_id is not distinct from (select access.person()) and acting_for is not distinct from (select access.acting_for()));
grant select, insert on organizations.change to lotsenwerk_app;

-- Compares with the version that was seen (null: whatever it is), takes the next and holds the row until the end of the transaction;
-- null when somebody was faster. A function, because the own administrator may change the domains but not the master data.
create function organizations.take_version(organization uuid, seen integer, at timestamptz) returns integer
  language plpgsql security definer set search_path = '' as $$
declare
  taken integer;
begin
  if not (organization = any (access.scope_contact_write()) or access.is_operator()) then raise insufficient_privilege; end if;
  update organizations.organization o set version = o.version + 1, changed_at = at
   where o.id = organization and (seen is null or o.version = seen) returning o.version into taken;
  return taken;
end $$;

grant update (version, changed_at) on organizations.organization to lotsenwerk_access;
create policy definer_counts on organizations.organization for update to lotsenwerk_access using (true) with check (true);
grant create on schema access, organizations to lotsenwerk_access;
do $$
declare
  signature text;
begin
  foreach signature in array array['access.scope_contact_write()', 'access.scope_history_read()',
    'organizations.take_version(uuid, integer, timestamptz)'] loop
    execute format('revoke execute on function %s from public', signature);
    execute format('grant execute on function %s to lotsenwerk_app', signature);
    execute format('alter function %s owner to lotsenwerk_access', signature);
  end loop;
end $$;
revoke create on schema access, organizations from lotsenwerk_access;
