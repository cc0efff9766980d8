create schema notifications;
grant usage on schema notifications to lotsenwerk_app, lotsenwerk_access, lotsenwerk_worker;

create table notifications.notification (
  id uuid primary key,
  person_id uuid not null references identity.person,
  -- For whom the person has to act to see what it is about.
  acting_for uuid references organizations.organization,
  kind text not null,
  title text not null,
  url text not null check (url like '/%' and url not like '//%'),
  created_at timestamptz not null,
  read_at timestamptz
);
comment on table notifications.notification is 'class: person. What happened that concerns somebody, one row per person; read by that person only.';
create index notification_person on notifications.notification (person_id, id);
create index notification_acting_for on notifications.notification (acting_for);
alter table notifications.notification enable row level security, force row level security;
create policy maintenance on notifications.notification to lotsenwerk_owner using (true) with check (true);
create policy definer on notifications.notification to lotsenwerk_access using (true) with check (true);
create policy own on notifications.notification for select to lotsenwerk_app using (person_id = (select access.person()));
grant select on notifications.notification to lotsenwerk_app;
grant select, insert, delete on notifications.notification to lotsenwerk_access;

-- Others are told by verbs only. False when there is no such person.
create function notifications.add(id uuid, person uuid, organization uuid, kind text, title text, url text, at timestamptz)
  returns boolean language plpgsql security definer set search_path = '' as $$
begin
  insert into notifications.notification (id, person_id, acting_for, kind, title, url, created_at)
  select add.id, p.id, organization, add.kind, add.title, add.url, at from identity.person p where p.id = person;
  return found;
end $$;

-- Whom to tell about the running of the cooperative; who was told the same thing since then is left out. Whoever else is about to
-- tell it waits until this transaction has ended, and then sees that it is told.
create function notifications.office_to_tell(kind text, since timestamptz, today date) returns setof uuid
  language plpgsql security definer set search_path = '' as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(kind, 7112027));
  return query
  select distinct g.person_id
    from identity.role_grant g join organizations.organization o on o.id = g.organization_id
   where g.role in ('office', 'administrator') and o.kind = 'cooperative'
     and g.from_day <= today and (g.until_day is null or g.until_day >= today)
     and not exists (select from notifications.notification n
                      where n.person_id = g.person_id and n.kind = office_to_tell.kind and n.created_at > since);
end $$;

create function notifications.clear(before timestamptz) returns integer language plpgsql security definer set search_path = '' as $$
declare
  gone integer;
begin
  delete from notifications.notification n where n.created_at < before;
  get diagnostics gone = row_count;
  return gone;
end $$;

revoke execute on all functions in schema notifications from public;
grant execute on function notifications.add(uuid, uuid, uuid, text, text, text, timestamptz) to lotsenwerk_app, lotsenwerk_worker;
grant execute on function notifications.office_to_tell(text, timestamptz, date), notifications.clear(timestamptz) to lotsenwerk_worker;
grant create on schema notifications to lotsenwerk_access;
alter function notifications.add(uuid, uuid, uuid, text, text, text, timestamptz) owner to lotsenwerk_access;
alter function notifications.office_to_tell(text, timestamptz, date) owner to lotsenwerk_access;
alter function notifications.clear(timestamptz) owner to lotsenwerk_access;
revoke create on schema notifications from lotsenwerk_access;
