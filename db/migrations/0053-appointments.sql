-- Dates on the road of a municipality: proposed with up to five times, chosen, changed, cancelled, held.
create schema appointments;
grant usage on schema appointments to lotsenwerk_app, lotsenwerk_access;

create table appointments.appointment (
  id uuid primary key,
  enrollment_id uuid not null,
  organization_id uuid not null,
  programme_id uuid not null,
  step text not null check (step in ('onSite', 'policyReview', 'spotChecks', 'kickoff', 'other')),
  title text not null check (title <> ''),
  note text not null default '',
  -- Who comes; nobody in particular at a kick-off.
  assessor_id uuid references identity.person,
  minutes_before integer not null default 0 check (minutes_before between 0 and 600),
  minutes_after integer not null default 0 check (minutes_after between 0 and 600),
  state text not null check (state in ('proposed', 'confirmed', 'declined', 'cancelled', 'held')),
  -- Which proposals count: those of the last round.
  round integer not null default 1,
  -- What was chosen, with the way there and back.
  starts_at timestamptz,
  ends_at timestamptz check (ends_at > starts_at),
  away_from timestamptz check (away_from <= starts_at),
  away_until timestamptz check (away_until >= ends_at),
  place text not null default '',
  video_url text not null default '',
  -- SEQUENCE of the last mail to calendar programs; -1 before the first.
  sequence integer not null default -1,
  -- Why it was declined or cancelled.
  reason text not null default '',
  -- One kick-off is one row for each municipality.
  kickoff_id uuid,
  -- Of a kick-off: whether somebody of the municipality was there.
  attended boolean,
  proposed_by uuid not null references identity.person,
  proposed_at timestamptz not null,
  decided_by uuid references identity.person,
  decided_at timestamptz,
  version integer not null default 1,
  changed_at timestamptz not null,
  unique (id, organization_id, programme_id),
  unique (kickoff_id, enrollment_id),
  foreign key (enrollment_id, organization_id, programme_id) references programmes.enrollment (id, organization_id, programme_id),
  check (state not in ('confirmed', 'held') or (starts_at is not null and ends_at is not null and away_from is not null and away_until is not null)),
  -- Nobody is in two places at once. Equality of people in a GiST index needs an extension; equality of a range of one number does not.
  constraint one_place_at_once exclude using gist (
    int8range(hashtextextended(assessor_id::text, 53), hashtextextended(assessor_id::text, 53), '[]') with &&,
    tstzrange(away_from, away_until) with &&) where (state = 'confirmed' and assessor_id is not null)
);
comment on table appointments.appointment is 'class: tenant. A date on the road of a municipality: who comes, when, where, and what became of it.';
create index appointment_organization on appointments.appointment (organization_id, id);
create index appointment_enrollment on appointments.appointment (enrollment_id, organization_id, programme_id, id);
create index appointment_programme on appointments.appointment (programme_id, starts_at, id);
create index appointment_assessor on appointments.appointment (assessor_id, starts_at);
create index appointment_proposed_by on appointments.appointment (proposed_by);
create index appointment_decided_by on appointments.appointment (decided_by);
create index appointment_kickoff on appointments.appointment (kickoff_id) where kickoff_id is not null;

create table appointments.proposal (
  id uuid primary key,
  appointment_id uuid not null,
  organization_id uuid not null,
  programme_id uuid not null,
  round integer not null check (round > 0),
  position integer not null check (position between 1 and 5),
  -- Which side offers it: the municipality answers with suggestions of its own.
  side text not null check (side in ('organization', 'programme')),
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  place text not null default '',
  video_url text not null default '',
  proposed_by uuid not null references identity.person,
  proposed_at timestamptz not null,
  unique (appointment_id, round, side, position),
  check (place <> '' or video_url <> ''),
  foreign key (appointment_id, organization_id, programme_id) references appointments.appointment (id, organization_id, programme_id)
);
comment on table appointments.proposal is 'class: tenant. Times and places offered for an appointment; never changed, a new round takes their place.';
create index proposal_organization on appointments.proposal (organization_id, id);
create index proposal_appointment on appointments.proposal (appointment_id, organization_id, programme_id, round);
create index proposal_programme on appointments.proposal (programme_id, starts_at);
create index proposal_proposed_by on appointments.proposal (proposed_by);

create table appointments.participant (
  appointment_id uuid not null,
  person_id uuid not null references identity.person,
  organization_id uuid not null,
  programme_id uuid not null,
  -- Unknown until somebody has recorded that it was held.
  attended boolean,
  primary key (appointment_id, person_id),
  foreign key (appointment_id, organization_id, programme_id) references appointments.appointment (id, organization_id, programme_id)
);
comment on table appointments.participant is 'class: tenant. Who of the municipality takes part in an appointment, and whether they came.';
create index participant_organization on appointments.participant (organization_id, appointment_id);
create index participant_appointment on appointments.participant (appointment_id, organization_id, programme_id);
create index participant_person on appointments.participant (person_id);

grant select on appointments.appointment, appointments.proposal, appointments.participant to lotsenwerk_access;
grant create on schema appointments, privacy to lotsenwerk_access;
set local role lotsenwerk_access;

-- What stands against these times ([{"number", "from", "until"}], the way included): other dates of whoever comes, and other dates of the
-- municipality. Of an appointment that exists its own people and municipality count. `holding` waits for everybody who asks so about the same
-- assessor, until the end of the transaction. What whoever asks may not see has no name.
create function appointments.clashes(appointment uuid, assessor uuid, organization uuid, times jsonb, holding boolean)
  returns table (number integer, whose text, id uuid, name text, state text, starts_at timestamptz, ends_at timestamptz)
  language plpgsql security definer set search_path = '' as $$
declare
  comer uuid := assessor;
  host uuid := organization;
  seen uuid[] := access.scope_progress();
  led uuid[] := access.scope_programmes();
begin
  if appointment is not null then
    select coalesce(assessor, a.assessor_id), a.organization_id into comer, host from appointments.appointment a
     where a.id = appointment and (a.organization_id = any (seen) or a.programme_id = any (led));
    if not found then return; end if;
  elsif not (host = any (seen) or access.holds('{programmeManager}')) then return;
  end if;
  if holding and comer is not null then perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended(comer::text, 53)); end if;
  return query
    select t.number, case when a.assessor_id = comer then 'assessor' else 'organization' end, a.id,
           case when a.organization_id = any (seen) or a.programme_id = any (led) then o.name end, a.state,
           coalesce(p.starts_at, a.starts_at), coalesce(p.ends_at, a.ends_at)
      from pg_catalog.jsonb_to_recordset(times) as t(number integer, "from" timestamptz, "until" timestamptz)
      join appointments.appointment a on a.state in ('confirmed', 'proposed') and (a.assessor_id = comer or a.organization_id = host)
       and a.id is distinct from appointment
      left join appointments.proposal p on a.state = 'proposed' and p.appointment_id = a.id and p.round = a.round and p.side = 'programme'
      join organizations.organization o on o.id = a.organization_id
     where case a.state when 'confirmed' then a.away_from < t.until and a.away_until > t."from"
             else p.starts_at - pg_catalog.make_interval(mins => a.minutes_before) < t.until
              and p.ends_at + pg_catalog.make_interval(mins => a.minutes_after) > t."from" end
     order by 1, 5, 6 limit 20;
end $$;

-- What is known about a person also tells which dates they have or had.
alter function privacy.person_data(uuid) rename to person_data_without_appointments;
create function privacy.person_data(person uuid) returns jsonb language plpgsql stable security definer set search_path = '' as $$
begin
  if not privacy.may_see(person) then raise insufficient_privilege; end if;
  return privacy.person_data_without_appointments(person) || (select jsonb_build_object(
    'appointments', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select a.title, o.name as organization, a.starts_at as "startsAt", a.state as "appointmentState", p.attended
        from appointments.appointment a join organizations.organization o on o.id = a.organization_id
        left join appointments.participant p on p.appointment_id = a.id and p.person_id = person
       where a.assessor_id = person or p.person_id = person order by a.starts_at, a.id limit 5000) x)));
end $$;

revoke execute on function appointments.clashes(uuid, uuid, uuid, jsonb, boolean), privacy.person_data(uuid) from public;
revoke execute on function privacy.person_data_without_appointments(uuid) from lotsenwerk_app;
grant execute on function appointments.clashes(uuid, uuid, uuid, jsonb, boolean), privacy.person_data(uuid) to lotsenwerk_app;
set local role lotsenwerk_owner;
revoke create on schema appointments, privacy from lotsenwerk_access;

do $$
declare
  name text;
begin
  foreach name in array array['appointment', 'proposal', 'participant'] loop
    execute format('alter table appointments.%I enable row level security, force row level security', name);
    execute format('create policy maintenance on appointments.%I to lotsenwerk_owner using (true) with check (true)', name);
    execute format('create policy definer on appointments.%I for select to lotsenwerk_access using (true)', name);
    execute format('create policy progress on appointments.%I for select to lotsenwerk_app using (organization_id = any ((select access.scope_progress())::uuid[]))', name);
    execute format('create policy staff_reads on appointments.%I for select to lotsenwerk_app using (programme_id = any ((select access.scope_programmes())::uuid[]))', name);
    execute format('grant select, insert on appointments.%I to lotsenwerk_app', name);
  end loop;
  -- Both sides answer each other and say who comes; only who proposes, and who leads the programme, begins.
  foreach name in array array['appointment', 'participant'] loop
    execute format('create policy sides_change on appointments.%I for update to lotsenwerk_app using (organization_id = any ((select access.scope_takes_part() || access.assigned_organizations())::uuid[])) with check (organization_id = any ((select access.scope_takes_part() || access.assigned_organizations())::uuid[]))', name);
    execute format('create policy leaders_change on appointments.%I for update to lotsenwerk_app using (programme_id = any ((select access.scope_programmes_led())::uuid[])) with check (programme_id = any ((select access.scope_programmes_led())::uuid[]))', name);
  end loop;
end $$;

create policy sides_add on appointments.proposal for insert to lotsenwerk_app
  with check (organization_id = any ((select access.scope_takes_part() || access.assigned_organizations())::uuid[]) and proposed_by = (select access.person()));
create policy leaders_add on appointments.proposal for insert to lotsenwerk_app
  with check (programme_id = any ((select access.scope_programmes_led())::uuid[]) and proposed_by = (select access.person()));
create policy sides_add on appointments.participant for insert to lotsenwerk_app
  with check (organization_id = any ((select access.scope_takes_part() || access.assigned_organizations())::uuid[]));
create policy leaders_add on appointments.participant for insert to lotsenwerk_app
  with check (programme_id = any ((select access.scope_programmes_led())::uuid[]));
create policy assessor_adds on appointments.appointment for insert to lotsenwerk_app
  with check (organization_id = any ((select access.assigned_organizations())::uuid[]) and proposed_by = (select access.person()));
create policy leaders_add on appointments.appointment for insert to lotsenwerk_app
  with check (programme_id = any ((select access.scope_programmes_led())::uuid[]) and proposed_by = (select access.person()));
grant update (title, note, minutes_before, minutes_after, state, round, starts_at, ends_at, away_from, away_until, place, video_url, sequence, reason,
  attended, decided_by, decided_at, version, changed_at) on appointments.appointment to lotsenwerk_app;

create policy sides_remove on appointments.participant for delete to lotsenwerk_app
  using (organization_id = any ((select access.scope_takes_part() || access.assigned_organizations())::uuid[]));
create policy leaders_remove on appointments.participant for delete to lotsenwerk_app
  using (programme_id = any ((select access.scope_programmes_led())::uuid[]));
grant update (attended), delete on appointments.participant to lotsenwerk_app;
