-- Which requirement of one framework answers which of another, as a publisher says it (OSCAL 1.2, mapping-collection).
create table catalogs.mapping_collection (
  id uuid primary key,
  sha256 text not null unique check (sha256 ~ '^[0-9a-f]{64}$'),
  title text not null,
  version text not null,
  oscal_version text not null,
  -- As the collection says of itself: "draft", "human".
  status text,
  method text,
  -- What both sides are called, where it says.
  source_titles text[] not null,
  target_titles text[] not null,
  map_count integer not null,
  warnings text[] not null,
  sort_key text not null,
  imported_at timestamptz not null,
  imported_by uuid references identity.person
);
comment on table catalogs.mapping_collection is 'class: shared. One imported mapping collection, pinned by the hash of its file; never changed.';
create index mapping_collection_order on catalogs.mapping_collection (sort_key, id);
create index mapping_collection_imported_by on catalogs.mapping_collection (imported_by);

create table catalogs.mapping_file (
  collection_id uuid primary key references catalogs.mapping_collection,
  gzip bytea not null
);
comment on table catalogs.mapping_file is 'class: shared. The file as it came, compressed: a later edition of the importer can read more from it.';

create table catalogs.mapping (
  collection_id uuid not null references catalogs.mapping_collection,
  -- From 1, in the order of the file: one source and one target each.
  position integer not null,
  relationship text not null check (relationship in ('equal-to', 'equivalent-to', 'subset-of', 'superset-of', 'intersects-with')),
  source_id text not null,
  source_key text,
  -- Of a sub-requirement ("APP.3.6.A1-UA.2") the requirement it belongs to ("APP.3.6.A1"); else the source itself.
  requirement_id text not null,
  target_id text not null,
  -- The identity across versions, where the publisher names it: numbers are used again.
  target_key text,
  -- The relation was filled in, nobody has chosen it.
  is_default boolean not null,
  remarks text,
  primary key (collection_id, position)
);
comment on table catalogs.mapping is 'class: shared. One relation of a mapping collection; whether its ends exist is seen against a catalog.';
create index mapping_requirement on catalogs.mapping (requirement_id);
create index mapping_target on catalogs.mapping (target_id);
create index mapping_target_key on catalogs.mapping (target_key);

do $$
declare
  name text;
begin
  foreach name in array array['mapping_collection', 'mapping_file', 'mapping'] loop
    execute format('alter table catalogs.%I enable row level security, force row level security', name);
    execute format('create policy maintenance on catalogs.%I to lotsenwerk_owner using (true) with check (true)', name);
    execute format('create policy signed_in on catalogs.%I for select to lotsenwerk_app
      using ((select access.person() is not null or access.is_operator()))', name);
    execute format('create policy cooperative_adds on catalogs.%I for insert to lotsenwerk_app
      with check ((select access.holds(''{programmeManager,office,operator}'')))', name);
    execute format('grant select, insert on catalogs.%I to lotsenwerk_app', name);
  end loop;
end $$;
