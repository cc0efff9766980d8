-- What one was told is read in an inbox; each person says what comes by mail at once, what in a digest, and when no mail comes.

create table notifications.setting (
  person_id uuid primary key references identity.person,
  rhythm text not null check (rhythm in ('daily', 'weekly', 'never')),
  -- Of a weekly digest; Monday is 1.
  weekday smallint not null check (weekday between 1 and 7),
  -- Local hour of the digest.
  hour smallint not null check (hour between 0 and 23),
  -- Local times between which only urgent mail comes, over midnight where the second is earlier.
  quiet_from text check (quiet_from ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  quiet_until text check (quiet_until ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  changed_at timestamptz not null,
  check ((quiet_from is null) = (quiet_until is null) and quiet_from is distinct from quiet_until or quiet_from is null and quiet_until is null)
);
comment on table notifications.setting is 'class: person. When the digest comes and when no mail comes; without a row the default of the roles.';

create table notifications.choice (
  person_id uuid not null references identity.person,
  kind text not null,
  channel text not null check (channel in ('mail', 'inbox')),
  changed_at timestamptz not null,
  primary key (person_id, kind)
);
comment on table notifications.choice is 'class: person. Kinds that come by mail at once, or in the inbox only; what has no row comes in the digest.';

create table notifications.digest (
  id uuid primary key,
  person_id uuid not null references identity.person,
  -- The moment it was due at: there is one digest for each, however often it is tried.
  due_at timestamptz not null,
  created_at timestamptz not null,
  unique (person_id, due_at)
);
comment on table notifications.digest is 'class: system. One row per digest that was written; notifications name the one that covered them.';

create table notifications.unsubscribe_link (
  secret_hash text primary key,
  person_id uuid not null references identity.person,
  -- Of the mail it stands in; the digest is one too.
  kind text not null,
  created_at timestamptz not null
);
comment on table notifications.unsubscribe_link is 'class: system. Hashes of the secrets by which a mail is unsubscribed without signing in.';
create index unsubscribe_link_person on notifications.unsubscribe_link (person_id);
create index unsubscribe_link_age on notifications.unsubscribe_link (created_at);

do $$
declare
  name text;
begin
  foreach name in array array['setting', 'choice', 'digest', 'unsubscribe_link'] loop
    execute format('alter table notifications.%I enable row level security, force row level security', name);
    execute format('create policy maintenance on notifications.%I to lotsenwerk_owner using (true) with check (true)', name);
    execute format('create policy definer on notifications.%I to lotsenwerk_access using (true) with check (true)', name);
    execute format('grant select, insert, update, delete on notifications.%I to lotsenwerk_access', name);
  end loop;
  foreach name in array array['setting', 'choice'] loop
    execute format('create policy own on notifications.%I to lotsenwerk_app using (person_id = (select access.person())) with check (person_id = (select access.person()))', name);
    execute format('grant select, insert, update, delete on notifications.%I to lotsenwerk_app', name);
  end loop;
end $$;

-- `digest`: waits for the next one, until `digest_id` names it. What was there before this file has been seen or will be, in the inbox.
alter table notifications.notification
  add column delivery text not null default 'inbox' check (delivery in ('mail', 'digest', 'inbox')),
  add column digest_id uuid references notifications.digest on delete cascade;
create index notification_digest on notifications.notification (digest_id);
create index notification_unread on notifications.notification (person_id, id) where read_at is null;
create index notification_undelivered on notifications.notification (person_id, created_at) where delivery = 'digest' and digest_id is null and read_at is null;
grant update (digest_id) on notifications.notification to lotsenwerk_access;
create policy own_reading on notifications.notification for update to lotsenwerk_app
  using (person_id = (select access.person())) with check (person_id = (select access.person()));
grant update (read_at) on notifications.notification to lotsenwerk_app;

alter table mail.message
  -- End of the quiet hours of its reader; null: at once.
  add column not_before timestamptz,
  -- Kind of the notification it tells of; null: a mail that is no notification, a code or an invitation.
  add column kind text,
  -- Secret of the link that unsubscribes this kind; emptied as soon as the mail is out.
  add column unsubscribe text;

grant create on schema notifications, mail, privacy, identity to lotsenwerk_access;
set local role lotsenwerk_access;

-- When the quiet hours end in which `at` lies; null outside of them.
create function notifications.quiet_end(quiet_from text, quiet_until text, at timestamptz) returns timestamptz
  language sql stable set search_path = '' as $$
  select case
    when quiet_from < quiet_until and l.t >= quiet_from::time and l.t < quiet_until::time then (l.d + quiet_until::time) at time zone 'Europe/Berlin'
    when quiet_from > quiet_until and l.t >= quiet_from::time then (l.d + 1 + quiet_until::time) at time zone 'Europe/Berlin'
    when quiet_from > quiet_until and l.t < quiet_until::time then (l.d + quiet_until::time) at time zone 'Europe/Berlin'
  end
    from (select (at at time zone 'Europe/Berlin')::date as d, (at at time zone 'Europe/Berlin')::time as t) l
$$;

-- The last moment at or before `at` at which a digest of this rhythm was due; null where there is none.
create function notifications.last_due(rhythm text, weekday integer, hour integer, at timestamptz) returns timestamptz
  language sql stable set search_path = '' as $$
  select max(due) from (
    select (d + make_time(hour, 0, 0)) at time zone 'Europe/Berlin' as due
      from (select (at at time zone 'Europe/Berlin')::date - back as d from generate_series(0, 7) back) days
     where rhythm = 'daily' or rhythm = 'weekly' and extract(isodow from d) = weekday) slots
   where due <= at
$$;

-- How often the digest comes by itself: daily to whoever has something to do, weekly to those who only belong or look on.
create function notifications.default_rhythm(person uuid, today date) returns text
  language sql stable security definer set search_path = '' as $$
  select case when exists (select from identity.role_grant g
                            where g.person_id = person and g.role not in ('member', 'observer')
                              and g.from_day <= today and (g.until_day is null or g.until_day >= today))
         then 'daily' else 'weekly' end
$$;

-- Whether the person still has to do with the organization that a notification is about; whoever has left gets no more mail about it.
create function notifications.still_concerns(person uuid, organization uuid, today date) returns boolean
  language sql stable security definer set search_path = '' as $$
  select exists (select from identity.role_grant g
                  where g.person_id = person and (organization is null or g.organization_id = organization)
                    and g.from_day <= today and (g.until_day is null or g.until_day >= today))
      or exists (select from identity.assignment a
                  where a.person_id = person and a.organization_id = organization and a.from_day <= today and a.until_day >= today)
$$;

-- Tells people something as each of them wants to be told: a notification each, and for those who get this kind at once a mail in the
-- outbox. `people`: [{id, personId, mailId, secret, secretHash}]. Returns the mails.
create function notifications.tell(people jsonb, kind text, urgent boolean, title text, url text, organization uuid, template text, data jsonb, at timestamptz)
  returns table (mail_id uuid, not_before timestamptz) language plpgsql security definer set search_path = '' as $$
begin
  return query
  with told as (
    select r.id, r."mailId", r.secret, r."secretHash", p.id as person_id, p.email, p.name,
           case when tell.urgent then 'mail' else coalesce(c.channel, 'digest') end as delivery,
           case when not tell.urgent then notifications.quiet_end(s.quiet_from, s.quiet_until, at) end as quiet_end
      from jsonb_to_recordset(people) as r(id uuid, "personId" uuid, "mailId" uuid, secret text, "secretHash" text)
      join identity.person p on p.id = r."personId"
      left join notifications.setting s on s.person_id = p.id
      left join notifications.choice c on c.person_id = p.id and c.kind = tell.kind
  ), noted as (
    insert into notifications.notification (id, person_id, acting_for, kind, title, url, created_at, delivery)
    select t.id, t.person_id, tell.organization, tell.kind, tell.title, tell.url, at, t.delivery from told t
  ), offered as (
    insert into notifications.unsubscribe_link (secret_hash, person_id, kind, created_at)
    select t."secretHash", t.person_id, tell.kind, at from told t where t.delivery = 'mail' and not tell.urgent
  )
  insert into mail.message as m (id, template, data, recipient_email, recipient_name, person_id, organization_id, kind, unsubscribe, not_before, reason, created_at, changed_at)
  select t."mailId", tell.template, tell.data, t.email, t.name, t.person_id, tell.organization, tell.kind,
         case when not tell.urgent then t.secret end, t.quiet_end, case when t.quiet_end is not null then 'Ruhezeit: Sie geht danach von selbst hinaus.' end, at, at
    from told t where t.delivery = 'mail'
  returning m.id, m.not_before;
end $$;

-- Writes the digests that are due, at most one for each of `ids`, and says what each covers: the newest hundred, and how many there are.
-- One transaction with the mail about it; a second worker at the same moment finds the digest written.
create function notifications.take_digests(ids uuid[], at timestamptz)
  returns table (digest_id uuid, person_id uuid, total bigint, id uuid, kind text, title text, organization text, created_at timestamptz)
  language plpgsql security definer set search_path = '' as $$
declare
  today date := (at at time zone 'Europe/Berlin')::date;
begin
  return query
  with undelivered as (
    select n.person_id, min(n.created_at) as oldest
      from notifications.notification n
     where n.delivery = 'digest' and n.digest_id is null and n.read_at is null and n.created_at <= at
       and notifications.still_concerns(n.person_id, n.acting_for, today)
     group by n.person_id
  ), due as (
    select u.person_id, d.due_at, row_number() over (order by u.person_id) as nth
      from undelivered u
      left join notifications.setting s on s.person_id = u.person_id
     cross join lateral (select notifications.last_due(coalesce(s.rhythm, notifications.default_rhythm(u.person_id, today)),
                                                       coalesce(s.weekday, 1), coalesce(s.hour, 7), at) as due_at) d
     where u.oldest <= d.due_at
       and not exists (select from notifications.digest g where g.person_id = u.person_id and g.due_at >= d.due_at)
     order by u.person_id limit cardinality(ids)
  ), written as (
    insert into notifications.digest as g (id, person_id, due_at, created_at)
    select ids[d.nth], d.person_id, d.due_at, at from due d
    on conflict on constraint digest_person_id_due_at_key do nothing
    returning g.id, g.person_id
  ), covered as (
    update notifications.notification n set digest_id = w.id
      from written w
     where n.person_id = w.person_id and n.delivery = 'digest' and n.digest_id is null and n.read_at is null and n.created_at <= at
       and notifications.still_concerns(n.person_id, n.acting_for, today)
    returning n.id, n.person_id, n.digest_id, n.kind, n.title, n.acting_for, n.created_at
  ), ranked as (
    select c.*, row_number() over (partition by c.digest_id order by c.id desc) as nth, count(*) over (partition by c.digest_id) as total
      from covered c
  )
  select r.digest_id, r.person_id, r.total, r.id, r.kind, r.title, o.name, r.created_at
    from ranked r left join organizations.organization o on o.id = r.acting_for
   where r.nth <= 100
   order by r.digest_id, r.nth;
end $$;

-- The mails of digests just written: [{id, personId, data, secret, secretHash}].
create function notifications.post_digests(mails jsonb, template text, at timestamptz)
  returns table (mail_id uuid, not_before timestamptz) language plpgsql security definer set search_path = '' as $$
begin
  return query
  with wanted as (
    select r.id, r.data, r.secret, r."secretHash", p.id as person_id, p.email, p.name, notifications.quiet_end(s.quiet_from, s.quiet_until, at) as quiet_end
      from jsonb_to_recordset(mails) as r(id uuid, "personId" uuid, data jsonb, secret text, "secretHash" text)
      join identity.person p on p.id = r."personId"
      left join notifications.setting s on s.person_id = p.id
  ), offered as (
    insert into notifications.unsubscribe_link (secret_hash, person_id, kind, created_at)
    select w."secretHash", w.person_id, post_digests.template, at from wanted w
  )
  insert into mail.message as m (id, template, data, recipient_email, recipient_name, person_id, kind, unsubscribe, not_before, reason, created_at, changed_at)
  select w.id, post_digests.template, w.data, w.email, w.name, w.person_id, post_digests.template, w.secret, w.quiet_end,
         case when w.quiet_end is not null then 'Ruhezeit: Sie geht danach von selbst hinaus.' end, at, at
    from wanted w
  returning m.id, m.not_before;
end $$;

-- What the link in a mail unsubscribes, and whether that has been done; no row for a link that is none (any more).
create function notifications.find_unsubscribe_link(secret text) returns table (kind text, done boolean)
  language sql stable security definer set search_path = '' as $$
  select l.kind, case when l.kind = 'notifications.digest'
                      then exists (select from notifications.setting s where s.person_id = l.person_id and s.rhythm = 'never')
                      else exists (select from notifications.choice c where c.person_id = l.person_id and c.kind = l.kind and c.channel = 'inbox') end
    from notifications.unsubscribe_link l where l.secret_hash = secret
$$;

-- By the link of a mail: the digest stops, any other kind stays in the inbox. Null when the link is none (any more).
create function notifications.unsubscribe(secret text, at timestamptz) returns text
  language plpgsql security definer set search_path = '' as $$
declare
  link notifications.unsubscribe_link;
begin
  select * into link from notifications.unsubscribe_link l where l.secret_hash = secret;
  if not found then return null; end if;
  if link.kind = 'notifications.digest' then
    insert into notifications.setting as s (person_id, rhythm, weekday, hour, changed_at) values (link.person_id, 'never', 1, 7, at)
      on conflict (person_id) do update set rhythm = 'never', changed_at = at;
  else
    insert into notifications.choice as c (person_id, kind, channel, changed_at) values (link.person_id, link.kind, 'inbox', at)
      on conflict (person_id, kind) do update set channel = 'inbox', changed_at = at;
  end if;
  return link.kind;
end $$;

-- All links that stand in one's mails so far.
create function notifications.revoke_unsubscribe_links() returns integer language plpgsql security definer set search_path = '' as $$
declare
  gone integer;
begin
  delete from notifications.unsubscribe_link l where l.person_id = access.person();
  get diagnostics gone = row_count;
  return gone;
end $$;

create function notifications.own_default_rhythm(today date) returns text language sql stable security definer set search_path = '' as
$$ select notifications.default_rhythm(access.person(), today) $$;

-- Mail in quiet hours is not waiting for the mail server.
create or replace function mail.waiting(before timestamptz, most integer) returns setof uuid language sql stable security definer set search_path = '' as $$
  select m.id from mail.message m
   where m.state = 'waiting' and m.created_at <= before and (m.not_before is null or m.not_before <= before)
   order by m.created_at, m.id limit most
$$;

create or replace function mail.settle(id uuid, state text, reason text, at timestamptz) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  update mail.message m set state = settle.state, reason = settle.reason, changed_at = at,
         sent_at = case when settle.state = 'sent' then at else m.sent_at end,
         data = case when settle.state = 'sent' then '{}' else m.data end,
         unsubscribe = case when settle.state = 'sent' then null else m.unsubscribe end,
         text = case when settle.state = 'sent' and not platform.has_demo() then null else m.text end
   where m.id = settle.id and m.state = 'waiting';
  return found;
end $$;

-- Settings and links go with the person they belong to.
create function notifications.forget_person() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  delete from notifications.setting s where s.person_id = new.id;
  delete from notifications.choice c where c.person_id = new.id;
  delete from notifications.unsubscribe_link l where l.person_id = new.id;
  delete from notifications.digest d where d.person_id = new.id;
  return null;
end $$;

alter function privacy.person_data(uuid) rename to data_of_account;
create function privacy.person_data(person uuid) returns jsonb language sql stable security definer set search_path = '' as $$
  select privacy.data_of_account(person) || jsonb_build_object('notificationSettings', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
    select 'notifications.digest' as kind, s.rhythm as channel, s.weekday, s.hour,
           s.quiet_from as "quietFrom", s.quiet_until as "quietUntil", s.changed_at as "changedAt"
      from notifications.setting s where s.person_id = person
    union all
    select c.kind, c.channel, null, null, null, null, c.changed_at from notifications.choice c where c.person_id = person order by 1) x))
$$;

do $$
declare
  signature text;
begin
  foreach signature in array array[
    'notifications.quiet_end(text, text, timestamptz)', 'notifications.last_due(text, integer, integer, timestamptz)',
    'notifications.default_rhythm(uuid, date)', 'notifications.still_concerns(uuid, uuid, date)',
    'notifications.tell(jsonb, text, boolean, text, text, uuid, text, jsonb, timestamptz)', 'notifications.take_digests(uuid[], timestamptz)',
    'notifications.post_digests(jsonb, text, timestamptz)', 'notifications.find_unsubscribe_link(text)',
    'notifications.unsubscribe(text, timestamptz)', 'notifications.revoke_unsubscribe_links()', 'notifications.own_default_rhythm(date)',
    'notifications.forget_person()', 'privacy.person_data(uuid)'] loop
    execute format('revoke execute on function %s from public', signature);
    if signature ~ '\.(tell|find_unsubscribe_link|unsubscribe|revoke_unsubscribe_links|own_default_rhythm|person_data)\(' then
      execute format('grant execute on function %s to lotsenwerk_app', signature);
    end if;
    if signature ~ '\.(tell|take_digests|post_digests)\(' then execute format('grant execute on function %s to lotsenwerk_worker', signature); end if;
  end loop;
end $$;
revoke execute on function privacy.data_of_account(uuid) from lotsenwerk_app;
grant execute on function notifications.forget_person() to lotsenwerk_owner;
set local role lotsenwerk_owner;
create trigger forget_notification_settings after update of name on identity.person
  for each row when (new.email like '%@geloescht.invalid') execute function notifications.forget_person();
revoke create on schema notifications, mail, privacy, identity from lotsenwerk_access;

insert into privacy.retention_rule (position, name, what, term_hours, since, ground, relation, due) values
  (20, 'digests', 'Welcher Überblick welche Mitteilung enthielt', 10200, 'dem Versand', 'Damit keine Mitteilung zweimal kommt, solange es sie gibt.', 'notifications.digest', 'created_at < $1'),
  (21, 'unsubscribeLinks', 'Links zum Abbestellen in Mails', 9600, 'dem Versand der Mail', 'So lange lässt sich eine alte Mail noch abbestellen.', 'notifications.unsubscribe_link', 'created_at < $1');
