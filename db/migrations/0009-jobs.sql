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
  due_at timestamptz not null,
  created_at timestamptz not null,
  attempts integer not null default 0,
  taken_by text,
  taken_until timestamptz,
  done_at timestamptz,
  dead_at timestamptz,
  failure text
);
comment on table jobs.job is 'class: system. Work to be done after the deed; one row per job, kept for a while after it is done.';
create unique index job_key on jobs.job (name, key) where done_at is null and dead_at is null;
create index job_due on jobs.job (due_at, id) where done_at is null and dead_at is null;
create index job_done on jobs.job (done_at) where done_at is not null;
create index job_person on jobs.job (person_id);
create index job_acting_for on jobs.job (acting_for);

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
  insert into jobs.job (id, name, data, key, person_id, acting_for, due_at, created_at)
  values (enqueue.id, enqueue.name, enqueue.data, enqueue.key, access.person(), access.acting_for(), enqueue.due_at, at)
  on conflict do nothing;
  return found;
end $$;

create function jobs.claim(worker text, names text[], at timestamptz, lease interval, most integer) returns setof jobs.job
  language sql security definer set search_path = '' as $$
  update jobs.job j set taken_by = worker, taken_until = at + lease, attempts = j.attempts + 1
   where j.id in (
     select d.id from jobs.job d
      where d.done_at is null and d.dead_at is null and d.due_at <= at and d.name = any (names)
        and (d.taken_until is null or d.taken_until <= at)
      order by d.due_at, d.id limit most for update skip locked)
  returning j.*
$$;

-- False when somebody else has taken the job meanwhile (the lease ran out): then nothing of the work may stay.
create function jobs.finish(id uuid, worker text, at timestamptz) returns boolean
  language plpgsql security definer set search_path = '' as $$
begin
  update jobs.job j set done_at = at, taken_by = null, taken_until = null, failure = null
   where j.id = finish.id and j.taken_by = worker and j.done_at is null;
  return found;
end $$;

create function jobs.fail(id uuid, worker text, at timestamptz, reason text, retry_at timestamptz) returns void
  language sql security definer set search_path = '' as $$
  update jobs.job j set failure = reason, taken_by = null, taken_until = null,
         due_at = coalesce(retry_at, j.due_at), dead_at = case when retry_at is null then at end
   where j.id = fail.id and j.taken_by = worker and j.done_at is null
$$;

-- Enqueues what the schedule says is due and moves it on; of several workers one does it.
create function jobs.run_schedule(name text, id uuid, at timestamptz, next timestamptz) returns boolean
  language plpgsql security definer set search_path = '' as $$
begin
  insert into jobs.schedule (name, next_at) values (run_schedule.name, at) on conflict do nothing;
  update jobs.schedule s set next_at = next where s.name = run_schedule.name and s.next_at <= at;
  if not found then return false; end if;
  insert into jobs.job (id, name, data, key, due_at, created_at)
  values (run_schedule.id, run_schedule.name, '{}', 'schedule', at, at) on conflict do nothing;
  return true;
end $$;

create function jobs.clear(before timestamptz) returns integer language plpgsql security definer set search_path = '' as $$
declare
  gone integer;
begin
  delete from jobs.job where done_at < before;
  get diagnostics gone = row_count;
  return gone;
end $$;

do $$
declare
  signature text;
begin
  foreach signature in array array[
    'jobs.enqueue(uuid, text, jsonb, text, timestamptz, timestamptz)', 'jobs.claim(text, text[], timestamptz, interval, integer)',
    'jobs.finish(uuid, text, timestamptz)', 'jobs.fail(uuid, text, timestamptz, text, timestamptz)',
    'jobs.run_schedule(text, uuid, timestamptz, timestamptz)', 'jobs.clear(timestamptz)'] loop
    execute format('revoke execute on function %s from public', signature);
  end loop;
end $$;
grant execute on function jobs.enqueue(uuid, text, jsonb, text, timestamptz, timestamptz) to lotsenwerk_app;
grant execute on function jobs.finish(uuid, text, timestamptz) to lotsenwerk_app;
grant execute on function jobs.claim(text, text[], timestamptz, interval, integer), jobs.finish(uuid, text, timestamptz),
  jobs.fail(uuid, text, timestamptz, text, timestamptz), jobs.run_schedule(text, uuid, timestamptz, timestamptz),
  jobs.clear(timestamptz) to lotsenwerk_worker;
grant create on schema jobs to lotsenwerk_access;
alter function jobs.enqueue(uuid, text, jsonb, text, timestamptz, timestamptz) owner to lotsenwerk_access;
alter function jobs.claim(text, text[], timestamptz, interval, integer) owner to lotsenwerk_access;
alter function jobs.finish(uuid, text, timestamptz) owner to lotsenwerk_access;
alter function jobs.fail(uuid, text, timestamptz, text, timestamptz) owner to lotsenwerk_access;
alter function jobs.run_schedule(text, uuid, timestamptz, timestamptz) owner to lotsenwerk_access;
alter function jobs.clear(timestamptz) owner to lotsenwerk_access;
revoke create on schema jobs from lotsenwerk_access;
