-- What a municipality hands in on its road, what the contractor's assessor finds in it and on the spot, and the reports about it.
create schema participation;
grant usage on schema participation to lotsenwerk_app;

create table participation.document (
  id uuid primary key,
  organization_id uuid not null,
  programme_id uuid not null,
  enrollment_id uuid not null,
  -- Of the document that the programme wants; null for what the municipality adds.
  key text,
  title text not null check (title <> ''),
  state text not null check (state in ('missing', 'received', 'doesNotExist', 'reviewed')),
  since timestamptz not null,
  changed_by uuid not null references identity.person,
  version integer not null default 1,
  -- What the programme wants has a row from the first deed on; until then it is missing.
  unique (enrollment_id, key),
  unique (id, organization_id, enrollment_id),
  foreign key (enrollment_id, organization_id, programme_id) references programmes.enrollment (id, organization_id, programme_id)
);
comment on table participation.document is 'class: tenant. One document on the road of a municipality: whether it is here. What it holds stands in its files and findings.';
create index document_organization on participation.document (organization_id, id);
create index document_enrollment on participation.document (enrollment_id, organization_id, programme_id);
create index document_programme on participation.document (programme_id, state);
create index document_changed_by on participation.document (changed_by);

create table participation.document_file (
  id uuid primary key,
  organization_id uuid not null,
  enrollment_id uuid not null,
  document_id uuid not null,
  -- Running within its document, from 1.
  number integer not null check (number > 0),
  file_id uuid references files.file on delete set null,
  name text not null check (name <> ''),
  -- The last local day on which the document holds.
  valid_until date,
  added_by uuid not null references identity.person,
  added_at timestamptz not null,
  withdrawn_by uuid references identity.person,
  withdrawn_at timestamptz,
  withdrawal_reason text check ((withdrawn_at is null) = (withdrawal_reason is null)),
  unique (document_id, number),
  foreign key (document_id, organization_id, enrollment_id) references participation.document (id, organization_id, enrollment_id)
);
comment on table participation.document_file is 'class: tenant. The versions of a document; the newest that is not taken back counts.';
create index document_file_organization on participation.document_file (organization_id, id);
create index document_file_document on participation.document_file (document_id, organization_id, enrollment_id);
create index document_file_file on participation.document_file (file_id);
create index document_file_added_by on participation.document_file (added_by);
create index document_file_withdrawn_by on participation.document_file (withdrawn_by);

create table participation.finding (
  id uuid primary key,
  organization_id uuid not null,
  enrollment_id uuid not null,
  document_id uuid not null,
  -- The version of the document that was read; null where there is none.
  file_number integer,
  severity text not null check (severity in ('none', 'low', 'medium', 'high')),
  text text not null check (text <> ''),
  recommendation text not null default '',
  found_by uuid not null references identity.person,
  found_at timestamptz not null,
  withdrawn_by uuid references identity.person,
  withdrawn_at timestamptz,
  withdrawal_reason text check ((withdrawn_at is null) = (withdrawal_reason is null)),
  foreign key (document_id, organization_id, enrollment_id) references participation.document (id, organization_id, enrollment_id)
);
comment on table participation.finding is 'class: tenant. What the assessor says about a document; taken back with a reason, never changed.';
create index finding_organization on participation.finding (organization_id, id);
create index finding_document on participation.finding (document_id, organization_id, enrollment_id);
create index finding_found_by on participation.finding (found_by);
create index finding_withdrawn_by on participation.finding (withdrawn_by);

create table participation.spot_protocol (
  enrollment_id uuid primary key,
  organization_id uuid not null,
  programme_id uuid not null,
  closed_by uuid not null references identity.person,
  closed_at timestamptz not null,
  foreign key (enrollment_id, organization_id, programme_id) references programmes.enrollment (id, organization_id, programme_id)
);
comment on table participation.spot_protocol is 'class: tenant. That the protocol of spot checks is closed: from then on nothing in it changes.';
create index spot_protocol_organization on participation.spot_protocol (organization_id, enrollment_id);
create index spot_protocol_enrollment on participation.spot_protocol (enrollment_id, organization_id, programme_id);
create index spot_protocol_programme on participation.spot_protocol (programme_id);
create index spot_protocol_closed_by on participation.spot_protocol (closed_by);

create table participation.spot_check (
  id uuid not null,
  -- Corrections are further versions; the highest counts.
  version integer not null check (version > 0),
  organization_id uuid not null,
  programme_id uuid not null,
  enrollment_id uuid not null,
  -- Running within the protocol, from 1.
  number integer not null check (number > 0),
  object text not null check (object <> ''),
  what text not null check (what <> ''),
  expected text not null check (expected <> ''),
  seen text not null default '',
  result text not null check (result in ('asExpected', 'deviates', 'notCheckable')),
  evidence_note text not null default '',
  file_id uuid references files.file on delete set null,
  -- A question of the municipality's own check that the deviation belongs to.
  assessment_id uuid,
  control_id text,
  checked_on date not null,
  -- Why there is a further version.
  reason text not null default '' check (version = 1 or reason <> ''),
  written_by uuid not null references identity.person,
  written_at timestamptz not null,
  primary key (id, version),
  unique (enrollment_id, number, version),
  unique (id, version, organization_id, enrollment_id),
  check ((assessment_id is null) = (control_id is null)),
  foreign key (enrollment_id, organization_id, programme_id) references programmes.enrollment (id, organization_id, programme_id)
);
comment on table participation.spot_check is 'class: tenant. One sample of the protocol and its corrections: what was expected and what was seen; append only.';
create index spot_check_organization on participation.spot_check (organization_id, id);
create index spot_check_enrollment on participation.spot_check (enrollment_id, organization_id, programme_id);
create index spot_check_file on participation.spot_check (file_id);
create index spot_check_written_by on participation.spot_check (written_by);

create table participation.spot_comment (
  id uuid primary key,
  organization_id uuid not null,
  enrollment_id uuid not null,
  spot_check_id uuid not null,
  -- The version it was said about.
  spot_check_version integer not null,
  text text not null check (text <> ''),
  written_by uuid not null references identity.person,
  written_at timestamptz not null,
  foreign key (spot_check_id, spot_check_version, organization_id, enrollment_id)
    references participation.spot_check (id, version, organization_id, enrollment_id)
);
comment on table participation.spot_comment is 'class: tenant. What the municipality says about a sample; append only, also after the protocol is closed.';
create index spot_comment_organization on participation.spot_comment (organization_id, id);
create index spot_comment_check on participation.spot_comment (spot_check_id, spot_check_version, organization_id, enrollment_id);
create index spot_comment_written_by on participation.spot_comment (written_by);

create table participation.report (
  id uuid primary key,
  organization_id uuid not null,
  programme_id uuid not null,
  enrollment_id uuid not null,
  -- Running on the road, from 1.
  number integer not null check (number > 0),
  state text not null check (state in ('submitted', 'changesAsked', 'superseded', 'accepted')),
  delivered_by uuid not null references identity.person,
  delivered_at timestamptz not null,
  decided_by uuid references identity.person,
  decided_at timestamptz,
  signature_id uuid references signatures.signature check (state <> 'accepted' or signature_id is not null),
  version integer not null default 1,
  unique (enrollment_id, number),
  unique (id, organization_id, enrollment_id),
  foreign key (enrollment_id, organization_id, programme_id) references programmes.enrollment (id, organization_id, programme_id)
);
comment on table participation.report is 'class: tenant. Versions of the contractor''s report: when they came and how the municipality decided. What they say stands in report_content.';
create index report_organization on participation.report (organization_id, id);
create index report_enrollment on participation.report (enrollment_id, organization_id, programme_id);
create index report_programme on participation.report (programme_id, state);
create index report_delivered_by on participation.report (delivered_by);
create index report_decided_by on participation.report (decided_by);
create index report_signature on participation.report (signature_id);
-- One version at a time waits for the municipality or for the contractor.
create unique index report_pending on participation.report (enrollment_id) where state in ('submitted', 'changesAsked');

create table participation.report_content (
  report_id uuid primary key,
  organization_id uuid not null,
  enrollment_id uuid not null,
  file_id uuid references files.file on delete set null,
  file_name text not null,
  file_sha256 text not null,
  summary text not null default '',
  -- Why there is a further report after an accepted one.
  reason text not null default '',
  foreign key (report_id, organization_id, enrollment_id) references participation.report (id, organization_id, enrollment_id)
);
comment on table participation.report_content is 'class: tenant. File and words of a version of the report; for the municipality and its assessor alone.';
create index report_content_organization on participation.report_content (organization_id, report_id);
create index report_content_report on participation.report_content (report_id, organization_id, enrollment_id);
create index report_content_file on participation.report_content (file_id);

create table participation.report_comment (
  id uuid primary key,
  organization_id uuid not null,
  enrollment_id uuid not null,
  report_id uuid not null,
  -- The comment it answers.
  answers_id uuid references participation.report_comment,
  side text not null check (side in ('organization', 'assessor')),
  -- "Seite 4", "Abschnitt 3.2"; answers stand where their question does.
  place text not null default '',
  text text not null check (text <> ''),
  written_by uuid not null references identity.person,
  written_at timestamptz not null,
  settled_by uuid references identity.person,
  settled_at timestamptz,
  foreign key (report_id, organization_id, enrollment_id) references participation.report (id, organization_id, enrollment_id)
);
comment on table participation.report_comment is 'class: tenant. What both sides say about a version of the report, by page or section; each is answered or settled.';
create index report_comment_organization on participation.report_comment (organization_id, id);
create index report_comment_report on participation.report_comment (report_id, organization_id, enrollment_id);
create index report_comment_answers on participation.report_comment (answers_id);
create index report_comment_written_by on participation.report_comment (written_by);
create index report_comment_settled_by on participation.report_comment (settled_by);

do $$
declare
  name text;
begin
  foreach name in array array['document', 'document_file', 'finding', 'spot_protocol', 'spot_check', 'spot_comment', 'report', 'report_content',
      'report_comment'] loop
    execute format('alter table participation.%I enable row level security, force row level security', name);
    execute format('create policy maintenance on participation.%I to lotsenwerk_owner using (true) with check (true)', name);
    execute format('grant select, insert on participation.%I to lotsenwerk_app', name);
  end loop;
  -- States are progress: everybody of the municipality, its assessor, and who works in the programme.
  foreach name in array array['document', 'spot_protocol', 'report'] loop
    execute format('create policy progress on participation.%I for select to lotsenwerk_app using (organization_id = any ((select access.scope_progress())::uuid[]))', name);
  end loop;
  -- Contents are the municipality's: who speaks for it, and the assessor while assigned.
  foreach name in array array['document_file', 'finding', 'spot_check', 'spot_comment', 'report_content', 'report_comment'] loop
    execute format('create policy readers on participation.%I for select to lotsenwerk_app using (organization_id = any ((select access.scope_takes_part() || access.assigned_organizations())::uuid[]))', name);
  end loop;
end $$;

-- What the municipality adds bears a title of its own, which is content.
create policy staff_reads on participation.document for select to lotsenwerk_app
  using (programme_id = any ((select access.scope_programmes())::uuid[]) and key is not null);
create policy staff_reads on participation.spot_protocol for select to lotsenwerk_app
  using (programme_id = any ((select access.scope_programmes())::uuid[]));
create policy staff_reads on participation.report for select to lotsenwerk_app
  using (programme_id = any ((select access.scope_programmes())::uuid[]));

-- Only the assessor says that a document is reviewed; only the municipality, that it does not exist.
create policy organization_adds on participation.document for insert to lotsenwerk_app
  with check (organization_id = any ((select access.scope_takes_part())::uuid[]) and state <> 'reviewed' and changed_by = (select access.person()));
create policy organization_changes on participation.document for update to lotsenwerk_app
  using (organization_id = any ((select access.scope_takes_part())::uuid[]))
  with check (organization_id = any ((select access.scope_takes_part())::uuid[]) and state <> 'reviewed');
create policy assessor_changes on participation.document for update to lotsenwerk_app
  using (organization_id = any ((select access.assigned_organizations())::uuid[]) and state in ('received', 'reviewed'))
  with check (organization_id = any ((select access.assigned_organizations())::uuid[]) and state in ('received', 'reviewed'));
grant update (state, since, changed_by, version) on participation.document to lotsenwerk_app;

create policy organization_adds on participation.document_file for insert to lotsenwerk_app
  with check (organization_id = any ((select access.scope_takes_part())::uuid[]) and added_by = (select access.person()));
create policy organization_withdraws on participation.document_file for update to lotsenwerk_app
  using (organization_id = any ((select access.scope_takes_part())::uuid[]) and withdrawn_at is null)
  with check (organization_id = any ((select access.scope_takes_part())::uuid[]) and withdrawn_by = (select access.person()));
grant update (file_id, withdrawn_by, withdrawn_at, withdrawal_reason) on participation.document_file to lotsenwerk_app;

create policy assessor_finds on participation.finding for insert to lotsenwerk_app
  with check (organization_id = any ((select access.assigned_organizations())::uuid[]) and found_by = (select access.person()));
create policy assessor_withdraws on participation.finding for update to lotsenwerk_app
  using (organization_id = any ((select access.assigned_organizations())::uuid[]) and withdrawn_at is null)
  with check (organization_id = any ((select access.assigned_organizations())::uuid[]) and withdrawn_by = (select access.person()));
grant update (withdrawn_by, withdrawn_at, withdrawal_reason) on participation.finding to lotsenwerk_app;

create policy assessor_closes on participation.spot_protocol for insert to lotsenwerk_app
  with check (organization_id = any ((select access.assigned_organizations())::uuid[]) and closed_by = (select access.person()));
create policy assessor_writes on participation.spot_check for insert to lotsenwerk_app
  with check (organization_id = any ((select access.assigned_organizations())::uuid[]) and written_by = (select access.person()));
create policy organization_comments on participation.spot_comment for insert to lotsenwerk_app
  with check (organization_id = any ((select access.scope_takes_part())::uuid[]) and written_by = (select access.person()));

-- Whatever verb writes: a closed protocol stays as it is. Who may write sees whether it is closed.
create function participation.only_while_open() returns trigger language plpgsql set search_path = '' as $$
begin
  if exists (select from participation.spot_protocol p where p.enrollment_id = new.enrollment_id) then
    raise exception using errcode = 'LW005', message = 'the protocol of spot checks is closed';
  end if;
  return null;
end $$;
revoke execute on function participation.only_while_open() from public;
create trigger only_while_open after insert on participation.spot_check
  for each row execute function participation.only_while_open();

create policy assessor_delivers on participation.report for insert to lotsenwerk_app
  with check (organization_id = any ((select access.assigned_organizations())::uuid[]) and state = 'submitted' and delivered_by = (select access.person()));
-- An accepted one is never changed; only the municipality accepts.
create policy organization_decides on participation.report for update to lotsenwerk_app
  using (organization_id = any ((select access.scope_takes_part())::uuid[]) and state in ('submitted', 'changesAsked'))
  with check (organization_id = any ((select access.scope_takes_part())::uuid[]) and decided_by = (select access.person()));
create policy assessor_supersedes on participation.report for update to lotsenwerk_app
  using (organization_id = any ((select access.assigned_organizations())::uuid[]) and state in ('submitted', 'changesAsked'))
  with check (organization_id = any ((select access.assigned_organizations())::uuid[]) and state = 'superseded');
grant update (state, decided_by, decided_at, signature_id, version) on participation.report to lotsenwerk_app;

create policy assessor_delivers on participation.report_content for insert to lotsenwerk_app
  with check (organization_id = any ((select access.assigned_organizations())::uuid[]));

create policy organization_comments on participation.report_comment for insert to lotsenwerk_app
  with check (organization_id = any ((select access.scope_takes_part())::uuid[]) and side = 'organization' and written_by = (select access.person()));
create policy assessor_comments on participation.report_comment for insert to lotsenwerk_app
  with check (organization_id = any ((select access.assigned_organizations())::uuid[]) and side = 'assessor' and written_by = (select access.person()));
create policy sides_settle on participation.report_comment for update to lotsenwerk_app
  using (organization_id = any ((select access.scope_takes_part() || access.assigned_organizations())::uuid[]) and settled_at is null)
  with check (organization_id = any ((select access.scope_takes_part() || access.assigned_organizations())::uuid[]) and settled_by = (select access.person()));
grant update (settled_by, settled_at) on participation.report_comment to lotsenwerk_app;

-- Files of these nouns have other readers and writers than those of answers: who speaks for the municipality, and the assessor while assigned.
create policy participation_readers on files.file as restrictive for select to lotsenwerk_app
  using (organization_id = any ((select access.scope_takes_part() || access.assigned_organizations())::uuid[])
    or owner_type <> all ('{participationDocument,spotCheck,contractorReport}'));
create policy participation_writers on files.file as restrictive for insert to lotsenwerk_app
  with check (organization_id = any ((select access.scope_takes_part())::uuid[]) and owner_type = 'participationDocument'
    or organization_id = any ((select access.assigned_organizations())::uuid[]) and owner_type in ('spotCheck', 'contractorReport')
    or owner_type <> all ('{participationDocument,spotCheck,contractorReport}'));
create policy participation_removers on files.file as restrictive for delete to lotsenwerk_app
  using (organization_id = any ((select access.scope_takes_part())::uuid[]) and owner_type = 'participationDocument'
    or owner_type <> all ('{participationDocument,spotCheck,contractorReport}'));
create policy participation_read on files.file for select to lotsenwerk_app
  using (organization_id = any ((select access.scope_takes_part() || access.assigned_organizations())::uuid[])
    and owner_type in ('participationDocument', 'spotCheck', 'contractorReport'));
create policy organization_hands_in on files.file for insert to lotsenwerk_app
  with check (organization_id = any ((select access.scope_takes_part())::uuid[]) and owner_type = 'participationDocument'
    and uploaded_by = (select access.person()));
create policy assessor_hands_in on files.file for insert to lotsenwerk_app
  with check (organization_id = any ((select access.assigned_organizations())::uuid[]) and owner_type in ('spotCheck', 'contractorReport')
    and uploaded_by = (select access.person()));
create policy organization_takes_back on files.file for delete to lotsenwerk_app
  using (organization_id = any ((select access.scope_takes_part())::uuid[]) and owner_type = 'participationDocument');
