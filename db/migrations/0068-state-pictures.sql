-- The state picture: what a check came to is kept when both sides have signed it; a job counts, hides what would tell of few, and keeps the rest for good.

-- Answers in all their versions stay where they are; this is what counted when the check was signed off.
create table security.signed_result (
  assessment_id uuid not null,
  organization_id uuid not null,
  catalog_id uuid not null,
  -- The outermost group of the catalog: a checklist.
  top_key text not null,
  -- A letter for each of its questions, in the catalog's order: y, n, or - for those that count neither way.
  answers text not null check (answers ~ '^[yn-]+$'),
  primary key (assessment_id, top_key),
  foreign key (assessment_id, organization_id, catalog_id) references security.assessment (id, organization_id, catalog_id)
);
comment on table security.signed_result is 'class: tenant. Per checklist what a signed-off check came to; written with the second signature, gone when both sides open the check again.';
create index signed_result_organization on security.signed_result (organization_id, assessment_id);
create index signed_result_catalog on security.signed_result (catalog_id, assessment_id);
alter table security.signed_result enable row level security, force row level security;
create policy maintenance on security.signed_result to lotsenwerk_owner using (true) with check (true);
create policy readers on security.signed_result for select to lotsenwerk_app
  using (organization_id = any ((select access.scope_answer_read())::uuid[]));
grant select on security.signed_result to lotsenwerk_app;

-- In the right of the owner, because no other role reads the answers of all.
create function security.keep_result() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  delete from security.signed_result r where r.assessment_id = new.id;
  if new.signed_off_at is not null then
    insert into security.signed_result (assessment_id, organization_id, catalog_id, top_key, answers)
    select new.id, new.organization_id, new.catalog_id, c.top_key,
           string_agg(case l.answer when 'yes' then 'y' when 'no' then 'n' else '-' end, '' order by c.position)
      from catalogs.control c
      left join (select distinct on (a.control_id) a.control_id, a.answer from security.answer a
                  where a.assessment_id = new.id order by a.control_id, a.version desc) l on l.control_id = c.id
     where c.catalog_id = new.catalog_id
     group by c.top_key;
  end if;
  return null;
end $$;
revoke execute on function security.keep_result() from public;
create trigger keep_result after update of signed_off_at on security.assessment for each row
  when (old.signed_off_at is distinct from new.signed_off_at) execute function security.keep_result();

insert into security.signed_result (assessment_id, organization_id, catalog_id, top_key, answers)
select s.id, s.organization_id, s.catalog_id, c.top_key,
       string_agg(case l.answer when 'yes' then 'y' when 'no' then 'n' else '-' end, '' order by c.position)
  from security.assessment s
  join catalogs.control c on c.catalog_id = s.catalog_id
  left join (select distinct on (a.assessment_id, a.control_id) a.assessment_id, a.control_id, a.answer from security.answer a
              order by a.assessment_id, a.control_id, a.version desc) l on l.assessment_id = s.id and l.control_id = c.id
 where s.signed_off_at is not null
 group by s.id, s.organization_id, s.catalog_id, c.top_key;

create schema pictures;
grant usage on schema pictures to lotsenwerk_app, lotsenwerk_access, lotsenwerk_insights;
grant usage on schema jobs to lotsenwerk_insights;

-- Views of the owner: all that the aggregation reads, and nobody but it.
create view pictures.participant as
select e.programme_id, e.organization_id, e.phase as phase_key, o.name, o.kind, o.county, o.population,
       a.released_cents, a.limit_cents, a.planned_cents, a.committed_cents, a.delivered_cents, a.accepted_cents, a.invoiced_cents, a.settled_cents
  from programmes.enrollment e
  join organizations.organization o on o.id = e.organization_id
  left join funding.account a on a.enrollment_id = e.id
 where e.state = 'active' and o.kind in ('county', 'independentCity', 'unitaryMunicipality', 'associationMunicipality');
comment on view pictures.participant is 'Municipalities that take part in a programme, where they stand, and their money.';

create view pictures.merged as
select s.predecessor_id as organization_id, s.from_day from organizations.succession s where s.kind = 'merge' and s.withdrawn_at is null;
comment on view pictures.merged is 'Municipalities that are part of another one from a day on.';

create view pictures.signed_check as
select a.id as assessment_id, a.organization_id, a.catalog_id, a.wave, a.signed_off_at
  from security.assessment a join catalogs.catalog c on c.id = a.catalog_id
 where a.signed_off_at is not null and c.scale = 'yesNoNotApplicable';
comment on view pictures.signed_check is 'Signed-off checks on catalogs of questions that are answered with yes or no.';

create view pictures.signed_list as
select r.assessment_id, r.top_key, r.answers from security.signed_result r;
comment on view pictures.signed_list is 'What signed-off checks came to, list by list.';

create view pictures.naming as
select c.organization_id, c.given_at, c.revoked_at from consents.consent c where c.purpose = 'namedInStatePicture';
comment on view pictures.naming is 'Who agreed to be named, from when until when.';

create view pictures.list_title as
select g.catalog_id, g.key, g.title, g.position from catalogs.control_group g where g.parent_key is null;
comment on view pictures.list_title is 'The checklists of catalogs.';

create view pictures.control_title as select c.catalog_id, c.id, c.top_key, c.title, c.position from catalogs.control c;
comment on view pictures.control_title is 'The questions of catalogs.';

create view pictures.catalog_hash as select c.id as catalog_id, c.sha256 from catalogs.catalog c;
comment on view pictures.catalog_hash is 'Which catalog it is, for good.';

create view pictures.phase_title as
select p.programme_id, p.key, p.title, p.position from programmes.phase p
union all select o.id, 'completed', 'Abgeschlossen', 1000 from programmes.programme o;
comment on view pictures.phase_title is 'The phases of programmes, and what comes after the last.';

-- The days of a year on which pictures appear: 02-01.
create table pictures.release_plan (
  programme_id uuid primary key references programmes.programme,
  days text[] not null check (cardinality(days) > 0 and array_to_string(days, ' ') ~ '^[0-9]{2}-[0-9]{2}( [0-9]{2}-[0-9]{2})*$'),
  version integer not null default 1,
  changed_at timestamptz not null,
  changed_by uuid not null references identity.person
);
comment on table pictures.release_plan is 'class: shared. On which days of the year the pictures of a programme appear; without a row quarterly.';
create index release_plan_changed_by on pictures.release_plan (changed_by);

create view pictures.observed as
select p.id as programme_id, p.key as programme_key, r.days
  from programmes.programme p left join pictures.release_plan r on r.programme_id = p.id
 where p.state = 'running' and exists (select from programmes.observer o where o.programme_id = p.id);
comment on view pictures.observed is 'Programmes of which somebody receives pictures, and when.';

create table pictures.picture (
  id uuid primary key,
  programme_id uuid not null references programmes.programme,
  -- Null when nobody has signed off a check yet.
  catalog_id uuid references catalogs.catalog,
  previous_id uuid references pictures.picture,
  taken_at timestamptz not null,
  -- From this local day on it can be read.
  release_on date not null,
  participants integer not null,
  -- With a signed-off check; null when they are fewer than five.
  assessed integer,
  -- Of the canonical form of everything that is published.
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  taken_by uuid references identity.person,
  public_at timestamptz,
  public_by uuid references identity.person,
  check ((public_at is null) = (public_by is null)),
  unique (programme_id, release_on)
);
comment on table pictures.picture is 'class: shared. One dated picture of a programme; never changed, only released to the public.';
create index picture_catalog on pictures.picture (catalog_id);
create index picture_previous on pictures.picture (previous_id);
create index picture_taken_by on pictures.picture (taken_by);
create index picture_public_by on pictures.picture (public_by);
create index picture_public on pictures.picture (release_on) where public_at is not null;

create table pictures.cell (
  picture_id uuid not null references pictures.picture,
  dimension text not null check (dimension in ('total', 'checklist', 'control', 'kindClass', 'county', 'sizeClass', 'phase', 'money', 'wave')),
  key text not null,
  position integer not null,
  label text not null,
  -- How many organizations it speaks of; null where it is hidden.
  count integer check (count >= 5),
  percent integer check (percent between 5 and 95 and percent % 5 = 0),
  bound text check (bound in ('atMost', 'atLeast')),
  hidden text check (hidden in ('small', 'complement', 'isolates', 'narrow')),
  -- Where its number of organizations changed by one to four the value of an earlier picture stays: of that day.
  as_of date,
  primary key (picture_id, dimension, key),
  check ((hidden is null) = (count is not null) and (hidden is null) = (percent is not null)),
  check ((bound = 'atMost') <= (percent = 5) and (bound = 'atLeast') <= (percent = 95))
);
comment on table pictures.cell is 'class: shared. Finished cells of a picture; hidden ones say why and nothing else.';

create table pictures.named (
  picture_id uuid not null references pictures.picture,
  municipality_id uuid not null references organizations.organization,
  name text not null,
  -- Overall, in whole percent; null without a signed-off check.
  percent integer check (percent between 0 and 100),
  phase_label text not null,
  primary key (picture_id, municipality_id)
);
comment on table pictures.named is 'class: shared. Municipalities that agreed to be named: overall score and phase, nothing else.';
create index named_municipality on pictures.named (municipality_id);

create table pictures.subject (
  picture_id uuid not null references pictures.picture,
  organization_id uuid not null references organizations.organization,
  assessment_id uuid not null references security.assessment,
  score double precision not null,
  is_known boolean not null,
  -- Its key in each family, and its score on each checklist.
  groups jsonb not null,
  lists jsonb not null,
  primary key (picture_id, organization_id)
);
comment on table pictures.subject is 'class: system. What a picture was computed from: the next one has to know what was already told. The aggregation alone reads it.';
create index subject_organization on pictures.subject (organization_id);
create index subject_assessment on pictures.subject (assessment_id);

-- Outlines of the areas of which the family of counties speaks.
create table pictures.map (
  id uuid primary key,
  title text not null check (title <> ''),
  -- Who is to be named beside it.
  attribution text not null,
  is_schematic boolean not null,
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  -- [{key, name, path, x, y}]: path in SVG's words, x and y where the label stands.
  areas jsonb not null check (jsonb_typeof(areas) = 'array'),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  imported_at timestamptz not null,
  imported_by uuid references identity.person
);
comment on table pictures.map is 'class: public. Imported outlines; the newest is shown.';
create index map_imported_by on pictures.map (imported_by);
create index map_newest on pictures.map (imported_at desc, id desc);

grant select on pictures.picture, programmes.observer to lotsenwerk_access;
create policy definer on programmes.observer for select to lotsenwerk_access using (true);
grant create on schema access to lotsenwerk_access;
set local role lotsenwerk_access;

-- Programmes whose pictures this person sees: leads or guides, receives the aggregates, or belongs to a municipality that takes part.
create function access.scope_pictures() returns uuid[] language sql stable security definer set search_path = '' as $$
  select access.scope_programmes()
      || coalesce((select array_agg(b.programme_id) from programmes.observer b where b.observer_id = any (access.organizations_as('{observer}'))), '{}')
      || coalesce((select array_agg(e.programme_id) from programmes.enrollment e where e.organization_id = any (access.scope_member()) and e.state = 'active'), '{}')
$$;
-- Who decides what the public sees.
create function access.scope_pictures_released() returns uuid[] language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(b.programme_id), '{}') from programmes.observer b where b.observer_id = any (access.organizations_as('{observer}'))
$$;
-- The job that counts ends itself.
grant execute on function jobs.renew(uuid, text, integer, timestamptz), jobs.finish(uuid, text, integer, timestamptz) to lotsenwerk_insights;
revoke execute on function access.scope_pictures(), access.scope_pictures_released() from public;
grant execute on function access.scope_pictures(), access.scope_pictures_released() to lotsenwerk_app;
set local role lotsenwerk_owner;
revoke create on schema access from lotsenwerk_access;

do $$
declare
  name text;
begin
  foreach name in array array['release_plan', 'picture', 'cell', 'named', 'subject', 'map'] loop
    execute format('alter table pictures.%I enable row level security, force row level security', name);
    execute format('create policy maintenance on pictures.%I to lotsenwerk_owner using (true) with check (true)', name);
  end loop;
  foreach name in array array['picture', 'cell', 'named', 'subject'] loop
    execute format('create policy aggregation_reads on pictures.%I for select to lotsenwerk_insights using (true)', name);
    execute format('create policy aggregation_adds on pictures.%I for insert to lotsenwerk_insights with check (true)', name);
    execute format('grant select, insert on pictures.%I to lotsenwerk_insights', name);
  end loop;
end $$;
create policy definer on pictures.picture for select to lotsenwerk_access using (true);
grant select on pictures.participant, pictures.merged, pictures.signed_check, pictures.signed_list, pictures.naming, pictures.list_title,
  pictures.control_title, pictures.catalog_hash, pictures.phase_title, pictures.observed to lotsenwerk_insights;

create policy signed_in on pictures.release_plan for select to lotsenwerk_app using ((select access.person() is not null or access.is_operator()));
create policy leaders_add on pictures.release_plan for insert to lotsenwerk_app
  with check (programme_id = any ((select access.scope_programmes_led())::uuid[]) and changed_by = (select access.person()));
create policy leaders_change on pictures.release_plan for update to lotsenwerk_app
  using (programme_id = any ((select access.scope_programmes_led())::uuid[]))
  with check (programme_id = any ((select access.scope_programmes_led())::uuid[]));
grant select, insert, update (days, version, changed_at, changed_by) on pictures.release_plan to lotsenwerk_app;

-- What is not released yet is seen by nobody, not even by those who had it taken.
create policy audience on pictures.picture for select to lotsenwerk_app
  using (release_on <= (select access.today()) and programme_id = any ((select access.scope_pictures())::uuid[]));
create policy everybody on pictures.picture for select to lotsenwerk_app
  using (release_on <= (select access.today()) and public_at is not null);
create policy observers_release on pictures.picture for update to lotsenwerk_app
  using (release_on <= (select access.today()) and programme_id = any ((select access.scope_pictures_released())::uuid[]))
  with check (programme_id = any ((select access.scope_pictures_released())::uuid[]));
grant select, update (public_at, public_by) on pictures.picture to lotsenwerk_app;
create policy audience on pictures.cell for select to lotsenwerk_app
  using (picture_id in (select p.id from pictures.picture p));
create policy audience on pictures.named for select to lotsenwerk_app
  using (picture_id in (select p.id from pictures.picture p));
grant select on pictures.cell, pictures.named to lotsenwerk_app;

create policy everybody on pictures.map for select to lotsenwerk_app using (true);
create policy leaders_add on pictures.map for insert to lotsenwerk_app
  with check ((select access.holds('{programmeManager,operator}')));
grant select, insert on pictures.map to lotsenwerk_app;

-- Who takes the consent back is not named in what has not appeared yet: such a picture goes, and is taken anew on its day.
create function pictures.drop_unreleased() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  gone uuid[];
begin
  select coalesce(array_agg(p.id), '{}') into gone
    from pictures.picture p join pictures.named n on n.picture_id = p.id
   where n.municipality_id = new.organization_id and p.release_on > access.today();
  delete from pictures.named n where n.picture_id = any (gone);
  delete from pictures.subject s where s.picture_id = any (gone);
  delete from pictures.cell c where c.picture_id = any (gone);
  delete from pictures.picture p where p.id = any (gone);
  return null;
end $$;
revoke execute on function pictures.drop_unreleased() from public;
create trigger drop_unreleased after update of revoked_at on consents.consent for each row
  when (new.purpose = 'namedInStatePicture' and new.revoked_at is not null) execute function pictures.drop_unreleased();
