-- Our own queue: enqueued in the transaction of the deed, claimed by workers with SKIP LOCKED, on both databases.
-- The worker's role may claim, finish and fail, and nothing else; the job itself runs in the scope of whoever enqueued it.
create schema jobs;
grant usage on schema jobs to lotsenwerk_app, lotsenwerk_access, lotsenwerk_worker;

create table jobs.job (
  id uuid primary key,
  name text not null,
  data jsonb not null,
  -- While a job with this key is unfinished there is no second one.
  key text,
  person_id uuid references identity.person,
  acting_for uuid references organizations.organization,
  -- Enqueued by the operator or by a schedule: the command line's rights, never those of somebody unknown.
  as_operator boolean not null default false,
  due_at timestamptz not null,
  created_at timestamptz not null,
  attempts integer not null default 0,
  taken_by text,
  taken_until timestamptz,
  done_at timestamptz,
  dead_at timestamptz,
  failure text,
  discarded_at timestamptz,
  discarded_by uuid references identity.person,
  discard_reason text
);
comment on table jobs.job is 'class: system. Work to be done after the deed; one row per job, kept for a while after it is done.';
create unique index job_key on jobs.job (name, key) where done_at is null and dead_at is null;
create index job_due on jobs.job (due_at, id) where done_at is null and dead_at is null;
create index job_done on jobs.job (done_at) where done_at is not null;
create index job_person on jobs.job (person_id);
create index job_acting_for on jobs.job (acting_for);
create index job_dead on jobs.job (dead_at) where dead_at is not null;
create index job_discarded_by on jobs.job (discarded_by);

create table jobs.schedule (
  name text primary key,
  next_at timestamptz not null
);
comment on table jobs.schedule is 'class: system. When each regular job is due next.';

do $$
declare
  name text;
begin
  foreach name in array array['job', 'schedule'] loop
    execute format('alter table jobs.%I enable row level security, force row level security', name);
    execute format('create policy maintenance on jobs.%I to lotsenwerk_owner using (true) with check (true)', name);
    execute format('create policy definer on jobs.%I to lotsenwerk_access using (true) with check (true)', name);
  end loop;
end $$;
grant select, insert, update, delete on jobs.job to lotsenwerk_access;
grant select, insert, update on jobs.schedule to lotsenwerk_access;

-- Person and acting-for come from the settings: a job can do no more than whoever enqueued it.
create function jobs.enqueue(id uuid, name text, data jsonb, key text, due_at timestamptz, at timestamptz) returns boolean
  language plpgsql security definer set search_path = '' as $$
begin
  insert into jobs.job (id, name, data, key, person_id, acting_for, as_operator, due_at, created_at)
  values (enqueue.id, enqueue.name, enqueue.data, enqueue.key, access.person(), access.acting_for(), access.is_operator(), enqueue.due_at, at)
  on conflict do nothing;
  return found;
end $$;

-- `names` and `leases` belong together: what this worker knows, and for how many seconds it may keep each.
create function jobs.claim(worker text, names text[], leases integer[], at timestamptz, most integer)
  returns table (id uuid, name text, data jsonb, person_id uuid, acting_for uuid, as_operator boolean, attempts integer)
  language sql security definer set search_path = '' as $$
  update jobs.job j
     set taken_by = claim.worker, attempts = j.attempts + 1,
         taken_until = at + make_interval(secs => claim.leases[array_position(claim.names, j.name)])
   where j.id in (
     select d.id from jobs.job d
      where d.done_at is null and d.dead_at is null and d.due_at <= at and d.name = any (claim.names)
        and (d.taken_until is null or d.taken_until <= at)
      order by d.due_at, d.id limit most for update skip locked)
  returning j.id, j.name, j.data, j.person_id, j.acting_for, j.as_operator, j.attempts
$$;

-- At the end of each of its transactions the worker shows that the job is still its own, and keeps it longer.
-- False when somebody else has taken it meanwhile: then nothing of the work may stay.
create function jobs.renew(id uuid, worker text, attempt integer, until timestamptz) returns boolean
  language plpgsql security definer set search_path = '' as $$
begin
  update jobs.job j set taken_until = until
   where j.id = renew.id and j.taken_by = worker and j.attempts = attempt and j.done_at is null and j.dead_at is null;
  return found;
end $$;

create function jobs.finish(id uuid, worker text, attempt integer, at timestamptz) returns boolean
  language plpgsql security definer set search_path = '' as $$
begin
  update jobs.job j set done_at = at, taken_by = null, taken_until = null, failure = null
   where j.id = finish.id and j.taken_by = worker and j.attempts = attempt and j.done_at is null and j.dead_at is null;
  return found;
end $$;

-- Without a reason it did not fail but was put back, because its process stops.
create function jobs.fail(id uuid, worker text, attempt integer, at timestamptz, reason text, retry_at timestamptz) returns void
  language sql security definer set search_path = '' as $$
  update jobs.job j set failure = coalesce(reason, j.failure), taken_by = null, taken_until = null,
         attempts = case when reason is null then j.attempts - 1 else j.attempts end,
         due_at = coalesce(retry_at, j.due_at), dead_at = case when retry_at is null then at end
   where j.id = fail.id and j.taken_by = worker and j.attempts = attempt and j.done_at is null and j.dead_at is null
$$;

-- Where one process alone has the database: what a process that is gone had taken is free at once.
create function jobs.adopt(worker text) returns void language sql security definer set search_path = '' as $$
  update jobs.job j set taken_by = null, taken_until = null where j.taken_by <> worker and j.done_at is null
$$;

-- Enqueues what the schedule says is due and moves it on; of several workers one does it. Returns when it is due next.
-- A new schedule begins at `next`, not now: a restart is no reason to run everything.
create function jobs.run_schedule(name text, id uuid, at timestamptz, next timestamptz) returns timestamptz
  language plpgsql security definer set search_path = '' as $$
declare
  due timestamptz;
begin
  insert into jobs.schedule (name, next_at) values (run_schedule.name, next) on conflict do nothing;
  update jobs.schedule s set next_at = next where s.name = run_schedule.name and s.next_at <= at returning s.next_at into due;
  if found then
    insert into jobs.job (id, name, data, key, as_operator, due_at, created_at)
    values (run_schedule.id, run_schedule.name, '{}', 'schedule', true, at, at) on conflict do nothing;
    return due;
  end if;
  -- A schedule that was made denser, or a clock that was set back, must not wait for the old time.
  update jobs.schedule s set next_at = next where s.name = run_schedule.name and s.next_at > next;
  return (select s.next_at from jobs.schedule s where s.name = run_schedule.name);
end $$;

create function jobs.clear(done_before timestamptz, dead_before timestamptz) returns integer
  language plpgsql security definer set search_path = '' as $$
declare
  gone integer;
begin
  delete from jobs.job j where j.done_at < done_before or (j.dead_at < dead_before and j.discarded_at is not null);
  get diagnostics gone = row_count;
  return gone;
end $$;

-- The administrator's page. The content of a job is not shown: it may belong to a municipality.
create function jobs.counts(at timestamptz)
  returns table (name text, waiting bigint, due bigint, running bigint, failing bigint, dead bigint, done bigint, oldest_due_at timestamptz)
  language sql stable security definer set search_path = '' as $$
  select j.name,
         count(*) filter (where j.done_at is null and j.dead_at is null),
         count(*) filter (where j.done_at is null and j.dead_at is null and j.due_at <= at and (j.taken_until is null or j.taken_until <= at)),
         count(*) filter (where j.done_at is null and j.dead_at is null and j.taken_until > at),
         count(*) filter (where j.done_at is null and j.dead_at is null and j.failure is not null),
         count(*) filter (where j.dead_at is not null and j.discarded_at is null),
         count(*) filter (where j.done_at > at - interval '24 hours'),
         min(j.due_at) filter (where j.done_at is null and j.dead_at is null and j.due_at <= at and (j.taken_until is null or j.taken_until <= at))
    from jobs.job j
   where access.holds('{administrator,operator}')
   group by j.name order by j.name
$$;

-- state: 'dead', 'failing' (will be tried again), 'waiting'. The oldest first: they wait longest.
create function jobs.list(state text, after_created timestamptz, after_id uuid, most integer)
  returns table (id uuid, name text, created_at timestamptz, due_at timestamptz, attempts integer, failure text, dead_at timestamptz, taken_until timestamptz)
  language sql stable security definer set search_path = '' as $$
  select j.id, j.name, j.created_at, j.due_at, j.attempts, j.failure, j.dead_at, j.taken_until
    from jobs.job j
   where access.holds('{administrator,operator}') and j.done_at is null and j.discarded_at is null
     and case list.state when 'dead' then j.dead_at is not null
                         when 'failing' then j.dead_at is null and j.failure is not null
                         else j.dead_at is null and j.failure is null end
     and (list.after_id is null or (j.created_at, j.id) > (list.after_created, list.after_id))
   order by j.created_at, j.id limit most
$$;

-- Again from the beginning, with all its tries. 'busy' when the same work is under way under another row, 'gone' when it is not dead (any more).
create function jobs.retry(id uuid, at timestamptz) returns text language plpgsql security definer set search_path = '' as $$
begin
  if not access.holds('{administrator,operator}') then raise insufficient_privilege; end if;
  update jobs.job j set dead_at = null, attempts = 0, due_at = at
   where j.id = retry.id and j.dead_at is not null and j.discarded_at is null and j.done_at is null;
  return case when found then 'retried' else 'gone' end;
exception when unique_violation then
  return 'busy';
end $$;

create function jobs.discard(id uuid, reason text, at timestamptz) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  if not access.holds('{administrator,operator}') then raise insufficient_privilege; end if;
  update jobs.job j set discarded_at = at, discarded_by = access.person(), discard_reason = reason
   where j.id = discard.id and j.dead_at is not null and j.discarded_at is null;
  return found;
end $$;

-- Rights by function: the app enqueues and ends its own, the worker does the rest, pages of the administrator run as the app.
grant create on schema jobs to lotsenwerk_access;
do $$
declare
  signature regprocedure;
  given text;
begin
  for signature, given in
    select p.oid::regprocedure,
           case when p.proname in ('enqueue', 'finish', 'renew') then 'lotsenwerk_app, lotsenwerk_worker'
                when p.proname in ('claim', 'adopt', 'fail', 'run_schedule', 'clear') then 'lotsenwerk_worker'
                else 'lotsenwerk_app' end
      from pg_catalog.pg_proc p where p.pronamespace = 'jobs'::regnamespace
  loop
    execute format('revoke execute on function %s from public', signature);
    execute format('grant execute on function %s to %s', signature, given);
    execute format('alter function %s owner to lotsenwerk_access', signature);
  end loop;
end $$;
revoke create on schema jobs from lotsenwerk_access;
