-- What a municipality agrees to, for which purpose, on which text; revocable, and kept as it was said.
create schema consents;
grant usage on schema consents to lotsenwerk_app;

create table consents.consent (
  id uuid primary key,
  organization_id uuid not null references organizations.organization,
  purpose text not null check (purpose in ('namedInStatePicture', 'usageVisibleToMembers', 'contactWilling', 'processShared', 'comparisonNamed', 'openData', 'directory')),
  -- The text that was shown: which version, and its hash.
  text_version integer not null check (text_version > 0),
  text_sha256 text not null check (text_sha256 ~ '^[0-9a-f]{64}$'),
  given_at timestamptz not null,
  given_by uuid not null references identity.person,
  revoked_at timestamptz,
  revoked_by uuid references identity.person,
  check ((revoked_at is null) = (revoked_by is null)),
  check (revoked_at >= given_at)
);
comment on table consents.consent is 'class: tenant. What a municipality agreed to, on which text, by whom, from when until when.';
create index consent_organization on consents.consent (organization_id, id);
create unique index consent_standing on consents.consent (organization_id, purpose) where revoked_at is null;
create index consent_given_by on consents.consent (given_by);
create index consent_revoked_by on consents.consent (revoked_by);
alter table consents.consent enable row level security, force row level security;
create policy maintenance on consents.consent to lotsenwerk_owner using (true) with check (true);
create policy own_staff_reads on consents.consent for select to lotsenwerk_app
  using (organization_id = any ((select access.scope_member())::uuid[]));
create policy head_gives on consents.consent for insert to lotsenwerk_app
  with check (organization_id = any ((select access.organizations_as('{chiefExecutive}'))::uuid[])
    and given_by = (select access.person()) and revoked_at is null);
create policy head_revokes on consents.consent for update to lotsenwerk_app
  using (organization_id = any ((select access.organizations_as('{chiefExecutive}'))::uuid[]) and revoked_at is null)
  with check (organization_id = any ((select access.organizations_as('{chiefExecutive}'))::uuid[]) and revoked_by = (select access.person()));
grant select, insert, update (revoked_at, revoked_by) on consents.consent to lotsenwerk_app;
