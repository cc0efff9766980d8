-- Measure packages: what a programme offers and at what price, and what a municipality decides to buy of it within its budget.
create schema packages;
grant usage on schema packages to lotsenwerk_app, lotsenwerk_access;

create table packages.offer (
  id uuid primary key,
  programme_id uuid not null references programmes.programme,
  -- Stable, for ties and for lists that are brought in.
  key text not null check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(key) <= 60),
  title text not null check (title <> ''),
  kind text not null check (kind in ('workshop', 'penetrationTest', 'training', 'template', 'ownWork', 'other')),
  -- One line below the title: "3 Termine zu 25 Plätzen, online".
  detail text not null default '',
  description text not null default '',
  -- Gross.
  price_cents bigint not null check (price_cents between 0 and 10000000),
  -- Working days from the decision to the delivery, and from there to the acceptance.
  work_days integer not null check (work_days between 0 and 250),
  acceptance_days integer not null check (acceptance_days between 0 and 250),
  starts_on date,
  available_until date,
  -- How often it can be bought in the whole programme; null: as often as anybody likes.
  capacity integer check (capacity > 0),
  contractor_id uuid references organizations.organization,
  -- What it closes: [{"type": "control" | "list" | "policy" | "spotCheck", "key": …, "severity": "low" | "medium" | "high"}].
  closes jsonb not null default '[]' check (jsonb_typeof(closes) = 'array'),
  -- The price list it belongs to.
  valid_from date not null,
  valid_until date check (valid_until >= valid_from),
  changed_by uuid references identity.person,
  changed_at timestamptz not null,
  version integer not null default 1,
  unique (programme_id, key)
);
comment on table packages.offer is 'class: shared. What a programme offers to close gaps with, and at what price; ended, never deleted.';
create index offer_contractor on packages.offer (contractor_id);
create index offer_changed_by on packages.offer (changed_by);

create table packages.package (
  id uuid primary key,
  organization_id uuid not null,
  programme_id uuid not null,
  enrollment_id uuid not null,
  -- Running on the road, from 1.
  number integer not null check (number > 0),
  state text not null check (state in ('draft', 'submitted', 'decided')),
  -- The newest version of its items.
  version integer not null default 1,
  created_by uuid not null references identity.person,
  created_at timestamptz not null,
  changed_by uuid not null references identity.person,
  changed_at timestamptz not null,
  submitted_by uuid references identity.person,
  submitted_at timestamptz,
  -- The last day on which everything in it is still done before the deadline of the programme.
  decide_by date,
  decided_by uuid references identity.person,
  decided_at timestamptz,
  way text check (way in ('portal', 'paper') and (way is null) = (state <> 'decided')),
  signer_name text check ((signer_name is null) = (state <> 'decided')),
  signed_on date,
  signature_id uuid references signatures.signature check ((signature_id is not null) = (way is not distinct from 'portal')),
  file_id uuid references files.file on delete set null,
  unique (enrollment_id, number),
  unique (id, organization_id, programme_id, enrollment_id),
  foreign key (enrollment_id, organization_id, programme_id) references programmes.enrollment (id, organization_id, programme_id)
);
comment on table packages.package is 'class: tenant. One package of measures of a municipality: drafted, laid before the head, decided.';
create index package_organization on packages.package (organization_id, id);
create index package_enrollment on packages.package (enrollment_id, organization_id, programme_id);
create index package_programme on packages.package (programme_id, state);
create index package_created_by on packages.package (created_by);
create index package_changed_by on packages.package (changed_by);
create index package_submitted_by on packages.package (submitted_by);
create index package_decided_by on packages.package (decided_by);
create index package_signature on packages.package (signature_id);
create index package_file on packages.package (file_id);
-- One at a time is drafted or lies before the head.
create unique index package_pending on packages.package (enrollment_id) where state in ('draft', 'submitted');

create table packages.package_version (
  package_id uuid not null,
  number integer not null check (number > 0),
  organization_id uuid not null,
  programme_id uuid not null,
  enrollment_id uuid not null,
  what text not null check (what in ('proposed', 'edited', 'recomputed', 'submitted', 'returned', 'decided')),
  -- What was free then.
  remaining_cents bigint not null,
  saved_by uuid not null references identity.person,
  saved_at timestamptz not null,
  primary key (package_id, number),
  unique (package_id, number, organization_id, programme_id, enrollment_id),
  foreign key (package_id, organization_id, programme_id, enrollment_id) references packages.package (id, organization_id, programme_id, enrollment_id)
);
comment on table packages.package_version is 'class: tenant. Each saved change of a package: who and when; append only.';
create index package_version_organization on packages.package_version (organization_id, package_id);
create index package_version_package on packages.package_version (package_id, organization_id, programme_id, enrollment_id);
create index package_version_saved_by on packages.package_version (saved_by);

create table packages.item (
  package_id uuid not null,
  version integer not null,
  position integer not null check (position > 0),
  organization_id uuid not null,
  programme_id uuid not null,
  enrollment_id uuid not null,
  -- The same in each version of the package.
  item_id uuid not null,
  -- Null for what the municipality added of itself.
  offer_id uuid references packages.offer,
  title text not null check (title <> ''),
  kind text not null check (kind in ('workshop', 'penetrationTest', 'training', 'template', 'ownWork', 'other')),
  detail text not null default '',
  contractor_id uuid references organizations.organization,
  -- As it stood in the price list then.
  price_cents bigint not null check (price_cents >= 0),
  work_days integer not null check (work_days >= 0),
  acceptance_days integer not null check (acceptance_days >= 0),
  -- By whoever decided.
  is_struck boolean not null default false,
  -- What the decision made of it.
  measure_id uuid,
  order_id uuid references funding.service_order,
  primary key (package_id, version, position),
  foreign key (package_id, version, organization_id, programme_id, enrollment_id)
    references packages.package_version (package_id, number, organization_id, programme_id, enrollment_id)
);
comment on table packages.item is 'class: tenant. What a version of a package holds, with prices; append only.';
create index item_organization on packages.item (organization_id, package_id);
create index item_version on packages.item (package_id, version, organization_id, programme_id, enrollment_id);
create index item_offer on packages.item (offer_id);
create index item_contractor on packages.item (contractor_id);
create index item_order on packages.item (order_id);

create table packages.reasoning (
  package_id uuid not null,
  version integer not null,
  organization_id uuid not null,
  programme_id uuid not null,
  enrollment_id uuid not null,
  -- By item: effect, why, and the gaps behind it.
  items jsonb not null check (jsonb_typeof(items) = 'object'),
  -- What was left out, and why; how the proposal came about.
  left_out jsonb not null default '[]' check (jsonb_typeof(left_out) = 'array'),
  basis text not null default '',
  -- Why the head sent it back.
  reason text not null default '',
  primary key (package_id, version),
  foreign key (package_id, version, organization_id, programme_id, enrollment_id)
    references packages.package_version (package_id, number, organization_id, programme_id, enrollment_id)
);
comment on table packages.reasoning is 'class: tenant. Why a version of a package holds what it holds: the gaps of the municipality, for those who read its check; append only.';
create index reasoning_organization on packages.reasoning (organization_id, package_id);
create index reasoning_version on packages.reasoning (package_id, version, organization_id, programme_id, enrollment_id);

grant select on packages.item, packages.package to lotsenwerk_access;
grant select, update on packages.offer to lotsenwerk_access;
grant create on schema packages to lotsenwerk_access;
set local role lotsenwerk_access;

-- How often each of these offers was decided on in its programme. Held, so that two municipalities do not both get the last one.
create function packages.taken(offers uuid[], keep boolean) returns table (offer_id uuid, taken integer)
  language plpgsql volatile security definer set search_path = '' as $$
begin
  if access.person() is null then raise insufficient_privilege; end if;
  if keep then
    perform from packages.offer o where o.id = any (offers) and o.capacity is not null order by o.id for update;
  end if;
  return query
    select i.offer_id, count(*)::integer
      from packages.item i join packages.package p on p.id = i.package_id and p.version = i.version and p.state = 'decided'
     where i.offer_id = any (offers) and not i.is_struck
     group by i.offer_id;
end $$;
revoke execute on function packages.taken(uuid[], boolean) from public;
grant execute on function packages.taken(uuid[], boolean) to lotsenwerk_app;
set local role lotsenwerk_owner;
revoke create on schema packages from lotsenwerk_access;

do $$
declare
  name text;
begin
  foreach name in array array['offer', 'package', 'package_version', 'item', 'reasoning'] loop
    execute format('alter table packages.%I enable row level security, force row level security', name);
    execute format('create policy maintenance on packages.%I to lotsenwerk_owner using (true) with check (true)', name);
    execute format('grant select, insert on packages.%I to lotsenwerk_app', name);
  end loop;
  foreach name in array array['offer', 'package', 'item'] loop
    execute format('create policy definer on packages.%I to lotsenwerk_access using (true) with check (true)', name);
  end loop;
  -- Items with price and state: everybody of the municipality, its assessor, and who leads the programme that pays.
  foreach name in array array['package', 'package_version', 'item'] loop
    execute format('create policy progress on packages.%I for select to lotsenwerk_app using (organization_id = any ((select access.scope_progress())::uuid[]))', name);
    execute format('create policy leaders_read on packages.%I for select to lotsenwerk_app using (programme_id = any ((select access.scope_programmes_led())::uuid[]))', name);
  end loop;
  -- Written by those who answer the check.
  foreach name in array array['item', 'reasoning'] loop
    execute format('create policy staff_adds on packages.%I for insert to lotsenwerk_app with check (organization_id = any ((select access.scope_answer_write())::uuid[]))', name);
  end loop;
end $$;

create policy signed_in on packages.offer for select to lotsenwerk_app using ((select access.person()) is not null);
create policy leaders_add on packages.offer for insert to lotsenwerk_app
  with check (programme_id = any ((select access.scope_programmes_led())::uuid[]) and changed_by = (select access.person()));
create policy leaders_change on packages.offer for update to lotsenwerk_app
  using (programme_id = any ((select access.scope_programmes_led())::uuid[]))
  with check (programme_id = any ((select access.scope_programmes_led())::uuid[]) and changed_by = (select access.person()));
grant update on packages.offer to lotsenwerk_app;

-- The gaps behind it: who reads the check.
create policy readers on packages.reasoning for select to lotsenwerk_app
  using (organization_id = any ((select access.scope_answer_read())::uuid[]));

create policy staff_adds on packages.package for insert to lotsenwerk_app
  with check (organization_id = any ((select access.scope_answer_write())::uuid[]) and state = 'draft'
    and created_by = (select access.person()) and changed_by = (select access.person()));
-- What is decided stays as it is; only the head decides.
create policy staff_changes on packages.package for update to lotsenwerk_app
  using (organization_id = any ((select access.scope_answer_write())::uuid[]) and state in ('draft', 'submitted'))
  with check (organization_id = any ((select access.scope_answer_write())::uuid[]) and changed_by = (select access.person()) and state in ('draft', 'submitted'));
create policy head_decides on packages.package for update to lotsenwerk_app
  using (organization_id = any ((select access.organizations_as('{chiefExecutive}'))::uuid[]) and state = 'submitted')
  with check (organization_id = any ((select access.organizations_as('{chiefExecutive}'))::uuid[]) and changed_by = (select access.person())
    and decided_by = (select access.person()));
grant update (state, version, changed_by, changed_at, submitted_by, submitted_at, decide_by, decided_by, decided_at, way, signer_name, signed_on,
  signature_id, file_id) on packages.package to lotsenwerk_app;

create policy staff_adds on packages.package_version for insert to lotsenwerk_app
  with check (organization_id = any ((select access.scope_answer_write())::uuid[]) and saved_by = (select access.person()));

-- Whatever verb writes: a decided package gets no further version.
create function packages.only_while_open() returns trigger language plpgsql set search_path = '' as $$
begin
  if exists (select from packages.package p where p.id = new.package_id and p.state = 'decided') then
    raise exception using errcode = 'LW007', message = 'the package is decided';
  end if;
  return null;
end $$;
revoke execute on function packages.only_while_open() from public;
create trigger only_while_open after insert on packages.package_version for each row execute function packages.only_while_open();
