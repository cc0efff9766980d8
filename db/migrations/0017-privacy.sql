-- What is known about a person, how it is erased, and how long what is kept.
create schema privacy;
grant usage on schema privacy to lotsenwerk_app, lotsenwerk_access, lotsenwerk_worker;

-- The list of terms as data: the same row is read by people, counts what is due and deletes it.
create table privacy.retention_rule (
  name text primary key,
  position integer not null unique,
  what text not null,
  term_hours integer not null check (term_hours > 0),
  -- What the term runs from, in words.
  since text not null,
  ground text not null,
  relation text not null,
  -- True for rows whose term is over; $1 is the instant before which it ended.
  due text not null
);
comment on table privacy.retention_rule is 'class: system. How long what is kept, why, and which rows are over the term.';
alter table privacy.retention_rule enable row level security, force row level security;
create policy maintenance on privacy.retention_rule to lotsenwerk_owner using (true) with check (true);
create policy definer_reads on privacy.retention_rule for select to lotsenwerk_access using (true);
grant select on privacy.retention_rule to lotsenwerk_access;

insert into privacy.retention_rule (position, name, what, term_hours, since, ground, relation, due) values
  (1, 'sessions', 'Anmeldungen im Browser', 720, 'der letzten Nutzung', 'Danach meldet sich niemand mehr damit an (Art. 5 Abs. 1 Buchst. e DSGVO).', 'identity.session', 'last_seen_at < $1'),
  (2, 'attempts', 'Zähler der Anmeldeversuche', 24, 'dem ersten Versuch', 'Zum Schutz vor Ausprobieren von Passwörtern, danach ohne Zweck (Art. 6 Abs. 1 Buchst. f DSGVO).', 'identity.sign_in_attempt', 'window_began_at < $1'),
  (3, 'steps', 'Begonnene Anmeldungen ohne Abschluss', 24, 'ihrem Ablauf', 'Danach ohne Zweck.', 'identity.sign_in_step', 'expires_at < $1'),
  (4, 'devices', 'Wiedererkannte Geräte', 9600, 'der letzten Nutzung', 'Schutz des Zugangs vor Aussperrung, solange das Gerät genutzt wird.', 'identity.known_device', 'last_used_at < $1'),
  (5, 'links', 'Einmal-Links (Einladung, neues Passwort, neue Adresse)', 2160, 'ihrem Ablauf', 'So lange sagt der Link noch, warum er nicht mehr geht.', 'identity.capability', 'expires_at < $1'),
  (6, 'tokens', 'Zugangsschlüssel, abgelaufen oder widerrufen', 2160, 'dem Ende der Gültigkeit', 'Nachweis, welcher Schlüssel wofür galt, im Fall eines Missbrauchs.', 'identity.api_token', 'least(expires_at, coalesce(revoked_at, expires_at)) < $1'),
  (7, 'replies', 'Gemerkte Antworten der Schnittstelle', 48, 'der Antwort', 'Nur für Wiederholungen nach einer Unterbrechung.', 'platform.remembered_reply', 'remembered_at < $1'),
  (8, 'jobs', 'Erledigte Aufträge', 336, 'der Erledigung', 'Zur Fehlersuche.', 'jobs.job', 'done_at < $1'),
  (9, 'discardedJobs', 'Verworfene Aufträge', 2160, 'dem Scheitern', 'Zur Fehlersuche und für Rückfragen.', 'jobs.job', 'dead_at < $1 and discarded_at is not null'),
  (10, 'notifications', 'Gelesene Mitteilungen', 2160, 'dem Lesen', 'Danach ohne Zweck; der Vorgang selbst steht im Protokoll.', 'notifications.notification', 'read_at < $1'),
  (11, 'oldNotifications', 'Ungelesene Mitteilungen', 9600, 'ihrem Eingang', 'Wer ein Jahr nicht da war, findet sie noch.', 'notifications.notification', 'read_at is null and created_at < $1'),
  (12, 'mails', 'Versandte und gescheiterte Mails (Empfänger, Zeit, Ausgang)', 2160, 'dem Versand', 'Nachweis der Zustellung und Fehlersuche.', 'mail.message', 'state <> ''waiting'' and changed_at < $1');

grant delete on identity.api_token, identity.password, identity.last_choice to lotsenwerk_access;
grant update (title) on notifications.notification to lotsenwerk_access;
create policy definer_erases on audit.personal for update to lotsenwerk_access using (true) with check (true);
grant update (person_id, person_salt, person_erased_by, subject_id, subject_salt, subject_erased_by) on audit.personal to lotsenwerk_access;

grant create on schema privacy to lotsenwerk_access;
set local role lotsenwerk_access;

-- How many rows are over each term; deletes nothing.
create function privacy.due(at timestamptz)
  returns table (name text, what text, term_hours integer, since text, ground text, relation text, rows bigint)
  language plpgsql stable security definer set search_path = '' as $$
declare
  rule privacy.retention_rule;
begin
  if not access.holds('{administrator,operator}') then raise insufficient_privilege; end if;
  for rule in select * from privacy.retention_rule r order by r.position loop
    name := rule.name;
    what := rule.what;
    term_hours := rule.term_hours;
    since := rule.since;
    ground := rule.ground;
    relation := rule.relation;
    execute format('select count(*) from %s where %s', rule.relation, rule.due) into rows using at - make_interval(hours => rule.term_hours);
    return next;
  end loop;
end $$;

create function privacy.delete_due(at timestamptz) returns bigint language plpgsql security definer set search_path = '' as $$
declare
  rule privacy.retention_rule;
  gone bigint;
  total bigint := 0;
begin
  for rule in select * from privacy.retention_rule r order by r.position loop
    execute format('delete from %s where %s', rule.relation, rule.due) using at - make_interval(hours => rule.term_hours);
    get diagnostics gone = row_count;
    total := total + gone;
  end loop;
  return total;
end $$;

create function privacy.may_see(person uuid) returns boolean language sql stable set search_path = '' as
$$ select person = access.person() or access.holds('{administrator}') $$;

-- Whether anything still needs the person: a role, an assignment or a substitution of today or later.
create function privacy.is_active(person uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from identity.role_grant g where g.person_id = person and (g.until_day is null or g.until_day >= access.today()))
      or exists (select from identity.assignment a where a.person_id = person and a.until_day >= access.today())
      or exists (select from identity.substitution s where person in (s.person_id, s.deputy_id) and s.until_day >= access.today())
$$;

-- For the administrator, who knows the address from the request of the person; no list of people.
create function privacy.find_person(address text)
  returns table (id uuid, name text, email text, active boolean, places text[])
  language sql stable security definer set search_path = '' as $$
  select p.id, p.name, p.email, privacy.is_active(p.id),
         (select coalesce(array_agg(distinct o.name), '{}') from identity.role_grant g join organizations.organization o on o.id = g.organization_id
           where g.person_id = p.id and (g.until_day is null or g.until_day >= access.today()))
    from identity.person p
   where p.email = address and access.holds('{administrator}')
$$;

create function privacy.summary(person uuid)
  returns table (id uuid, name text, email text, active boolean, erased boolean)
  language sql stable security definer set search_path = '' as $$
  select p.id, p.name, p.email, privacy.is_active(p.id), p.email like '%@geloescht.invalid'
    from identity.person p where p.id = summary.person and privacy.may_see(p.id)
$$;

-- Everything that is known, as one document in parts. No secrets, no hashes, and nothing of others: of what belongs to an organization
-- it says what was done and when, not what it contained.
create function privacy.person_data(person uuid) returns jsonb language plpgsql stable security definer set search_path = '' as $$
begin
  if not privacy.may_see(person) then raise insufficient_privilege; end if;
  return (select jsonb_build_object(
    'person', (select to_jsonb(x) from (select p.id, p.name, p.email, p.created_at as "createdAt" from identity.person p where p.id = person) x),
    'roles', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select o.name as organization, g.role, g.from_day as "from", g.until_day as "until"
        from identity.role_grant g join organizations.organization o on o.id = g.organization_id where g.person_id = person order by g.from_day, g.id) x),
    'assignments', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select o.name as organization, a.from_day as "from", a.until_day as "until"
        from identity.assignment a join organizations.organization o on o.id = a.organization_id where a.person_id = person order by a.from_day, a.id) x),
    'substitutions', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select o.name as organization, s.person_id = person as "isRepresented", s.from_day as "from", s.until_day as "until"
        from identity.substitution s join organizations.organization o on o.id = s.organization_id
       where person in (s.person_id, s.deputy_id) order by s.from_day, s.id) x),
    'departures', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select o.name as organization, d.last_day as "lastDay"
        from identity.departure d join organizations.organization o on o.id = d.organization_id where d.person_id = person order by d.last_day, d.id) x),
    'invitations', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select o.name as organization, i.name, i.email, i.roles, i.invited_at as "invitedAt", i.accepted_at as "acceptedAt"
        from identity.invitation i join organizations.organization o on o.id = i.organization_id
       where i.accepted_by = person or i.email = (select p.email from identity.person p where p.id = person) order by i.invited_at, i.id) x),
    'signIn', (select jsonb_build_object(
      'passwordChangedAt', (select w.changed_at from identity.password w where w.person_id = person),
      'secondFactorSince', (select f.confirmed_at from identity.second_factor f where f.person_id = person),
      'recoveryCodesLeft', (select count(*) from identity.recovery_code c where c.person_id = person and c.used_at is null))),
    'sessions', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select s.agent as device, s.created_at as "openedAt", s.last_seen_at as "lastSeenAt" from identity.session s where s.person_id = person order by s.created_at) x),
    'devices', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select d.created_at as "knownSince", d.last_used_at as "lastUsedAt" from identity.known_device d where d.person_id = person order by d.created_at) x),
    'tokens', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select t.name, t.scope, t.created_at as "createdAt", t.expires_at as "expiresAt", t.last_used_at as "lastUsedAt", t.revoked_at as "revokedAt"
        from identity.api_token t where t.person_id = person order by t.created_at) x),
    'mails', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select m.template, m.recipient_email as "to", m.state, m.created_at as "createdAt", m.sent_at as "sentAt"
        from mail.message m where m.person_id = person or m.recipient_email = (select p.email from identity.person p where p.id = person)
       order by m.created_at, m.id limit 5000) x),
    'notifications', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select n.title, n.created_at as "createdAt", n.read_at as "readAt" from notifications.notification n where n.person_id = person order by n.created_at, n.id limit 5000) x),
    'deeds', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select e.at, e.event, o.name as organization, p.person_id = person as "byPerson"
        from audit.personal p join audit.entry e on e.id = p.entry_id left join organizations.organization o on o.id = e.organization_id
       where p.person_id = person or p.subject_id = person order by e.at desc, e.id desc limit 20000) x)));
end $$;

-- Takes name, address, ways in and messages away; the rows that others need stay, as of somebody who was here once.
-- 'unknown', 'erased' before, 'active', 'self' or 'done'.
create function privacy.erase_person(person uuid, entry uuid, at timestamptz) returns text
  language plpgsql security definer set search_path = '' as $$
declare
  gone identity.person;
  parts text;
  entries bigint;
  nobody constant text := 'Ehemalige Person';
begin
  if not access.holds('{administrator}') then raise insufficient_privilege; end if;
  select * into gone from identity.person p where p.id = erase_person.person for update;
  if not found then return 'unknown'; end if;
  if gone.email like '%@geloescht.invalid' then return 'erased'; end if;
  if gone.id = access.person() then return 'self'; end if;
  if privacy.is_active(gone.id) then return 'active'; end if;

  -- The entry names by hash which parts it takes, so that nothing else can be taken in its name.
  select audit.hashed(coalesce(jsonb_agg(jsonb_build_array(t.entry_id, t.part) order by t.entry_id, t.part), '[]')), count(distinct t.entry_id)
    into parts, entries from (
      select p.entry_id, 'person' as part from audit.personal p where p.person_id = gone.id
      union all
      select p.entry_id, 'subject' from audit.personal p where p.subject_id = gone.id) t;
  perform audit.record_audit(entry, at, null, 'person.erased', null, jsonb_build_object('parts', parts, 'entries', entries));
  update audit.personal p set person_id = null, person_salt = null, person_erased_by = entry where p.person_id = gone.id;
  update audit.personal p set subject_id = null, subject_salt = null, subject_erased_by = entry where p.subject_id = gone.id;

  delete from identity.session s where s.person_id = gone.id;
  delete from identity.api_token t where t.person_id = gone.id;
  delete from identity.password w where w.person_id = gone.id;
  delete from identity.recovery_code c where c.person_id = gone.id;
  delete from identity.second_factor f where f.person_id = gone.id;
  delete from identity.known_device d where d.person_id = gone.id;
  delete from identity.sign_in_step s where s.person_id = gone.id;
  delete from identity.capability c where c.person_id = gone.id;
  delete from identity.last_choice l where l.person_id = gone.id;
  delete from notifications.notification n where n.person_id = gone.id;
  -- Also what others were told and mailed about the person by name.
  update notifications.notification n set title = replace(n.title, gone.name, 'eine ehemalige Person') where position(gone.name in n.title) > 0;
  delete from mail.message m
   where m.state <> 'waiting' and position(gone.name in concat_ws(' ', m.subject, m.text, m.data::text, m.recipient_name)) > 0
      or m.person_id = gone.id or m.recipient_email = gone.email;
  delete from identity.capability c using identity.invitation i
   where i.id = c.invitation_id and i.accepted_at is null and i.email = gone.email;
  update identity.invitation i set name = nobody, email = 'geloescht-' || i.id || '@geloescht.invalid',
         revoked_at = case when i.accepted_at is null then coalesce(i.revoked_at, at) end
   where i.accepted_by = gone.id or i.email = gone.email;
  update identity.departure d set handed_over = replace(d.handed_over::text, to_jsonb(gone.name)::text, to_jsonb(nobody)::text)::jsonb
   where position(gone.name in d.handed_over::text) > 0;
  update identity.person p set name = nobody, email = 'geloescht-' || p.id || '@geloescht.invalid' where p.id = gone.id;
  return 'done';
end $$;

do $$
declare
  signature regprocedure;
begin
  for signature in
    select p.oid from pg_catalog.pg_proc p where p.pronamespace = 'privacy'::regnamespace and p.proowner = 'lotsenwerk_access'::regrole
  loop
    execute format('revoke execute on function %s from public', signature);
    if signature::text !~ 'may_see|is_active|delete_due' then execute format('grant execute on function %s to lotsenwerk_app', signature); end if;
  end loop;
end $$;
grant execute on function privacy.delete_due(timestamptz) to lotsenwerk_worker;
set local role lotsenwerk_owner;
revoke create on schema privacy from lotsenwerk_access;
