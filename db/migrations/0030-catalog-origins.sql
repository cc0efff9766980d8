-- How a catalog was made: from a file as it is, by resolving a profile over catalogs that were here, or from the workbook of WiBA.
alter table catalogs.catalog
  add column origin text not null default 'catalog' check (origin in ('catalog', 'profile', 'workbook')),
  -- Of the file as it came, by the names that OSCAL has for the algorithms: a profile names the catalogs it imports by such hashes.
  add column digests jsonb not null default '{}';

-- The file as it came stays in gzip; of a workbook only its catalog part, because what a municipality filled in is nobody else's.
alter table catalogs.source_file add column resolved bytea;
comment on column catalogs.source_file.resolved is 'The catalog that a profile became, compressed OSCAL; null where gzip is the catalog itself.';

alter table catalogs.control
  add column params jsonb not null default '[]',
  add column tags text[] not null default '{}',
  -- Id, title, statement and help as sort keys, because the embedded database knows no German letters.
  add column search_text text not null default '';

-- From now on whoever imports says it.
alter table catalogs.catalog alter column origin drop default, alter column digests drop default;
alter table catalogs.control alter column params drop default, alter column tags drop default, alter column search_text drop default;

create table catalogs.profile_source (
  catalog_id uuid not null references catalogs.catalog,
  position integer not null,
  resource text not null,
  name text not null,
  source_id uuid not null references catalogs.catalog,
  primary key (catalog_id, position)
);
comment on table catalogs.profile_source is 'class: shared. Which catalog stood for which resource when a profile was resolved; never changed.';
create index profile_source_source on catalogs.profile_source (source_id);
alter table catalogs.profile_source enable row level security, force row level security;
create policy maintenance on catalogs.profile_source to lotsenwerk_owner using (true) with check (true);
create policy signed_in on catalogs.profile_source for select to lotsenwerk_app
  using ((select access.person() is not null or access.is_operator()));
create policy cooperative_adds on catalogs.profile_source for insert to lotsenwerk_app
  with check ((select access.holds('{programmeManager,office,operator}')));
grant select, insert on catalogs.profile_source to lotsenwerk_app;
