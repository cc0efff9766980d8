-- What one registers for: courses, day trainings, breakfasts, meetings, kick-offs. Seats are counted in the row of the event, under its
-- lock; who waits has a number that never changes; every decision is a row that says why.
create schema guidance;
grant usage on schema guidance to lotsenwerk_app, lotsenwerk_access, lotsenwerk_worker;

create table guidance.event (
  id uuid primary key,
  organizer_id uuid not null references organizations.organization,
  -- Runs of the same course share it; the first run is its own line.
  line_id uuid not null references guidance.event,
  run integer not null default 1 check (run >= 1),
  previous_id uuid references guidance.event,
  kind text not null check (kind in ('course', 'dayTraining', 'breakfast', 'network', 'kickoff', 'other')),
  title text not null check (length(title) between 1 and 200),
  lead text not null default '',
  -- One per line.
  outcomes text not null default '',
  speakers text not null default '',
  target_group text not null default '',
  cost_rule text not null default '',
  accessibility text not null default '',
  contact_id uuid references identity.person,
  -- Null: as many as come.
  capacity integer check (capacity between 0 and 100000),
  -- Confirmed and offered; changed only together with a registration, under the lock of this row.
  seats_taken integer not null default 0 check (seats_taken >= 0),
  waiting_seq integer not null default 0,
  demoted_seq integer not null default 0,
  decision_seq integer not null default 0,
  per_organization integer check (per_organization >= 1),
  -- [{"upTo": 9999, "seats": 1}, …, {"upTo": null, "seats": 5}] by inhabitants; instead of per_organization.
  population_quota jsonb check (jsonb_typeof(population_quota) = 'array'),
  prerequisite_id uuid references guidance.event,
  -- Whose kick-off it is, or whose participants it is for.
  programme_id uuid references programmes.programme,
  needs_declaration boolean not null default false,
  needs_approval boolean not null default false,
  promotion text not null default 'offer' check (promotion in ('offer', 'automatic')),
  offer_hours integer not null default 48 check (offer_hours between 1 and 720),
  offer_stop_hours integer not null default 24 check (offer_stop_hours between 0 and 720),
  opens_at timestamptz,
  closes_at timestamptz,
  -- Null: no certificate.
  pass_percent integer check (pass_percent between 1 and 100),
  -- Of the first and the last date that is not called off; null without any.
  starts_at timestamptz,
  ends_at timestamptz,
  -- From then on nobody gets a seat by the list: the first date of a package, the last one of a series.
  begins_at timestamptz,
  -- Of the calendar: rises with each change of the dates.
  sequence integer not null default 0,
  published_at timestamptz,
  published_by uuid references identity.person,
  cancelled_at timestamptz,
  cancelled_by uuid references identity.person,
  cancel_reason text not null default '',
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid not null references identity.person,
  changed_at timestamptz not null,
  check (per_organization is null or population_quota is null),
  check (not needs_declaration or programme_id is not null),
  check (kind <> 'kickoff' or programme_id is not null),
  check (opens_at is null or closes_at is null or opens_at < closes_at)
);
comment on table guidance.event is 'class: public. What one registers for, with its rules and the count of its seats; strangers see what is published.';
create index event_organizer on guidance.event (organizer_id, starts_at, id);
create index event_line on guidance.event (line_id, run);
create unique index event_run on guidance.event (line_id, run);
create index event_previous on guidance.event (previous_id);
create index event_prerequisite on guidance.event (prerequisite_id);
create index event_programme on guidance.event (programme_id);
create index event_contact on guidance.event (contact_id);
create index event_published_by on guidance.event (published_by);
create index event_cancelled_by on guidance.event (cancelled_by);
create index event_created_by on guidance.event (created_by);
create index event_coming on guidance.event (ends_at, id) where published_at is not null;

create table guidance.event_date (
  id uuid primary key,
  event_id uuid not null references guidance.event on delete cascade,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  place text not null default '',
  topic text not null default '',
  is_online boolean not null default false,
  cancelled_at timestamptz,
  -- Everybody with a seat was reminded of it.
  reminded_at timestamptz,
  check (ends_at > starts_at),
  unique (event_id, id)
);
comment on table guidance.event_date is 'class: public. When and where an event takes place; one row for each date of a package or a series.';
create index event_date_event on guidance.event_date (event_id, starts_at, id);
create index event_date_coming on guidance.event_date (starts_at) where reminded_at is null and cancelled_at is null;

create table guidance.video_link (
  date_id uuid primary key,
  event_id uuid not null,
  organization_id uuid not null references organizations.organization,
  url text not null check (url ~ '^https://'),
  foreign key (event_id, date_id) references guidance.event_date (event_id, id) on delete cascade
);
comment on table guidance.video_link is 'class: tenant. Where an online date takes place: for the organizer and for those who have a seat.';
create index video_link_organization on guidance.video_link (organization_id, event_id);
create index video_link_event on guidance.video_link (event_id, date_id);

create table guidance.registration (
  id uuid primary key,
  event_id uuid not null references guidance.event,
  -- The organizer's.
  organization_id uuid not null references organizations.organization,
  participant_organization_id uuid references organizations.organization,
  person_id uuid references identity.person,
  guest_name text not null default '',
  guest_email text not null default '',
  state text not null check (state in ('confirmed', 'waiting', 'offered', 'declined', 'expired', 'cancelled')),
  -- The number on the waiting list: given once, never changed.
  position integer,
  -- Who comes first: 0 lost a seat when the room shrank, 1 came over from an earlier run, 2 everybody else; then `turn`.
  priority smallint not null default 2,
  turn integer,
  approved_at timestamptz,
  offered_at timestamptz,
  offer_until timestamptz,
  seated_at timestamptz,
  -- Why it is as it is now, as last decided.
  reasons text[] not null default '{}',
  note text not null default '',
  registered_at timestamptz not null,
  registered_by uuid references identity.person,
  transferred_from uuid references guidance.registration,
  substitute_for uuid references guidance.registration,
  changed_at timestamptz not null,
  check ((person_id is null) = (guest_name <> '')),
  check ((state = 'offered') = (offer_until is not null and seated_at is null) or state not in ('offered', 'confirmed', 'waiting')),
  check (state <> 'waiting' or position is not null and turn is not null)
);
comment on table guidance.registration is 'class: tenant. Who registered for what and has which place; the organizer''s row, which the organization of the participant reads too.';
create index registration_organization on guidance.registration (organization_id, id);
create index registration_participant on guidance.registration (participant_organization_id, id);
create index registration_person on guidance.registration (person_id, id);
create index registration_event on guidance.registration (event_id, id);
create index registration_registered_by on guidance.registration (registered_by);
create index registration_transferred on guidance.registration (transferred_from);
create index registration_substitute on guidance.registration (substitute_for);
create unique index registration_once on guidance.registration (event_id, person_id) where state in ('confirmed', 'waiting', 'offered');
create unique index registration_guest_once on guidance.registration (event_id, guest_email) where person_id is null and guest_email <> '' and state in ('confirmed', 'waiting', 'offered');
create unique index registration_position on guidance.registration (event_id, position);
create index registration_line on guidance.registration (event_id, priority, turn) where state = 'waiting';
create index registration_seats on guidance.registration (event_id, participant_organization_id) where state in ('confirmed', 'offered');
create index registration_due on guidance.registration (offer_until) where state = 'offered';

create table guidance.decision (
  event_id uuid not null references guidance.event,
  seq integer not null,
  organization_id uuid not null references organizations.organization,
  participant_organization_id uuid references organizations.organization,
  -- Null: about the event as a whole.
  registration_id uuid references guidance.registration,
  what text not null,
  reasons text[] not null default '{}',
  data jsonb not null default '{}',
  at timestamptz not null,
  person_id uuid references identity.person,
  -- Those it concerns have been told; at once where there is nothing to tell.
  told_at timestamptz,
  primary key (event_id, seq)
);
comment on table guidance.decision is 'class: tenant. Every decision about a place, with its reasons: what the person and the organizer read.';
create index decision_organization on guidance.decision (organization_id, event_id);
create index decision_participant on guidance.decision (participant_organization_id);
create index decision_registration on guidance.decision (registration_id, seq);
create index decision_person on guidance.decision (person_id);
create index decision_untold on guidance.decision (at) where told_at is null;

create table guidance.link (
  secret_hash text primary key,
  -- offer: accepts or declines; guest: shows and cancels the own place; invitation: registers guests.
  kind text not null check (kind in ('offer', 'guest', 'invitation')),
  event_id uuid not null references guidance.event on delete cascade,
  registration_id uuid references guidance.registration,
  participant_organization_id uuid references organizations.organization,
  -- How many may still register by it; null: any number.
  uses_left integer check (uses_left >= 0),
  expires_at timestamptz,
  revoked_at timestamptz,
  created_at timestamptz not null,
  created_by uuid references identity.person,
  check ((kind = 'invitation') = (registration_id is null))
);
comment on table guidance.link is 'class: system. Hashes of the secrets in mails and invitations to an event.';
create index link_event on guidance.link (event_id);
create index link_registration on guidance.link (registration_id);
create index link_participant on guidance.link (participant_organization_id);
create index link_created_by on guidance.link (created_by);

create table guidance.attendance (
  date_id uuid not null,
  registration_id uuid not null references guidance.registration,
  event_id uuid not null,
  organization_id uuid not null references organizations.organization,
  participant_organization_id uuid references organizations.organization,
  state text not null check (state in ('present', 'excused', 'absent')),
  -- Whoever was excused and did it counts as present.
  task_done boolean not null default false check (not task_done or state = 'excused'),
  how text not null check (how in ('list', 'code')),
  recorded_at timestamptz not null,
  recorded_by uuid references identity.person,
  primary key (date_id, registration_id),
  foreign key (event_id, date_id) references guidance.event_date (event_id, id)
);
comment on table guidance.attendance is 'class: tenant. Who was there on which date.';
create index attendance_organization on guidance.attendance (organization_id, event_id);
create index attendance_participant on guidance.attendance (participant_organization_id);
create index attendance_registration on guidance.attendance (registration_id);
create index attendance_event on guidance.attendance (event_id, date_id);
create index attendance_recorded_by on guidance.attendance (recorded_by);

create table guidance.check_in (
  date_id uuid primary key,
  event_id uuid not null,
  organization_id uuid not null references organizations.organization,
  -- What the organizer shows in the room, as text and as a QR code.
  code text not null check (code ~ '^[0-9]{6}$'),
  opened_at timestamptz not null,
  opened_by uuid not null references identity.person,
  closes_at timestamptz not null,
  foreign key (event_id, date_id) references guidance.event_date (event_id, id) on delete cascade
);
comment on table guidance.check_in is 'class: tenant. The code by which those in the room say that they are there; the organizer''s alone.';
create index check_in_organization on guidance.check_in (organization_id);
create index check_in_event on guidance.check_in (event_id, date_id);
create index check_in_opened_by on guidance.check_in (opened_by);

create table guidance.certificate (
  id uuid primary key,
  number text not null unique check (number ~ '^LW-[0-9]{4}-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$'),
  event_id uuid not null references guidance.event,
  registration_id uuid not null references guidance.registration,
  organization_id uuid not null references organizations.organization,
  participant_organization_id uuid references organizations.organization,
  person_id uuid references identity.person,
  holder_name text not null check (length(holder_name) between 1 and 200),
  -- As it was then: title, organizer, dates with hours, attended, of.
  facts jsonb not null,
  issued_at timestamptz not null,
  issued_by uuid not null references identity.person,
  replaced_by uuid references guidance.certificate,
  revoked_at timestamptz,
  revoked_by uuid references identity.person,
  revoke_reason text not null default ''
);
comment on table guidance.certificate is 'class: tenant. Certificates with their numbers; a corrected one replaces its predecessor, which stays to be checked.';
create index certificate_organization on guidance.certificate (organization_id, id);
create index certificate_participant on guidance.certificate (participant_organization_id);
create index certificate_person on guidance.certificate (person_id, event_id);
create index certificate_event on guidance.certificate (event_id);
create index certificate_registration on guidance.certificate (registration_id);
create index certificate_replaced_by on guidance.certificate (replaced_by);
create index certificate_issued_by on guidance.certificate (issued_by);
create index certificate_revoked_by on guidance.certificate (revoked_by);
create unique index certificate_valid on guidance.certificate (registration_id) where replaced_by is null and revoked_at is null;

create table guidance.feedback (
  id uuid primary key default gen_random_uuid(),
  event_id uuid not null references guidance.event on delete cascade,
  -- {"useful": 1…5, "pace": …, "recommend": …, "liked": "…", "missing": "…"}; no person, no time.
  answers jsonb not null
);
comment on table guidance.feedback is 'class: system. What participants said about an event, without a name and without a time.';
create index feedback_event on guidance.feedback (event_id);

create table guidance.feedback_given (
  registration_id uuid primary key references guidance.registration,
  event_id uuid not null references guidance.event
);
comment on table guidance.feedback_given is 'class: system. Who has answered, so that nobody does twice; not what.';
create index feedback_given_event on guidance.feedback_given (event_id);

create table guidance.material (
  id uuid primary key,
  event_id uuid not null references guidance.event,
  organization_id uuid not null references organizations.organization,
  title text not null check (length(title) between 1 and 200),
  url text check (url ~ '^https://'),
  file_id uuid references files.file,
  for_everybody boolean not null default false,
  added_at timestamptz not null,
  added_by uuid not null references identity.person,
  check ((url is null) <> (file_id is null))
);
comment on table guidance.material is 'class: tenant. What goes with an event: links and files, for those with a seat or for everybody.';
create index material_organization on guidance.material (organization_id);
create index material_event on guidance.material (event_id, id);
create index material_file on guidance.material (file_id);
create index material_added_by on guidance.material (added_by);

create table guidance.group_mail (
  id uuid primary key,
  event_id uuid not null references guidance.event,
  organization_id uuid not null references organizations.organization,
  audience text not null check (audience in ('confirmed', 'waiting', 'offered', 'everybody', 'absent')),
  subject text not null check (length(subject) between 1 and 200),
  text text not null check (length(text) between 1 and 10000),
  sent_at timestamptz not null,
  sent_by uuid not null references identity.person,
  recipients integer not null check (recipients >= 0)
);
comment on table guidance.group_mail is 'class: tenant. What the organizer wrote to whom of an event.';
create index group_mail_organization on guidance.group_mail (organization_id);
create index group_mail_event on guidance.group_mail (event_id, id);
create index group_mail_sent_by on guidance.group_mail (sent_by);

do $$
declare
  name text;
begin
  foreach name in array array['event', 'event_date', 'video_link', 'registration', 'decision', 'link', 'attendance', 'check_in', 'certificate', 'feedback',
    'feedback_given', 'material', 'group_mail'] loop
    execute format('alter table guidance.%I enable row level security, force row level security', name);
    execute format('create policy maintenance on guidance.%I to lotsenwerk_owner using (true) with check (true)', name);
    execute format('create policy definer on guidance.%I to lotsenwerk_access using (true) with check (true)', name);
    execute format('grant select, insert, update, delete on guidance.%I to lotsenwerk_access', name);
  end loop;
end $$;
