-- What somebody may ask before they register, and since when an event was full when they came: a moment, and nobody's name.
grant create on schema guidance to lotsenwerk_access;
set local role lotsenwerk_access;

-- Why a registration would be refused now, of oneself or of a colleague; null: nothing stands against it.
create function guidance.check_registration(event uuid, organization uuid, person uuid, at timestamptz) returns text
  language sql stable security definer set search_path = '' as $$
  select guidance.hindrance(e, check_registration.organization, check_registration.person, false, check_registration.at)
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

revoke execute on function guidance.check_registration(uuid, uuid, uuid, timestamptz), guidance.filled_at(uuid[]) from public;
grant execute on function guidance.check_registration(uuid, uuid, uuid, timestamptz), guidance.filled_at(uuid[]) to lotsenwerk_app;
set local role lotsenwerk_owner;
revoke create on schema guidance from lotsenwerk_access;
