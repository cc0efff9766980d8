-- Feeds of the calendar that a program reads without signing in: whoever knows the secret of the address reads what its owner may see.
create schema if not exists insights;
grant usage on schema insights to lotsenwerk_app, lotsenwerk_access;

create table insights.calendar_feed (
  id uuid primary key,
  secret_hash text not null unique,
  person_id uuid not null references identity.person,
  -- Of whom it tells; null: what concerns the person, wherever.
  organization_id uuid references organizations.organization,
  created_at timestamptz not null,
  -- To the hour: a program comes every few minutes.
  last_read_at timestamptz
);
comment on table insights.calendar_feed is 'class: system. Hashes of the addresses under which calendar programs read the dates of a person or of an organization.';
create index calendar_feed_person on insights.calendar_feed (person_id);
create index calendar_feed_organization on insights.calendar_feed (organization_id);

alter table insights.calendar_feed enable row level security, force row level security;
create policy maintenance on insights.calendar_feed to lotsenwerk_owner using (true) with check (true);
create policy definer on insights.calendar_feed to lotsenwerk_access using (true) with check (true);
grant select, insert, update, delete on insights.calendar_feed to lotsenwerk_access;

grant create on schema insights, privacy to lotsenwerk_access;
set local role lotsenwerk_access;

create function insights.own_calendar_feeds()
  returns table (id uuid, organization_id uuid, organization text, created_at timestamptz, last_read_at timestamptz)
  language sql stable security definer set search_path = '' as $$
  select f.id, f.organization_id, o.name, f.created_at, f.last_read_at
    from insights.calendar_feed f left join organizations.organization o on o.id = f.organization_id
   where f.person_id = access.person() order by f.id desc
$$;

-- For oneself, or for the organization acted for, in which one holds a role today. False when there are as many as there may be.
create function insights.add_calendar_feed(id uuid, secret text, organization uuid, most integer, at timestamptz) returns boolean
  language plpgsql security definer set search_path = '' as $$
begin
  if access.person() is null or (organization is not null and organization <> all (access.scope_member())) then
    raise insufficient_privilege;
  end if;
  -- One after the other, or two at once would both be the last one.
  perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended(access.person()::text, 41));
  if (select count(*) from insights.calendar_feed f where f.person_id = access.person()) >= most then return false; end if;
  insert into insights.calendar_feed (id, secret_hash, person_id, organization_id, created_at)
  values (add_calendar_feed.id, secret, access.person(), organization, at);
  return true;
end $$;

-- What the trail needs of the one that is gone; no row: there was none of one's own.
create function insights.end_calendar_feed(feed uuid) returns table (organization_id uuid) language sql security definer set search_path = '' as
$$ delete from insights.calendar_feed f where f.id = feed and f.person_id = access.person() returning f.organization_id $$;

-- Whose feed this is; no row: nobody's (any more). From here on the transaction speaks for the owner, acting for the organization of the
-- feed, for the wanted one, or for the only one there is. `is_gone`: the owner has no role (there) any more, and nothing is to be seen.
create function insights.open_calendar_feed(secret text, wanted uuid)
  returns table (is_gone boolean, organization_id uuid, organization text, person_id uuid, name text, email text, acting_for uuid, roles text[], organizations jsonb, last_read_at timestamptz)
  language plpgsql security definer set search_path = '' as $$
declare
  feed insights.calendar_feed;
begin
  select * into feed from insights.calendar_feed f where f.secret_hash = secret;
  if not found then return; end if;
  organization_id := feed.organization_id;
  last_read_at := feed.last_read_at;
  select o.name into organization from organizations.organization o where o.id = feed.organization_id;
  select a.person_id, a.name, a.email, a.acting_for, a.roles, a.organizations
    into person_id, name, email, acting_for, roles, organizations
    from identity.actor(feed.person_id, coalesce(feed.organization_id, wanted), access.today()) a;
  is_gone := person_id is null or jsonb_array_length(organizations) = 0;
  perform set_config('lotsenwerk.person', case when is_gone then '' else person_id::text end, true),
          set_config('lotsenwerk.acting_for', case when is_gone then '' else coalesce(acting_for::text, '') end, true);
  return next;
end $$;

create function insights.note_calendar_read(secret text, at timestamptz) returns void language sql security definer set search_path = '' as $$
  update insights.calendar_feed f set last_read_at = at
   where f.secret_hash = secret and (f.last_read_at is null or f.last_read_at < at - interval '1 hour')
$$;

-- Who is erased leaves no address behind that still opens something.
create function insights.forget_calendar_feeds() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  delete from insights.calendar_feed f where f.person_id = new.id;
  return null;
end $$;

revoke execute on function insights.own_calendar_feeds(), insights.add_calendar_feed(uuid, text, uuid, integer, timestamptz),
  insights.end_calendar_feed(uuid), insights.open_calendar_feed(text, uuid), insights.note_calendar_read(text, timestamptz),
  insights.forget_calendar_feeds() from public;
grant execute on function insights.own_calendar_feeds(), insights.add_calendar_feed(uuid, text, uuid, integer, timestamptz),
  insights.end_calendar_feed(uuid), insights.open_calendar_feed(text, uuid), insights.note_calendar_read(text, timestamptz) to lotsenwerk_app;
-- Who makes a trigger must be able to call its function; afterwards nobody has to.
grant execute on function insights.forget_calendar_feeds() to lotsenwerk_owner;
set local role lotsenwerk_owner;
create trigger forget_calendar_feeds after update of email on identity.person
  for each row when (new.email like '%@geloescht.invalid') execute function insights.forget_calendar_feeds();
set local role lotsenwerk_access;
revoke execute on function insights.forget_calendar_feeds() from lotsenwerk_owner;

-- What is known about a person includes the feeds.
do $$
declare
  before text := pg_get_functiondef('privacy.person_data(uuid)'::regprocedure);
  after text := replace(before, '''mails'', (select', '''calendarFeeds'', (select coalesce(jsonb_agg(to_jsonb(x)), ''[]'') from (
      select o.name as organization, f.created_at as "createdAt", f.last_read_at as "lastReadAt"
        from insights.calendar_feed f left join organizations.organization o on o.id = f.organization_id
       where f.person_id = person order by f.created_at, f.id) x),
    ''mails'', (select');
begin
  if after = before then raise exception 'privacy.person_data has no part mails'; end if;
  execute after;
end $$;
set local role lotsenwerk_owner;
revoke create on schema insights, privacy from lotsenwerk_access;
