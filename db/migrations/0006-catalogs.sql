create schema catalogs;
grant usage on schema catalogs to lotsenwerk_app, lotsenwerk_access;

create table catalogs.catalog (
  id uuid primary key,
  sha256 text not null unique check (sha256 ~ '^[0-9a-f]{64}$'),
  title text not null,
  version text not null,
  oscal_version text not null,
  scale text not null check (scale in ('yesNoNotApplicable', 'level0to5WithTarget')),
  control_count integer not null,
  published text,
  publisher text,
  license text,
  language text,
  warnings text[] not null default '{}',
  sort_key text not null,
  imported_at timestamptz not null,
  imported_by uuid references identity.person
);
comment on table catalogs.catalog is 'class: shared. One imported version, pinned by the hash of its file; never changed.';
create index catalog_order on catalogs.catalog (sort_key, id);
create index catalog_imported_by on catalogs.catalog (imported_by);

create table catalogs.source_file (
  catalog_id uuid primary key references catalogs.catalog,
  gzip bytea not null
);
comment on table catalogs.source_file is 'class: shared. The file as it came, compressed: a later edition of the importer can read more from it.';

create table catalogs.control_group (
  catalog_id uuid not null references catalogs.catalog,
  key text not null,
  parent_key text,
  top_key text not null,
  title text not null,
  overview text,
  position integer not null,
  primary key (catalog_id, key),
  foreign key (catalog_id, parent_key) references catalogs.control_group,
  unique (catalog_id, position)
);
comment on table catalogs.control_group is 'class: shared. Groups of a catalog in their order; top_key is the outermost group.';
create index control_group_parent on catalogs.control_group (catalog_id, parent_key);

create table catalogs.control (
  catalog_id uuid not null references catalogs.catalog,
  id text not null,
  key text not null,
  title text not null,
  group_key text not null,
  top_key text not null,
  parent_id text,
  position integer not null,
  effort_min smallint,
  effort_max smallint,
  obligation text check (obligation in ('must', 'should', 'may')),
  security_level text,
  statement text not null,
  documentation text[] not null,
  help jsonb not null,
  links jsonb not null,
  primary key (catalog_id, id),
  foreign key (catalog_id, group_key) references catalogs.control_group,
  unique (catalog_id, key),
  unique (catalog_id, position)
);
comment on table catalogs.control is 'class: shared. One requirement or question; id as in this version, key across versions.';
create index control_group_of on catalogs.control (catalog_id, group_key, position);

do $$
declare
  name text;
begin
  foreach name in array array['catalog', 'source_file', 'control_group', 'control'] loop
    execute format('alter table catalogs.%I enable row level security, force row level security', name);
    execute format('create policy maintenance on catalogs.%I to lotsenwerk_owner using (true) with check (true)', name);
    execute format('create policy signed_in on catalogs.%I for select to lotsenwerk_app
      using ((select access.person() is not null or access.is_operator()))', name);
    execute format('create policy cooperative_adds on catalogs.%I for insert to lotsenwerk_app
      with check ((select access.holds(''{programmeManager,office,operator}'')))', name);
    execute format('grant select, insert on catalogs.%I to lotsenwerk_app', name);
  end loop;
end $$;
