-- The running programme is brought in from a workbook on the first day: what was read, what it would change, and what it brought.
create schema loads;
grant usage on schema loads to lotsenwerk_app, lotsenwerk_access;

create table loads.load (
  id uuid primary key,
  -- Who runs the programme: whoever leads it there reads it.
  organization_id uuid not null references organizations.organization,
  programme_id uuid not null references programmes.programme,
  file_name text not null,
  state text not null check (state in ('checked', 'loaded')),
  -- How many municipalities the workbook names, and what became of them.
  total integer not null default 0,
  added integer not null default 0,
  unchanged integer not null default 0,
  refused integer not null default 0,
  -- Cells by kind and the sum of the amounts, as they were brought in.
  brought jsonb not null,
  checked_by uuid not null references identity.person,
  checked_at timestamptz not null,
  loaded_by uuid references identity.person,
  loaded_at timestamptz,
  changed integer not null default 0,
  check ((state = 'loaded') = (loaded_at is not null))
);
comment on table loads.load is 'class: tenant. Each workbook of a running programme: who checked and who loaded it when, and how much it brought.';
create index load_organization on loads.load (organization_id, id);
create index load_programme on loads.load (programme_id, checked_at desc, id desc);
create index load_checked_by on loads.load (checked_by);
create index load_loaded_by on loads.load (loaded_by);

create table loads.draft (
  load_id uuid primary key references loads.load on delete cascade,
  organization_id uuid not null references organizations.organization,
  programme_id uuid not null references programmes.programme,
  -- Its cells as they were read, and as they were corrected on the page.
  content jsonb not null,
  -- Hash of what the differences were told against.
  stand text not null,
  made_at timestamptz not null,
  differences jsonb not null
);
comment on table loads.draft is 'class: tenant. The cells of a workbook and its differences, for thirty days.';
create index draft_organization on loads.draft (organization_id, load_id);
create index draft_programme on loads.draft (programme_id);
create index draft_made on loads.draft (made_at);

create table loads.mapping (
  programme_id uuid primary key references programmes.programme,
  organization_id uuid not null references organizations.organization,
  changed_by uuid not null references identity.person,
  changed_at timestamptz not null,
  -- By sheet and header: the field it fills, or that it is left out.
  columns jsonb not null
);
comment on table loads.mapping is 'class: tenant. What the columns of foreign tables mean, as somebody said once.';
create index mapping_organization on loads.mapping (organization_id, programme_id);
create index mapping_changed_by on loads.mapping (changed_by);

create table loads.opening_amount (
  enrollment_id uuid not null,
  organization_id uuid not null,
  programme_id uuid not null,
  -- 0: all released stages together.
  stage integer not null check (stage >= 0),
  planned_cents bigint not null default 0 check (planned_cents >= 0),
  committed_cents bigint not null default 0 check (committed_cents >= 0),
  delivered_cents bigint not null default 0 check (delivered_cents >= 0),
  accepted_cents bigint not null default 0 check (accepted_cents >= 0),
  invoiced_cents bigint not null default 0 check (invoiced_cents >= 0),
  settled_cents bigint not null default 0 check (settled_cents >= 0),
  remaining_cents bigint not null default 0 check (remaining_cents >= 0),
  load_id uuid not null references loads.load,
  primary key (enrollment_id, stage),
  foreign key (enrollment_id, organization_id, programme_id) references programmes.enrollment (id, organization_id, programme_id)
);
comment on table loads.opening_amount is 'class: tenant. Where the money of a municipality stood when the programme was brought in, gross; nothing is booked yet.';
create index opening_amount_organization on loads.opening_amount (organization_id, enrollment_id);
create index opening_amount_programme on loads.opening_amount (programme_id, organization_id);
create index opening_amount_road on loads.opening_amount (enrollment_id, organization_id, programme_id);
create index opening_amount_load on loads.opening_amount (load_id);

-- Until somebody says something about it in the portal, a date or a document is as the workbook told it, and a further workbook may tell it anew.
alter table appointments.appointment add column brought_in boolean not null default false;
alter table participation.document add column brought_in boolean not null default false;
create policy leaders_bring_in on participation.document for insert to lotsenwerk_app
  with check (programme_id = any ((select access.scope_programmes_led())::uuid[]) and key is not null and brought_in and changed_by = (select access.person()));
create policy leaders_bring_in_again on participation.document for update to lotsenwerk_app
  using (programme_id = any ((select access.scope_programmes_led())::uuid[]) and key is not null and brought_in)
  with check (programme_id = any ((select access.scope_programmes_led())::uuid[]) and key is not null and brought_in);
grant update (brought_in) on appointments.appointment, participation.document to lotsenwerk_app;

do $$
declare
  name text;
begin
  foreach name in array array['load', 'draft', 'mapping', 'opening_amount'] loop
    execute format('alter table loads.%I enable row level security, force row level security', name);
    execute format('create policy maintenance on loads.%I to lotsenwerk_owner using (true) with check (true)', name);
    execute format('create policy leaders_add on loads.%I for insert to lotsenwerk_app with check (programme_id = any ((select access.scope_programmes_led())::uuid[]))', name);
    execute format('create policy leaders_change on loads.%I for update to lotsenwerk_app using (programme_id = any ((select access.scope_programmes_led())::uuid[])) with check (programme_id = any ((select access.scope_programmes_led())::uuid[]))', name);
  end loop;
  -- The workbook is of those who lead: it says something about all municipalities at once.
  foreach name in array array['load', 'draft', 'mapping'] loop
    execute format('create policy leaders_read on loads.%I for select to lotsenwerk_app using (programme_id = any ((select access.scope_programmes_led())::uuid[]))', name);
  end loop;
  foreach name in array array['load', 'draft'] loop
    execute format('create policy definer on loads.%I to lotsenwerk_access using (true) with check (true)', name);
    execute format('grant select, delete on loads.%I to lotsenwerk_access', name);
  end loop;
end $$;

-- Money: the municipality its own lines, no assessor.
create policy staff_reads on loads.opening_amount for select to lotsenwerk_app
  using (programme_id = any ((select access.scope_programmes())::uuid[]));
create policy own on loads.opening_amount for select to lotsenwerk_app
  using (organization_id = any ((select access.scope_member())::uuid[]));

grant select, insert on loads.load, loads.draft, loads.mapping, loads.opening_amount to lotsenwerk_app;
grant update (state, total, added, unchanged, refused, brought, loaded_by, loaded_at, changed) on loads.load to lotsenwerk_app;
grant update (content, stand, made_at, differences) on loads.draft to lotsenwerk_app;
grant update (changed_by, changed_at, columns) on loads.mapping to lotsenwerk_app;
grant update (planned_cents, committed_cents, delivered_cents, accepted_cents, invoiced_cents, settled_cents, remaining_cents, load_id)
  on loads.opening_amount to lotsenwerk_app;

insert into privacy.retention_rule (position, name, what, term_hours, since, ground, relation, due) values
  (55, 'uncheckedLoads', 'Hochgeladene Programmlisten, die nicht eingelesen wurden', 720, 'dem Hochladen',
   'So lange lässt sich eine geprüfte Liste noch einlesen.', 'loads.load', 'state = ''checked'' and checked_at < $1'),
  (56, 'loadDrafts', 'Inhalt eingelesener Programmlisten (Namen, Adressen, Unterschiede)', 720, 'der letzten Prüfung',
   'Für Rückfragen nach dem Einlesen; wer wann wie viel eingelesen hat, bleibt stehen.', 'loads.draft', 'made_at < $1');
