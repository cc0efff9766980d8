-- A road whose last step was taken out of its programme waits for nobody: it said what it had said before.
grant create on schema programmes to lotsenwerk_access;
set local role lotsenwerk_access;

-- Writes into the road what its steps say. The only writer of these columns.
create or replace function programmes.settle(roads uuid[]) returns void language sql security definer set search_path = '' as $$
  update programmes.enrollment e
     set road = told.road, current_step = told.current_step, days_needed = told.days_needed, completed_at = told.completed_at,
         phase = coalesce(told.phase, case when told.road = '' then '' else 'completed' end), waiting_for = told.waiting_for, missing = coalesce(told.missing, ''),
         waiting_since = case
           when e.current_step is not distinct from told.current_step and e.waiting_for is not distinct from told.waiting_for
             and e.waiting_since is not null then e.waiting_since
           else told.waiting_since end
    from (
      select all_steps.*, now_at.step as current_step, now_at.phase_key as phase, now_at.waiting_for, now_at.missing,
             case when now_at.step is null then all_steps.latest end as completed_at,
             case when now_at.step is not null then greatest(now_at.since, (
               select max(b.since) from programmes.enrollment_step b join programmes.step d on d.programme_id = b.programme_id and d.key = b.step
                where b.enrollment_id = all_steps.enrollment_id and d.position < now_at.position)) end as waiting_since
        from (
          select r.id as enrollment_id, max(s.since) as latest,
                 coalesce(string_agg(case s.state when 'done' then 'd' when 'inProgress' then 'p' when 'notNeeded' then 'n' when 'open' then 'o' end, '' order by d.position), '') as road,
                 coalesce(sum(d.typical_days) filter (where s.state in ('open', 'inProgress')), 0)::integer as days_needed
            from programmes.enrollment r
            left join (programmes.enrollment_step s join programmes.step d on d.programme_id = s.programme_id and d.key = s.step)
              on s.enrollment_id = r.id
           where r.id = any (roads)
           group by r.id) all_steps
        left join lateral (
          select s.step, d.position, d.phase_key, coalesce(s.waiting_for, d.acts) as waiting_for, s.since,
                 case when s.missing = '' then d.duty else s.missing end as missing
            from programmes.enrollment_step s join programmes.step d on d.programme_id = s.programme_id and d.key = s.step
           where s.enrollment_id = all_steps.enrollment_id and s.state in ('open', 'inProgress')
           order by d.position limit 1) now_at on true) told
   where e.id = told.enrollment_id
$$;

set local role lotsenwerk_owner;
revoke create on schema programmes from lotsenwerk_access;
