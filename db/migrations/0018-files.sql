-- Files of nouns: what they are called and whose they are. Their contents lie in the store, by hash.
create schema files;
grant usage on schema files to lotsenwerk_app, lotsenwerk_access, lotsenwerk_worker;

create table files.file (
  id uuid primary key,
  organization_id uuid not null references organizations.organization,
  -- The noun that carries it. Until another kind of noun carries files, all of them have the readers and writers of the answers.
  owner_type text not null check (owner_type ~ '^[a-zA-Z]+$'),
  owner_id uuid not null,
  name text not null check (length(name) between 1 and 200 and name !~ '[[:cntrl:]/\\]'),
  media_type text not null,
  size bigint not null check (size > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  -- 'notScanned': there was no scanner; 'waiting': it did not answer, and nobody gets the file until it has.
  scan text not null check (scan in ('notScanned', 'waiting', 'clean', 'infected')),
  scanned_at timestamptz,
  uploaded_by uuid not null references identity.person,
  uploaded_at timestamptz not null
);
comment on table files.file is 'class: tenant. Names, sizes and hashes of files; readers and writers are those of the noun that carries it.';
create index file_organization on files.file (organization_id, id);
create index file_owner on files.file (owner_id, id);
create index file_sha256 on files.file (sha256);
create index file_uploaded_by on files.file (uploaded_by);
create index file_unscanned on files.file (sha256) where scan in ('waiting', 'notScanned');

create table files.space (
  organization_id uuid primary key references organizations.organization,
  used bigint not null default 0 check (used >= 0),
  -- Null: what everybody has (files.allowance).
  allowed bigint check (allowed >= 0)
);
comment on table files.space is 'class: tenant. How much an organization has stored, and how much it may.';

create table files.allowance (
  only_one boolean primary key default true check (only_one),
  bytes bigint not null check (bytes >= 0)
);
comment on table files.allowance is 'class: shared. What an organization may store that has no allowance of its own.';
insert into files.allowance (bytes) values (2147483648);

do $$
declare
  name text;
begin
  foreach name in array array['file', 'space', 'allowance'] loop
    execute format('alter table files.%I enable row level security, force row level security', name);
    execute format('create policy maintenance on files.%I to lotsenwerk_owner using (true) with check (true)', name);
  end loop;
end $$;

create policy readers on files.file for select to lotsenwerk_app
  using (organization_id = any ((select access.scope_answer_read())::uuid[]));
create policy own_staff_adds on files.file for insert to lotsenwerk_app
  with check (organization_id = any ((select access.scope_answer_write())::uuid[]) and uploaded_by = access.person());
create policy own_staff_removes on files.file for delete to lotsenwerk_app
  using (organization_id = any ((select access.scope_answer_write())::uuid[]));
grant select, insert, delete on files.file to lotsenwerk_app;
create policy members on files.space for select to lotsenwerk_app
  using (organization_id = any ((select access.scope_member())::uuid[]));
create policy signed_in on files.allowance for select to lotsenwerk_app using ((select access.person() is not null or access.is_operator()));
grant select on files.space, files.allowance to lotsenwerk_app;

create policy definer_reads on files.file for select to lotsenwerk_access using (true);
create policy definer_scans on files.file for update to lotsenwerk_access using (true) with check (true);
create policy definer on files.space to lotsenwerk_access using (true) with check (true);
create policy definer_reads on files.allowance for select to lotsenwerk_access using (true);
-- What it needs for scanning and clearing; neither names nor who uploaded them.
grant select (id, organization_id, sha256, scan), update (scan, scanned_at) on files.file to lotsenwerk_access;
grant select, insert, update on files.space to lotsenwerk_access;
grant select on files.allowance to lotsenwerk_access;

-- What is stored is counted by the row itself, so that nobody can forget it. Two that come at once wait for each other here;
-- who finds no room fails with LW001.
create function files.count_space() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  place uuid := case tg_op when 'INSERT' then new.organization_id else old.organization_id end;
  change bigint := case tg_op when 'INSERT' then new.size else -old.size end;
begin
  insert into files.space as s (organization_id) values (place) on conflict do nothing;
  update files.space s set used = s.used + change
   where s.organization_id = place
     and (change < 0 or s.used + change <= coalesce(s.allowed, (select a.bytes from files.allowance a)));
  if not found then raise exception 'no room for % bytes', change using errcode = 'LW001'; end if;
  return null;
end $$;
create trigger count_space after insert or delete on files.file for each row execute function files.count_space();

grant create on schema files to lotsenwerk_access;
set local role lotsenwerk_access;
-- Contents that wait for their verdict, each once. Without `also_unscanned` only those that somebody waits for.
create function files.to_scan(after text, most integer, also_unscanned boolean) returns setof text
  language sql stable security definer set search_path = '' as $$
  select distinct f.sha256 from files.file f
   where f.scan in ('waiting', 'notScanned') and (also_unscanned or f.scan = 'waiting') and f.sha256 > after
   order by f.sha256 limit most
$$;

-- The verdict on a content holds for all files that have it; which ones they are is returned.
create function files.note_scan(content text, verdict text, at timestamptz)
  returns table (id uuid, organization_id uuid)
  language sql security definer set search_path = '' as $$
  update files.file f set scan = verdict, scanned_at = at where f.sha256 = content and f.scan in ('waiting', 'notScanned')
  returning f.id, f.organization_id
$$;

-- Which of these contents no file has.
create function files.orphans(contents text[]) returns setof text language sql stable security definer set search_path = '' as $$
  select c from unnest(contents) c where not exists (select from files.file f where f.sha256 = c)
$$;

-- What is known of a content that comes once more: infected contents are refused for good.
create function files.is_infected(content text) returns boolean language sql stable security definer set search_path = '' as
$$ select exists (select from files.file f where f.sha256 = content and f.scan = 'infected') $$;

do $$
declare
  signature regprocedure;
  given text;
begin
  for signature, given in
    select p.oid::regprocedure, case when p.proname = 'is_infected' then 'lotsenwerk_app' else 'lotsenwerk_worker' end
      from pg_catalog.pg_proc p
     where p.pronamespace = 'files'::regnamespace and p.proowner = 'lotsenwerk_access'::regrole
  loop
    execute format('revoke execute on function %s from public', signature);
    execute format('grant execute on function %s to %s', signature, given);
  end loop;
end $$;
set local role lotsenwerk_owner;
revoke execute on function files.count_space() from public;
alter function files.count_space() owner to lotsenwerk_access;
revoke create on schema files from lotsenwerk_access;
