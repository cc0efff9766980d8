-- The audit trail as a chain. What is personal about an entry lies in a row of its own, of which the entry holds a salted hash only:
-- it can be erased, and the chain still proves everything else.
create table audit.personal (
  entry_id uuid primary key references audit.entry,
  at timestamptz not null,
  -- Who did it.
  person_id uuid references identity.person,
  person_salt text,
  person_erased_by uuid references audit.entry,
  -- About whom it is, where it is about a person.
  subject_id uuid references identity.person,
  subject_salt text,
  subject_erased_by uuid references audit.entry,
  check ((person_id is null) = (person_salt is null)),
  check ((subject_id is null) = (subject_salt is null)),
  check (person_id is null or person_erased_by is null),
  check (subject_id is null or subject_erased_by is null)
);
comment on table audit.personal is 'class: system. Who did it and about whom it is; erased for a person who asks for it, the chain holds without.';
create index personal_person on audit.personal (person_id, at, entry_id);
create index personal_subject on audit.personal (subject_id, at, entry_id);
create index personal_person_erased_by on audit.personal (person_erased_by);
create index personal_subject_erased_by on audit.personal (subject_erased_by);

create table audit.seal (
  number bigint primary key check (number > 0),
  made_at timestamptz not null,
  first bigint not null,
  last bigint not null,
  previous text not null,
  hash text not null,
  check (first <= last)
);
create index seal_made on audit.seal (made_at);
comment on table audit.seal is 'class: system. The links of the chain: each over the entries from first to last and over the link before it.';

-- A hash as it stands in the chain. Text of jsonb: nulls and separators cannot be confused, and it is the same on every server.
create function audit.hashed(parts jsonb) returns text language sql immutable set search_path = '' as
$$ select encode(sha256(convert_to(parts::text, 'UTF8')), 'hex') $$;

create function audit.salted(salt text, person uuid) returns text language sql immutable set search_path = '' as
$$ select audit.hashed(jsonb_build_array('person', salt, person)) $$;

create function audit.moment(at timestamptz) returns text language sql stable set search_path = '' as
$$ select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') $$;

alter table audit.entry add column sequence bigint unique check (sequence > 0);
alter table audit.entry add column hash text;
alter table audit.entry add column person_hash text;
alter table audit.entry add column subject_hash text;
alter table audit.entry add check ((sequence is null) = (hash is null));
create index entry_unsealed on audit.entry (at, id) where sequence is null;
create index entry_event on audit.entry (event, at, id);

insert into audit.personal (entry_id, at, person_id, person_salt, subject_id, subject_salt)
select e.id, e.at, e.person_id, case when e.person_id is not null then gen_random_uuid()::text end,
       p.id, case when p.id is not null then gen_random_uuid()::text end
  from audit.entry e left join identity.person p on p.id::text = e.subject_id
 where e.person_id is not null or p.id is not null;
update audit.entry e set
  person_hash = case when p.person_id is not null then audit.salted(p.person_salt, p.person_id) end,
  subject_hash = case when p.subject_id is not null then audit.salted(p.subject_salt, p.subject_id) end,
  subject_id = case when p.subject_id is null then e.subject_id end
  from audit.personal p where p.entry_id = e.id;
alter table audit.entry drop column person_id;

create function audit.entry_hash(e audit.entry, sequence bigint) returns text language sql stable set search_path = '' as $$
  select audit.hashed(jsonb_build_array('entry', 1, sequence, e.id, audit.moment(e.at), e.acting_for, e.organization_id, e.event,
    e.subject_id, e.data, e.person_hash, e.subject_hash))
$$;

create function audit.seal_hash(s audit.seal) returns text language sql stable set search_path = '' as $$
  select audit.hashed(jsonb_build_array('seal', 1, s.number, audit.moment(s.made_at), s.first, s.last, s.previous,
    (select string_agg(e.hash, ' ' order by e.sequence) from audit.entry e where e.sequence between s.first and s.last)))
$$;

-- Appending, reading, and giving an entry its place once: nobody changes or deletes an entry, these functions neither.
drop policy definer on audit.entry;
create policy definer_reads on audit.entry for select to lotsenwerk_access using (true);
create policy definer_adds on audit.entry for insert to lotsenwerk_access with check (sequence is null);
create policy definer_seals on audit.entry for update to lotsenwerk_access using (sequence is null) with check (sequence is not null);
grant select, update (sequence, hash) on audit.entry to lotsenwerk_access;

do $$
declare
  name text;
begin
  foreach name in array array['personal', 'seal'] loop
    execute format('alter table audit.%I enable row level security, force row level security', name);
    execute format('create policy maintenance on audit.%I to lotsenwerk_owner using (true) with check (true)', name);
    execute format('create policy definer_reads on audit.%I for select to lotsenwerk_access using (true)', name);
    execute format('create policy definer_adds on audit.%I for insert to lotsenwerk_access with check (true)', name);
    execute format('grant select, insert on audit.%I to lotsenwerk_access', name);
  end loop;
end $$;

grant usage on schema audit to lotsenwerk_worker;
grant create on schema audit to lotsenwerk_access;
grant execute on function audit.hashed(jsonb), audit.salted(text, uuid), audit.moment(timestamptz),
  audit.entry_hash(audit.entry, bigint), audit.seal_hash(audit.seal) to lotsenwerk_access;
set local role lotsenwerk_access;

-- Person and acting-for come from the settings: nobody writes an entry in another's name. A subject that is a person is personal.
create or replace function audit.record_audit(id uuid, at timestamptz, organization uuid, event text, subject text, data jsonb)
  returns void language plpgsql security definer set search_path = '' as $$
declare
  who uuid := access.person();
  who_salt text := case when who is not null then gen_random_uuid()::text end;
  about uuid;
  about_salt text;
begin
  if subject ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then
    select p.id, gen_random_uuid()::text into about, about_salt from identity.person p where p.id = subject::uuid;
  end if;
  insert into audit.entry (id, at, acting_for, organization_id, event, subject_id, data, person_hash, subject_hash)
  values (record_audit.id, record_audit.at, access.acting_for(), organization, record_audit.event,
          case when about is null then subject end, record_audit.data,
          case when who is not null then audit.salted(who_salt, who) end, case when about is not null then audit.salted(about_salt, about) end);
  if who is not null or about is not null then
    insert into audit.personal (entry_id, at, person_id, person_salt, subject_id, subject_salt)
    values (record_audit.id, record_audit.at, who, who_salt, about, about_salt);
  end if;
end $$;

-- The next link: over entries that are committed and have no place yet, at most so many. It asks for no range of times or ids,
-- so a transaction that commits late is in the link after. Returns how many it took; 0 when another worker is at it.
create function audit.make_seal(at timestamptz, most integer) returns integer
  language plpgsql security definer set search_path = '' as $$
declare
  before audit.seal;
  made audit.seal;
  taken integer;
begin
  if not pg_try_advisory_xact_lock(hashtextextended('audit.make_seal', 7112026)) then return 0; end if;
  select * into before from audit.seal s order by s.number desc limit 1;
  update audit.entry e set sequence = placed.sequence, hash = audit.entry_hash(e, placed.sequence)
    from (select w.id, coalesce(before.last, 0) + row_number() over (order by w.at, w.id) as sequence
            from (select u.id, u.at from audit.entry u where u.sequence is null order by u.at, u.id limit most) w) placed
   where e.id = placed.id;
  get diagnostics taken = row_count;
  if taken = 0 then return 0; end if;
  made.number := coalesce(before.number, 0) + 1;
  made.made_at := at;
  made.first := coalesce(before.last, 0) + 1;
  made.last := coalesce(before.last, 0) + taken;
  made.previous := coalesce(before.hash, '');
  made.hash := audit.seal_hash(made);
  insert into audit.seal values (made.*);
  return taken;
end $$;

-- What is wrong with one sealed entry; null when nothing is.
create function audit.entry_fault(e audit.entry, p audit.personal, sequence bigint, not_before timestamptz) returns text
  language sql stable set search_path = '' as $$
  select case
    when e.id is null then 'entryMissing'
    when e.hash is distinct from audit.entry_hash(e, sequence) then 'entryChanged'
    when e.at < not_before then 'entryBackdated'
    when e.person_hash is null and p.person_id is not null or e.subject_hash is null and p.subject_id is not null then 'personChanged'
    when p.person_id is not null and audit.salted(p.person_salt, p.person_id) is distinct from e.person_hash then 'personChanged'
    when p.subject_id is not null and audit.salted(p.subject_salt, p.subject_id) is distinct from e.subject_hash then 'personChanged'
    when e.person_hash is not null and p.person_id is null and p.person_erased_by is null
      or e.subject_hash is not null and p.subject_id is null and p.subject_erased_by is null then 'personMissing'
  end
$$;

-- An entry whose time lies before this was put in later: a quarter of an hour before the last link that was made earlier than its own;
-- a transaction takes no longer. Links made at the same moment are one sealing.
create function audit.not_before(number bigint, made timestamptz) returns timestamptz language sql stable set search_path = '' as
$$ select max(s.made_at) - interval '15 minutes' from audit.seal s where s.made_at < made and s.number < not_before.number $$;

-- Some links after this one, each with what is wrong about it and its entries. No content leaves it, so that the operator may ask.
create function audit.inspect_seals(after bigint, most integer)
  returns table (number bigint, made_at timestamptz, last bigint, hash text, faults jsonb)
  language plpgsql stable security definer set search_path = '' as $$
declare
  s audit.seal;
  before audit.seal;
  earliest timestamptz;
begin
  if not access.is_operator() then raise insufficient_privilege; end if;
  select * into before from audit.seal b where b.number = after;
  for s in select * from audit.seal n where n.number > after order by n.number limit most loop
    faults := '[]';
    if s.number <> coalesce(before.number, 0) + 1 then
      faults := faults || jsonb_build_object('kind', 'sealMissing', 'place', coalesce(before.number, 0) + 1);
    elsif s.previous <> coalesce(before.hash, '') or s.first <> coalesce(before.last, 0) + 1 then
      faults := faults || jsonb_build_object('kind', 'chainBroken', 'place', s.number);
    end if;
    earliest := audit.not_before(s.number, s.made_at);
    if s.last - s.first < 100000 then
      faults := faults || coalesce((
        select jsonb_agg(jsonb_build_object('kind', f.kind, 'place', f.place) order by f.place) from (
          select place, audit.entry_fault(e, p, place, earliest) as kind
            from generate_series(s.first, s.last) place
            left join audit.entry e on e.sequence = place left join audit.personal p on p.entry_id = e.id) f
         where f.kind is not null), '[]');
    end if;
    if s.last - s.first >= 100000 or s.hash is distinct from audit.seal_hash(s) then
      faults := faults || jsonb_build_object('kind', 'sealChanged', 'place', s.number);
    end if;
    number := s.number;
    made_at := s.made_at;
    last := s.last;
    hash := s.hash;
    return next;
    before := s;
  end loop;
end $$;

-- What no link covers: entries waiting for theirs, and what is wrong with them. `oldest` says how long the sealing has been behind.
create function audit.inspect_rest(at timestamptz)
  returns table (waiting bigint, oldest timestamptz, faults jsonb)
  language plpgsql stable security definer set search_path = '' as $$
declare
  final audit.seal;
begin
  if not access.is_operator() then raise insufficient_privilege; end if;
  select * into final from audit.seal s order by s.number desc limit 1;
  select count(*), min(e.at) into waiting, oldest from audit.entry e where e.sequence is null;
  select coalesce(jsonb_agg(jsonb_build_object('kind', f.kind, 'place', f.place) order by f.place), '[]') into faults from (
    select 'entryInserted' as kind, e.sequence as place from audit.entry e where e.sequence > coalesce(final.last, 0)
    union all
    select 'entryBackdated', null from audit.entry e
     where e.sequence is null and e.at < audit.not_before(final.number + 1, inspect_rest.at)
    union all
    -- Each erasure names what it took by count and hash: what is gone without being named was taken by somebody else.
    select 'erasureChanged', e.sequence from audit.entry e
     where e.event = 'person.erased' and e.data ->> 'parts' is distinct from audit.erased_parts(e.id)
    union all
    select 'erasureUnknown', w.sequence from audit.personal p join audit.entry w on w.id = p.entry_id
     where exists (select from audit.entry e where e.id in (p.person_erased_by, p.subject_erased_by) and e.event <> 'person.erased')) f;
  return next;
end $$;

-- Which parts an erasure took, as one hash.
create function audit.erased_parts(erasure uuid) returns text language sql stable set search_path = '' as $$
  select audit.hashed(coalesce(jsonb_agg(jsonb_build_array(t.entry_id, t.part) order by t.entry_id, t.part), '[]')) from (
    select p.entry_id, 'person' as part from audit.personal p where p.person_erased_by = erasure
    union all
    select p.entry_id, 'subject' from audit.personal p where p.subject_erased_by = erasure) t
$$;

-- The number of the link with this hash, which somebody kept outside; null when the chain does not hold it.
create function audit.find_seal(hash text) returns bigint language sql stable security definer set search_path = '' as
$$ select s.number from audit.seal s where s.hash = find_seal.hash and access.is_operator() $$;

-- Who may read which entries (docs/access.md): own deeds; those of the organization acted for; those without a tenant.
-- Three scopes by three indexes: an OR of them would read the whole table.
create function audit.visible(scopes text[], at_most timestamptz, below uuid, since timestamptz, who uuid, events text[], most integer)
  returns table (id uuid, at timestamptz) language sql stable security definer set search_path = '' as $$
  (select e.id, e.at from audit.entry e
    where 'organization' = any (scopes)
      and e.organization_id = any ((select access.organizations_as('{chiefExecutive,securityOfficer,organizationAdmin}'))::uuid[])
      and (e.at, e.id) < (at_most, below) and (since is null or e.at >= since) and (events is null or e.event = any (events))
      and (who is null or exists (select from audit.personal p where p.entry_id = e.id and p.person_id = who))
    order by e.at desc, e.id desc limit most)
  union
  (select e.id, e.at from audit.entry e
    where 'platform' = any (scopes) and (select access.holds('{administrator}')) and e.organization_id is null
      and (e.at, e.id) < (at_most, below) and (since is null or e.at >= since) and (events is null or e.event = any (events))
      and (who is null or exists (select from audit.personal p where p.entry_id = e.id and p.person_id = who))
    order by e.at desc, e.id desc limit most)
  union
  (select e.id, e.at from audit.personal p join audit.entry e on e.id = p.entry_id
    where 'own' = any (scopes) and p.person_id = access.person()
      and (p.at, p.entry_id) < (at_most, below) and (since is null or p.at >= since) and (events is null or e.event = any (events))
      and (who is null or p.person_id = who)
    order by p.at desc, p.entry_id desc limit most)
  order by 2 desc, 1 desc limit most
$$;

create function audit.events(scopes text[], at_most timestamptz, below uuid, since timestamptz, who uuid, events text[], most integer)
  returns table (id uuid, at timestamptz, event text, subject_id text, data jsonb, organization_id uuid, organization text,
                 acting_for uuid, acting_for_name text, person_id uuid, person text, person_erased boolean,
                 about_id uuid, about text, about_erased boolean)
  language sql stable security definer set search_path = '' as $$
  select e.id, e.at, e.event, e.subject_id, e.data, e.organization_id, o.name, e.acting_for, a.name,
         d.id, d.name, p.person_erased_by is not null, s.id, s.name, p.subject_erased_by is not null
    from audit.visible(scopes, at_most, below, since, who, events, most) v
    join audit.entry e on e.id = v.id
    left join audit.personal p on p.entry_id = e.id
    left join identity.person d on d.id = p.person_id
    left join identity.person s on s.id = p.subject_id
    left join organizations.organization o on o.id = e.organization_id
    left join organizations.organization a on a.id = e.acting_for
   order by e.at desc, e.id desc
$$;

-- Who read what belongs to the organization without belonging to it, the last first. Erased people stay as one line per organization.
create function audit.readers(events text[], since timestamptz)
  returns table (person_id uuid, person text, acting_for uuid, acting_for_name text, times bigint, first_at timestamptz, last_at timestamptz)
  language sql stable security definer set search_path = '' as $$
  select d.id, d.name, e.acting_for, a.name, count(*), min(e.at), max(e.at)
    from audit.entry e
    left join audit.personal p on p.entry_id = e.id
    left join identity.person d on d.id = p.person_id
    left join organizations.organization a on a.id = e.acting_for
   where e.organization_id = any ((select access.organizations_as('{chiefExecutive,securityOfficer,organizationAdmin}'))::uuid[])
     and e.at >= since and e.event = any (events) and e.acting_for is distinct from e.organization_id
   group by d.id, d.name, e.acting_for, a.name order by max(e.at) desc limit 100
$$;

-- Whom the filter offers: those with entries in these scopes.
create function audit.doers(scopes text[]) returns table (id uuid, name text) language sql stable security definer set search_path = '' as $$
  select d.id, d.name from identity.person d
   where exists (select from audit.personal p join audit.entry e on e.id = p.entry_id
                  where p.person_id = d.id and (
                    ('organization' = any (scopes)
                      and e.organization_id = any ((select access.organizations_as('{chiefExecutive,securityOfficer,organizationAdmin}'))::uuid[]))
                    or ('platform' = any (scopes) and (select access.holds('{administrator}')) and e.organization_id is null)
                    or ('own' = any (scopes) and p.person_id = (select access.person()))))
   order by d.name limit 500
$$;

do $$
declare
  signature regprocedure;
  given text;
begin
  for signature, given in
    select p.oid::regprocedure,
           case when p.proname = 'make_seal' then 'lotsenwerk_worker'
                -- A job that runs as the system notes what it did.
                when p.proname = 'record_audit' then 'lotsenwerk_app, lotsenwerk_worker'
                when p.proname in ('events', 'readers', 'doers', 'inspect_seals', 'inspect_rest', 'find_seal') then 'lotsenwerk_app' end
      from pg_catalog.pg_proc p
     where p.pronamespace = 'audit'::regnamespace and p.proowner = 'lotsenwerk_access'::regrole
  loop
    execute format('revoke execute on function %s from public', signature);
    if given is not null then execute format('grant execute on function %s to %s', signature, given); end if;
  end loop;
end $$;
set local role lotsenwerk_owner;
revoke create on schema audit from lotsenwerk_access;
revoke execute on function audit.hashed(jsonb), audit.salted(text, uuid), audit.moment(timestamptz),
  audit.entry_hash(audit.entry, bigint), audit.seal_hash(audit.seal) from public;
