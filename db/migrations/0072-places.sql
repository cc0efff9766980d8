-- Who gets which place: decided here and nowhere else, each in one function under the lock of its event.
grant select on programmes.enrollment, programmes.enrollment_step to lotsenwerk_access;
grant create on schema access, audit, guidance to lotsenwerk_access;
set local role lotsenwerk_access;

-- As before; a deed that everybody may needs no substitution, so none is looked for: registrations come by the hundred.
create or replace function audit.record_audit(id uuid, at timestamptz, organization uuid, event text, subject text, data jsonb, roles text[] default null)
  returns void language plpgsql security definer set search_path = '' as $$
declare
  who uuid := access.person();
  who_salt text := case when who is not null then gen_random_uuid()::text end;
  about uuid;
  about_salt text;
  needed uuid[] := case when cardinality(roles) = 0 then '{}' else access.substitutions_needed(organization, roles) end;
begin
  if subject ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then
    select p.id, gen_random_uuid()::text into about, about_salt from identity.person p where p.id = subject::uuid;
  end if;
  insert into audit.entry (id, at, acting_for, organization_id, event, subject_id, data, person_hash, subject_hash)
  values (record_audit.id, record_audit.at, access.acting_for(), organization, record_audit.event,
          case when about is null then subject end,
          case when cardinality(needed) > 0 then record_audit.data || jsonb_build_object('substitutionIds', to_jsonb(needed)) else record_audit.data end,
          case when who is not null then audit.salted(who_salt, who) end, case when about is not null then audit.salted(about_salt, about) end);
  if who is not null or about is not null then
    insert into audit.personal (entry_id, at, person_id, person_salt, subject_id, subject_salt)
    values (record_audit.id, record_audit.at, who, who_salt, about, about_salt);
  end if;
end $$;

-- For whom one runs events.
create function access.scope_events() returns uuid[] language sql stable set search_path = '' as
$$ select access.organizations_as('{guide,programmeManager}') $$;

-- The organizations one takes part for.
create function access.scope_participation() returns uuid[] language sql stable set search_path = '' as
$$ select access.organizations_as('{chiefExecutive,securityOfficer,navigator,officeHead,dataProtectionOfficer,itStaff,organizationAdmin,member}') $$;

-- Those who register colleagues, name substitutes, and see everybody of their organization.
create function access.scope_delegates_seats() returns uuid[] language sql stable set search_path = '' as
$$ select access.organizations_as('{chiefExecutive,officeHead,navigator,organizationAdmin}') $$;

-- Events one has a seat in.
create function access.scope_seats() returns uuid[] language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(r.event_id), '{}') from guidance.registration r
   where r.person_id = access.person() and r.state = 'confirmed'
$$;

create function guidance.quota_of(e guidance.event, organization uuid) returns integer language plpgsql stable set search_path = '' as $$
#variable_conflict use_column
begin
  return (select case
    when organization is null then null
    when e.population_quota is null then e.per_organization
    else (select (q ->> 'seats')::integer
            from organizations.organization o, jsonb_array_elements(e.population_quota) q
           where o.id = organization and (q ->> 'upTo' is null or coalesce(o.population, 0) <= (q ->> 'upTo')::integer)
           order by (q ->> 'upTo')::integer nulls last limit 1)
  end);
end $$;

-- Whether the organization has a seat left of its share.
create function guidance.may_sit(e guidance.event, organization uuid) returns boolean language plpgsql stable set search_path = '' as $$
#variable_conflict use_column
begin
  return (select q is null or q > (select count(*) from guidance.registration r
                            where r.event_id = e.id and r.participant_organization_id = organization and r.state in ('confirmed', 'offered'))
    from guidance.quota_of(e, organization) q);
end $$;

create function guidance.has_seat(e guidance.event) returns boolean language sql immutable
return e.seats_taken < coalesce(e.capacity, 2147483647);

-- Whoever is next on the list and may have a seat; those whose organization has its share are passed by, not put back.
create function guidance.next_in_line(e guidance.event) returns guidance.registration language plpgsql stable set search_path = '' as $$
declare
  first guidance.registration;
begin
  select r.* into first from guidance.registration r
   where r.event_id = e.id and r.state = 'waiting' and r.approved_at is not null
     and (e.per_organization is null and e.population_quota is null or guidance.may_sit(e, r.participant_organization_id))
   order by r.priority, r.turn limit 1;
  return first;
end $$;

create function guidance.why_waiting(e guidance.event, r guidance.registration) returns text[] language plpgsql stable set search_path = '' as $$
#variable_conflict use_column
begin
  return (select array_remove(array[
    case when r.approved_at is null then 'approval' end,
    case when not guidance.has_seat(e) then 'full' end,
    case when not guidance.may_sit(e, r.participant_organization_id) then 'quota' end,
    case when guidance.has_seat(e) and r.approved_at is not null and guidance.may_sit(e, r.participant_organization_id) then 'queue' end], null));
end $$;

create function guidance.organizes(e guidance.event) returns boolean language plpgsql stable set search_path = '' as $$
#variable_conflict use_column
begin
  return e.organizer_id = any (access.scope_events());
end $$;

-- One line of the history; `untold` where somebody hears of it.
create function guidance.note(event uuid, registration guidance.registration, what text, why text[], facts jsonb, at timestamptz, untold boolean)
  returns void language plpgsql set search_path = '' as $$
declare
  next integer;
  owner uuid;
begin
  update guidance.event v set decision_seq = v.decision_seq + 1 where v.id = note.event returning v.decision_seq, v.organizer_id into next, owner;
  insert into guidance.decision (event_id, seq, organization_id, participant_organization_id, registration_id, what, reasons, data, at, person_id, told_at)
  values (note.event, next, owner, registration.participant_organization_id, registration.id, note.what, why, facts, note.at,
          -- What follows from somebody else's deed was decided by the rules: nobody reads there who left.
          case when note.what not in ('offered', 'promoted', 'waits', 'expired', 'seatFree') then access.person() end,
          case when not untold then note.at end);
end $$;

-- Gives free seats to those who wait, in their order. Called under the lock of the event.
create function guidance.promote(event uuid, at timestamptz) returns integer language plpgsql set search_path = '' as $$
declare
  e guidance.event;
  r guidance.registration;
  given integer := 0;
  until timestamptz;
begin
  loop
    select * into e from guidance.event v where v.id = promote.event;
    exit when e.cancelled_at is not null or e.published_at is null or not guidance.has_seat(e) or at >= e.begins_at;
    until := least(at + make_interval(hours => e.offer_hours), e.begins_at - make_interval(hours => e.offer_stop_hours));
    r := guidance.next_in_line(e);
    exit when r.id is null;
    if e.promotion = 'offer' and at >= e.begins_at - make_interval(hours => e.offer_stop_hours) then
      -- Too late for a term: the organizer decides by hand.
      perform guidance.note(e.id, null::guidance.registration, 'seatFree', '{stop}', jsonb_build_object('next', r.position), at, true);
      exit;
    end if;
    update guidance.event v set seats_taken = v.seats_taken + 1 where v.id = e.id;
    if e.promotion = 'automatic' then
      update guidance.registration g set state = 'confirmed', seated_at = at, reasons = '{promoted}', changed_at = at where g.id = r.id returning g.* into r;
      perform guidance.note(e.id, r, 'promoted', '{}', '{}', at, true);
    else
      update guidance.registration g set state = 'offered', offered_at = at, offer_until = until, reasons = '{offered}', changed_at = at
       where g.id = r.id returning g.* into r;
      perform guidance.note(e.id, r, 'offered', '{}', jsonb_build_object('until', until), at, true);
    end if;
    given := given + 1;
  end loop;
  -- Whoever was passed by reads why, and every reason is of now.
  if given > 0 or guidance.has_seat(e) then
    for r in update guidance.registration g set reasons = n.reasons, changed_at = at
               from (select w.id, guidance.why_waiting(e, w) as reasons, w.reasons as before from guidance.registration w
                      where w.event_id = e.id and w.state = 'waiting') n
              where g.id = n.id and g.reasons <> n.reasons returning g.* loop
      perform guidance.note(e.id, r, 'waits', r.reasons, '{}', at, false);
    end loop;
  end if;
  return given;
end $$;

-- A seat, or a number on the list: decided here and nowhere else, under the lock of the event; one statement counts, writes and notes it.
create function guidance.take_place(e guidance.event, r guidance.registration, at timestamptz) returns guidance.registration
  language plpgsql set search_path = '' as $$
declare
  shares boolean := e.per_organization is not null or e.population_quota is not null;
  sits boolean := r.approved_at is not null and guidance.has_seat(e);
begin
  if sits and shares then sits := guidance.may_sit(e, r.participant_organization_id); end if;
  -- Nobody passes those who could have this seat.
  if sits and (guidance.next_in_line(e)).id is not null then sits := false; end if;
  r.event_id := e.id;
  r.organization_id := e.organizer_id;
  r.registered_at := at;
  r.changed_at := at;
  if sits then
    r.state := 'confirmed';
    r.seated_at := at;
    r.reasons := case when shares and r.participant_organization_id is not null then '{free,share}'::text[] else '{free}' end;
  else
    r.state := 'waiting';
    r.position := e.waiting_seq + 1;
    r.turn := r.position;
    r.reasons := case when r.approved_at is not null and not shares and not guidance.has_seat(e) then '{full}'::text[] else guidance.why_waiting(e, r) end;
  end if;
  with counted as (
    update guidance.event v
       set seats_taken = v.seats_taken + sits::integer, waiting_seq = v.waiting_seq + (not sits)::integer, decision_seq = v.decision_seq + 1
     where v.id = e.id),
  kept as (insert into guidance.registration select (r).*)
  insert into guidance.decision (event_id, seq, organization_id, participant_organization_id, registration_id, what, reasons, data, at, person_id)
  values (e.id, e.decision_seq + 1, e.organizer_id, r.participant_organization_id, r.id, r.state, r.reasons,
          jsonb_strip_nulls(jsonb_build_object('position', r.position, 'capacity', e.capacity)), at, access.person());
  return r;
end $$;

create function guidance.holds_prerequisite(e guidance.event, person uuid) returns boolean language sql stable set search_path = '' as $$
  select e.prerequisite_id is null or exists (
    select from guidance.certificate c join guidance.event h on h.id = c.event_id
      join guidance.event p on p.id = e.prerequisite_id and p.line_id = h.line_id
     where c.person_id = person and c.replaced_by is null and c.revoked_at is null)
$$;

create function guidance.has_declared(e guidance.event, organization uuid) returns boolean language sql stable set search_path = '' as $$
  select not e.needs_declaration or exists (
    select from programmes.enrollment n
      join programmes.enrollment_step s on s.enrollment_id = n.id and s.step = 'declaration' and s.state in ('done', 'notNeeded')
     where n.programme_id = e.programme_id and n.organization_id = organization and n.state = 'active')
$$;

-- Why somebody cannot register now; null: nothing stands against it. Whether the actor is the organizer was asked before the lock.
create function guidance.hindrance(e guidance.event, organizes boolean, organization uuid, person uuid, regardless boolean, at timestamptz) returns text
  language plpgsql stable set search_path = '' as $$
begin
  if e.published_at is null and not organizes then return 'unknown'; end if;
  if e.cancelled_at is not null then return 'cancelled'; end if;
  if e.published_at is null then return 'draft'; end if;
  if e.ends_at is null or at >= e.ends_at then return 'over'; end if;
  if organizes and regardless then return null; end if;
  if at >= e.begins_at then return 'begun'; end if;
  if at < e.opens_at and not organizes then return 'early'; end if;
  if at >= e.closes_at and not organizes then return 'closed'; end if;
  if e.prerequisite_id is not null and not guidance.holds_prerequisite(e, person) then return 'prerequisite'; end if;
  if e.needs_declaration and not guidance.has_declared(e, organization) then return 'declaration'; end if;
  return null;
end $$;

-- Registers a person of one's own organization, oneself, or, as the organizer, anybody. `outcome`: kept, already, or a hindrance.
create function guidance.register(id uuid, event uuid, organization uuid, person uuid, guest_name text, guest_email text, note text, regardless boolean, at timestamptz)
  returns table (outcome text, registration_id uuid, state text, "position" integer, reasons text[], ahead integer) language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  e guidance.event;
  r guidance.registration;
  why text;
  whom uuid := organization;
  organizes boolean;
begin
  -- Everything that can be known before is asked before the lock, so that it is held for as short as can be.
  select * into e from guidance.event v where v.id = register.event;
  organizes := e.organizer_id = any (access.scope_events());
  if e.id is null then return query select 'unknown', null::uuid, null::text, null::integer, null::text[], null::integer; return; end if;
  if not coalesce(organizes
          or person = access.person() and organization = any (access.scope_participation())
          or organization = any (access.scope_delegates_seats()) and guest_name = '', false) then
    raise insufficient_privilege;
  end if;
  -- An organizer need not say whom somebody takes part for who works for one organization only.
  if person is not null and organization is null then
    select case when count(*) = 1 then min(m.id::text)::uuid end into whom from (
      select distinct g.organization_id as id from identity.role_grant g
       where g.person_id = person and g.from_day <= access.today() and (g.until_day is null or g.until_day >= access.today())) m;
    if whom is null then return query select 'whose', null::uuid, null::text, null::integer, null::text[], null::integer; return; end if;
  end if;
  if person is not null and not access.belongs(person, whom) then
    return query select 'stranger', null::uuid, null::text, null::integer, null::text[], null::integer; return;
  end if;
  -- Hundreds at once wait in a queue here; at the row itself each would be woken by everyone who goes before.
  perform pg_advisory_xact_lock(hashtextextended(register.event::text, 7112032));
  select * into e from guidance.event v where v.id = register.event for update;
  select * into r from guidance.registration g where g.event_id = e.id and g.state in ('confirmed', 'waiting', 'offered')
     and (person is not null and g.person_id = person or person is null and register.guest_email <> '' and g.person_id is null and g.guest_email = register.guest_email);
  if found then return query select 'already', r.id, r.state, r.position, r.reasons, null::integer; return; end if;
  why := guidance.hindrance(e, organizes, whom, person, regardless, at);
  if why is not null then return query select why, null::uuid, null::text, null::integer, null::text[], null::integer; return; end if;
  r.id := register.id;
  r.participant_organization_id := whom;
  r.person_id := person;
  r.guest_name := coalesce(register.guest_name, '');
  r.guest_email := coalesce(register.guest_email, '');
  r.note := coalesce(register.note, '');
  r.priority := 2;
  r.registered_by := access.person();
  r.approved_at := case when not e.needs_approval or organizes then at end;
  r := guidance.take_place(e, r, at);
  return query select 'kept', r.id, r.state, r.position, r.reasons, guidance.ahead_of(r);
end $$;

-- By an invitation link, without an account.
create function guidance.register_guest(secret text, id uuid, guest_name text, guest_email text, at timestamptz)
  returns table (outcome text, registration_id uuid, state text, "position" integer, reasons text[]) language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  e guidance.event;
  l guidance.link;
  r guidance.registration;
  why text;
begin
  select * into l from guidance.link k where k.secret_hash = secret and k.kind = 'invitation';
  select * into e from guidance.event v where v.id = l.event_id for update;
  select * into l from guidance.link k where k.secret_hash = secret and k.kind = 'invitation' for update;
  if e.id is null then return query select 'unknown', null::uuid, null::text, null::integer, null::text[]; return; end if;
  why := case when l.revoked_at is not null then 'revoked' when l.expires_at <= at then 'expired' else guidance.hindrance(e, false, l.participant_organization_id, null, false, at) end;
  if why is not null then return query select why, null::uuid, null::text, null::integer, null::text[]; return; end if;
  if l.uses_left = 0 then return query select 'used', null::uuid, null::text, null::integer, null::text[]; return; end if;
  select * into r from guidance.registration g where g.event_id = e.id and g.state in ('confirmed', 'waiting', 'offered')
     and g.person_id is null and g.guest_email = register_guest.guest_email;
  -- Says nothing of who is registered: the mail to the address does.
  if found then
    perform guidance.note(e.id, r, 'again', r.reasons, '{}', at, true);
    return query select 'already', null::uuid, null::text, null::integer, null::text[]; return;
  end if;
  update guidance.link k set uses_left = k.uses_left - 1 where k.secret_hash = secret;
  r.id := register_guest.id;
  r.participant_organization_id := l.participant_organization_id;
  r.guest_name := register_guest.guest_name;
  r.guest_email := register_guest.guest_email;
  r.note := '';
  r.priority := 2;
  r.approved_at := case when not e.needs_approval then at end;
  r := guidance.take_place(e, r, at);
  return query select 'kept', r.id, r.state, r.position, r.reasons;
end $$;

-- The seat of a registration becomes free, or its place on the list; whoever is next moves up.
create function guidance.release(e guidance.event, r guidance.registration, into_state text, what text, why text[], facts jsonb, at timestamptz, untold boolean)
  returns void language plpgsql set search_path = '' as $$
begin
  update guidance.registration g set state = into_state, offer_until = null, reasons = why, changed_at = at where g.id = r.id;
  if r.state in ('confirmed', 'offered') then
    update guidance.event v set seats_taken = v.seats_taken - 1 where v.id = e.id;
  end if;
  perform guidance.note(e.id, r, what, why, facts, at, untold);
  if r.state in ('confirmed', 'offered') then perform guidance.promote(e.id, at); end if;
end $$;

-- Answers an offer: by the secret of the mail, or as the person it was made to. Asked again it says the same and changes nothing.
-- `outcome`: confirmed, declined, expired, cancelled, waiting, unknown.
create function guidance.answer_offer(secret text, registration uuid, accepts boolean, at timestamptz)
  returns table (outcome text, changed boolean, event_id uuid, registration_id uuid) language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  e guidance.event;
  r guidance.registration;
begin
  if secret is not null then
    select g.* into r from guidance.link k join guidance.registration g on g.id = k.registration_id where k.secret_hash = secret and k.kind = 'offer';
  else
    select g.* into r from guidance.registration g where g.id = registration
       and (g.person_id = access.person() or g.participant_organization_id = any (access.scope_delegates_seats()));
  end if;
  if r.id is null then return query select 'unknown', false, null::uuid, null::uuid; return; end if;
  select * into e from guidance.event v where v.id = r.event_id for update;
  select g.* into r from guidance.registration g where g.id = r.id;
  if r.state = 'offered' and at < r.offer_until and e.cancelled_at is null then
    if accepts then
      update guidance.registration g set state = 'confirmed', seated_at = at, offer_until = null, reasons = '{accepted}', changed_at = at where g.id = r.id;
      perform guidance.note(e.id, r, 'accepted', '{}', '{}', at, true);
      return query select 'confirmed', true, e.id, r.id;
    else
      perform guidance.release(e, r, 'declined', 'declined', '{declined}', '{}', at, true);
      return query select 'declined', true, e.id, r.id;
    end if;
  elsif r.state = 'offered' then
    perform guidance.release(e, r, 'expired', 'expired', '{expired}', '{}', at, true);
    return query select 'expired', true, e.id, r.id;
  else
    return query select r.state, false, e.id, r.id;
  end if;
end $$;

-- Gives a place back. `outcome`: done, already, unknown, begun.
create function guidance.leave(secret text, registration uuid, reason text, at timestamptz)
  returns table (outcome text, event_id uuid, registration_id uuid) language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  e guidance.event;
  r guidance.registration;
  organizes boolean;
begin
  if secret is not null then
    select g.* into r from guidance.link k join guidance.registration g on g.id = k.registration_id where k.secret_hash = secret and k.kind = 'guest';
  else
    select g.* into r from guidance.registration g where g.id = registration;
  end if;
  if r.id is null then return query select 'unknown', null::uuid, null::uuid; return; end if;
  select * into e from guidance.event v where v.id = r.event_id for update;
  select g.* into r from guidance.registration g where g.id = r.id;
  organizes := guidance.organizes(e);
  if secret is null and not (organizes or coalesce(r.person_id = access.person(), false) or coalesce(r.participant_organization_id = any (access.scope_delegates_seats()), false)) then
    return query select 'unknown', null::uuid, null::uuid; return;
  end if;
  if r.state not in ('confirmed', 'waiting', 'offered') then return query select 'already', e.id, r.id; return; end if;
  if not organizes and at >= e.begins_at and r.state = 'confirmed' then return query select 'begun', e.id, r.id; return; end if;
  perform guidance.release(e, r, 'cancelled', 'cancelled', case when organizes and r.person_id is distinct from access.person() then '{byOrganizer}'::text[] else '{left}' end,
    jsonb_build_object('reason', coalesce(reason, ''), 'was', r.state), at, true);
  return query select 'done', e.id, r.id;
end $$;

-- The sweeper: offers whose term is over, and seats that are free although somebody waits. Any number of times.
create function guidance.expire(at timestamptz, most integer) returns integer language plpgsql security definer set search_path = '' as $$
declare
  due uuid;
  e guidance.event;
  r guidance.registration;
  done integer := 0;
begin
  for due in select distinct g.event_id from guidance.registration g where g.state = 'offered' and g.offer_until <= at order by g.event_id limit most loop
    select * into e from guidance.event v where v.id = due for update;
    for r in select g.* from guidance.registration g where g.event_id = due and g.state = 'offered' and g.offer_until <= at order by g.offer_until, g.priority, g.turn loop
      perform guidance.release(e, r, 'expired', 'expired', '{expired}', '{}', at, true);
      done := done + 1;
    end loop;
  end loop;
  return done;
end $$;

-- Approved or not, by the organizer. `outcome`: done, already, unknown.
create function guidance.approve(registration uuid, approved boolean, reason text, at timestamptz)
  returns table (outcome text, event_id uuid, state text) language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  e guidance.event;
  r guidance.registration;
begin
  select g.* into r from guidance.registration g where g.id = registration;
  select * into e from guidance.event v where v.id = r.event_id for update;
  select g.* into r from guidance.registration g where g.id = registration;
  if e.id is null or not guidance.organizes(e) then return query select 'unknown', null::uuid, null::text; return; end if;
  if r.state <> 'waiting' or r.approved_at is not null then return query select 'already', e.id, r.state; return; end if;
  if not approved then
    perform guidance.release(e, r, 'declined', 'rejected', '{rejected}', jsonb_build_object('reason', coalesce(reason, '')), at, true);
    return query select 'done', e.id, 'declined'; return;
  end if;
  update guidance.registration g set approved_at = at, changed_at = at where g.id = r.id returning g.* into r;
  if at < e.begins_at and guidance.has_seat(e) and (guidance.next_in_line(e)).id = r.id then
    update guidance.event v set seats_taken = v.seats_taken + 1 where v.id = e.id;
    update guidance.registration g set state = 'confirmed', seated_at = at, reasons = '{approved}' where g.id = r.id returning g.* into r;
    perform guidance.note(e.id, r, 'confirmed', '{approved}', '{}', at, true);
  else
    update guidance.registration g set reasons = guidance.why_waiting(e, r) where g.id = r.id returning g.* into r;
    perform guidance.note(e.id, r, 'approved', r.reasons, jsonb_build_object('position', r.position), at, true);
  end if;
  return query select 'done', e.id, r.state;
end $$;

-- More seats, or fewer. Where fewer are left than are taken: `keeps` leaves everybody seated, otherwise those who came last wait again, first in line.
create function guidance.set_capacity(event uuid, capacity integer, keeps boolean, at timestamptz) returns text language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  e guidance.event;
  r guidance.registration;
begin
  select * into e from guidance.event v where v.id = event for update;
  if e.id is null or not guidance.organizes(e) then return 'unknown'; end if;
  if e.capacity is not distinct from set_capacity.capacity then return 'same'; end if;
  update guidance.event v set capacity = set_capacity.capacity, version = v.version + 1, changed_at = at where v.id = e.id returning v.* into e;
  perform guidance.note(e.id, null::guidance.registration, 'capacity', '{}', jsonb_build_object('capacity', set_capacity.capacity, 'keeps', keeps, 'taken', e.seats_taken), at, false);
  if not keeps then
    for r in select g.* from guidance.registration g where g.event_id = e.id and g.state in ('confirmed', 'offered')
              order by g.state = 'offered' desc, g.seated_at desc, g.turn desc nulls last, g.id desc
              limit greatest(e.seats_taken - coalesce(set_capacity.capacity, e.seats_taken), 0) loop
      update guidance.event v set seats_taken = v.seats_taken - 1, demoted_seq = v.demoted_seq + 1,
             waiting_seq = v.waiting_seq + (r.position is null)::integer
       where v.id = e.id returning v.* into e;
      update guidance.registration g set state = 'waiting', offer_until = null, seated_at = null, priority = 0, turn = -e.demoted_seq,
             position = coalesce(g.position, e.waiting_seq), reasons = '{full,shrunk}', changed_at = at
       where g.id = r.id returning g.* into r;
      perform guidance.note(e.id, r, 'unseated', '{shrunk}', jsonb_build_object('capacity', set_capacity.capacity, 'position', r.position), at, true);
    end loop;
  end if;
  perform guidance.promote(e.id, at);
  return 'done';
end $$;

-- Something that everybody with an active place is told: new dates, a date called off.
create function guidance.announce(event uuid, what text, facts jsonb, at timestamptz) returns integer language plpgsql security definer set search_path = '' as $$
declare
  e guidance.event;
  r guidance.registration;
  told integer := 0;
begin
  select * into e from guidance.event v where v.id = announce.event for update;
  if e.id is null or not guidance.organizes(e) or announce.what not in ('moved', 'dateCancelled') then raise insufficient_privilege; end if;
  -- No offer runs into the time in which nobody moves up.
  update guidance.registration g set offer_until = greatest(least(g.offer_until, e.begins_at - make_interval(hours => e.offer_stop_hours)), at), changed_at = at
   where g.event_id = e.id and g.state = 'offered' and g.offer_until > e.begins_at - make_interval(hours => e.offer_stop_hours);
  for r in select g.* from guidance.registration g where g.event_id = e.id and g.state in ('confirmed', 'offered', 'waiting') order by g.id loop
    perform guidance.note(e.id, r, announce.what, '{}', facts, at, true);
    told := told + 1;
  end loop;
  return told;
end $$;

create function guidance.cancel_event(event uuid, reason text, at timestamptz) returns text language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  e guidance.event;
  r guidance.registration;
begin
  select * into e from guidance.event v where v.id = event for update;
  if e.id is null or not guidance.organizes(e) then return 'unknown'; end if;
  if e.cancelled_at is not null then return 'already'; end if;
  update guidance.event v set cancelled_at = at, cancelled_by = access.person(), cancel_reason = reason, seats_taken = 0, sequence = v.sequence + 1,
         version = v.version + 1, changed_at = at where v.id = e.id;
  perform guidance.note(e.id, null::guidance.registration, 'eventCancelled', '{}', jsonb_build_object('reason', reason), at, false);
  for r in select g.* from guidance.registration g where g.event_id = e.id and g.state in ('confirmed', 'offered', 'waiting') order by g.id loop
    update guidance.registration g set state = 'cancelled', offer_until = null, reasons = '{eventCancelled}', changed_at = at where g.id = r.id;
    perform guidance.note(e.id, r, 'eventCancelled', '{eventCancelled}', jsonb_build_object('reason', reason, 'was', r.state), at, true);
  end loop;
  return 'done';
end $$;

-- Into another run: one place (by the person, the organization or the organizer) or everybody who waits or let an offer pass (by the
-- organizer). Their order stays, before whoever waits there already. Returns how many went.
create function guidance.transfer(event uuid, target uuid, registration uuid, ids uuid[], at timestamptz) returns integer
  language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  e guidance.event;
  n guidance.event;
  r guidance.registration;
  t guidance.registration;
  went integer := 0;
begin
  perform 1 from guidance.event v where v.id in (event, target) order by v.id for update;
  select * into e from guidance.event v where v.id = event;
  select * into n from guidance.event v where v.id = target;
  if e.id is null or n.id is null or e.id = n.id or e.organizer_id <> n.organizer_id then return -1; end if;
  if n.cancelled_at is not null or n.published_at is null or at >= n.begins_at then return -2; end if;
  for r in select g.* from guidance.registration g where g.event_id = e.id
              and case when registration is null then g.state in ('waiting', 'expired') else g.id = registration and g.state in ('waiting', 'expired', 'confirmed') end
            order by g.priority, g.turn nulls last, g.id loop
    if not (guidance.organizes(e) or registration is not null and n.line_id = e.line_id and r.state <> 'confirmed'
            and (coalesce(r.person_id = access.person(), false) or coalesce(r.participant_organization_id = any (access.scope_delegates_seats()), false))) then return -1; end if;
    continue when exists (select from guidance.registration g where g.event_id = n.id and g.state in ('confirmed', 'offered', 'waiting')
                             and (g.person_id = r.person_id or r.person_id is null and g.person_id is null and g.guest_email = r.guest_email and r.guest_email <> ''));
    continue when exists (select from guidance.registration g where g.transferred_from = r.id);
    went := went + 1;
    if went > cardinality(ids) then raise exception 'more places than ids'; end if;
    select v.* into n from guidance.event v where v.id = n.id;
    update guidance.event v set waiting_seq = v.waiting_seq + 1 where v.id = n.id returning v.* into n;
    t := r;
    t.id := ids[went];
    t.event_id := n.id;
    t.organization_id := n.organizer_id;
    t.state := 'waiting';
    t.position := n.waiting_seq;
    t.priority := case when r.state = 'confirmed' then 2 else 1 end;
    t.turn := t.position;
    t.approved_at := coalesce(r.approved_at, case when not n.needs_approval then at end);
    t.offered_at := null;
    t.offer_until := null;
    t.seated_at := null;
    t.registered_by := access.person();
    t.transferred_from := r.id;
    t.substitute_for := null;
    t.changed_at := at;
    t.reasons := '{transferred}';
    insert into guidance.registration select (t).*;
    perform guidance.note(n.id, t, 'transferred', '{transferred}', jsonb_build_object('from', e.title, 'fromRun', e.run, 'fromPosition', r.position, 'position', t.position), at, true);
    if r.state <> 'expired' then
      perform guidance.release(e, r, 'cancelled', 'movedOn', '{movedOn}', jsonb_build_object('to', n.title, 'toRun', n.run, 'was', r.state), at, r.state = 'confirmed');
    else
      perform guidance.note(e.id, r, 'movedOn', '{movedOn}', jsonb_build_object('to', n.title, 'toRun', n.run, 'was', r.state), at, r.state = 'confirmed');
    end if;
  end loop;
  if went > 0 then perform guidance.promote(n.id, at); end if;
  return went;
end $$;

-- Somebody else of the same organization takes the seat; it never was free. `outcome`: done, already, unknown, notSeated, prerequisite.
create function guidance.substitute(registration uuid, id uuid, person uuid, at timestamptz)
  returns table (outcome text, event_id uuid, registration_id uuid) language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  e guidance.event;
  r guidance.registration;
  s guidance.registration;
begin
  select g.* into r from guidance.registration g where g.id = registration;
  select * into e from guidance.event v where v.id = r.event_id for update;
  select g.* into r from guidance.registration g where g.id = registration;
  if e.id is null or not (guidance.organizes(e) or coalesce(r.person_id = access.person(), false) or coalesce(r.participant_organization_id = any (access.scope_delegates_seats()), false)) then
    return query select 'unknown', null::uuid, null::uuid; return;
  end if;
  if r.state <> 'confirmed' or at >= e.ends_at then return query select 'notSeated', e.id, null::uuid; return; end if;
  if not access.belongs(person, r.participant_organization_id) then return query select 'stranger', e.id, null::uuid; return; end if;
  if not guidance.holds_prerequisite(e, person) then return query select 'prerequisite', e.id, null::uuid; return; end if;
  select g.* into s from guidance.registration g where g.event_id = e.id and g.person_id = person and g.state in ('confirmed', 'waiting', 'offered');
  if s.state in ('confirmed', 'offered') then return query select 'already', e.id, s.id; return; end if;
  update guidance.registration g set state = 'cancelled', reasons = '{substituted}', changed_at = at where g.id = r.id;
  if s.id is not null then
    update guidance.registration g set state = 'cancelled', reasons = '{seatBySubstitution}', changed_at = at where g.id = s.id;
  end if;
  s := r;
  s.id := substitute.id;
  s.person_id := person;
  s.guest_name := '';
  s.guest_email := '';
  s.state := 'confirmed';
  s.position := null;
  s.turn := null;
  s.seated_at := r.seated_at;
  s.offer_until := null;
  s.reasons := '{substitute}';
  s.note := '';
  s.registered_at := at;
  s.registered_by := access.person();
  s.transferred_from := null;
  s.substitute_for := r.id;
  s.changed_at := at;
  insert into guidance.registration select (s).*;
  perform guidance.note(e.id, r, 'substituted', '{substituted}', '{}', at, true);
  perform guidance.note(e.id, s, 'confirmed', '{substitute}', '{}', at, true);
  return query select 'done', e.id, s.id;
end $$;

-- How many stand before a place on the list.
create function guidance.ahead_of(r guidance.registration) returns integer language plpgsql stable set search_path = '' as $$
#variable_conflict use_column
begin
  return (select case when r.state = 'waiting' then (
    select count(*)::integer from guidance.registration g where g.event_id = r.event_id and g.state = 'waiting' and (g.priority, g.turn) < (r.priority, r.turn)) end);
end $$;

-- Ranks of the places one may see; the numbers of others stay with them.
create function guidance.ranks(registrations uuid[]) returns table (registration_id uuid, ahead integer) language sql stable security definer set search_path = '' as $$
  select r.id, guidance.ahead_of(r) from guidance.registration r
   where r.id = any (registrations) and r.state = 'waiting'
     and (r.person_id = access.person() or r.participant_organization_id = any (access.scope_participation()) or r.organization_id = any (access.scope_events()))
$$;

-- How many wait and were offered a seat: counts for everybody, names for nobody.
create function guidance.counts(events uuid[]) returns table (event_id uuid, confirmed integer, offered integer, waiting integer)
  language sql stable security definer set search_path = '' as $$
  select r.event_id, count(*) filter (where r.state = 'confirmed')::integer, count(*) filter (where r.state = 'offered')::integer,
         count(*) filter (where r.state = 'waiting')::integer
    from guidance.registration r where r.event_id = any (events) and r.state in ('confirmed', 'offered', 'waiting') group by r.event_id
$$;

-- What has to be told, for the worker, with the rules by which it was decided, and at once marked so: the telling is in the same transaction.
create function guidance.take_untold(at timestamptz, most integer) returns table (
    event_id uuid, seq integer, what text, reasons text[], data jsonb, decided_at timestamptz, by_name text, registration_id uuid, state text, "position" integer, ahead integer,
    offer_until timestamptz, person_id uuid, guest_name text, guest_email text, participant_organization_id uuid, organizer_id uuid, title text, kind text, run integer,
    sequence integer, begins_at timestamptz, offer_stop_hours integer, is_cancelled boolean, teller_ids uuid[], dates jsonb,
    capacity integer, per_organization integer, population_quota jsonb, organization_name text)
  language sql security definer set search_path = '' as $$
  with taken as (
    select d.event_id, d.seq from guidance.decision d where d.told_at is null and d.at <= take_untold.at
     order by d.at, d.event_id, d.seq limit most for update skip locked),
  marked as (
    update guidance.decision d set told_at = take_untold.at from taken t where (d.event_id, d.seq) = (t.event_id, t.seq) returning d.*)
  select d.event_id, d.seq, d.what, d.reasons, d.data, d.at, p.name, r.id, r.state, r.position, guidance.ahead_of(r),
         r.offer_until, r.person_id, r.guest_name, r.guest_email, r.participant_organization_id, e.organizer_id, e.title, e.kind, e.run,
         e.sequence, e.begins_at, e.offer_stop_hours, e.cancelled_at is not null, array[coalesce(e.contact_id, e.created_by)],
         (select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'startsAt', x.starts_at, 'endsAt', x.ends_at, 'place', x.place, 'topic', x.topic,
                   'isOnline', x.is_online, 'isCancelled', x.cancelled_at is not null, 'videoUrl', l.url) order by x.starts_at, x.id), '[]')
            from guidance.event_date x left join guidance.video_link l on l.date_id = x.id where x.event_id = e.id),
         e.capacity, e.per_organization, e.population_quota, o.name
    from marked d join guidance.event e on e.id = d.event_id
    left join guidance.registration r on r.id = d.registration_id
    left join identity.person p on p.id = d.person_id
    left join organizations.organization o on o.id = r.participant_organization_id
   order by d.at, d.event_id, d.seq
$$;

-- Why a registration would be refused now, of oneself or of a colleague; null: nothing stands against it.
create function guidance.check_registration(event uuid, organization uuid, person uuid, at timestamptz) returns text
  language sql stable security definer set search_path = '' as $$
  select guidance.hindrance(e, false, check_registration.organization, check_registration.person, false, check_registration.at)
    from guidance.event e
   where e.id = check_registration.event
     and (check_registration.person = access.person() or check_registration.organization = any (access.scope_delegates_seats()))
$$;

-- When the last seat had been given before a registration came, of the places one may see.
create function guidance.filled_at(registrations uuid[]) returns table (registration_id uuid, filled_at timestamptz)
  language sql stable security definer set search_path = '' as $$
  select r.id, (select max(d.at) from guidance.decision d
                 where d.event_id = r.event_id and d.seq < w.seq and d.what in ('confirmed', 'promoted', 'offered'))
    from guidance.registration r
    join lateral (select min(f.seq) as seq from guidance.decision f where f.registration_id = r.id and f.what = 'waiting' and 'full' = any (f.reasons)) w
      on w.seq is not null
   where r.id = any (registrations)
     and (r.person_id = access.person() or r.participant_organization_id = any (access.scope_participation()) or r.organization_id = any (access.scope_events()))
$$;

-- Secrets for mails, by the worker.
create function guidance.add_links(links jsonb, at timestamptz) returns void language sql security definer set search_path = '' as $$
  insert into guidance.link (secret_hash, kind, event_id, registration_id, expires_at, created_at)
  select l."secretHash", l.kind, l."eventId", l."registrationId", l."expiresAt", at
    from jsonb_to_recordset(links) as l("secretHash" text, kind text, "eventId" uuid, "registrationId" uuid, "expiresAt" timestamptz)
$$;

-- What stands behind a secret; nothing where there is none. The page that shows it changes nothing.
create function guidance.find_link(secret text) returns table (
    kind text, event_id uuid, registration_id uuid, state text, "position" integer, ahead integer, reasons text[], offer_until timestamptz,
    holder text, title text, event_kind text, run integer, starts_at timestamptz, is_cancelled boolean, uses_left integer, expires_at timestamptz, revoked_at timestamptz, organization text)
  language sql stable security definer set search_path = '' as $$
  select l.kind, e.id, r.id, r.state, r.position, guidance.ahead_of(r), r.reasons, r.offer_until, coalesce(nullif(r.guest_name, ''), p.name),
         e.title, e.kind, e.run, e.starts_at, e.cancelled_at is not null, l.uses_left, l.expires_at, l.revoked_at, o.name
    from guidance.link l join guidance.event e on e.id = l.event_id
    left join guidance.registration r on r.id = l.registration_id
    left join identity.person p on p.id = r.person_id
    left join organizations.organization o on o.id = coalesce(l.participant_organization_id, r.participant_organization_id)
   where l.secret_hash = secret
$$;

create function guidance.add_invitation(secret text, event uuid, organization uuid, uses integer, expires timestamptz, at timestamptz) returns boolean
  language plpgsql security definer set search_path = '' as $$
begin
  insert into guidance.link (secret_hash, kind, event_id, participant_organization_id, uses_left, expires_at, created_at, created_by)
  select secret, 'invitation', e.id, organization, uses, expires, at, access.person() from guidance.event e where e.id = event and guidance.organizes(e);
  return found;
end $$;

-- The invitation links of an event, without their secrets.
create function guidance.invitations(event uuid) returns table (secret_hash text, participant_organization_id uuid, uses_left integer, expires_at timestamptz, revoked_at timestamptz, created_at timestamptz)
  language sql stable security definer set search_path = '' as $$
  select l.secret_hash, l.participant_organization_id, l.uses_left, l.expires_at, l.revoked_at, l.created_at
    from guidance.link l join guidance.event e on e.id = l.event_id
   where l.event_id = event and l.kind = 'invitation' and guidance.organizes(e) order by l.created_at
$$;

create function guidance.revoke_invitation(secret text, at timestamptz) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  update guidance.link l set revoked_at = at from guidance.event e
   where l.secret_hash = secret and l.kind = 'invitation' and l.revoked_at is null and e.id = l.event_id and guidance.organizes(e);
  return found;
end $$;

-- Those in the room say so by the code that is shown there. `outcome`: done, already, unknown, notSeated, closed.
create function guidance.check_in(date uuid, code text, guest_email text, at timestamptz) returns text language plpgsql security definer set search_path = '' as $$
declare
  c guidance.check_in;
  r guidance.registration;
begin
  select * into c from guidance.check_in k where k.date_id = date;
  if c.date_id is null or c.code <> check_in.code then return 'unknown'; end if;
  if at >= c.closes_at then return 'closed'; end if;
  select g.* into r from guidance.registration g where g.event_id = c.event_id and g.state = 'confirmed'
     and (access.person() is not null and g.person_id = access.person()
          or access.person() is null and g.person_id is null and g.guest_email <> '' and g.guest_email = check_in.guest_email);
  if r.id is null then return 'notSeated'; end if;
  insert into guidance.attendance (date_id, registration_id, event_id, organization_id, participant_organization_id, state, how, recorded_at, recorded_by)
  values (c.date_id, r.id, c.event_id, r.organization_id, r.participant_organization_id, 'present', 'code', at, access.person())
  on conflict (date_id, registration_id) do nothing;
  return case when found then 'done' else 'already' end;
end $$;

-- What a stranger who holds a certificate in hand may ask: whether the number is true.
create function guidance.find_certificate(number text) returns table (
    number text, holder_name text, facts jsonb, issued_at timestamptz, replaced_by_number text, revoked_at timestamptz, organizer text)
  language sql stable security definer set search_path = '' as $$
  select c.number, c.holder_name, c.facts, c.issued_at, n.number, c.revoked_at, o.name
    from guidance.certificate c join organizations.organization o on o.id = c.organization_id
    left join guidance.certificate n on n.id = c.replaced_by
   where c.number = find_certificate.number
$$;

-- Once for each place that was seated, without a trace of who said what. `outcome`: kept, already, unknown.
create function guidance.give_feedback(event uuid, secret text, answers jsonb) returns text language plpgsql security definer set search_path = '' as $$
declare
  r guidance.registration;
begin
  select g.* into r from guidance.registration g where g.event_id = give_feedback.event and g.state = 'confirmed'
     and (secret is null and g.person_id = access.person()
          or g.id = (select l.registration_id from guidance.link l where l.secret_hash = secret and l.kind = 'guest' and l.revoked_at is null));
  if r.id is null then return 'unknown'; end if;
  insert into guidance.feedback_given (registration_id, event_id) values (r.id, r.event_id) on conflict do nothing;
  if not found then return 'already'; end if;
  insert into guidance.feedback (event_id, answers) values (r.event_id, give_feedback.answers);
  return 'kept';
end $$;

create function guidance.has_given_feedback(event uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from guidance.feedback_given f join guidance.registration r on r.id = f.registration_id
                  where f.event_id = event and r.person_id = access.person())
$$;

-- All answers of an event for its organizer, in no order; nothing below five.
create function guidance.feedback_of(event uuid) returns table (number integer, answers jsonb) language sql stable security definer set search_path = '' as $$
  with said as (select f.answers from guidance.feedback f join guidance.event e on e.id = f.event_id where f.event_id = event and guidance.organizes(e)),
       n as (select count(*)::integer as number from said)
  select n.number, s.answers from n left join said s on n.number >= 5 order by md5(s.answers::text)
$$;

-- Of whom everybody with a seat is reminded, once for each date.
create function guidance.take_reminders(at timestamptz, until timestamptz, most integer) returns table (
    date_id uuid, event_id uuid, title text, starts_at timestamptz, ends_at timestamptz, place text, is_online boolean, video_url text, topic text,
    registration_id uuid, person_id uuid, guest_name text, guest_email text, participant_organization_id uuid)
  language sql security definer set search_path = '' as $$
  with due as (
    select x.id from guidance.event_date x join guidance.event e on e.id = x.event_id
     where x.reminded_at is null and x.cancelled_at is null and x.starts_at > take_reminders.at and x.starts_at <= until
       and e.published_at is not null and e.cancelled_at is null
     order by x.starts_at, x.id limit most for update of x skip locked),
  marked as (update guidance.event_date x set reminded_at = take_reminders.at from due where x.id = due.id returning x.*)
  select x.id, e.id, e.title, x.starts_at, x.ends_at, x.place, x.is_online, l.url, x.topic, r.id, r.person_id, r.guest_name, r.guest_email, r.participant_organization_id
    from marked x join guidance.event e on e.id = x.event_id
    join guidance.registration r on r.event_id = e.id and r.state = 'confirmed'
    left join guidance.video_link l on l.date_id = x.id
   order by x.starts_at, r.id
$$;

-- Course data end with their term: guests lose name and address, and what was written to groups goes.
create function guidance.forget(before timestamptz, at timestamptz) returns integer language plpgsql security definer set search_path = '' as $$
declare
  gone integer;
begin
  update guidance.registration r set guest_name = 'Gast', guest_email = '', note = '', changed_at = at
    from guidance.event e where e.id = r.event_id and e.ends_at < before and (r.guest_email <> '' or r.note <> '') and r.person_id is null;
  get diagnostics gone = row_count;
  update guidance.registration r set note = '' from guidance.event e where e.id = r.event_id and e.ends_at < before and r.note <> '';
  delete from guidance.group_mail m using guidance.event e where e.id = m.event_id and e.ends_at < before;
  delete from guidance.link l using guidance.event e where e.id = l.event_id and e.ends_at < before;
  return gone;
end $$;

do $$
declare
  signature text;
begin
  for signature in select p.oid::regprocedure::text from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace
                    where n.nspname = 'guidance' or n.nspname = 'access' and p.proname in ('scope_events', 'scope_participation', 'scope_delegates_seats', 'scope_seats') loop
    execute format('revoke execute on function %s from public', signature);
    if signature like 'access.%' or signature ~ '^guidance\.(register|register_guest|answer_offer|leave|approve|set_capacity|announce|cancel_event|transfer|substitute|ranks|counts|find_link|add_invitation|invitations|revoke_invitation|check_in|find_certificate|give_feedback|has_given_feedback|feedback_of|check_registration|filled_at)\(' then
      execute format('grant execute on function %s to lotsenwerk_app', signature);
    elsif signature ~ '^guidance\.(expire|take_untold|add_links|take_reminders|forget)\(' then
      execute format('grant execute on function %s to lotsenwerk_worker', signature);
    end if;
  end loop;
end $$;
set local role lotsenwerk_owner;
revoke create on schema access, audit, guidance from lotsenwerk_access;
