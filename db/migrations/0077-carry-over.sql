-- One answer for several frameworks: where an answer was taken from, and which proposals somebody does not want.

-- Written once with the answer it belongs to: both ends name the version that was read and the one that was made of it.
create table security.answer_source (
  organization_id uuid not null,
  assessment_id uuid not null,
  catalog_id uuid not null,
  control_id text not null,
  -- The outermost group of the question: what is delegated.
  top_key text not null,
  version integer not null,
  source_assessment_id uuid not null,
  source_catalog_id uuid not null,
  source_control_id text not null,
  source_version integer not null,
  -- Null where no collection relates them: both questions name the same requirement, or are the same one in two catalogs.
  collection_id uuid references catalogs.mapping_collection,
  relationship text not null check (relationship in ('equal-to', 'equivalent-to', 'subset-of', 'superset-of', 'intersects-with')),
  is_default boolean not null,
  -- What of the collection relates both, as it is named there: "APP.3.6.A1-UA.2".
  sub_requirements text[] not null,
  taken_by uuid not null references identity.person,
  taken_at timestamptz not null,
  primary key (assessment_id, control_id, version, source_assessment_id, source_control_id),
  foreign key (assessment_id, organization_id, catalog_id) references security.assessment (id, organization_id, catalog_id),
  foreign key (assessment_id, control_id, version) references security.answer (assessment_id, control_id, version),
  foreign key (source_assessment_id, organization_id, source_catalog_id) references security.assessment (id, organization_id, catalog_id),
  foreign key (source_assessment_id, source_control_id, source_version) references security.answer (assessment_id, control_id, version),
  -- No check is taken from itself.
  check (source_assessment_id <> assessment_id)
);
comment on table security.answer_source is 'class: tenant. From which answers of other checks an answer was taken, version by version; never changed.';
create index answer_source_organization on security.answer_source (organization_id, assessment_id);
create index answer_source_source on security.answer_source (source_assessment_id, source_control_id, source_version);
create index answer_source_collection on security.answer_source (collection_id);
create index answer_source_taken_by on security.answer_source (taken_by);

create table security.declined_proposal (
  organization_id uuid not null,
  assessment_id uuid not null,
  catalog_id uuid not null,
  control_id text not null,
  top_key text not null,
  declined_by uuid not null references identity.person,
  declined_at timestamptz not null,
  primary key (assessment_id, control_id),
  foreign key (assessment_id, organization_id, catalog_id) references security.assessment (id, organization_id, catalog_id),
  foreign key (catalog_id, control_id) references catalogs.control (catalog_id, id)
);
comment on table security.declined_proposal is 'class: tenant. Questions for which nobody wants to be proposed anything; the row goes when that is taken back.';
create index declined_proposal_organization on security.declined_proposal (organization_id, assessment_id);
create index declined_proposal_control on security.declined_proposal (catalog_id, control_id);
create index declined_proposal_declined_by on security.declined_proposal (declined_by);

-- Who makes a trigger must be able to call its function; afterwards nobody has to.
set local role lotsenwerk_access;
grant execute on function security.only_while_open() to lotsenwerk_owner;
set local role lotsenwerk_owner;

do $$
declare
  name text;
  author text;
begin
  foreach name in array array['answer_source', 'declined_proposal'] loop
    author := case name when 'answer_source' then 'taken_by' else 'declined_by' end;
    execute format('alter table security.%I enable row level security, force row level security', name);
    execute format('create policy maintenance on security.%I to lotsenwerk_owner using (true) with check (true)', name);
    -- As the answers: own staff and assessors by organization, delegates by group.
    execute format('create policy readers on security.%I for select to lotsenwerk_app
      using (organization_id = any ((select access.scope_answer_read())::uuid[]))', name);
    execute format('create policy delegates on security.%I for select to lotsenwerk_app
      using ((assessment_id::text || '' '' || top_key) = any ((select access.delegated_parts())::text[]))', name);
    execute format('create policy own_staff_adds on security.%I for insert to lotsenwerk_app
      with check (organization_id = any ((select access.scope_answer_write())::uuid[]) and %I = access.person())', name, author);
    execute format('create policy delegates_add on security.%I for insert to lotsenwerk_app
      with check ((assessment_id::text || '' '' || top_key) = any ((select access.delegated_parts())::text[]) and %I = access.person())', name, author);
    execute format('grant select, insert on security.%I to lotsenwerk_app', name);
    execute format('create trigger only_while_open after insert on security.%I for each row execute function security.only_while_open()', name);
  end loop;
end $$;

set local role lotsenwerk_access;
revoke execute on function security.only_while_open() from lotsenwerk_owner;
set local role lotsenwerk_owner;

create policy own_staff_resumes on security.declined_proposal for delete to lotsenwerk_app
  using (organization_id = any ((select access.scope_answer_write())::uuid[]));
create policy delegates_resume on security.declined_proposal for delete to lotsenwerk_app
  using ((assessment_id::text || ' ' || top_key) = any ((select access.delegated_parts())::text[]));
grant delete on security.declined_proposal to lotsenwerk_app;
