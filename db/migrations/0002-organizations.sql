create schema organizations;
grant usage on schema organizations to lotsenwerk_app, lotsenwerk_access;

create table organizations.organization (
  id uuid primary key,
  name text not null check (name <> ''),
  kind text not null check (kind in (
    'county', 'independentCity', 'unitaryMunicipality', 'associationMunicipality', 'specialPurposeAssociation',
    'publicInstitution', 'foundation', 'university', 'municipalCompany', 'association', 'cooperative', 'contractor', 'ministry')),
  ars text unique check (ars ~ '^([0-9]{5}|[0-9]{9}|[0-9]{12})$'),
  ags text unique check (ags ~ '^[0-9]{8}$'),
  leitweg_id text,
  population integer check (population >= 0),
  county text,
  domains text[] not null default '{}',
  sort_key text not null,
  version integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null
);
comment on table organizations.organization is 'class: shared. Municipalities and everybody else who takes part; names are not unique.';
create index organization_order on organizations.organization (sort_key, id);
create index organization_kind on organizations.organization (kind, sort_key, id);
