-- What the cooperative says to municipalities and hears from them, whom it approaches, and whom they name as Navigator.

create table programmes.contact_entry (
  id uuid primary key,
  -- The municipality; it need not take part yet.
  organization_id uuid not null references organizations.organization,
  programme_id uuid not null references programmes.programme,
  kind text not null check (kind in ('call', 'mail', 'visit', 'note')),
  -- The local day on which it was.
  on_day date not null,
  with_whom text not null default '',
  what text not null check (what <> ''),
  written_by uuid not null references identity.person,
  written_at timestamptz not null,
  removed_at timestamptz,
  removed_by uuid references identity.person,
  -- When somebody of the cooperative gets in touch again, and when that was done.
  follow_up_on date,
  followed_up_at timestamptz,
  check (followed_up_at is null or follow_up_on is not null)
);
comment on table programmes.contact_entry is 'class: tenant. Calls, mails, visits and notes about a municipality in a programme; the cooperative''s own file, not the municipality''s.';
create index contact_entry_organization on programmes.contact_entry (organization_id, programme_id, id);
create index contact_entry_programme on programmes.contact_entry (programme_id, id);
create index contact_entry_follow_up on programmes.contact_entry (programme_id, follow_up_on, id)
  where follow_up_on is not null and followed_up_at is null and removed_at is null;
create index contact_entry_written_by on programmes.contact_entry (written_by);
create index contact_entry_removed_by on programmes.contact_entry (removed_by);

create table programmes.campaign (
  id uuid primary key,
  programme_id uuid not null references programmes.programme,
  title text not null check (title <> ''),
  -- What is to be said, for whoever calls.
  script text not null default '',
  begun_by uuid not null references identity.person,
  begun_at timestamptz not null,
  closed_at timestamptz
);
comment on table programmes.campaign is 'class: shared. Approaching municipalities that do not take part yet; seen by those who work in the programme.';
create index campaign_programme on programmes.campaign (programme_id, id);
create index campaign_begun_by on programmes.campaign (begun_by);

create table programmes.approach (
  campaign_id uuid not null references programmes.campaign,
  organization_id uuid not null references organizations.organization,
  programme_id uuid not null references programmes.programme,
  state text not null default 'open' check (state in ('open', 'notReached', 'later', 'interested', 'declined')),
  changed_by uuid references identity.person,
  changed_at timestamptz not null,
  version integer not null default 1,
  primary key (campaign_id, organization_id)
);
comment on table programmes.approach is 'class: tenant. One municipality of a campaign: how far one got with it.';
create index approach_organization on programmes.approach (organization_id, programme_id);
create index approach_programme on programmes.approach (programme_id);
create index approach_changed_by on programmes.approach (changed_by);

create table programmes.navigator (
  id uuid primary key,
  enrollment_id uuid not null,
  organization_id uuid not null,
  programme_id uuid not null,
  person_id uuid not null references identity.person,
  named_by uuid not null references identity.person,
  named_at timestamptz not null,
  from_day date not null,
  ended_by uuid references identity.person,
  reason text not null default '',
  -- The last day; null as long as nobody else is named.
  until_day date check (until_day >= from_day - 1),
  foreign key (enrollment_id, organization_id, programme_id) references programmes.enrollment (id, organization_id, programme_id)
);
comment on table programmes.navigator is 'class: tenant. Whom the head of a municipality has named for a programme (Digital-Navigator), from when until when.';
create index navigator_road on programmes.navigator (enrollment_id, organization_id, programme_id);
create index navigator_organization on programmes.navigator (organization_id, id);
create index navigator_programme on programmes.navigator (programme_id);
create index navigator_person on programmes.navigator (person_id);
create index navigator_named_by on programmes.navigator (named_by);
create index navigator_ended_by on programmes.navigator (ended_by);
create unique index navigator_one on programmes.navigator (enrollment_id) where until_day is null;

do $$
declare
  name text;
begin
  foreach name in array array['contact_entry', 'campaign', 'approach', 'navigator'] loop
    execute format('alter table programmes.%I enable row level security, force row level security', name);
    execute format('create policy maintenance on programmes.%I to lotsenwerk_owner using (true) with check (true)', name);
  end loop;
  foreach name in array array['contact_entry', 'campaign', 'approach'] loop
    execute format('create policy staff_reads on programmes.%I for select to lotsenwerk_app using (programme_id = any ((select access.scope_programmes())::uuid[]))', name);
    execute format('create policy staff_changes on programmes.%I for update to lotsenwerk_app using (programme_id = any ((select access.scope_programmes())::uuid[])) with check (programme_id = any ((select access.scope_programmes())::uuid[]))', name);
  end loop;
end $$;

create policy staff_writes on programmes.contact_entry for insert to lotsenwerk_app
  with check (programme_id = any ((select access.scope_programmes())::uuid[]) and written_by = (select access.person()));
grant select, insert, update (removed_at, removed_by, follow_up_on, followed_up_at) on programmes.contact_entry to lotsenwerk_app;
create policy staff_begins on programmes.campaign for insert to lotsenwerk_app
  with check (programme_id = any ((select access.scope_programmes())::uuid[]) and begun_by = (select access.person()));
grant select, insert, update (closed_at) on programmes.campaign to lotsenwerk_app;
create policy staff_adds on programmes.approach for insert to lotsenwerk_app
  with check (programme_id = any ((select access.scope_programmes())::uuid[]));
grant select, insert, update (state, changed_by, changed_at, version) on programmes.approach to lotsenwerk_app;

create policy own_staff on programmes.navigator for select to lotsenwerk_app
  using (organization_id = any ((select access.scope_member())::uuid[]));
create policy staff_reads on programmes.navigator for select to lotsenwerk_app
  using (programme_id = any ((select access.scope_programmes())::uuid[]));
create policy head_names on programmes.navigator for insert to lotsenwerk_app
  with check (organization_id = any ((select access.organizations_as('{chiefExecutive}'))::uuid[]) and named_by = (select access.person()));
create policy head_ends on programmes.navigator for update to lotsenwerk_app
  using (organization_id = any ((select access.organizations_as('{chiefExecutive}'))::uuid[]))
  with check (organization_id = any ((select access.organizations_as('{chiefExecutive}'))::uuid[]));
grant select, insert, update (ended_by, reason, until_day) on programmes.navigator to lotsenwerk_app;

insert into privacy.retention_rule (position, name, what, term_hours, since, ground, relation, due) values
  (46, 'contactEntries', 'Kontakte mit Kommunen in Programmen', 26280, 'dem Eintrag',
   'Wer wann wozu gesprochen hat, wird für die laufende Betreuung gebraucht und danach nicht mehr.', 'programmes.contact_entry', 'written_at < $1');

create policy definer on programmes.contact_entry to lotsenwerk_access using (true) with check (true);
create policy definer_reads on programmes.navigator for select to lotsenwerk_access using (true);
grant select, delete on programmes.contact_entry to lotsenwerk_access;
grant select on programmes.navigator to lotsenwerk_access;

-- What is known about a person also tells where they were named as Navigator and which programmes they lead or guide in.
grant create on schema privacy to lotsenwerk_access;
set local role lotsenwerk_access;
alter function privacy.person_data(uuid) rename to person_data_without_programmes;
create function privacy.person_data(person uuid) returns jsonb language plpgsql stable security definer set search_path = '' as $$
begin
  if not privacy.may_see(person) then raise insufficient_privilege; end if;
  return privacy.person_data_without_programmes(person) || (select jsonb_build_object(
    'navigator', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select o.name as organization, p.name as programme, n.from_day as "from", n.until_day as "until"
        from programmes.navigator n join organizations.organization o on o.id = n.organization_id join programmes.programme p on p.id = n.programme_id
       where n.person_id = person order by n.from_day, n.id) x),
    'programmes', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select p.name as programme, s.function, s.from_day as "from", s.until_day as "until"
        from programmes.staff s join programmes.programme p on p.id = s.programme_id where s.person_id = person order by s.from_day, s.id) x)));
end $$;
revoke execute on function privacy.person_data(uuid), privacy.person_data_without_programmes(uuid) from public, lotsenwerk_app;
grant execute on function privacy.person_data(uuid) to lotsenwerk_app;
set local role lotsenwerk_owner;
revoke create on schema privacy from lotsenwerk_access;
