-- Who reads and writes what of events; what is known about a person of them; and what goes with a person.
-- Strangers see what is published; drafts are the organizer's.
create policy published_is_read on guidance.event for select to lotsenwerk_app using (published_at is not null);
create policy organizer_reads on guidance.event for select to lotsenwerk_app using (organizer_id = any ((select access.scope_events())::uuid[]));
create policy organizer_adds on guidance.event for insert to lotsenwerk_app
  with check (organizer_id = any ((select access.scope_events())::uuid[]) and created_by = (select access.person()) and seats_taken = 0 and waiting_seq = 0);
create policy organizer_changes on guidance.event for update to lotsenwerk_app
  using (organizer_id = any ((select access.scope_events())::uuid[])) with check (organizer_id = any ((select access.scope_events())::uuid[]));
create policy organizer_drops_drafts on guidance.event for delete to lotsenwerk_app
  using (organizer_id = any ((select access.scope_events())::uuid[]) and published_at is null);
grant select, insert, delete on guidance.event to lotsenwerk_app;
grant update (kind, title, lead, outcomes, speakers, target_group, cost_rule, accessibility, contact_id, per_organization, population_quota, prerequisite_id,
  programme_id, needs_declaration, needs_approval, promotion, offer_hours, offer_stop_hours, opens_at, closes_at, pass_percent, starts_at, ends_at, begins_at, sequence,
  published_at, published_by, version, changed_at) on guidance.event to lotsenwerk_app;

create policy published_is_read on guidance.event_date for select to lotsenwerk_app
  using (exists (select from guidance.event e where e.id = event_date.event_id));
create policy organizer_adds on guidance.event_date for insert to lotsenwerk_app
  with check (exists (select from guidance.event e where e.id = event_date.event_id and e.organizer_id = any ((select access.scope_events())::uuid[])));
create policy organizer_changes on guidance.event_date for update to lotsenwerk_app
  using (exists (select from guidance.event e where e.id = event_date.event_id and e.organizer_id = any ((select access.scope_events())::uuid[])));
create policy organizer_removes on guidance.event_date for delete to lotsenwerk_app
  using (exists (select from guidance.event e where e.id = event_date.event_id and e.organizer_id = any ((select access.scope_events())::uuid[])));
grant select, insert, delete, update (starts_at, ends_at, place, topic, is_online, cancelled_at, reminded_at) on guidance.event_date to lotsenwerk_app;

create policy organizer_reads on guidance.video_link for select to lotsenwerk_app using (organization_id = any ((select access.scope_events())::uuid[]));
create policy seated_read on guidance.video_link for select to lotsenwerk_app using (event_id = any ((select access.scope_seats())::uuid[]));
create policy organizer_adds on guidance.video_link for insert to lotsenwerk_app with check (organization_id = any ((select access.scope_events())::uuid[]));
create policy organizer_changes on guidance.video_link for update to lotsenwerk_app using (organization_id = any ((select access.scope_events())::uuid[]));
create policy organizer_removes on guidance.video_link for delete to lotsenwerk_app using (organization_id = any ((select access.scope_events())::uuid[]));
grant select, insert, delete, update (url) on guidance.video_link to lotsenwerk_app;

do $$
declare
  name text;
begin
  foreach name in array array['registration', 'decision', 'attendance', 'certificate'] loop
    execute format('create policy organizer_reads on guidance.%I for select to lotsenwerk_app using (organization_id = any ((select access.scope_events())::uuid[]))', name);
    execute format('create policy organization_reads on guidance.%I for select to lotsenwerk_app using (participant_organization_id = any ((select access.scope_participation())::uuid[]))', name);
    execute format('grant select on guidance.%I to lotsenwerk_app', name);
  end loop;
  foreach name in array array['attendance', 'check_in', 'certificate', 'material', 'group_mail'] loop
    execute format('create policy organizer_adds on guidance.%I for insert to lotsenwerk_app with check (organization_id = any ((select access.scope_events())::uuid[]))', name);
    execute format('grant insert on guidance.%I to lotsenwerk_app', name);
  end loop;
  foreach name in array array['attendance', 'check_in', 'certificate'] loop
    execute format('create policy organizer_changes on guidance.%I for update to lotsenwerk_app using (organization_id = any ((select access.scope_events())::uuid[]))', name);
  end loop;
  foreach name in array array['check_in', 'material', 'group_mail'] loop
    execute format('create policy organizer_reads on guidance.%I for select to lotsenwerk_app using (organization_id = any ((select access.scope_events())::uuid[]))', name);
    execute format('grant select on guidance.%I to lotsenwerk_app', name);
  end loop;
  foreach name in array array['check_in', 'material'] loop
    execute format('create policy organizer_removes on guidance.%I for delete to lotsenwerk_app using (organization_id = any ((select access.scope_events())::uuid[]))', name);
    execute format('grant delete on guidance.%I to lotsenwerk_app', name);
  end loop;
end $$;
create policy own_is_read on guidance.registration for select to lotsenwerk_app using (person_id = (select access.person()));
create policy own_is_read on guidance.certificate for select to lotsenwerk_app using (person_id = (select access.person()));
create policy everybody_reads on guidance.material for select to lotsenwerk_app
  using (for_everybody and exists (select from guidance.event e where e.id = material.event_id));
create policy seated_read on guidance.material for select to lotsenwerk_app using (event_id = any ((select access.scope_seats())::uuid[]));
grant update (state, task_done, how, recorded_at, recorded_by) on guidance.attendance to lotsenwerk_app;
grant update (code, opened_at, opened_by, closes_at) on guidance.check_in to lotsenwerk_app;
grant update (replaced_by, revoked_at, revoked_by, revoke_reason) on guidance.certificate to lotsenwerk_app;

-- Files of materials: the organizer's, and of those with a seat.
create policy guidance_readers on files.file as restrictive for select to lotsenwerk_app
  using (organization_id = any ((select access.scope_events())::uuid[]) or owner_type <> 'eventMaterial'
    or owner_id = any ((select access.scope_seats())::uuid[])
    or exists (select from guidance.material m where m.file_id = file.id and m.for_everybody));
create policy guidance_writers on files.file as restrictive for insert to lotsenwerk_app
  with check (organization_id = any ((select access.scope_events())::uuid[]) or owner_type <> 'eventMaterial');
create policy guidance_removers on files.file as restrictive for delete to lotsenwerk_app
  using (organization_id = any ((select access.scope_events())::uuid[]) or owner_type <> 'eventMaterial');
create policy guidance_organizer_reads on files.file for select to lotsenwerk_app
  using (organization_id = any ((select access.scope_events())::uuid[]) and owner_type = 'eventMaterial');
create policy guidance_seated_read on files.file for select to lotsenwerk_app
  using ((owner_id = any ((select access.scope_seats())::uuid[]) or exists (select from guidance.material m where m.file_id = file.id and m.for_everybody))
    and owner_type = 'eventMaterial');
create policy guidance_adds on files.file for insert to lotsenwerk_app
  with check (organization_id = any ((select access.scope_events())::uuid[]) and owner_type = 'eventMaterial' and uploaded_by = (select access.person()));
create policy guidance_removes on files.file for delete to lotsenwerk_app
  using (organization_id = any ((select access.scope_events())::uuid[]) and owner_type = 'eventMaterial');

-- What is known about a person, and what goes with them.
grant create on schema guidance, privacy to lotsenwerk_access;
set local role lotsenwerk_access;
alter function privacy.person_data(uuid) rename to person_data_without_events;
create function privacy.person_data(person uuid) returns jsonb language plpgsql stable security definer set search_path = '' as $$
begin
  if not privacy.may_see(person) then raise insufficient_privilege; end if;
  return privacy.person_data_without_events(person) || jsonb_build_object(
    'registrations', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select e.title, e.starts_at as "startsAt", r.state as "seatState", r.registered_at as "registeredAt", r.note,
             (select count(*)::integer from guidance.attendance a where a.registration_id = r.id and a.state = 'present') as "datesAttended"
        from guidance.registration r join guidance.event e on e.id = r.event_id where r.person_id = person order by r.registered_at desc, r.id) x),
    'certificates', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select c.number, c.facts ->> 'title' as title, c.holder_name as "holderName", c.issued_at as "issuedAt"
        from guidance.certificate c where c.person_id = person order by c.issued_at desc, c.id) x));
end $$;
-- Names on certificates and notes go with the person they belong to.
create function guidance.forget_person() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update guidance.certificate c set holder_name = new.name where c.person_id = new.id;
  update guidance.registration r set note = '' where r.person_id = new.id and r.note <> '';
  return null;
end $$;
revoke execute on function guidance.forget_person(), privacy.person_data(uuid), privacy.person_data_without_events(uuid) from public, lotsenwerk_app;
grant execute on function privacy.person_data(uuid) to lotsenwerk_app;
grant execute on function guidance.forget_person() to lotsenwerk_owner;
set local role lotsenwerk_owner;
create trigger forget_courses after update of name on identity.person
  for each row when (new.email like '%@geloescht.invalid') execute function guidance.forget_person();
set local role lotsenwerk_access;
revoke execute on function guidance.forget_person() from lotsenwerk_owner;
set local role lotsenwerk_owner;
revoke create on schema guidance, privacy from lotsenwerk_access;
