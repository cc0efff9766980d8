-- Whoever is told why also reads by which rules: the telling needs them with what it takes.
grant create on schema guidance to lotsenwerk_access;
set local role lotsenwerk_access;
drop function guidance.take_untold(timestamptz, integer);
-- What has to be told, for the worker, and at once marked so: the telling is in the same transaction.
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

revoke execute on function guidance.take_untold(timestamptz, integer) from public;
grant execute on function guidance.take_untold(timestamptz, integer) to lotsenwerk_worker;
set local role lotsenwerk_owner;
revoke create on schema guidance from lotsenwerk_access;
