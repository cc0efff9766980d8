-- When somebody was on the start page last, so that it can say what changed since.
create schema portal;
grant usage on schema portal to lotsenwerk_app, lotsenwerk_access;

create table portal.visit (
  person_id uuid primary key references identity.person,
  -- The last time the start page was seen.
  seen_at timestamptz not null,
  -- The end of the visit before this one: what the page is compared with. Null during the first visit.
  before_at timestamptz check (before_at <= seen_at)
);
comment on table portal.visit is 'class: person. When a person saw the start page last; the own mark only.';
alter table portal.visit enable row level security, force row level security;
create policy maintenance on portal.visit to lotsenwerk_owner using (true) with check (true);
create policy definer_forgets on portal.visit for all to lotsenwerk_access using (true) with check (true);
create policy own on portal.visit for select to lotsenwerk_app using (person_id = (select access.person()));
create policy own_begins on portal.visit for insert to lotsenwerk_app with check (person_id = (select access.person()));
create policy own_goes_on on portal.visit for update to lotsenwerk_app
  using (person_id = (select access.person())) with check (person_id = (select access.person()));
grant select, insert, update (seen_at, before_at) on portal.visit to lotsenwerk_app;
grant select, delete on portal.visit to lotsenwerk_access;

-- Whoever is erased leaves no mark of when they were here.
grant create on schema portal to lotsenwerk_access;
set local role lotsenwerk_access;
create function portal.forget_visit() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  delete from portal.visit v where v.person_id = new.id;
  return new;
end $$;
grant execute on function portal.forget_visit() to lotsenwerk_owner;
revoke execute on function portal.forget_visit() from public;
set local role lotsenwerk_owner;
revoke create on schema portal from lotsenwerk_access;
create trigger forget_visit after update of email on identity.person
  for each row when (new.email like '%@geloescht.invalid') execute function portal.forget_visit();
set local role lotsenwerk_access;
revoke execute on function portal.forget_visit() from lotsenwerk_owner;
set local role lotsenwerk_owner;
