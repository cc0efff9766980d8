-- Signatures: who, when, for whom, re-authenticated, and a hash over exactly what was shown.
create schema signatures;
grant usage on schema signatures to lotsenwerk_app, lotsenwerk_access;

create table signatures.signature (
  id uuid primary key,
  -- Whose matter it is, and what of it was signed.
  organization_id uuid not null references organizations.organization,
  subject_type text not null check (subject_type ~ '^[a-zA-Z]+$'),
  subject_id uuid not null,
  signed_by uuid not null references identity.person,
  -- For whom, which is another organization where a contractor signs.
  acting_for uuid not null references organizations.organization,
  role text not null,
  signed_at timestamptz not null,
  -- The text as it was shown; the hash is over its bytes in UTF-8 and goes into the audit trail.
  shown text not null,
  shown_sha256 text not null check (shown_sha256 = encode(sha256(convert_to(shown, 'UTF8')), 'hex'))
);
comment on table signatures.signature is 'class: tenant. Who signed what, when and as what; never changed.';
create index signature_organization on signatures.signature (organization_id, id);
create index signature_subject on signatures.signature (subject_id, id);
create index signature_signed_by on signatures.signature (signed_by);
create index signature_acting_for on signatures.signature (acting_for);

alter table signatures.signature enable row level security, force row level security;
create policy maintenance on signatures.signature to lotsenwerk_owner using (true) with check (true);
create policy readers on signatures.signature for select to lotsenwerk_app
  using (organization_id = any ((select access.scope_answer_read())::uuid[]));
create policy signers on signatures.signature for insert to lotsenwerk_app
  with check (organization_id = any ((select access.organizations_as('{chiefExecutive,securityOfficer}') || access.assigned_organizations())::uuid[])
    and signed_by = access.person() and acting_for = access.acting_for());
grant select, insert on signatures.signature to lotsenwerk_app;
