-- The outbox: a mail is written in the transaction of the deed and handed to the mail server by a job. The app role may post and nothing else.
create schema mail;
grant usage on schema mail to lotsenwerk_app, lotsenwerk_access, lotsenwerk_worker;

create table mail.message (
  id uuid primary key,
  template text not null,
  -- What the placeholders stand for; emptied as soon as the mail is out, because it may hold links that open something.
  data jsonb not null,
  recipient_email text not null check (recipient_email !~ '[[:cntrl:][:space:]]'),
  recipient_name text not null,
  person_id uuid references identity.person,
  organization_id uuid references organizations.organization,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed', 'bounced')),
  -- Written once, before the first hand-over: a repeated hand-over is the same mail.
  subject text,
  text text,
  attempts integer not null default 0,
  reason text,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  sent_at timestamptz
);
comment on table mail.message is 'class: system. Outbox; one row per mail and recipient.';
create index message_state on mail.message (state, created_at, id);
create index message_recipient on mail.message (recipient_email, sent_at);
create index message_person on mail.message (person_id);
create index message_organization on mail.message (organization_id, id);

create table mail.template (
  name text primary key,
  -- Both null: ours again. The row stays for its version.
  subject text check (subject !~ '[[:cntrl:]]'),
  text text check ((text is null) = (subject is null)),
  version integer not null default 1,
  changed_at timestamptz not null,
  changed_by uuid references identity.person
);
comment on table mail.template is 'class: shared. Own wording of the cooperative; a template without a row here, or with an empty one, has ours.';
create index template_changed_by on mail.template (changed_by);

create table mail.letterhead (
  only_one boolean primary key default true check (only_one),
  -- Null: ours.
  sender text check (sender !~ '[[:cntrl:]]'),
  closing text,
  footer text,
  version integer not null default 1,
  changed_at timestamptz not null,
  changed_by uuid references identity.person
);
comment on table mail.letterhead is 'class: shared. Name, closing and contact lines below each mail; without a row ours.';
create index letterhead_changed_by on mail.letterhead (changed_by);

do $$
declare
  name text;
begin
  foreach name in array array['message', 'template', 'letterhead'] loop
    execute format('alter table mail.%I enable row level security, force row level security', name);
    execute format('create policy maintenance on mail.%I to lotsenwerk_owner using (true) with check (true)', name);
    execute format('create policy definer on mail.%I to lotsenwerk_access using (true) with check (true)', name);
  end loop;
  foreach name in array array['template', 'letterhead'] loop
    execute format('create policy signed_in on mail.%I for select to lotsenwerk_app using ((select access.person() is not null or access.is_operator()))', name);
    execute format('create policy office_adds on mail.%I for insert to lotsenwerk_app with check ((select access.holds(''{office,administrator}'')) and changed_by = (select access.person()))', name);
    execute format('create policy office_changes on mail.%I for update to lotsenwerk_app using ((select access.holds(''{office,administrator}''))) with check ((select access.holds(''{office,administrator}'')))', name);
    execute format('grant select, insert, update on mail.%I to lotsenwerk_app', name);
    execute format('grant select on mail.%I to lotsenwerk_access', name);
  end loop;
end $$;
grant select, insert, update, delete on mail.message to lotsenwerk_access;

create function mail.post(id uuid, template text, data jsonb, email text, name text, person uuid, organization uuid, at timestamptz)
  returns void language sql security definer set search_path = '' as $$
  insert into mail.message (id, template, data, recipient_email, recipient_name, person_id, organization_id, created_at, changed_at)
  values (post.id, post.template, post.data, post.email, post.name, person, organization, at, at)
$$;

-- To somebody whose address the person acting may not know. False when there is nobody.
create function mail.post_to_person(id uuid, template text, data jsonb, person uuid, organization uuid, at timestamptz)
  returns boolean language plpgsql security definer set search_path = '' as $$
begin
  insert into mail.message (id, template, data, recipient_email, recipient_name, person_id, organization_id, created_at, changed_at)
  select post_to_person.id, post_to_person.template, post_to_person.data, p.email, p.name, p.id, organization, at, at
    from identity.person p where p.id = person;
  return found;
end $$;

-- What a worker needs to hand a mail over; no row when it is not waiting any more.
create function mail.take(id uuid, tries integer) returns setof mail.message language sql security definer set search_path = '' as $$
  update mail.message m set attempts = m.attempts + tries where m.id = take.id and m.state = 'waiting' returning m.*
$$;

create function mail.compose(id uuid, subject text, text text) returns void language sql security definer set search_path = '' as $$
  update mail.message m set subject = compose.subject, text = compose.text where m.id = compose.id and m.state = 'waiting' and m.subject is null
$$;

create function mail.delay(id uuid, reason text, at timestamptz) returns void language sql security definer set search_path = '' as $$
  update mail.message m set reason = delay.reason, changed_at = at where m.id = delay.id and m.state = 'waiting'
$$;

-- What the mail said is with its recipient now; only the mailbox of the demo keeps it.
create function mail.settle(id uuid, state text, reason text, at timestamptz) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  update mail.message m set state = settle.state, reason = settle.reason, changed_at = at,
         sent_at = case when settle.state = 'sent' then at else m.sent_at end,
         data = case when settle.state = 'sent' then '{}' else m.data end,
         text = case when settle.state = 'sent' and not platform.has_demo() then null else m.text end
   where m.id = settle.id and m.state = 'waiting';
  return found;
end $$;

-- By our Message-ID, or by the address alone: then the newest mail that went there within a week. False when it is none of ours,
-- or when it was said before.
create function mail.bounce(id uuid, email text, reason text, at timestamptz) returns boolean language plpgsql security definer set search_path = '' as $$
declare
  hit uuid := bounce.id;
begin
  if hit is null then
    select m.id into hit from mail.message m
     where m.recipient_email = bounce.email and m.sent_at > at - interval '7 days'
     order by m.sent_at desc limit 1;
  end if;
  update mail.message m set state = 'bounced', reason = bounce.reason, changed_at = at where m.id = hit and m.state = 'sent';
  return found;
end $$;

-- What a worker needs to word a mail: the office's own words, where there are any.
create function mail.own_wording(name text) returns table (subject text, text text) language sql stable security definer set search_path = '' as $$
  select t.subject, t.text from mail.template t where t.name = own_wording.name and t.subject is not null
$$;

create function mail.own_letterhead() returns table (sender text, closing text, footer text)
  language sql stable security definer set search_path = '' as $$
  select l.sender, l.closing, l.footer from mail.letterhead l where l.sender is not null
$$;

create function mail.cooperative_name() returns text language sql stable security definer set search_path = '' as $$
  select o.name from organizations.organization o where o.kind = 'cooperative' order by o.created_at limit 1
$$;

create function mail.waiting(before timestamptz, most integer) returns setof uuid language sql stable security definer set search_path = '' as $$
  select m.id from mail.message m where m.state = 'waiting' and m.created_at <= before order by m.created_at, m.id limit most
$$;

create function mail.clear(before timestamptz) returns integer language plpgsql security definer set search_path = '' as $$
declare
  gone integer;
begin
  delete from mail.message m where m.state <> 'waiting' and m.changed_at < before;
  get diagnostics gone = row_count;
  return gone;
end $$;

-- The office sees to whom mail did not come through and why, never what it said.
create function mail.outbox(wanted text[], newest integer)
  returns table (id uuid, template text, recipient_email text, recipient_name text, state text, attempts integer, reason text, created_at timestamptz, changed_at timestamptz)
  language sql stable security definer set search_path = '' as $$
  select m.id, m.template, m.recipient_email, m.recipient_name, m.state, m.attempts, m.reason, m.created_at, m.changed_at
    from mail.message m
   where access.holds('{office,administrator,operator}') and m.state = any (wanted)
   order by m.changed_at desc, m.id desc limit newest
$$;

create function mail.counts() returns table (state text, count bigint) language sql stable security definer set search_path = '' as $$
  select m.state, count(*) from mail.message m where access.holds('{office,administrator,operator}') group by m.state
$$;

-- Only what did not arrive and still has its words. False when there is no such mail.
create function mail.send_again(id uuid, at timestamptz) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  update mail.message m set state = 'waiting', reason = null, changed_at = at
   where m.id = send_again.id and m.state = 'failed' and access.holds('{office,administrator}');
  return found;
end $$;

-- The mailbox of the demo: only one's own, and only while demo accounts exist.
create function mail.demo_mailbox() returns table (id uuid, subject text, text text, state text, created_at timestamptz)
  language sql stable security definer set search_path = '' as $$
  select m.id, m.subject, m.text, m.state, m.created_at
    from mail.message m
   where platform.has_demo() and m.subject is not null
     and (m.person_id = access.person()
          or m.recipient_email = (select p.email from identity.person p where p.id = access.person()))
   order by m.created_at desc, m.id desc limit 100
$$;

grant create on schema mail to lotsenwerk_access;
do $$
declare
  signature regprocedure;
  given text;
begin
  for signature, given in
    select p.oid::regprocedure,
           case when p.proname in ('post', 'post_to_person', 'cooperative_name') then 'lotsenwerk_app, lotsenwerk_worker'
                when p.proname in ('take', 'compose', 'delay', 'settle', 'bounce', 'waiting', 'clear', 'own_wording', 'own_letterhead') then 'lotsenwerk_worker'
                else 'lotsenwerk_app' end
      from pg_catalog.pg_proc p where p.pronamespace = 'mail'::regnamespace
  loop
    execute format('revoke execute on function %s from public', signature);
    execute format('grant execute on function %s to %s', signature, given);
    execute format('alter function %s owner to lotsenwerk_access', signature);
  end loop;
end $$;
revoke create on schema mail from lotsenwerk_access;
