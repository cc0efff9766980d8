-- Second factor, known devices, steps of a sign-in, sessions and tokens as their owner sees them.

alter table identity.session add column id uuid not null default gen_random_uuid();
-- Family of browser and system, as far as the browser says: "Firefox unter Windows".
alter table identity.session add column agent text not null default '';
create unique index session_id on identity.session (id);

alter table identity.api_token add column name text not null default 'Kommandozeile';
alter table identity.api_token add column scope text not null default 'write' check (scope in ('read', 'write'));
alter table identity.api_token add column last_used_at timestamptz;
alter table identity.api_token add column revoked_at timestamptz;

create table identity.second_factor (
  person_id uuid primary key references identity.person,
  -- Sealed with a key of the installation: the database alone does not give it away.
  sealed_secret text not null,
  begun_at timestamptz not null,
  confirmed_at timestamptz,
  -- The step of the newest code that was taken: no code works twice, and none that is older.
  last_step bigint not null default 0
);
comment on table identity.second_factor is 'class: system. Secrets of one-time codes; until it is confirmed it is not asked for.';

create table identity.recovery_code (
  person_id uuid not null references identity.person,
  code_hash text not null,
  used_at timestamptz,
  primary key (person_id, code_hash)
);
comment on table identity.recovery_code is 'class: system. Hashes of the codes that stand in for the second factor, once each.';

create table identity.known_device (
  token_hash text not null,
  person_id uuid not null references identity.person,
  created_at timestamptz not null,
  last_used_at timestamptz not null,
  primary key (token_hash, person_id)
);
comment on table identity.known_device is 'class: system. Browsers in which a person has signed in before: guesses from elsewhere cannot lock them out.';
create index known_device_person on identity.known_device (person_id);
create index known_device_age on identity.known_device (last_used_at);

create table identity.sign_in_step (
  token_hash text primary key,
  -- Null: the password was wrong, which nobody may learn from the page that asks for the mailed code.
  person_id uuid references identity.person,
  asks text not null check (asks in ('mailedCode', 'secondFactor')),
  code_hash text,
  tries integer not null default 0,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
comment on table identity.sign_in_step is 'class: system. Sign-ins whose password is given and that wait for a code.';
create index sign_in_step_person on identity.sign_in_step (person_id);
create index sign_in_step_age on identity.sign_in_step (expires_at);

drop function identity.begin_sign_in(text, text[], integer[], timestamptz, interval);
drop function identity.open_session(text, uuid, text, timestamptz, timestamptz);
drop function identity.session_actor(text, timestamptz, timestamptz, date);
drop function identity.token_actor(text, timestamptz, uuid, date);
drop function identity.token_person(text, timestamptz);

grant create on schema identity to lotsenwerk_access;
grant select, insert, update, delete on identity.second_factor, identity.recovery_code, identity.known_device, identity.sign_in_step to lotsenwerk_access;
grant update on identity.api_token to lotsenwerk_access;

set local role lotsenwerk_access;

-- Counts one attempt under each key and says how long to wait for each: 0 while it is within its limit. Windows that have passed, or
-- that a clock set back has put into the future, begin anew (a minute is allowed between servers).
create function identity.count_attempts(keys text[], limits integer[], windows interval[], at timestamptz) returns integer[]
  language plpgsql security definer set search_path = '' as $$
declare
  place integer;
  counted identity.sign_in_attempt;
  waits integer[] := '{}';
begin
  for place in 1 .. cardinality(keys) loop
    insert into identity.sign_in_attempt as a (key, window_began_at, attempts) values (keys[place], at, 1)
      on conflict (key) do update set
        attempts = case when a.window_began_at <= at - windows[place] or a.window_began_at > at + interval '1 minute' then 1 else a.attempts + 1 end,
        window_began_at = case when a.window_began_at <= at - windows[place] or a.window_began_at > at + interval '1 minute' then at else a.window_began_at end
      returning * into counted;
    waits := waits || case when counted.attempts <= limits[place] then 0
      else greatest(1, ceil(extract(epoch from counted.window_began_at + windows[place] - at))::integer) end;
  end loop;
  -- Rows that another attempt holds are left to a later one: it may wait for a row of ours.
  delete from identity.sign_in_attempt a where a.key in (
    select o.key from identity.sign_in_attempt o where o.window_began_at <= at - interval '1 day' for update skip locked);
  return waits;
end $$;

-- What succeeded was no guess. `gone` starts anew, `lessened` loses this one attempt.
-- One after the other in the order in which they are counted: else two sign-ins could wait for each other.
create function identity.forgive_attempts(gone text[], lessened text[]) returns void language plpgsql security definer set search_path = '' as $$
declare
  each_key text;
begin
  delete from identity.sign_in_attempt a where a.key = any (gone);
  foreach each_key in array lessened loop
    update identity.sign_in_attempt a set attempts = greatest(0, a.attempts - 1) where a.key = each_key;
  end loop;
end $$;

create function identity.knows_device(address text, device text, since timestamptz) returns boolean
  language sql stable security definer set search_path = '' as $$
  select exists (select from identity.known_device d join identity.person p on p.id = d.person_id
    where p.email = address and d.token_hash = device and d.last_used_at > since)
$$;

create function identity.sign_in_person(address text)
  returns table (person_id uuid, name text, email text, password_hash text, has_second_factor boolean)
  language sql stable security definer set search_path = '' as $$
  select p.id, p.name, p.email, w.hash, exists (select from identity.second_factor f where f.person_id = p.id and f.confirmed_at is not null)
    from identity.person p join identity.password w on w.person_id = p.id where p.email = address
$$;

create function identity.begin_step(token text, person uuid, asks text, code text, at timestamptz, expires timestamptz) returns void
  language sql security definer set search_path = '' as $$
  delete from identity.sign_in_step s where s.expires_at <= at - interval '1 day';
  insert into identity.sign_in_step (token_hash, person_id, asks, code_hash, created_at, expires_at)
  values (token, person, begin_step.asks, code, at, expires);
$$;

-- One try at a step: counted before anything is compared. No row: over, used up, or never begun.
create function identity.try_step(token text, most integer, at timestamptz)
  returns table (person_id uuid, name text, email text, asks text, code_hash text, has_second_factor boolean, sealed_secret text, tries integer)
  language sql security definer set search_path = '' as $$
  with tried as (
    update identity.sign_in_step s set tries = s.tries + 1
     where s.token_hash = token and s.expires_at > at and s.created_at < at + interval '5 minutes' and s.tries < most returning s.*)
  select t.person_id, p.name, p.email, t.asks, t.code_hash, f.person_id is not null, f.sealed_secret, t.tries
    from tried t
    left join identity.person p on p.id = t.person_id
    left join identity.second_factor f on f.person_id = t.person_id and f.confirmed_at is not null
$$;

create function identity.end_step(token text) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  delete from identity.sign_in_step s where s.token_hash = token;
  return found;
end $$;

-- False when this code, or a later one, was taken before. A mark a day ahead comes from a clock that was wrong and does not count.
create function identity.take_step(person uuid, step bigint) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  update identity.second_factor f set last_step = step where f.person_id = person and (f.last_step < step or f.last_step > step + 2880);
  return found;
end $$;

-- How many are left; null when it is none of the person's, or was used before.
create function identity.take_recovery_code(person uuid, code text, at timestamptz) returns integer
  language plpgsql security definer set search_path = '' as $$
begin
  update identity.recovery_code c set used_at = at where c.person_id = person and c.code_hash = code and c.used_at is null;
  if not found then return null; end if;
  return (select count(*) from identity.recovery_code c where c.person_id = person and c.used_at is null);
end $$;

create function identity.open_session(token text, session uuid, person uuid, device text, agent text, at timestamptz, opened_since timestamptz, known_since timestamptz)
  returns void language sql security definer set search_path = '' as $$
  delete from identity.session s where s.created_at <= opened_since;
  delete from identity.known_device d where d.last_used_at <= known_since;
  insert into identity.session (token_hash, id, person_id, agent, created_at, last_seen_at) values (token, session, person, open_session.agent, at, at);
  insert into identity.known_device as k (token_hash, person_id, created_at, last_used_at) values (device, person, at, at)
    on conflict (token_hash, person_id) do update set last_used_at = excluded.last_used_at;
$$;

create function identity.session_actor(token text, idle_since timestamptz, opened_since timestamptz, today date)
  returns table (person_id uuid, name text, email text, acting_for uuid, roles text[], organizations jsonb, session_id uuid, last_seen_at timestamptz)
  language sql stable security definer set search_path = '' as $$
  select a.*, s.id, s.last_seen_at
    from identity.session s cross join lateral identity.actor(s.person_id, s.acting_for, today) a
   where s.token_hash = token and s.last_seen_at > idle_since and s.created_at > opened_since
$$;

create function identity.token_person(token text, at timestamptz)
  returns table (person_id uuid, scope text, last_used_at timestamptz) language sql stable security definer set search_path = '' as
$$ select t.person_id, t.scope, t.last_used_at from identity.api_token t where t.token_hash = token and t.expires_at > at and t.revoked_at is null $$;

create function identity.token_actor(token text, at timestamptz, wanted uuid, today date)
  returns table (person_id uuid, name text, email text, acting_for uuid, roles text[], organizations jsonb)
  language sql stable security definer set search_path = '' as $$
  select a.*
    from identity.api_token t cross join lateral identity.actor(t.person_id, wanted, today) a
   where t.token_hash = token and t.expires_at > at and t.revoked_at is null
$$;

create function identity.touch_token(token text, at timestamptz) returns void language sql security definer set search_path = '' as
$$ update identity.api_token set last_used_at = at where token_hash = token and (last_used_at is null or last_used_at < at) $$;

-- What follows is about the person of the transaction, and about nobody else.
create function identity.own_sessions(idle_since timestamptz, opened_since timestamptz)
  returns table (id uuid, agent text, created_at timestamptz, last_seen_at timestamptz)
  language sql stable security definer set search_path = '' as $$
  select s.id, s.agent, s.created_at, s.last_seen_at from identity.session s
   where s.person_id = access.person() and s.last_seen_at > idle_since and s.created_at > opened_since
   order by s.last_seen_at desc, s.id
$$;

-- One of the own sessions, or all but one; how many ended.
create function identity.end_own_sessions(only_this uuid, all_but uuid) returns integer language plpgsql security definer set search_path = '' as $$
declare
  ended integer;
begin
  delete from identity.session s where s.person_id = access.person()
     and (only_this is null or s.id = only_this) and s.id is distinct from all_but;
  get diagnostics ended = row_count;
  return ended;
end $$;

create function identity.own_tokens(at timestamptz)
  returns table (id uuid, name text, scope text, created_at timestamptz, expires_at timestamptz, last_used_at timestamptz)
  language sql stable security definer set search_path = '' as $$
  select t.id, t.name, t.scope, t.created_at, t.expires_at, t.last_used_at from identity.api_token t
   where t.person_id = access.person() and t.revoked_at is null and t.expires_at > at
   order by t.created_at desc, t.id desc
$$;

create function identity.add_own_token(id uuid, token text, name text, scope text, at timestamptz, expires timestamptz) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  if access.person() is null then raise insufficient_privilege; end if;
  insert into identity.api_token (id, token_hash, person_id, name, scope, created_at, expires_at)
  values (add_own_token.id, token, access.person(), add_own_token.name, add_own_token.scope, at, expires);
end $$;

create function identity.revoke_own_token(id uuid, at timestamptz) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  update identity.api_token t set revoked_at = at where t.id = revoke_own_token.id and t.person_id = access.person() and t.revoked_at is null;
  return found;
end $$;

create function identity.own_password() returns text language sql stable security definer set search_path = '' as
$$ select w.hash from identity.password w where w.person_id = access.person() $$;

create function identity.set_own_password(hash text, at timestamptz) returns void language plpgsql security definer set search_path = '' as $$
begin
  update identity.password w set hash = set_own_password.hash, changed_at = at where w.person_id = access.person();
  if not found then raise insufficient_privilege; end if;
end $$;

create function identity.own_second_factor()
  returns table (sealed_secret text, begun_at timestamptz, confirmed_at timestamptz, codes_left integer)
  language sql stable security definer set search_path = '' as $$
  select f.sealed_secret, f.begun_at, f.confirmed_at,
         (select count(*)::integer from identity.recovery_code c where c.person_id = f.person_id and c.used_at is null)
    from identity.second_factor f where f.person_id = access.person()
$$;

-- False when one is in use: that one has to be switched off first.
create function identity.begin_second_factor(sealed text, at timestamptz) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  insert into identity.second_factor as f (person_id, sealed_secret, begun_at) values (access.person(), sealed, at)
    on conflict (person_id) do update set sealed_secret = excluded.sealed_secret, begun_at = excluded.begun_at, last_step = 0
    where f.confirmed_at is null;
  return found;
end $$;

create function identity.set_recovery_codes(codes text[]) returns void language sql security definer set search_path = '' as $$
  delete from identity.recovery_code c where c.person_id = access.person();
  insert into identity.recovery_code (person_id, code_hash) select access.person(), code from unnest(codes) code;
$$;

create function identity.confirm_second_factor(step bigint, at timestamptz) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  update identity.second_factor f set confirmed_at = at, last_step = step
   where f.person_id = access.person() and f.confirmed_at is null and f.last_step < step;
  return found;
end $$;

create function identity.end_second_factor() returns boolean language plpgsql security definer set search_path = '' as $$
begin
  delete from identity.recovery_code c where c.person_id = access.person();
  delete from identity.second_factor f where f.person_id = access.person();
  return found;
end $$;

do $$
declare
  signature regprocedure;
begin
  for signature in
    select p.oid from pg_catalog.pg_proc p where p.pronamespace = 'identity'::regnamespace and p.proname in (
      'count_attempts', 'forgive_attempts', 'knows_device', 'sign_in_person', 'begin_step', 'try_step', 'end_step', 'take_step', 'take_recovery_code',
      'open_session', 'session_actor', 'token_person', 'token_actor', 'touch_token', 'own_sessions', 'end_own_sessions', 'own_tokens',
      'add_own_token', 'revoke_own_token', 'own_password', 'set_own_password', 'own_second_factor', 'begin_second_factor',
      'set_recovery_codes', 'confirm_second_factor', 'end_second_factor') loop
    execute format('revoke execute on function %s from public', signature);
    execute format('grant execute on function %s to lotsenwerk_app', signature);
  end loop;
end $$;
set local role lotsenwerk_owner;
revoke create on schema identity from lotsenwerk_access;

do $$
declare
  name text;
begin
  foreach name in array array['second_factor', 'recovery_code', 'known_device', 'sign_in_step'] loop
    execute format('alter table identity.%I enable row level security, force row level security', name);
    execute format('create policy maintenance on identity.%I to lotsenwerk_owner using (true) with check (true)', name);
    execute format('create policy definer on identity.%I to lotsenwerk_access using (true) with check (true)', name);
  end loop;
end $$;
