-- Programmes as data, and the road of each municipality in them: which step stands where, since when, and who waits for whom.
create schema programmes;
grant usage on schema programmes to lotsenwerk_app, lotsenwerk_access;

create table programmes.programme (
  id uuid primary key,
  -- The end of its address.
  key text not null unique check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(key) <= 60),
  name text not null check (name <> ''),
  sort_key text not null,
  -- One sentence: what a municipality gets out of it.
  summary text not null,
  -- Markdown, on the public page.
  about text not null default '',
  state text not null check (state in ('draft', 'running', 'ended')),
  run_by uuid not null references organizations.organization,
  contractor_id uuid references organizations.organization,
  starts_on date,
  -- The last day, ending at 24:00 in Europe/Berlin; steps with `by_deadline` are done until then or not at all.
  deadline_on date check (deadline_on > starts_on),
  -- Whether municipalities may declare their interest today.
  takes_interest boolean not null default true,
  -- Kinds of organizations that may take part.
  open_to text[] not null check (cardinality(open_to) > 0),
  -- How many are wanted; null where everybody is.
  expected integer check (expected > 0),
  -- Both stages together, gross; null where there is no money in it.
  total_cents bigint check (total_cents > 0),
  -- What the head of the municipality declares; each change is a further version.
  declaration_text text not null default '',
  declaration_version integer not null default 1,
  contact_name text not null default '',
  contact_email text not null default '',
  contact_phone text not null default '',
  version integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null
);
comment on table programmes.programme is 'class: shared. What the cooperative runs for municipalities: words, deadline, money, who carries it out.';
create index programme_sort on programmes.programme (sort_key, id);
create index programme_run_by on programmes.programme (run_by);
create index programme_contractor on programmes.programme (contractor_id);

create table programmes.phase (
  programme_id uuid not null references programmes.programme,
  key text not null check (key ~ '^[a-z][a-zA-Z0-9]*$'),
  position integer not null check (position > 0),
  title text not null check (title <> ''),
  primary key (programme_id, key),
  unique (programme_id, position) deferrable initially deferred
);
comment on table programmes.phase is 'class: shared. The parts of a programme, in order.';

create table programmes.step (
  programme_id uuid not null,
  key text not null check (key ~ '^[a-z][a-zA-Z0-9]*$' and length(key) <= 40),
  position integer not null check (position > 0),
  phase_key text not null,
  title text not null check (title <> ''),
  -- The deed, as whoever has to do it reads it: "Teilnahmeerklärung unterschreiben".
  duty text not null check (duty <> ''),
  acts text not null check (acts in ('organization', 'contractor', 'cooperative', 'ministry')),
  -- Steps that are done or not needed before this one may begin.
  needs text[] not null default '{}',
  is_optional boolean not null default false,
  -- Set by a deed of its own (a signature, an admission), and by the programme manager; not by simply saying so.
  by_deed boolean not null default false,
  by_deadline boolean not null default false,
  -- How long it usually takes; what is left of it is held against the days until the deadline.
  typical_days integer not null default 7 check (typical_days >= 0),
  primary key (programme_id, key),
  foreign key (programme_id, phase_key) references programmes.phase,
  unique (programme_id, position) deferrable initially deferred
);
comment on table programmes.step is 'class: shared. The steps of a programme: who acts, and what must be done before.';
create index step_phase on programmes.step (programme_id, phase_key);

create table programmes.stage (
  programme_id uuid not null references programmes.programme,
  number integer not null check (number > 0),
  title text not null check (title <> ''),
  amount_cents bigint not null check (amount_cents > 0),
  -- Which municipalities get it.
  requires text not null default 'admitted' check (requires in ('admitted', 'assessed', 'accepted')),
  -- Programme-wide: the day and the decision behind it.
  released_on date,
  decision text not null default '',
  released_by uuid references identity.person,
  released_at timestamptz,
  primary key (programme_id, number),
  check ((released_on is null) = (released_at is null)),
  check (released_on is null or decision <> '')
);
comment on table programmes.stage is 'class: shared. Amounts per municipality, and the decision that releases them for all.';
create index stage_released_by on programmes.stage (released_by);

create table programmes.wanted_document (
  programme_id uuid not null references programmes.programme,
  key text not null check (key ~ '^[a-z][a-zA-Z0-9]*$'),
  position integer not null check (position > 0),
  title text not null check (title <> ''),
  hint text not null default '',
  is_required boolean not null default true,
  primary key (programme_id, key)
);
comment on table programmes.wanted_document is 'class: shared. The documents that a programme asks each municipality for.';

create table programmes.staff (
  id uuid primary key,
  programme_id uuid not null references programmes.programme,
  person_id uuid not null references identity.person,
  function text not null check (function in ('manager', 'guide')),
  from_day date not null,
  until_day date check (until_day >= from_day - 1),
  named_by uuid references identity.person
);
comment on table programmes.staff is 'class: shared. Who of the cooperative leads a programme or guides in it. Without a named manager all programme managers lead it.';
create index staff_programme on programmes.staff (programme_id, person_id);
create index staff_person on programmes.staff (person_id);
create index staff_named_by on programmes.staff (named_by);
create unique index staff_once on programmes.staff (programme_id, person_id, function) where until_day is null;

create table programmes.observer (
  programme_id uuid not null references programmes.programme,
  observer_id uuid not null references organizations.organization,
  primary key (programme_id, observer_id)
);
comment on table programmes.observer is 'class: shared. Who receives the aggregates of a programme.';
create index observer_observer on programmes.observer (observer_id);

create table programmes.enrollment (
  id uuid primary key,
  organization_id uuid not null references organizations.organization,
  programme_id uuid not null references programmes.programme,
  state text not null default 'active' check (state in ('active', 'withdrawn')),
  began_at timestamptz not null,
  began_by uuid references identity.person,
  withdrawn_at timestamptz,
  withdrawn_by uuid references identity.person,
  withdrawal_reason text not null default '',
  -- Who of the cooperative looks after it.
  guide_id uuid references identity.person,
  -- From here to completed_at: what the steps say, written by programmes.settle() alone, so that a list of all reads one row each.
  road text not null default '',
  current_step text,
  phase text not null default '',
  waiting_for text check (waiting_for in ('organization', 'contractor', 'cooperative', 'ministry')),
  waiting_since timestamptz,
  missing text not null default '',
  days_needed integer not null default 0,
  completed_at timestamptz,
  version integer not null default 1,
  last_contact_on date,
  unique (organization_id, programme_id),
  -- Rows of other tables point at all three together: nothing can be filed under one organization on the road of another.
  unique (id, organization_id, programme_id),
  check ((state = 'withdrawn') = (withdrawn_at is not null))
);
comment on table programmes.enrollment is 'class: tenant. One municipality in one programme: where it stands, who waits for whom since when.';
create index enrollment_organization on programmes.enrollment (organization_id, id);
create index enrollment_programme on programmes.enrollment (programme_id, organization_id);
create index enrollment_urgent on programmes.enrollment (programme_id, days_needed desc, id) where state = 'active';
create index enrollment_waiting on programmes.enrollment (programme_id, waiting_since, id) where state = 'active';
create index enrollment_guide on programmes.enrollment (guide_id);
create index enrollment_began_by on programmes.enrollment (began_by);
create index enrollment_withdrawn_by on programmes.enrollment (withdrawn_by);

create table programmes.enrollment_step (
  enrollment_id uuid not null,
  organization_id uuid not null,
  programme_id uuid not null,
  step text not null,
  state text not null default 'open' check (state in ('open', 'inProgress', 'done', 'notNeeded')),
  since timestamptz not null,
  -- The day it happens or happened: of the kick-off, of the admission.
  on_day date,
  -- Somebody else than usual is waited for, and something else than usual is missing.
  waiting_for text check (waiting_for in ('organization', 'contractor', 'cooperative', 'ministry')),
  missing text not null default '',
  note text not null default '',
  changed_by uuid references identity.person,
  primary key (enrollment_id, step),
  foreign key (enrollment_id, organization_id, programme_id) references programmes.enrollment (id, organization_id, programme_id),
  foreign key (programme_id, step) references programmes.step
);
comment on table programmes.enrollment_step is 'class: tenant. The state of each step on the road of a municipality.';
create index enrollment_step_organization on programmes.enrollment_step (organization_id, enrollment_id);
create index enrollment_step_definition on programmes.enrollment_step (programme_id, step);
create index enrollment_step_road on programmes.enrollment_step (enrollment_id, organization_id, programme_id);
create index enrollment_step_changed_by on programmes.enrollment_step (changed_by);

create table programmes.step_change (
  id uuid primary key,
  enrollment_id uuid not null,
  organization_id uuid not null,
  programme_id uuid not null,
  -- A step, or the whole road: began, withdrawn, re-entered.
  step text,
  what text not null check (what in ('began', 'open', 'inProgress', 'done', 'notNeeded', 'detail', 'withdrawn', 'reentered')),
  before text,
  on_day date,
  note text not null default '',
  -- By hand, by a deed elsewhere (a signature), or from the workbook of the running programme.
  origin text not null check (origin in ('person', 'deed', 'import')),
  at timestamptz not null,
  person_id uuid references identity.person,
  foreign key (enrollment_id, organization_id, programme_id) references programmes.enrollment (id, organization_id, programme_id)
);
comment on table programmes.step_change is 'class: tenant. Every change on the road of a municipality, when and by whom; never changed.';
create index step_change_organization on programmes.step_change (organization_id, id);
create index step_change_enrollment on programmes.step_change (enrollment_id, organization_id, programme_id, id);
create index step_change_programme on programmes.step_change (programme_id, id);
create index step_change_person on programmes.step_change (person_id);

grant select on programmes.programme, programmes.phase, programmes.step, programmes.stage, programmes.staff, programmes.enrollment,
  programmes.enrollment_step to lotsenwerk_access;
grant update (road, current_step, phase, waiting_for, waiting_since, missing, days_needed, completed_at) on programmes.enrollment to lotsenwerk_access;
grant create on schema access, programmes to lotsenwerk_access;
set local role lotsenwerk_access;

-- Programmes that this person leads: named for it, or, where nobody is, every programme manager. Short lists: the organizations in them are many.
create function access.scope_programmes_led() returns uuid[] language sql stable security definer set search_path = '' as $$
  select case when access.holds('{programmeManager}') then (
    select coalesce(array_agg(p.id), '{}') from programmes.programme p
     where not exists (select from programmes.staff s where s.programme_id = p.id and s.function = 'manager'
                          and s.from_day <= access.today() and (s.until_day is null or s.until_day >= access.today()))
        or exists (select from programmes.staff s where s.programme_id = p.id and s.function = 'manager' and s.person_id = access.person()
                      and s.from_day <= access.today() and (s.until_day is null or s.until_day >= access.today()))) else '{}' end
$$;

-- Programmes whose progress this person sees: leads them, or guides in them.
create function access.scope_programmes() returns uuid[] language sql stable security definer set search_path = '' as $$
  select access.scope_programmes_led() || case when access.holds('{guide}') then (
    select coalesce(array_agg(distinct s.programme_id), '{}') from programmes.staff s
     where s.person_id = access.person() and s.function = 'guide'
       and s.from_day <= access.today() and (s.until_day is null or s.until_day >= access.today())) else '{}' end
$$;

-- Own staff, whatever they do there, and the assessor while assigned.
create function access.scope_progress() returns uuid[] language sql stable security definer set search_path = '' as
$$ select access.scope_member() || access.assigned_organizations() $$;

-- Who speaks for a municipality towards a programme.
create function access.scope_takes_part() returns uuid[] language sql stable security definer set search_path = '' as
$$ select access.organizations_as('{chiefExecutive,securityOfficer,navigator,officeHead,organizationAdmin,itStaff}') $$;

-- Writes into the road what its steps say. The only writer of these columns.
create function programmes.settle(roads uuid[]) returns void language sql security definer set search_path = '' as $$
  update programmes.enrollment e
     set road = told.road, current_step = told.current_step, days_needed = told.days_needed, completed_at = told.completed_at,
         phase = coalesce(told.phase, 'completed'), waiting_for = told.waiting_for, missing = coalesce(told.missing, ''),
         waiting_since = case
           when e.current_step is not distinct from told.current_step and e.waiting_for is not distinct from told.waiting_for
             and e.waiting_since is not null then e.waiting_since
           else told.waiting_since end
    from (
      select all_steps.*, now_at.step as current_step, now_at.phase_key as phase, now_at.waiting_for, now_at.missing,
             case when now_at.step is null then all_steps.latest end as completed_at,
             case when now_at.step is not null then greatest(now_at.since, (
               select max(b.since) from programmes.enrollment_step b join programmes.step d on d.programme_id = b.programme_id and d.key = b.step
                where b.enrollment_id = all_steps.enrollment_id and d.position < now_at.position)) end as waiting_since
        from (
          select s.enrollment_id, max(s.since) as latest,
                 string_agg(case s.state when 'done' then 'd' when 'inProgress' then 'p' when 'notNeeded' then 'n' else 'o' end, '' order by d.position) as road,
                 coalesce(sum(d.typical_days) filter (where s.state in ('open', 'inProgress')), 0)::integer as days_needed
            from programmes.enrollment_step s join programmes.step d on d.programme_id = s.programme_id and d.key = s.step
           where s.enrollment_id = any (roads)
           group by s.enrollment_id) all_steps
        left join lateral (
          select s.step, d.position, d.phase_key, coalesce(s.waiting_for, d.acts) as waiting_for, s.since,
                 case when s.missing = '' then d.duty else s.missing end as missing
            from programmes.enrollment_step s join programmes.step d on d.programme_id = s.programme_id and d.key = s.step
           where s.enrollment_id = all_steps.enrollment_id and s.state in ('open', 'inProgress')
           order by d.position limit 1) now_at on true) told
   where e.id = told.enrollment_id
$$;

-- Whatever verb writes: no step has begun before what it needs, and the road says what its steps say.
create function programmes.keep_road() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  roads uuid[];
begin
  select array_agg(distinct c.enrollment_id) into roads from changed c;
  if exists (
    select from programmes.enrollment_step s
      join programmes.step d on d.programme_id = s.programme_id and d.key = s.step
      join programmes.enrollment_step n on n.enrollment_id = s.enrollment_id and n.step = any (d.needs)
     where s.enrollment_id = any (roads) and s.state in ('inProgress', 'done') and n.state not in ('done', 'notNeeded')) then
    raise exception using errcode = 'LW004', message = 'a step has begun before what it needs';
  end if;
  perform programmes.settle(roads);
  return null;
end $$;

-- Nobody brings a standing along: it follows from the steps, which come afterwards.
create function programmes.begin_unsettled() returns trigger language plpgsql set search_path = '' as $$
begin
  new.road := ''; new.current_step := null; new.phase := ''; new.waiting_for := null; new.waiting_since := null;
  new.missing := ''; new.days_needed := 0; new.completed_at := null;
  return new;
end $$;

-- Other words, other people who act, other durations: the roads that exist say it too.
create function programmes.resettle() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform programmes.settle(array(select e.id from programmes.enrollment e where e.programme_id in (select c.programme_id from changed c)));
  return null;
end $$;

-- Holds one road until the end of the transaction; false where whoever asks sees no such road.
create function programmes.hold(wanted uuid) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  perform from programmes.enrollment e
   where e.id = wanted and (e.organization_id = any (access.scope_progress()) or e.programme_id = any (access.scope_programmes()))
     for update;
  return found;
end $$;

revoke execute on function access.scope_programmes_led(), access.scope_programmes(), access.scope_progress(), access.scope_takes_part(),
  programmes.settle(uuid[]), programmes.keep_road(), programmes.resettle(), programmes.begin_unsettled(), programmes.hold(uuid)
  from public;
grant execute on function access.scope_programmes_led(), access.scope_programmes(), access.scope_progress(), access.scope_takes_part(),
  programmes.hold(uuid) to lotsenwerk_app;
grant execute on function programmes.keep_road(), programmes.resettle(), programmes.begin_unsettled() to lotsenwerk_owner;
set local role lotsenwerk_owner;

create trigger begin_unsettled before insert on programmes.enrollment
  for each row execute function programmes.begin_unsettled();
create trigger keep_road_of_new after insert on programmes.enrollment_step
  referencing new table as changed for each statement execute function programmes.keep_road();
create trigger keep_road after update on programmes.enrollment_step
  referencing new table as changed for each statement execute function programmes.keep_road();
create trigger resettle after update on programmes.step
  referencing new table as changed for each statement execute function programmes.resettle();
set local role lotsenwerk_access;
revoke execute on function programmes.keep_road(), programmes.resettle(), programmes.begin_unsettled() from lotsenwerk_owner;
set local role lotsenwerk_owner;
revoke create on schema access, programmes from lotsenwerk_access;

do $$
declare
  name text;
begin
  foreach name in array array['programme', 'phase', 'step', 'stage', 'wanted_document', 'staff', 'observer', 'enrollment', 'enrollment_step', 'step_change'] loop
    execute format('alter table programmes.%I enable row level security, force row level security', name);
    execute format('create policy maintenance on programmes.%I to lotsenwerk_owner using (true) with check (true)', name);
  end loop;
  foreach name in array array['programme', 'phase', 'step', 'stage', 'staff', 'enrollment', 'enrollment_step'] loop
    execute format('create policy definer on programmes.%I to lotsenwerk_access using (true) with check (true)', name);
  end loop;
  foreach name in array array['programme', 'phase', 'step', 'stage', 'wanted_document', 'staff', 'observer'] loop
    execute format('create policy signed_in on programmes.%I for select to lotsenwerk_app using ((select access.person() is not null or access.is_operator()))', name);
    execute format('grant select on programmes.%I to lotsenwerk_app', name);
  end loop;
  -- Its parts are written by those who lead it, as they are.
  foreach name in array array['phase', 'step', 'stage', 'wanted_document', 'staff', 'observer'] loop
    execute format('create policy leaders_add on programmes.%I for insert to lotsenwerk_app with check (programme_id = any ((select access.scope_programmes_led())::uuid[]))', name);
    execute format('create policy leaders_change on programmes.%I for update to lotsenwerk_app using (programme_id = any ((select access.scope_programmes_led())::uuid[])) with check (programme_id = any ((select access.scope_programmes_led())::uuid[]))', name);
    execute format('create policy leaders_remove on programmes.%I for delete to lotsenwerk_app using (programme_id = any ((select access.scope_programmes_led())::uuid[]))', name);
    execute format('grant insert, update, delete on programmes.%I to lotsenwerk_app', name);
  end loop;
end $$;

create policy managers_add on programmes.programme for insert to lotsenwerk_app with check ((select access.holds('{programmeManager}')));
create policy leaders_change on programmes.programme for update to lotsenwerk_app
  using (id = any ((select access.scope_programmes_led())::uuid[])) with check (id = any ((select access.scope_programmes_led())::uuid[]));
grant insert, update on programmes.programme to lotsenwerk_app;

create policy progress on programmes.enrollment for select to lotsenwerk_app
  using (organization_id = any ((select access.scope_progress())::uuid[]));
create policy staff_reads on programmes.enrollment for select to lotsenwerk_app
  using (programme_id = any ((select access.scope_programmes())::uuid[]));
create policy leaders_add on programmes.enrollment for insert to lotsenwerk_app
  with check (programme_id = any ((select access.scope_programmes_led())::uuid[]));
create policy organization_adds on programmes.enrollment for insert to lotsenwerk_app
  with check (organization_id = any ((select access.scope_takes_part())::uuid[]));
create policy staff_changes on programmes.enrollment for update to lotsenwerk_app
  using (programme_id = any ((select access.scope_programmes())::uuid[])) with check (programme_id = any ((select access.scope_programmes())::uuid[]));
-- Withdrawing and coming back is the head's.
create policy head_changes on programmes.enrollment for update to lotsenwerk_app
  using (organization_id = any ((select access.organizations_as('{chiefExecutive}'))::uuid[]))
  with check (organization_id = any ((select access.organizations_as('{chiefExecutive}'))::uuid[]));
grant select, insert, update (state, withdrawn_at, withdrawn_by, withdrawal_reason, guide_id, last_contact_on, version)
  on programmes.enrollment to lotsenwerk_app;

create policy progress on programmes.enrollment_step for select to lotsenwerk_app
  using (organization_id = any ((select access.scope_progress())::uuid[]));
create policy staff_reads on programmes.enrollment_step for select to lotsenwerk_app
  using (programme_id = any ((select access.scope_programmes())::uuid[]));
create policy leaders_add on programmes.enrollment_step for insert to lotsenwerk_app
  with check (programme_id = any ((select access.scope_programmes_led())::uuid[]));
create policy organization_adds on programmes.enrollment_step for insert to lotsenwerk_app
  with check (organization_id = any ((select access.scope_takes_part())::uuid[]));
create policy leaders_change on programmes.enrollment_step for update to lotsenwerk_app
  using (programme_id = any ((select access.scope_programmes_led())::uuid[])) with check (programme_id = any ((select access.scope_programmes_led())::uuid[]));
-- Each side its own steps, and those in which it is waited for.
create policy organization_changes on programmes.enrollment_step for update to lotsenwerk_app
  using (organization_id = any ((select access.scope_takes_part())::uuid[])
    and (waiting_for = 'organization' or exists (
      select from programmes.step d where d.programme_id = enrollment_step.programme_id and d.key = step and d.acts = 'organization')))
  with check (organization_id = any ((select access.scope_takes_part())::uuid[]));
create policy assessor_changes on programmes.enrollment_step for update to lotsenwerk_app
  using (organization_id = any ((select access.assigned_organizations())::uuid[])
    and (waiting_for = 'contractor' or exists (
      select from programmes.step d where d.programme_id = enrollment_step.programme_id and d.key = step and d.acts = 'contractor')))
  with check (organization_id = any ((select access.assigned_organizations())::uuid[]));
grant select, insert, update (state, since, on_day, waiting_for, missing, note, changed_by) on programmes.enrollment_step to lotsenwerk_app;

create policy progress on programmes.step_change for select to lotsenwerk_app
  using (organization_id = any ((select access.scope_progress())::uuid[]));
create policy staff_reads on programmes.step_change for select to lotsenwerk_app
  using (programme_id = any ((select access.scope_programmes())::uuid[]));
create policy sides_write on programmes.step_change for insert to lotsenwerk_app
  with check (organization_id = any ((select access.scope_takes_part() || access.assigned_organizations())::uuid[])
    and person_id = (select access.person()));
create policy staff_writes on programmes.step_change for insert to lotsenwerk_app
  with check (programme_id = any ((select access.scope_programmes())::uuid[]) and person_id = (select access.person()));
grant select, insert on programmes.step_change to lotsenwerk_app;
