-- A document that ends is told in time, once; what it is asked for again stands in the tasks.
alter table participation.document_file add column reminded_at timestamptz;
comment on column participation.document_file.reminded_at is 'When the municipality was told that it ends soon; once is enough.';
create index document_file_ending on participation.document_file (valid_until) where withdrawn_at is null and reminded_at is null;

grant usage on schema participation to lotsenwerk_access, lotsenwerk_worker;
grant select on participation.document to lotsenwerk_access;
grant select, update (reminded_at) on participation.document_file to lotsenwerk_access;
create policy definer_reads on participation.document for select to lotsenwerk_access using (true);
create policy definer_reads on participation.document_file for select to lotsenwerk_access using (true);
create policy definer_reminds on participation.document_file for update to lotsenwerk_access using (true) with check (true);

grant create on schema participation to lotsenwerk_access;
set local role lotsenwerk_access;

-- Documents whose newest version ends until this day, on roads that go on, each version once; told are the head and the security officers there.
create function participation.take_ending_documents(until date, at timestamptz)
  returns table (organization_id uuid, organization_name text, enrollment_id uuid, document_id uuid, title text, valid_until text, person_ids uuid[])
  language sql security definer set search_path = '' as $$
  update participation.document_file f set reminded_at = at
    from participation.document d join programmes.enrollment e on e.id = d.enrollment_id
   where d.id = f.document_id and e.state = 'active' and e.completed_at is null and f.withdrawn_at is null and f.reminded_at is null
     and f.valid_until <= take_ending_documents.until
     and not exists (select from participation.document_file later
                      where later.document_id = f.document_id and later.number > f.number and later.withdrawn_at is null)
  returning f.organization_id, (select o.name from organizations.organization o where o.id = f.organization_id), f.enrollment_id, d.id, d.title,
    f.valid_until::text, array(
      select distinct g.person_id from identity.role_grant g
       where g.organization_id = f.organization_id and g.role in ('chiefExecutive', 'securityOfficer')
         and g.from_day <= access.today() and (g.until_day is null or g.until_day >= access.today()))
$$;

revoke execute on function participation.take_ending_documents(date, timestamptz) from public;
grant execute on function participation.take_ending_documents(date, timestamptz) to lotsenwerk_worker;
set local role lotsenwerk_owner;
revoke create on schema participation from lotsenwerk_access;
