-- Proof of use of a programme: its terms, its narrative in versions, what was frozen, and who was reminded of what is still missing.
create schema proofs;
grant usage on schema proofs to lotsenwerk_app, lotsenwerk_access;

create table proofs.terms (
  programme_id uuid primary key references programmes.programme,
  -- So many months after its last day the proof is due, and so many years its vouchers are kept; what the grant says wins over what is usual.
  due_months integer not null default 6 check (due_months between 0 and 60),
  keep_years integer not null default 5 check (keep_years between 1 and 30),
  changed_by uuid references identity.person,
  changed_at timestamptz,
  version integer not null default 1
);
comment on table proofs.terms is 'class: shared. Until when a programme proves what its money was used for, and how long vouchers are kept.';
create index terms_changed_by on proofs.terms (changed_by);

create table proofs.proof (
  id uuid primary key,
  -- Who runs the programme and answers for the proof.
  organization_id uuid not null references organizations.organization,
  programme_id uuid not null references programmes.programme,
  begun_by uuid not null references identity.person,
  begun_at timestamptz not null,
  unique (programme_id),
  unique (id, organization_id, programme_id)
);
comment on table proofs.proof is 'class: tenant. The proof of use of a programme: what is worked on, and what versions hang on.';
create index proof_organization on proofs.proof (organization_id, id);
create index proof_begun_by on proofs.proof (begun_by);

create table proofs.narrative (
  id uuid primary key,
  proof_id uuid not null,
  organization_id uuid not null,
  programme_id uuid not null,
  number integer not null check (number > 0),
  -- Drafted from the data, saved by somebody, or saved by itself while somebody wrote.
  origin text not null check (origin in ('data', 'person', 'auto')),
  saved_by uuid not null references identity.person,
  saved_at timestamptz not null,
  text text not null check (text <> ''),
  unique (proof_id, number),
  unique (id, proof_id),
  foreign key (proof_id, organization_id, programme_id) references proofs.proof (id, organization_id, programme_id)
);
comment on table proofs.narrative is 'class: tenant. Every text of the narrative that was ever saved; the highest number counts.';
create index narrative_organization on proofs.narrative (organization_id, id);
create index narrative_programme on proofs.narrative (programme_id);
create index narrative_proof on proofs.narrative (proof_id, organization_id, programme_id);
create index narrative_saved_by on proofs.narrative (saved_by);

create table proofs.proof_version (
  id uuid primary key,
  proof_id uuid not null,
  organization_id uuid not null,
  programme_id uuid not null,
  number integer not null check (number > 0),
  kind text not null check (kind in ('interim', 'final')),
  -- Why there is a further one.
  reason text not null check (number = 1 or reason <> ''),
  narrative_id uuid not null,
  -- The one moment of which all figures are.
  as_of timestamptz not null,
  -- How many entries the accounts had then.
  entries integer not null check (entries >= 0),
  released_cents bigint not null,
  settled_cents bigint not null,
  vouchers integer not null check (vouchers >= 0),
  figures jsonb not null check (jsonb_typeof(figures) = 'object'),
  pdf_file_id uuid not null references files.file,
  pdf_sha256 text not null check (pdf_sha256 ~ '^[0-9a-f]{64}$'),
  sheet_file_id uuid not null references files.file,
  sheet_sha256 text not null check (sheet_sha256 ~ '^[0-9a-f]{64}$'),
  frozen_by uuid not null references identity.person,
  frozen_at timestamptz not null,
  unique (proof_id, number),
  foreign key (proof_id, organization_id, programme_id) references proofs.proof (id, organization_id, programme_id),
  foreign key (narrative_id, proof_id) references proofs.narrative (id, proof_id)
);
comment on table proofs.proof_version is 'class: tenant. A proof as it was frozen: figures of one moment, files with their hashes; never changed.';
create index proof_version_organization on proofs.proof_version (organization_id, id);
create index proof_version_programme on proofs.proof_version (programme_id);
create index proof_version_proof on proofs.proof_version (proof_id, organization_id, programme_id);
create index proof_version_narrative on proofs.proof_version (narrative_id, proof_id);
create index proof_version_pdf on proofs.proof_version (pdf_file_id);
create index proof_version_sheet on proofs.proof_version (sheet_file_id);
create index proof_version_frozen_by on proofs.proof_version (frozen_by);

create table proofs.reminder (
  id uuid primary key,
  -- Whose duty it is: a municipality, a contractor, the cooperative itself.
  organization_id uuid not null references organizations.organization,
  programme_id uuid not null references programmes.programme,
  person_id uuid not null references identity.person,
  on_day date not null,
  -- The first one of that day, or a further one that somebody wanted.
  turn integer not null check (turn > 0),
  amount_cents bigint not null check (amount_cents >= 0),
  -- What was open: [{orderId, lack}].
  lacks jsonb not null check (jsonb_typeof(lacks) = 'array'),
  sent_by uuid not null references identity.person,
  sent_at timestamptz not null,
  unique (programme_id, organization_id, person_id, on_day, turn)
);
comment on table proofs.reminder is 'class: tenant. Who was reminded when of what is still missing before the deadline; never changed.';
create index reminder_organization on proofs.reminder (organization_id, id);
create index reminder_person on proofs.reminder (person_id);
create index reminder_sent_by on proofs.reminder (sent_by);

do $$
declare
  name text;
begin
  foreach name in array array['terms', 'proof', 'narrative', 'proof_version', 'reminder'] loop
    execute format('alter table proofs.%I enable row level security, force row level security', name);
    execute format('create policy maintenance on proofs.%I to lotsenwerk_owner using (true) with check (true)', name);
  end loop;
  foreach name in array array['proof', 'narrative', 'proof_version', 'reminder'] loop
    execute format('create policy leaders_read on proofs.%I for select to lotsenwerk_app using (programme_id = any ((select access.scope_programmes_led())::uuid[]))', name);
    execute format('grant select, insert on proofs.%I to lotsenwerk_app', name);
  end loop;
end $$;
create policy leaders_begin on proofs.proof for insert to lotsenwerk_app
  with check (programme_id = any ((select access.scope_programmes_led())::uuid[]) and begun_by = (select access.person()));
create policy leaders_write on proofs.narrative for insert to lotsenwerk_app
  with check (programme_id = any ((select access.scope_programmes_led())::uuid[]) and saved_by = (select access.person()));
create policy leaders_freeze on proofs.proof_version for insert to lotsenwerk_app
  with check (programme_id = any ((select access.scope_programmes_led())::uuid[]) and frozen_by = (select access.person()));
create policy leaders_remind on proofs.reminder for insert to lotsenwerk_app
  with check (programme_id = any ((select access.scope_programmes_led())::uuid[]) and sent_by = (select access.person()));

create policy signed_in on proofs.terms for select to lotsenwerk_app using ((select access.person() is not null or access.is_operator()));
create policy leaders_change on proofs.terms for update to lotsenwerk_app
  using (programme_id = any ((select access.scope_programmes_led())::uuid[])) with check (programme_id = any ((select access.scope_programmes_led())::uuid[]));
grant select, update (due_months, keep_years, changed_by, changed_at, version) on proofs.terms to lotsenwerk_app;
create policy definer on proofs.terms to lotsenwerk_access using (true) with check (true);
create policy definer_reads on proofs.reminder for select to lotsenwerk_access using (true);
grant select, insert on proofs.terms to lotsenwerk_access;
grant select on proofs.reminder to lotsenwerk_access;

-- The files of a frozen proof: for those who lead its programme, and for nobody to remove.
create policy proof_readers on files.file as restrictive for select to lotsenwerk_app
  using (organization_id = any ((select access.organizations_as('{programmeManager}'))::uuid[]) and exists (select from proofs.proof p where p.id = owner_id)
    or owner_type <> 'proofOfUse');
create policy proof_writers on files.file as restrictive for insert to lotsenwerk_app
  with check (organization_id = any ((select access.organizations_as('{programmeManager}'))::uuid[]) and exists (select from proofs.proof p where p.id = owner_id)
    or owner_type <> 'proofOfUse');
create policy proof_removers on files.file as restrictive for delete to lotsenwerk_app
  using (organization_id = any ((select access.scope_answer_write())::uuid[]) and false or owner_type <> 'proofOfUse');
create policy proof_read on files.file for select to lotsenwerk_app
  using (organization_id = any ((select access.organizations_as('{programmeManager}'))::uuid[]) and owner_type = 'proofOfUse'
    and exists (select from proofs.proof p where p.id = owner_id));
create policy leaders_keep_proof on files.file for insert to lotsenwerk_app
  with check (organization_id = any ((select access.organizations_as('{programmeManager}'))::uuid[]) and owner_type = 'proofOfUse'
    and uploaded_by = (select access.person()) and exists (select from proofs.proof p where p.id = owner_id and p.organization_id = file.organization_id));

grant create on schema proofs, privacy to lotsenwerk_access;
set local role lotsenwerk_access;

-- Each programme has its terms from the beginning.
create function proofs.add_terms() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into proofs.terms (programme_id) values (new.id) on conflict do nothing;
  return null;
end $$;

alter function privacy.person_data(uuid) rename to person_data_without_proofs;
create function privacy.person_data(person uuid) returns jsonb language plpgsql stable security definer set search_path = '' as $$
begin
  if not privacy.may_see(person) then raise insufficient_privilege; end if;
  return privacy.person_data_without_proofs(person) || jsonb_build_object('measures', (
    select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select m.title, o.name as organization, m.due_on as "dueOn", m.state as "measureState"
        from measures.detail d join measures.measure m on m.id = d.measure_id join organizations.organization o on o.id = m.organization_id
       where d.owner_id = person order by m.due_on, m.id) x), 'yearEndReminders', (
    select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select p.name as programme, o.name as organization, r.on_day as "day"
        from proofs.reminder r join programmes.programme p on p.id = r.programme_id join organizations.organization o on o.id = r.organization_id
       where r.person_id = person order by r.on_day, r.id) x));
end $$;

revoke execute on function proofs.add_terms(), privacy.person_data(uuid), privacy.person_data_without_proofs(uuid) from public, lotsenwerk_app;
grant execute on function privacy.person_data(uuid) to lotsenwerk_app;
grant execute on function proofs.add_terms() to lotsenwerk_owner;
set local role lotsenwerk_owner;
create trigger terms_of_new after insert on programmes.programme for each row execute function proofs.add_terms();
insert into proofs.terms (programme_id) select p.id from programmes.programme p;
set local role lotsenwerk_access;
revoke execute on function proofs.add_terms() from lotsenwerk_owner;
set local role lotsenwerk_owner;
revoke create on schema proofs, privacy from lotsenwerk_access;
