-- Maintenance: while there is a row, pages and API are closed to everybody but administrators. It stays through a restart.
create table platform.maintenance (
  only_one boolean primary key default true check (only_one),
  since timestamptz not null,
  message text not null
);
comment on table platform.maintenance is 'class: system. One row while the installation is closed for maintenance, with what people are told.';
alter table platform.maintenance enable row level security, force row level security;
create policy maintenance on platform.maintenance to lotsenwerk_owner using (true) with check (true);
create policy definer on platform.maintenance to lotsenwerk_access using (true) with check (true);
grant select, insert, update, delete on platform.maintenance to lotsenwerk_access;

create function platform.maintenance_now() returns table (since timestamptz, message text) language sql stable security definer set search_path = '' as
$$ select m.since, m.message from platform.maintenance m $$;

-- True when it was not on before; a second time only changes what people are told.
create function platform.begin_maintenance(message text, at timestamptz) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  if not access.is_operator() then raise insufficient_privilege; end if;
  insert into platform.maintenance (since, message) values (at, begin_maintenance.message) on conflict do nothing;
  if found then return true; end if;
  update platform.maintenance m set message = begin_maintenance.message where m.only_one;
  return false;
end $$;

create function platform.end_maintenance() returns boolean language plpgsql security definer set search_path = '' as $$
begin
  if not access.is_operator() then raise insufficient_privilege; end if;
  delete from platform.maintenance m where m.only_one;
  return found;
end $$;

-- For the metrics: how many, never which or whose.
create function platform.job_figures(at timestamptz) returns table (state text, jobs bigint, oldest_seconds double precision)
  language plpgsql stable security definer set search_path = '' as $$
begin
  if not access.is_operator() then raise insufficient_privilege; end if;
  return query
    select s.state, count(j.id), coalesce(extract(epoch from at - min(j.due_at)), 0)::double precision
      from unnest(array['scheduled', 'waiting', 'running', 'dead']) s(state)
      left join (
        select q.id, q.due_at, case when q.dead_at is not null then 'dead' when q.taken_until > at then 'running'
                                    when q.due_at > at then 'scheduled' else 'waiting' end as state
          from jobs.job q where q.done_at is null and q.discarded_at is null) j on j.state = s.state
     group by s.state order by s.state;
end $$;

do $$
declare
  signature text;
begin
  grant create on schema platform to lotsenwerk_access;
  foreach signature in array array['platform.maintenance_now()', 'platform.begin_maintenance(text, timestamptz)', 'platform.end_maintenance()',
    'platform.job_figures(timestamptz)'] loop
    execute format('revoke execute on function %s from public', signature);
    execute format('grant execute on function %s to lotsenwerk_app', signature);
    execute format('alter function %s owner to lotsenwerk_access', signature);
  end loop;
  revoke create on schema platform from lotsenwerk_access;
end $$;
