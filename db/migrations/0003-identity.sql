create schema identity;
grant usage on schema identity to lotsenwerk_app, lotsenwerk_access;

create table identity.person (
  id uuid primary key,
  name text not null check (name <> ''),
  email text not null unique check (email = lower(email)),
  is_demo boolean not null default false,
  created_at timestamptz not null
);
comment on table identity.person is 'class: person. Who may sign in; one address, one person.';

create table identity.password (
  person_id uuid primary key references identity.person,
  hash text not null,
  changed_at timestamptz not null
);
comment on table identity.password is 'class: system. PHC strings; read by begin_sign_in only.';

create table identity.session (
  token_hash text primary key,
  person_id uuid not null references identity.person,
  acting_for uuid references organizations.organization,
  created_at timestamptz not null,
  last_seen_at timestamptz not null
);
comment on table identity.session is 'class: system. Hashes of the cookies that are signed in.';
create index session_person on identity.session (person_id);
create index session_acting_for on identity.session (acting_for);
create index session_age on identity.session (created_at);

create table identity.api_token (
  id uuid primary key,
  token_hash text not null unique,
  person_id uuid not null references identity.person,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
comment on table identity.api_token is 'class: system. Hashes of bearer tokens.';
create index api_token_person on identity.api_token (person_id);

create table identity.sign_in_attempt (
  key text primary key,
  window_began_at timestamptz not null,
  attempts integer not null
);
comment on table identity.sign_in_attempt is 'class: system. Counters per address and account, and per address.';
create index sign_in_attempt_age on identity.sign_in_attempt (window_began_at);

create table identity.role_grant (
  id uuid primary key,
  person_id uuid not null references identity.person,
  organization_id uuid not null references organizations.organization,
  role text not null check (role in (
    'chiefExecutive', 'securityOfficer', 'navigator', 'officeHead', 'dataProtectionOfficer', 'itStaff', 'organizationAdmin',
    'programmeManager', 'guide', 'editor', 'procurer', 'office', 'assessor', 'contractorOffice', 'observer', 'administrator', 'member')),
  from_day date not null,
  until_day date,
  granted_by uuid references identity.person,
  check (until_day >= from_day)
);
comment on table identity.role_grant is 'class: tenant. Who is what, where, from when until when; "member" belongs to the organization without a function.';
create index role_grant_person on identity.role_grant (person_id);
create index role_grant_organization on identity.role_grant (organization_id, id);
create index role_grant_granted_by on identity.role_grant (granted_by);

create table identity.assignment (
  id uuid primary key,
  person_id uuid not null references identity.person,
  organization_id uuid not null references organizations.organization,
  from_day date not null,
  until_day date not null,
  assigned_by uuid references identity.person,
  check (until_day >= from_day)
);
comment on table identity.assignment is 'class: tenant. Which assessor works at which municipality, from when until when.';
create index assignment_person on identity.assignment (person_id);
create index assignment_organization on identity.assignment (organization_id, id);
create index assignment_assigned_by on identity.assignment (assigned_by);
