-- The programme manager's working table: views that somebody keeps, and messages to many municipalities at once.
create schema cockpit;
grant usage on schema cockpit to lotsenwerk_app, lotsenwerk_access;

create table cockpit.view (
  id uuid primary key,
  person_id uuid not null references identity.person,
  programme_id uuid not null references programmes.programme,
  -- Shown when the cockpit is opened without a filter; at most one for a person and programme.
  is_default boolean not null default false,
  position integer not null check (position > 0),
  -- Filters and order as the page's address writes them.
  filters jsonb not null check (jsonb_typeof(filters) = 'object'),
  changed_at timestamptz not null,
  name text not null check (name <> ''),
  unique (person_id, programme_id, name)
);
comment on table cockpit.view is 'class: person. Filters and order of a cockpit that somebody keeps under a name; for that person only.';
create index view_programme on cockpit.view (programme_id);
create unique index view_default on cockpit.view (person_id, programme_id) where is_default;
alter table cockpit.view enable row level security, force row level security;
create policy maintenance on cockpit.view to lotsenwerk_owner using (true) with check (true);
create policy definer on cockpit.view to lotsenwerk_access using (true) with check (true);
create policy own_reads on cockpit.view for select to lotsenwerk_app using (person_id = (select access.person()));
create policy own_adds on cockpit.view for insert to lotsenwerk_app
  with check (person_id = (select access.person()) and programme_id = any ((select access.scope_programmes())::uuid[]));
create policy own_changes on cockpit.view for update to lotsenwerk_app
  using (person_id = (select access.person())) with check (person_id = (select access.person()));
create policy own_removes on cockpit.view for delete to lotsenwerk_app using (person_id = (select access.person()));
grant select, insert, delete, update (is_default, position, filters, changed_at, name) on cockpit.view to lotsenwerk_app;
grant select, delete on cockpit.view to lotsenwerk_access;

create table cockpit.message (
  id uuid primary key,
  -- For whom the sender acts.
  organization_id uuid not null references organizations.organization,
  programme_id uuid not null references programmes.programme,
  subject text not null check (subject <> ''),
  -- With its placeholders, as it was written.
  text text not null check (text <> ''),
  -- Roles whose holders get it, and whether contact addresses without an account do.
  audience text[] not null,
  to_contacts boolean not null,
  -- The roads it was about.
  enrollment_ids uuid[] not null check (cardinality(enrollment_ids) > 0),
  municipalities integer not null check (municipalities > 0),
  recipients integer not null check (recipients > 0),
  sent_at timestamptz not null,
  sent_by uuid not null references identity.person
);
comment on table cockpit.message is 'class: tenant. Messages to many municipalities of a programme: who wrote what to how many, and when; never changed.';
create index message_organization on cockpit.message (organization_id, id);
create index message_programme on cockpit.message (programme_id, id);
create index message_sent_by on cockpit.message (sent_by);
alter table cockpit.message enable row level security, force row level security;
create policy maintenance on cockpit.message to lotsenwerk_owner using (true) with check (true);
create policy staff_reads on cockpit.message for select to lotsenwerk_app
  using (programme_id = any ((select access.scope_programmes())::uuid[]));
create policy staff_sends on cockpit.message for insert to lotsenwerk_app
  with check (programme_id = any ((select access.scope_programmes())::uuid[]) and sent_by = (select access.person()));
grant select, insert on cockpit.message to lotsenwerk_app;

-- What the cockpit sorts by: the most pressing, the longest waiting and those without a contact first, also among very many.
create index enrollment_by_pressure on programmes.enrollment (programme_id, (- days_needed), (coalesce(waiting_since, 'infinity')), id) where state = 'active';
create index enrollment_by_waiting on programmes.enrollment (programme_id, (coalesce(waiting_since, 'infinity')), id) where state = 'active';
create index enrollment_by_contact on programmes.enrollment (programme_id, (coalesce(last_contact_on, '-infinity')), id) where state = 'active';
-- What was done on which day, for the development over the weeks.
create index step_change_done on programmes.step_change (programme_id, (coalesce(on_day, (at at time zone 'Europe/Berlin')::date))) where what = 'done';

grant create on schema cockpit, privacy to lotsenwerk_access;
set local role lotsenwerk_access;

-- Views go with the person they belong to.
create function cockpit.forget_person() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  delete from cockpit.view v where v.person_id = new.id;
  return null;
end $$;

alter function privacy.person_data(uuid) rename to person_data_without_cockpit;
create function privacy.person_data(person uuid) returns jsonb language plpgsql stable security definer set search_path = '' as $$
begin
  if not privacy.may_see(person) then raise insufficient_privilege; end if;
  return privacy.person_data_without_cockpit(person) || jsonb_build_object('cockpitViews', (
    select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select v.name, p.name as programme, v.changed_at as "changedAt"
        from cockpit.view v join programmes.programme p on p.id = v.programme_id
       where v.person_id = person order by p.sort_key, v.position) x));
end $$;

revoke execute on function cockpit.forget_person(), privacy.person_data(uuid), privacy.person_data_without_cockpit(uuid) from public, lotsenwerk_app;
grant execute on function privacy.person_data(uuid) to lotsenwerk_app;
grant execute on function cockpit.forget_person() to lotsenwerk_owner;
set local role lotsenwerk_owner;
create trigger forget_cockpit_views after update of name on identity.person
  for each row when (new.email like '%@geloescht.invalid') execute function cockpit.forget_person();
set local role lotsenwerk_access;
revoke execute on function cockpit.forget_person() from lotsenwerk_owner;
set local role lotsenwerk_owner;
revoke create on schema cockpit, privacy from lotsenwerk_access;
