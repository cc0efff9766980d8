-- What the cooperative publishes: news, plain pages with their versions, and what people report about barriers.
create schema publishing;
grant usage on schema publishing to lotsenwerk_app, lotsenwerk_access;

-- The instant of the request by the application's clock: an embargo ends with it, never with the server's now().
create function access.now() returns timestamptz language sql stable set search_path = '' as
$$ select nullif(current_setting('lotsenwerk.now', true), '')::timestamptz $$;
revoke execute on function access.now() from public;
grant execute on function access.now() to lotsenwerk_app, lotsenwerk_access;

create table publishing.news (
  id uuid primary key,
  -- The piece of news that this is a version of.
  news_id uuid not null,
  version integer not null check (version > 0),
  -- The end of its address; the same in all versions.
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
  title text not null check (title <> ''),
  teaser text not null check (teaser <> ''),
  body text not null,
  topic text not null,
  -- As it stands below the text.
  author text not null,
  state text not null check (state in ('draft', 'published', 'withdrawn')),
  from_at timestamptz,
  until_at timestamptz,
  written_at timestamptz not null,
  written_by uuid not null references identity.person,
  -- When the next version took its place; the one that counts has none.
  superseded_at timestamptz,
  unique (news_id, version),
  check (state <> 'published' or from_at is not null),
  check (until_at > from_at)
);
comment on table publishing.news is 'class: public. News in all versions: draft, published, withdrawn since when and by whom; strangers see what is published today.';
create unique index news_slug on publishing.news (slug) where superseded_at is null;
create unique index news_current on publishing.news (news_id) where superseded_at is null;
create index news_listed on publishing.news (from_at desc, id desc) where superseded_at is null and state = 'published';
create index news_written_by on publishing.news (written_by);
alter table publishing.news enable row level security, force row level security;
create policy maintenance on publishing.news to lotsenwerk_owner using (true) with check (true);
-- Everybody, but nothing before its time: drafts, superseded versions and embargoes are not there for strangers.
create policy out_now on publishing.news for select to lotsenwerk_app
  using (superseded_at is null and state = 'published' and from_at <= (select access.now())
    and (until_at is null or until_at > (select access.now())));
create policy editors_read on publishing.news for select to lotsenwerk_app using ((select access.holds('{editor}')));
create policy editors_write on publishing.news for insert to lotsenwerk_app
  with check ((select access.holds('{editor}')) and written_by = (select access.person()));
create policy editors_supersede on publishing.news for update to lotsenwerk_app
  using ((select access.holds('{editor}'))) with check ((select access.holds('{editor}')));
grant select, insert, update (superseded_at) on publishing.news to lotsenwerk_app;

create table publishing.page (
  id uuid primary key,
  name text not null check (name ~ '^[a-z]+(-[a-z]+)*$'),
  version integer not null check (version > 0),
  text text not null,
  written_at timestamptz not null,
  written_by uuid not null references identity.person,
  superseded_at timestamptz,
  unique (name, version)
);
comment on table publishing.page is 'class: public. Texts of plain pages (imprint, privacy notice, …) in all versions; a page without a row has our text.';
create unique index page_current on publishing.page (name) where superseded_at is null;
create index page_written_by on publishing.page (written_by);
alter table publishing.page enable row level security, force row level security;
create policy maintenance on publishing.page to lotsenwerk_owner using (true) with check (true);
create policy out_now on publishing.page for select to lotsenwerk_app using (superseded_at is null);
create policy keepers_read on publishing.page for select to lotsenwerk_app
  using ((select access.holds('{editor,office,administrator}')));
create policy keepers_write on publishing.page for insert to lotsenwerk_app
  with check ((select access.holds('{editor,office,administrator}')) and written_by = (select access.person()));
create policy keepers_supersede on publishing.page for update to lotsenwerk_app
  using ((select access.holds('{editor,office,administrator}')))
  with check ((select access.holds('{editor,office,administrator}')));
grant select, insert, update (superseded_at) on publishing.page to lotsenwerk_app;

create table publishing.barrier_report (
  id uuid primary key,
  organization_id uuid not null references organizations.organization,
  what text not null check (what <> ''),
  -- Where, as the person wrote it: mostly the path of a page.
  place text not null,
  -- Only for the answer: emptied when it has been given.
  email text not null check (email = lower(email)),
  received_at timestamptz not null,
  due_on date not null,
  answer text not null default '',
  answered_by uuid references identity.person,
  answered_at timestamptz,
  check ((answered_at is null) = (answer = '')),
  check (answered_at is null or email = '')
);
comment on table publishing.barrier_report is 'class: tenant. Barriers that people report to the cooperative, when the answer is due, and the answer.';
create index barrier_report_organization on publishing.barrier_report (organization_id, id);
create index barrier_report_open on publishing.barrier_report (organization_id, due_on, id) where answered_at is null;
create index barrier_report_answered_by on publishing.barrier_report (answered_by);
alter table publishing.barrier_report enable row level security, force row level security;
create policy maintenance on publishing.barrier_report to lotsenwerk_owner using (true) with check (true);
create policy definer on publishing.barrier_report to lotsenwerk_access using (true) with check (true);
create policy keepers_read on publishing.barrier_report for select to lotsenwerk_app
  using (organization_id = any ((select access.organizations_as('{editor,office}'))::uuid[]));
create policy keepers_answer on publishing.barrier_report for update to lotsenwerk_app
  using (organization_id = any ((select access.organizations_as('{editor,office}'))::uuid[]))
  with check (organization_id = any ((select access.organizations_as('{editor,office}'))::uuid[]));
grant select, update (email, answer, answered_by, answered_at) on publishing.barrier_report to lotsenwerk_app;
grant select, insert, delete on publishing.barrier_report to lotsenwerk_access;
insert into privacy.retention_rule (position, name, what, term_hours, since, ground, relation, due) values
  (44, 'barrierReports', 'Beantwortete Meldungen zu Barrieren', 8760, 'der Antwort',
   'Nachweis, dass und wie geantwortet wurde; die Adresse für die Antwort wird schon mit ihr gelöscht.', 'publishing.barrier_report', 'answered_at < $1');

create policy definer on organizations.succession for select to lotsenwerk_access using (true);
grant select on organizations.succession to lotsenwerk_access;

grant create on schema publishing to lotsenwerk_access;
set local role lotsenwerk_access;

-- Who runs the house, and how many municipalities stand in its register today: what strangers may know of it.
create function publishing.front(today date) returns table (operator text, municipalities bigint)
  language sql stable security definer set search_path = '' as $$
  select (select o.name from organizations.organization o where o.kind = 'cooperative' order by o.created_at, o.id limit 1),
         (select count(*) from organizations.organization o
           where o.kind in ('county', 'independentCity', 'unitaryMunicipality', 'associationMunicipality')
             and not exists (select from organizations.succession s
             where s.predecessor_id = o.id and s.kind = 'merge' and s.withdrawn_at is null and s.from_day <= today))
$$;

-- Keeps what somebody reports who need not be signed in. Whom to tell: those of the cooperative who answer today; no row without a cooperative.
create function publishing.report_barrier(report uuid, what text, place text, email text, at timestamptz, due date)
  returns table (organization uuid, keepers uuid[])
  language plpgsql security definer set search_path = '' as $$
begin
  select o.id into organization from organizations.organization o where o.kind = 'cooperative' order by o.created_at, o.id limit 1;
  if organization is null then return; end if;
  insert into publishing.barrier_report (id, organization_id, what, place, email, received_at, due_on)
    values (report, organization, report_barrier.what, report_barrier.place, report_barrier.email, at, due);
  select coalesce(array_agg(distinct g.person_id), '{}') into keepers from identity.role_grant g
   where g.organization_id = organization and g.role in ('editor', 'office')
     and g.from_day <= access.today() and (g.until_day is null or g.until_day >= access.today());
  return next;
end $$;

revoke execute on function publishing.front(date), publishing.report_barrier(uuid, text, text, text, timestamptz, date) from public;
grant execute on function publishing.front(date), publishing.report_barrier(uuid, text, text, text, timestamptz, date) to lotsenwerk_app;
set local role lotsenwerk_owner;
revoke create on schema publishing from lotsenwerk_access;
