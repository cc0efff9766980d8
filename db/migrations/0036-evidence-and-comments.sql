-- Evidence that ends is told in time, and comments tell whoever they name.
alter table security.evidence add column reminded_at timestamptz;
comment on column security.evidence.reminded_at is 'When somebody was told that it ends soon; once is enough.';
create index evidence_ending on security.evidence (valid_until) where removed_at is null and reminded_at is null;

-- Nothing is taken away from a check that somebody has signed, either.
set local role lotsenwerk_access;
grant execute on function security.only_while_open() to lotsenwerk_owner;
set local role lotsenwerk_owner;
create trigger only_while_open_to_removal after update of removed_at on security.evidence
  for each row execute function security.only_while_open();
set local role lotsenwerk_access;
revoke execute on function security.only_while_open() from lotsenwerk_owner;
set local role lotsenwerk_owner;

-- Within the lists delegated, a delegate takes evidence away whoever added it.
drop policy delegates_remove on files.file;
create policy delegates_remove on files.file for delete to lotsenwerk_app
  using (organization_id = any ((select access.scope_member())::uuid[]) and owner_type = 'evidence'
    and exists (select from security.evidence e where e.id = owner_id
      and (e.assessment_id::text || ' ' || e.top_key) = any ((select access.delegated_parts())::text[])));

grant select, update (reminded_at) on security.evidence to lotsenwerk_access;
create policy definer_reads on security.evidence for select to lotsenwerk_access using (true);
create policy definer_reminds on security.evidence for update to lotsenwerk_access using (true) with check (true);

grant create on schema security to lotsenwerk_access;
set local role lotsenwerk_access;

-- Evidence of checks that are not signed off and ends until this day, each once; told are who added it or, once gone, the security officers.
create function security.take_ending_evidence(until date, at timestamptz)
  returns table (organization_id uuid, assessment_id uuid, control_id text, title text, valid_until text, person_ids uuid[])
  language sql security definer set search_path = '' as $$
  update security.evidence e set reminded_at = at
    from security.assessment a
   where a.id = e.assessment_id and a.signed_off_at is null and e.removed_at is null and e.reminded_at is null
     and e.valid_until <= take_ending_evidence.until
  returning e.organization_id, e.assessment_id, e.control_id, e.title, e.valid_until::text,
    case when access.belongs(e.added_by, e.organization_id) then array[e.added_by]
         else array(select distinct g.person_id from identity.role_grant g
                     where g.organization_id = e.organization_id and g.role = 'securityOfficer' and access.belongs(g.person_id, g.organization_id)
                       and g.from_day <= access.today() and (g.until_day is null or g.until_day >= access.today())) end
$$;

-- Who of these colleagues sees this list of a check that whoever asks may comment on: own staff, deputies, delegates.
create function security.commenters_among(assessment uuid, list text, people uuid[]) returns uuid[]
  language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(p.id), '{}')
    from unnest(people) as p(id) cross join security.assessment a
   where a.id = assessment
     and (a.organization_id = any (access.scope_own_answers()) or (assessment::text || ' ' || list) = any (access.delegated_parts()))
     and (exists (select from identity.role_grant g
                   where g.organization_id = a.organization_id
                     and g.role in ('chiefExecutive', 'securityOfficer', 'itStaff', 'dataProtectionOfficer')
                     and g.from_day <= access.today() and (g.until_day is null or g.until_day >= access.today())
                     and (g.person_id = p.id or exists (
                       select from identity.substitution s
                        where s.deputy_id = p.id and s.person_id = g.person_id and s.organization_id = g.organization_id
                          and s.from_day <= access.today() and s.until_day >= access.today())))
          or (access.belongs(p.id, a.organization_id) and exists (
            select from security.delegation d
             where d.assessment_id = a.id and d.person_id = p.id and d.ended_at is null and list = any (d.group_keys))))
$$;

revoke execute on function security.take_ending_evidence(date, timestamptz), security.commenters_among(uuid, text, uuid[]) from public;
grant execute on function security.take_ending_evidence(date, timestamptz) to lotsenwerk_worker;
grant execute on function security.commenters_among(uuid, text, uuid[]) to lotsenwerk_app;
set local role lotsenwerk_owner;
revoke create on schema security from lotsenwerk_access;
