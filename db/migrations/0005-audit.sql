create schema audit;
grant usage on schema audit to lotsenwerk_app, lotsenwerk_access;

create table audit.entry (
  id uuid primary key,
  at timestamptz not null,
  person_id uuid references identity.person,
  acting_for uuid references organizations.organization,
  organization_id uuid references organizations.organization,
  event text not null,
  subject_id text,
  data jsonb not null default '{}'
);
comment on table audit.entry is 'class: system. Who did what; written in the transaction of the deed, never changed.';
create index entry_organization on audit.entry (organization_id, at, id);
create index entry_person on audit.entry (person_id, at);
create index entry_acting_for on audit.entry (acting_for);
alter table audit.entry enable row level security, force row level security;
create policy maintenance on audit.entry to lotsenwerk_owner using (true) with check (true);
create policy definer on audit.entry for insert to lotsenwerk_access with check (true);
grant insert on audit.entry to lotsenwerk_access;

-- Person and acting-for come from the settings: nobody writes an entry in another's name.
create function audit.record_audit(id uuid, at timestamptz, organization uuid, event text, subject text, data jsonb)
  returns void language sql security definer set search_path = '' as $$
  insert into audit.entry (id, at, person_id, acting_for, organization_id, event, subject_id, data)
  values (record_audit.id, record_audit.at, access.person(), access.acting_for(), organization, record_audit.event, subject, record_audit.data)
$$;
revoke execute on function audit.record_audit(uuid, timestamptz, uuid, text, text, jsonb) from public;
grant execute on function audit.record_audit(uuid, timestamptz, uuid, text, text, jsonb) to lotsenwerk_app;
grant create on schema audit to lotsenwerk_access;
alter function audit.record_audit(uuid, timestamptz, uuid, text, text, jsonb) owner to lotsenwerk_access;
revoke create on schema audit from lotsenwerk_access;
