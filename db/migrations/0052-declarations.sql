-- How a municipality gets into a programme: interest, declaration, admission, and the agreements that go with it.
create schema declarations;
grant usage on schema declarations to lotsenwerk_app, lotsenwerk_access, lotsenwerk_worker;

create table declarations.interest (
  id uuid primary key,
  -- The house that runs the programme and was written to.
  organization_id uuid not null references organizations.organization,
  programme_id uuid not null references programmes.programme,
  -- From the register, or null and the name as it was written.
  municipality_id uuid references organizations.organization,
  municipality_name text not null check (municipality_name <> ''),
  person_name text not null check (person_name <> ''),
  function text not null default '',
  email text not null check (email = lower(email) and email <> ''),
  phone text not null default '',
  message text not null default '',
  received_at timestamptz not null,
  enrollment_id uuid references programmes.enrollment,
  outcome text check (outcome in ('taken', 'declined')),
  decided_at timestamptz,
  decided_by uuid references identity.person,
  reason text not null default '',
  check ((outcome is null) = (decided_at is null)),
  check ((outcome = 'taken') = (enrollment_id is not null) or outcome is null),
  check (outcome is distinct from 'declined' or reason <> '')
);
comment on table declarations.interest is 'class: tenant. Who without an account declared interest in a programme, and what became of it; gone after its term.';
create index interest_organization on declarations.interest (organization_id, id);
create index interest_open on declarations.interest (programme_id, id) where decided_at is null;
create index interest_programme on declarations.interest (programme_id, id);
create index interest_municipality on declarations.interest (municipality_id);
create index interest_enrollment on declarations.interest (enrollment_id);
create index interest_decided_by on declarations.interest (decided_by);
-- The same person twice for the same municipality is one interest.
create unique index interest_once on declarations.interest (programme_id, email, municipality_name) where decided_at is null;

create table declarations.declaration (
  id uuid primary key,
  enrollment_id uuid not null,
  organization_id uuid not null,
  programme_id uuid not null,
  -- The version of the programme's text that was signed.
  text_version integer not null,
  -- Who carried the programme out when it was signed: from there assessors may come.
  contractor_id uuid references organizations.organization,
  attachments text[] not null default '{}',
  way text not null check (way in ('portal', 'paper')),
  shown text not null,
  shown_sha256 text not null check (shown_sha256 = encode(sha256(convert_to(shown, 'UTF8')), 'hex')),
  signature_id uuid references signatures.signature,
  file_id uuid references files.file,
  -- Of paper: as it stands below it.
  signer_name text not null check (signer_name <> ''),
  signed_on date not null,
  recorded_by uuid not null references identity.person,
  recorded_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid references identity.person,
  withdrawal_reason text not null default '',
  foreign key (enrollment_id, organization_id, programme_id) references programmes.enrollment (id, organization_id, programme_id),
  check ((way = 'portal') = (signature_id is not null) and (way = 'paper') = (file_id is not null)),
  check (withdrawn_at is null or withdrawal_reason <> '')
);
comment on table declarations.declaration is 'class: tenant. The declaration of participation: what was signed, by whom, naming which contractor; withdrawn, never changed.';
create index declaration_organization on declarations.declaration (organization_id, id);
create index declaration_enrollment on declarations.declaration (enrollment_id, organization_id, programme_id, id);
create index declaration_programme on declarations.declaration (programme_id, id);
create index declaration_contractor on declarations.declaration (contractor_id);
create index declaration_signature on declarations.declaration (signature_id);
create index declaration_file on declarations.declaration (file_id);
create index declaration_recorded_by on declarations.declaration (recorded_by);
create index declaration_withdrawn_by on declarations.declaration (withdrawn_by);
create unique index declaration_standing on declarations.declaration (enrollment_id) where withdrawn_at is null;

create table declarations.admission (
  id uuid primary key,
  enrollment_id uuid not null,
  organization_id uuid not null,
  programme_id uuid not null,
  -- Null where the declaration was brought in with the running programme and lies elsewhere.
  declaration_id uuid references declarations.declaration,
  decision text not null check (decision in ('admitted', 'refused', 'correction')),
  decided_by uuid not null references identity.person,
  decided_at timestamptz not null,
  reason text not null default '',
  foreign key (enrollment_id, organization_id, programme_id) references programmes.enrollment (id, organization_id, programme_id),
  check (decision = 'admitted' or reason <> '')
);
comment on table declarations.admission is 'class: tenant. What the programme said to a declaration, each decision a row; never changed.';
create index admission_organization on declarations.admission (organization_id, id);
create index admission_enrollment on declarations.admission (enrollment_id, organization_id, programme_id, id);
create index admission_programme on declarations.admission (programme_id, id);
create index admission_declaration on declarations.admission (declaration_id, id);
create index admission_decided_by on declarations.admission (decided_by);
create unique index admission_once on declarations.admission (declaration_id) where decision = 'admitted';

create table declarations.agreement (
  id uuid primary key,
  enrollment_id uuid not null,
  organization_id uuid not null,
  programme_id uuid not null,
  kind text not null check (kind in ('dataProcessing', 'confidentiality', 'scanPermission')),
  contractor_id uuid references organizations.organization,
  -- Of a permission to scan: what, when, and whose systems they are where they are not the municipality's own.
  targets text not null default '',
  time_window text not null default '',
  systems_owner text not null default '',
  valid_from date not null,
  valid_until date check (valid_until >= valid_from),
  way text not null check (way in ('portal', 'paper')),
  shown text not null,
  shown_sha256 text not null check (shown_sha256 = encode(sha256(convert_to(shown, 'UTF8')), 'hex')),
  signature_id uuid references signatures.signature,
  file_id uuid references files.file,
  signer_name text not null check (signer_name <> ''),
  signed_on date not null,
  recorded_by uuid not null references identity.person,
  recorded_at timestamptz not null,
  -- The consent of whom the systems belong to.
  owner_file_id uuid references files.file,
  owner_signer text not null default '',
  owner_signed_on date,
  reminded_at timestamptz,
  revoked_at timestamptz,
  revoked_by uuid references identity.person,
  revocation_reason text not null default '',
  foreign key (enrollment_id, organization_id, programme_id) references programmes.enrollment (id, organization_id, programme_id),
  check ((way = 'portal') = (signature_id is not null) and (way = 'paper') = (file_id is not null)),
  check (kind <> 'scanPermission' or (targets <> '' and valid_until is not null)),
  check ((owner_file_id is null) = (owner_signed_on is null)),
  check (revoked_at is null or revocation_reason <> '')
);
comment on table declarations.agreement is 'class: tenant. Agreements of a municipality in a programme (data processing, confidentiality, permission to scan), from when until when; revoked, never changed.';
create index agreement_organization on declarations.agreement (organization_id, id);
create index agreement_enrollment on declarations.agreement (enrollment_id, organization_id, programme_id, id);
create index agreement_programme on declarations.agreement (programme_id, id);
create index agreement_kind on declarations.agreement (organization_id, kind, valid_until) where revoked_at is null;
create index agreement_ending on declarations.agreement (valid_until) where revoked_at is null and reminded_at is null;
create index agreement_contractor on declarations.agreement (contractor_id);
create index agreement_signature on declarations.agreement (signature_id);
create index agreement_file on declarations.agreement (file_id);
create index agreement_owner_file on declarations.agreement (owner_file_id);
create index agreement_recorded_by on declarations.agreement (recorded_by);
create index agreement_revoked_by on declarations.agreement (revoked_by);

do $$
declare
  name text;
begin
  foreach name in array array['interest', 'declaration', 'admission', 'agreement'] loop
    execute format('alter table declarations.%I enable row level security, force row level security', name);
    execute format('create policy maintenance on declarations.%I to lotsenwerk_owner using (true) with check (true)', name);
    execute format('create policy staff_reads on declarations.%I for select to lotsenwerk_app using (programme_id = any ((select access.scope_programmes())::uuid[]))', name);
  end loop;
  foreach name in array array['declaration', 'admission', 'agreement'] loop
    execute format('create policy progress on declarations.%I for select to lotsenwerk_app using (organization_id = any ((select access.scope_progress())::uuid[]))', name);
  end loop;
  -- Recorded from paper by those who lead or speak for the municipality; signed in the portal by its head alone.
  foreach name in array array['declaration', 'agreement'] loop
    execute format('create policy leaders_record on declarations.%I for insert to lotsenwerk_app with check (programme_id = any ((select access.scope_programmes_led())::uuid[]) and way = ''paper'' and recorded_by = (select access.person()))', name);
    execute format('create policy speakers_record on declarations.%I for insert to lotsenwerk_app with check (organization_id = any ((select access.scope_takes_part())::uuid[]) and way = ''paper'' and recorded_by = (select access.person()))', name);
    execute format('create policy head_signs on declarations.%I for insert to lotsenwerk_app with check (organization_id = any ((select access.organizations_as(''{chiefExecutive}''))::uuid[]) and recorded_by = (select access.person()))', name);
    execute format('create policy leaders_end on declarations.%I for update to lotsenwerk_app using (programme_id = any ((select access.scope_programmes_led())::uuid[])) with check (programme_id = any ((select access.scope_programmes_led())::uuid[]))', name);
  end loop;
  execute format('grant select on declarations.interest, declarations.declaration, declarations.admission, declarations.agreement to lotsenwerk_app');
end $$;

create policy leaders_decide on declarations.interest for update to lotsenwerk_app
  using (programme_id = any ((select access.scope_programmes_led())::uuid[])) with check (programme_id = any ((select access.scope_programmes_led())::uuid[]));
grant update (municipality_id, enrollment_id, outcome, decided_at, decided_by, reason) on declarations.interest to lotsenwerk_app;

create policy head_withdraws on declarations.declaration for update to lotsenwerk_app
  using (organization_id = any ((select access.organizations_as('{chiefExecutive}'))::uuid[]))
  with check (organization_id = any ((select access.organizations_as('{chiefExecutive}'))::uuid[]));
grant insert, update (withdrawn_at, withdrawn_by, withdrawal_reason) on declarations.declaration to lotsenwerk_app;

create policy leaders_decide on declarations.admission for insert to lotsenwerk_app
  with check (programme_id = any ((select access.scope_programmes_led())::uuid[]) and decided_by = (select access.person()));
grant insert on declarations.admission to lotsenwerk_app;

create policy speakers_end on declarations.agreement for update to lotsenwerk_app
  using (organization_id = any ((select access.scope_takes_part())::uuid[]))
  with check (organization_id = any ((select access.scope_takes_part())::uuid[]));
grant insert, update (owner_file_id, owner_signer, owner_signed_on, revoked_at, revoked_by, revocation_reason) on declarations.agreement to lotsenwerk_app;

-- Signatures and papers of declarations and agreements: also for all who speak for the municipality, and, by the row that carries
-- them, for those who lead the programme.
create policy speakers_read on signatures.signature for select to lotsenwerk_app
  using (organization_id = any ((select access.scope_takes_part())::uuid[]) and subject_type in ('declaration', 'agreement'));
create policy leaders_read_declarations on signatures.signature for select to lotsenwerk_app
  using (subject_type = 'declaration' and exists (
    select from declarations.declaration d where d.id = subject_id and d.programme_id = any ((select access.scope_programmes_led())::uuid[])));
create policy leaders_read_agreements on signatures.signature for select to lotsenwerk_app
  using (subject_type = 'agreement' and exists (
    select from declarations.agreement a where a.id = subject_id and a.programme_id = any ((select access.scope_programmes_led())::uuid[])));
create policy speakers_read on files.file for select to lotsenwerk_app
  using (organization_id = any ((select access.scope_takes_part())::uuid[]) and owner_type in ('declaration', 'agreement'));
create policy leaders_read_declarations on files.file for select to lotsenwerk_app
  using (owner_type = 'declaration' and exists (
    select from declarations.declaration d where d.id = owner_id and d.programme_id = any ((select access.scope_programmes_led())::uuid[])));
create policy leaders_read_agreements on files.file for select to lotsenwerk_app
  using (owner_type = 'agreement' and exists (
    select from declarations.agreement a where a.id = owner_id and a.programme_id = any ((select access.scope_programmes_led())::uuid[])));
create policy speakers_add on files.file for insert to lotsenwerk_app
  with check (organization_id = any ((select access.scope_takes_part())::uuid[]) and owner_type in ('declaration', 'agreement')
    and uploaded_by = (select access.person()));
create policy leaders_add on files.file for insert to lotsenwerk_app
  with check (owner_type in ('declaration', 'agreement') and uploaded_by = (select access.person()) and exists (
    select from programmes.enrollment e where e.organization_id = file.organization_id and e.programme_id = any ((select access.scope_programmes_led())::uuid[])));
-- What was signed stays.
drop policy own_staff_removes on files.file;
create policy own_staff_removes on files.file for delete to lotsenwerk_app
  using (organization_id = any ((select access.scope_answer_write())::uuid[]) and owner_type not in ('declaration', 'agreement'));

grant select, insert, update, delete on declarations.interest to lotsenwerk_access;
grant select on declarations.declaration, programmes.wanted_document to lotsenwerk_access;
grant select, update (reminded_at) on declarations.agreement to lotsenwerk_access;
create policy definer on declarations.interest to lotsenwerk_access using (true) with check (true);
create policy definer on declarations.declaration for select to lotsenwerk_access using (true);
create policy definer on declarations.agreement to lotsenwerk_access using (true) with check (true);
create policy definer on programmes.wanted_document for select to lotsenwerk_access using (true);

insert into privacy.retention_rule (position, name, what, term_hours, since, ground, relation, due) values
  (52, 'interestsDecided', 'Entschiedene Interessenbekundungen ohne Zugang', 4380, 'der Entscheidung',
   'Nachweis, wie die Kommune in das Programm kam; danach steht alles Nötige in der Teilnahme.', 'declarations.interest', 'decided_at < $1'),
  (53, 'interestsOpen', 'Interessenbekundungen, über die niemand entschieden hat', 8760, 'dem Eingang',
   'Wer sich meldet, soll Antwort bekommen; nach einem Jahr ist die Meldung überholt.', 'declarations.interest', 'decided_at is null and received_at < $1');

grant create on schema declarations, access, privacy to lotsenwerk_access;
set local role lotsenwerk_access;

-- What strangers may know of a programme that runs.
create function declarations.public_programme(wanted text) returns jsonb language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', p.id, 'key', p.key, 'name', p.name, 'summary', p.summary, 'about', p.about,
    'runBy', (select o.name from organizations.organization o where o.id = p.run_by),
    'contractor', (select o.name from organizations.organization o where o.id = p.contractor_id),
    'deadline', p.deadline_on::text, 'takesInterest', p.takes_interest, 'openTo', p.open_to, 'expected', p.expected, 'totalCents', p.total_cents,
    'contact', jsonb_build_object('name', p.contact_name, 'email', p.contact_email, 'phone', p.contact_phone),
    'steps', (select coalesce(jsonb_agg(jsonb_build_object('title', s.title, 'duty', s.duty, 'acts', s.acts, 'isOptional', s.is_optional) order by s.position), '[]')
                from programmes.step s where s.programme_id = p.id),
    'stages', (select coalesce(jsonb_agg(jsonb_build_object('title', s.title, 'amountCents', s.amount_cents) order by s.number), '[]')
                 from programmes.stage s where s.programme_id = p.id),
    'documents', (select coalesce(jsonb_agg(jsonb_build_object('title', w.title, 'isRequired', w.is_required) order by w.position), '[]')
                    from programmes.wanted_document w where w.programme_id = p.id))
    from programmes.programme p where p.key = wanted and p.state = 'running'
$$;

create function declarations.public_programmes(today date) returns table (key text, name text) language sql stable security definer set search_path = '' as $$
  select p.key, p.name from programmes.programme p
   where p.state = 'running' and p.takes_interest and (p.deadline_on is null or p.deadline_on >= today) order by p.sort_key limit 20
$$;

-- Names of the register to choose from: they stand there for everybody to see on every town's website. Kind and county tell two of one name apart.
create function declarations.find_places(wanted text, words text, today date, most integer)
  returns table (id uuid, name text, kind text, county text) language sql stable security definer set search_path = '' as $$
  select o.id, o.name, o.kind, o.county
    from programmes.programme p join organizations.organization o on o.kind = any (p.open_to)
   where p.key = wanted and p.state = 'running' and (' ' || o.sort_key) like '% ' || words || '%'
     and not exists (select from organizations.succession s
       where s.predecessor_id = o.id and s.kind = 'merge' and s.withdrawn_at is null and s.from_day <= today)
   order by o.sort_key, o.id limit most
$$;

-- The name in the register of a place that may take part.
create function declarations.place_name(wanted text, place uuid, today date) returns text language sql stable security definer set search_path = '' as $$
  select o.name from programmes.programme p join organizations.organization o on o.kind = any (p.open_to)
   where p.key = wanted and p.state = 'running' and o.id = place
     and not exists (select from organizations.succession s
       where s.predecessor_id = o.id and s.kind = 'merge' and s.withdrawn_at is null and s.from_day <= today)
$$;

-- Who leads a programme today: whom to tell.
create function declarations.leaders_of(programme uuid) returns uuid[] language sql stable security definer set search_path = '' as $$
  with named as (
    select s.person_id from programmes.staff s
     where s.programme_id = programme and s.function = 'manager' and s.from_day <= access.today() and (s.until_day is null or s.until_day >= access.today()))
  select coalesce(array_agg(distinct g.person_id), '{}') from identity.role_grant g
   where g.role = 'programmeManager' and g.from_day <= access.today() and (g.until_day is null or g.until_day >= access.today())
     and (not exists (select from named) or g.person_id in (select person_id from named))
$$;

-- Keeps the interest of somebody who need not be signed in. No row where it is there already: whoever asks is told the same.
create function declarations.keep_interest(interest uuid, wanted text, place uuid, place_name text, person jsonb, at timestamptz)
  returns table (organization uuid, programme uuid, leaders uuid[]) language plpgsql security definer set search_path = '' as $$
begin
  insert into declarations.interest as i (id, organization_id, programme_id, municipality_id, municipality_name, person_name, function, email, phone, message, received_at)
    select interest, p.run_by, p.id, place, place_name, person ->> 'name', person ->> 'function', person ->> 'email', person ->> 'phone', person ->> 'message', at
      from programmes.programme p where p.key = wanted and p.state = 'running' and p.takes_interest
    on conflict (programme_id, email, municipality_name) where decided_at is null do nothing
    returning i.organization_id, i.programme_id into organization, programme;
  if programme is null then return; end if;
  leaders := declarations.leaders_of(programme);
  return next;
end $$;

-- Agreements that end until this day, each once; told are the head and the security officers there, and those who lead the programme.
create function declarations.take_ending_agreements(until date, at timestamptz)
  returns table (organization_id uuid, organization_name text, enrollment_id uuid, kind text, valid_until text, person_ids uuid[])
  language sql security definer set search_path = '' as $$
  update declarations.agreement a set reminded_at = at
    from programmes.enrollment e
   where e.id = a.enrollment_id and e.state = 'active' and a.revoked_at is null and a.reminded_at is null
     and a.valid_until <= take_ending_agreements.until and a.valid_until >= access.today()
     and not exists (select from declarations.agreement later where later.enrollment_id = a.enrollment_id and later.kind = a.kind
                       and later.revoked_at is null and (later.valid_until is null or later.valid_until > a.valid_until))
  returning a.organization_id, (select o.name from organizations.organization o where o.id = a.organization_id), a.enrollment_id, a.kind, a.valid_until::text,
    declarations.leaders_of(a.programme_id) || array(
      select distinct g.person_id from identity.role_grant g
       where g.organization_id = a.organization_id and g.role in ('chiefExecutive', 'securityOfficer')
         and g.from_day <= access.today() and (g.until_day is null or g.until_day >= access.today()))
$$;

-- Assessors of a contractor that the municipality's declaration names, and nobody who belongs to the municipality or to the cooperative that assigns.
create or replace function access.may_be_assigned(person uuid, organization uuid, from_day date) returns boolean
  language sql stable security definer set search_path = '' as $$
  select not access.belongs(person, organization) and not access.belongs(person, access.acting_for()) and exists (
    select from identity.role_grant g join organizations.organization o on o.id = g.organization_id
     where g.person_id = person and g.role = 'assessor' and o.kind = 'contractor'
       and (g.until_day is null or (g.until_day >= may_be_assigned.from_day and g.until_day >= access.today() and g.until_day >= g.from_day))
       and exists (select from declarations.declaration d join programmes.enrollment e on e.id = d.enrollment_id
                    where d.organization_id = organization and d.contractor_id = o.id and d.withdrawn_at is null and e.state = 'active'))
$$;

-- What somebody without an account wrote is found under the address it was written with.
alter function privacy.person_data(uuid) rename to person_data_without_interests;
create function privacy.person_data(person uuid) returns jsonb language plpgsql stable security definer set search_path = '' as $$
begin
  if not privacy.may_see(person) then raise insufficient_privilege; end if;
  return privacy.person_data_without_interests(person) || (select jsonb_build_object(
    'interests', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select p.name as programme, i.municipality_name as municipality, i.person_name as name, i.function, i.email, i.phone, i.message, i.received_at as "receivedAt"
        from declarations.interest i join programmes.programme p on p.id = i.programme_id
        join identity.person who on who.id = person and lower(who.email) = i.email
       order by i.received_at desc) x)));
end $$;

do $$
declare
  signature regprocedure;
  given text;
begin
  for signature, given in
    select p.oid::regprocedure, case when p.proname = 'take_ending_agreements' then 'lotsenwerk_worker' when p.proname <> 'person_data_without_interests' then 'lotsenwerk_app' end
      from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace
     where n.nspname = 'declarations' or (n.nspname = 'privacy' and p.proname in ('person_data', 'person_data_without_interests'))
  loop
    execute format('revoke execute on function %s from public, lotsenwerk_app', signature);
    if given is not null then execute format('grant execute on function %s to %s', signature, given); end if;
  end loop;
end $$;
set local role lotsenwerk_owner;
revoke create on schema declarations, access, privacy from lotsenwerk_access;
