create schema security;
grant usage on schema security to lotsenwerk_app;

create table security.assessment (
  id uuid primary key,
  organization_id uuid not null references organizations.organization,
  catalog_id uuid not null references catalogs.catalog,
  started_at timestamptz not null,
  started_by uuid not null references identity.person,
  unique (organization_id, catalog_id),
  unique (id, organization_id, catalog_id)
);
comment on table security.assessment is 'class: tenant. One check of one organization on one catalog version.';
create index assessment_organization on security.assessment (organization_id, id);
create index assessment_catalog on security.assessment (catalog_id);
create index assessment_started_by on security.assessment (started_by);
alter table security.assessment enable row level security, force row level security;
create policy maintenance on security.assessment to lotsenwerk_owner using (true) with check (true);
create policy readers on security.assessment for select to lotsenwerk_app
  using (organization_id = any ((select access.scope_answer_read())::uuid[]));
create policy own_staff_adds on security.assessment for insert to lotsenwerk_app
  with check (organization_id = any ((select access.scope_answer_write())::uuid[]) and started_by = access.person());
grant select, insert on security.assessment to lotsenwerk_app;

-- Append-only: each change is a further row with the next version, so the history is the table and two people cannot both write version 2.
create table security.answer (
  organization_id uuid not null,
  assessment_id uuid not null,
  catalog_id uuid not null,
  control_id text not null,
  version integer not null check (version > 0),
  answer text not null check (answer in ('yes', 'no', 'notApplicable')),
  note text not null,
  answered_by uuid not null references identity.person,
  answered_at timestamptz not null,
  primary key (assessment_id, control_id, version),
  foreign key (assessment_id, organization_id, catalog_id) references security.assessment (id, organization_id, catalog_id),
  foreign key (catalog_id, control_id) references catalogs.control (catalog_id, id)
);
comment on table security.answer is 'class: tenant. Answers in all their versions; the highest one counts.';
create index answer_organization on security.answer (organization_id, assessment_id);
create index answer_control on security.answer (catalog_id, control_id);
create index answer_answered_by on security.answer (answered_by);
alter table security.answer enable row level security, force row level security;
create policy maintenance on security.answer to lotsenwerk_owner using (true) with check (true);
create policy readers on security.answer for select to lotsenwerk_app
  using (organization_id = any ((select access.scope_answer_read())::uuid[]));
create policy own_staff_adds on security.answer for insert to lotsenwerk_app
  with check (organization_id = any ((select access.scope_answer_write())::uuid[]) and answered_by = access.person());
grant select, insert on security.answer to lotsenwerk_app;
