-- Replacing an administrator who cannot be reached; the mark of a deputy only where it was needed; people in German order.

-- The same folding as src/kernel/sort-key.ts (test/people/search). "C": the same on every server.
alter table identity.person add column sort_key text not null generated always as (
  btrim(regexp_replace(regexp_replace(
    replace(replace(replace(replace(translate(lower(normalize(name, NFKD) collate "C"), 'ŁłĐđØøÆŒ', 'llddooæœ'), 'ß', 'ss'), 'ẞ', 'ss'), 'æ', 'ae'), 'œ', 'oe'),
    '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g'), '[^a-z0-9]+', ' ', 'g'))) stored;
create index person_sort on identity.person (sort_key, id);

-- Two people of the cooperative put somebody in the place of administrators who cannot be reached; everybody at the organization
-- is told, and for 72 hours its own heads may object.
create table identity.replacement (
  id uuid primary key,
  organization_id uuid not null references organizations.organization,
  -- Somebody who belongs there; or else an address to invite. The address is forgotten with the end.
  person_id uuid references identity.person,
  email text check (email = lower(email)),
  name text check (name <> ''),
  reason text not null check (reason <> ''),
  -- The grants of those who could not be reached: whoever else becomes head meanwhile makes this one needless.
  heads uuid[] not null,
  proposed_by uuid not null references identity.person,
  proposed_at timestamptz not null,
  expires_at timestamptz not null,
  confirmed_by uuid references identity.person,
  confirmed_at timestamptz,
  effective_at timestamptz,
  ended_at timestamptz,
  ended_by uuid references identity.person,
  ending text check (ending in ('expired', 'effective', 'objected', 'withdrawn', 'lapsed')),
  -- Of an objection its reason, of a lapse the word for it.
  note text,
  invitation_id uuid references identity.invitation,
  check ((email is null) = (name is null)),
  check (person_id is null or email is null),
  check (confirmed_by <> proposed_by),
  check (person_id <> proposed_by and person_id <> confirmed_by),
  check ((confirmed_at is null) = (confirmed_by is null) and (confirmed_at is null) = (effective_at is null)),
  check (effective_at >= confirmed_at + interval '72 hours'),
  check ((ended_at is null) = (ending is null))
);
comment on table identity.replacement is 'class: tenant. Who is to administer an organization whose administrators cannot be reached, and what became of it.';
create unique index replacement_open on identity.replacement (organization_id) where ended_at is null;
create index replacement_organization on identity.replacement (organization_id, id);
create index replacement_person on identity.replacement (person_id);
create index replacement_proposed_by on identity.replacement (proposed_by);
create index replacement_confirmed_by on identity.replacement (confirmed_by);
create index replacement_ended_by on identity.replacement (ended_by);
create index replacement_invitation on identity.replacement (invitation_id);
create index replacement_due on identity.replacement (effective_at) where ended_at is null;

alter table identity.replacement enable row level security, force row level security;
create policy maintenance on identity.replacement to lotsenwerk_owner using (true) with check (true);
create policy definer on identity.replacement to lotsenwerk_access using (true) with check (true);

drop trigger note_deputy on audit.entry;

grant create on schema access, identity, audit to lotsenwerk_access;
grant select, insert, update on identity.replacement to lotsenwerk_access;
grant insert on identity.invitation to lotsenwerk_access;

set local role lotsenwerk_access;
drop function audit.note_deputy();
drop function access.substitutions_at_work();
drop function audit.record_audit(uuid, timestamptz, uuid, text, text, jsonb);

-- Substitutions of today without which the person could not have done at this organization what needs one of these roles. When it is
-- not known which roles it needs: those that give a role the person does not hold as well.
create function access.substitutions_needed(organization uuid, roles text[]) returns uuid[] language sql stable security definer set search_path = '' as $$
  with own as (
    select g.role from identity.role_grant g
     where g.person_id = access.person() and g.organization_id = organization
       and g.from_day <= access.today() and (g.until_day is null or g.until_day >= access.today()))
  select coalesce(array_agg(distinct s.id), '{}')
    from identity.substitution s
    join identity.role_grant g on g.person_id = s.person_id and g.organization_id = s.organization_id
   where organization = access.acting_for() and s.organization_id = organization and s.deputy_id = access.person()
     and s.person_id = any ((select access.represented())::uuid[]) and s.from_day <= access.today() and s.until_day >= access.today()
     and g.role = any (access.municipal_roles()) and g.from_day <= access.today() and (g.until_day is null or g.until_day >= access.today())
     and case when roles is null then not exists (select from own where own.role = g.role)
              else g.role = any (roles) and not exists (select from own where own.role = any (roles)) end
$$;

-- As before, and `roles`: one of them the deed needed. An entry names the substitution, not the people: who they were stands in its row.
create function audit.record_audit(id uuid, at timestamptz, organization uuid, event text, subject text, data jsonb, roles text[] default null)
  returns void language plpgsql security definer set search_path = '' as $$
declare
  who uuid := access.person();
  who_salt text := case when who is not null then gen_random_uuid()::text end;
  about uuid;
  about_salt text;
  needed uuid[] := access.substitutions_needed(organization, roles);
begin
  if subject ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then
    select p.id, gen_random_uuid()::text into about, about_salt from identity.person p where p.id = subject::uuid;
  end if;
  insert into audit.entry (id, at, acting_for, organization_id, event, subject_id, data, person_hash, subject_hash)
  values (record_audit.id, record_audit.at, access.acting_for(), organization, record_audit.event,
          case when about is null then subject end,
          case when cardinality(needed) > 0 then record_audit.data || jsonb_build_object('substitutionIds', to_jsonb(needed)) else record_audit.data end,
          case when who is not null then audit.salted(who_salt, who) end, case when about is not null then audit.salted(about_salt, about) end);
  if who is not null or about is not null then
    insert into audit.personal (entry_id, at, person_id, person_salt, subject_id, subject_salt)
    values (record_audit.id, record_audit.at, who, who_salt, about, about_salt);
  end if;
end $$;

create function access.may_replace() returns boolean language sql stable set search_path = '' as
$$ select access.holds('{office,administrator,programmeManager}') $$;

-- The cooperative everywhere; the organization's people from the confirmation on (the policy says so).
create function access.scope_replacement_read() returns uuid[] language sql stable security definer set search_path = '' as
$$ select case when access.may_replace() then access.municipalities() else access.scope_member() end $$;

-- Why this person, or whoever has this address, cannot become the administrator; null when nothing is in the way.
create function identity.replacement_hindrance(organization uuid, candidate uuid, address text) returns text
  language sql stable security definer set search_path = '' as $$
  with known as (select p.id from identity.person p where p.id = candidate or p.email = address)
  select case
    when candidate is not null and not access.belongs(candidate, organization) then 'gone'
    when exists (select from known join identity.role_grant g on g.person_id = known.id join organizations.organization o on o.id = g.organization_id
                  where o.kind = 'cooperative' and (g.until_day is null or (g.until_day >= access.today() and g.until_day >= g.from_day))) then 'colleague'
    when exists (select from known join identity.role_grant g on g.person_id = known.id
                  where g.organization_id = organization and g.role in ('chiefExecutive', 'organizationAdmin')
                    and g.from_day <= access.today() and (g.until_day is null or g.until_day >= access.today())) then 'head' end
$$;

create function identity.heads_today(organization uuid) returns uuid[] language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(g.id), '{}') from identity.role_grant g
   where g.organization_id = organization and g.role in ('chiefExecutive', 'organizationAdmin')
     and g.from_day <= access.today() and (g.until_day is null or g.until_day >= access.today())
$$;

-- Proposals that nobody confirmed in time.
create function identity.expire_replacements(at timestamptz) returns void language sql security definer set search_path = '' as $$
  update identity.replacement r set ended_at = r.expires_at, ending = 'expired', email = null, name = null
   where r.ended_at is null and r.confirmed_at is null and r.expires_at <= at
$$;

-- 'done', or why not: 'noHead' (then nobody has to be replaced), 'open', 'self', 'gone', 'colleague', 'head'.
create function identity.propose_replacement(replacement uuid, organization uuid, candidate uuid, address text, full_name text, why text,
                                             at timestamptz, expires timestamptz) returns text
  language plpgsql security definer set search_path = '' as $$
declare
  heads uuid[] := identity.heads_today(organization);
  hindrance text := identity.replacement_hindrance(organization, candidate, address);
begin
  if not access.may_replace() or organization <> all (access.municipalities()) then raise insufficient_privilege; end if;
  perform identity.keep_heads(organization);
  perform identity.expire_replacements(at);
  if cardinality(heads) = 0 then return 'noHead'; end if;
  if exists (select from identity.replacement r where r.organization_id = organization and r.ended_at is null) then return 'open'; end if;
  if candidate = access.person() or address = (select p.email from identity.person p where p.id = access.person()) then return 'self'; end if;
  if hindrance is not null then return hindrance; end if;
  insert into identity.replacement (id, organization_id, person_id, email, name, reason, heads, proposed_by, proposed_at, expires_at)
  values (replacement, organization, candidate, address, full_name, why, heads, access.person(), at, expires);
  return 'done';
end $$;

-- From now on 72 hours. 'done', or why not: 'over', 'confirmed', 'same' (the proposer), 'self', 'gone', 'colleague', 'head', 'newHead'.
create function identity.confirm_replacement(replacement uuid, at timestamptz, effective timestamptz) returns text
  language plpgsql security definer set search_path = '' as $$
declare
  proposed identity.replacement;
  hindrance text;
begin
  if not access.may_replace() then raise insufficient_privilege; end if;
  perform identity.expire_replacements(at);
  select * into proposed from identity.replacement r where r.id = replacement for update;
  if not found or proposed.ended_at is not null then return 'over'; end if;
  if proposed.confirmed_at is not null then return 'confirmed'; end if;
  if proposed.proposed_by = access.person() then return 'same'; end if;
  if proposed.person_id = access.person() or proposed.email = (select p.email from identity.person p where p.id = access.person()) then return 'self'; end if;
  hindrance := identity.replacement_hindrance(proposed.organization_id, proposed.person_id, proposed.email);
  if hindrance is not null then return hindrance; end if;
  if not identity.heads_today(proposed.organization_id) <@ proposed.heads then return 'newHead'; end if;
  update identity.replacement r set confirmed_by = access.person(), confirmed_at = at, effective_at = effective where r.id = replacement;
  return 'done';
end $$;

-- By the heads of the organization with a reason ('objected'), or by the cooperative ('withdrawn'); 'over' when there is nothing left to stop.
create function identity.stop_replacement(replacement uuid, why text, at timestamptz) returns text
  language plpgsql security definer set search_path = '' as $$
declare
  stopped identity.replacement;
  how text;
begin
  perform identity.expire_replacements(at);
  select * into stopped from identity.replacement r where r.id = replacement for update;
  if not found or stopped.ended_at is not null then return 'over'; end if;
  how := case when stopped.confirmed_at is not null
                   and stopped.organization_id = any (access.organizations_as('{chiefExecutive,organizationAdmin}')) then 'objected'
              when access.may_replace() then 'withdrawn' end;
  if how is null then raise insufficient_privilege; end if;
  update identity.replacement r set ended_at = at, ended_by = access.person(), ending = how, note = nullif(why, ''), email = null, name = null
   where r.id = replacement;
  return how;
end $$;

-- Those whose time has come: of one person, or of everybody.
create function identity.due_replacements(person uuid, at timestamptz) returns uuid[] language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(r.id order by r.effective_at), '{}') from identity.replacement r
   where r.ended_at is null and r.effective_at <= at and (due_replacements.person is null or r.person_id = due_replacements.person)
$$;

-- After the 72 hours, by whoever comes first, worker or the new administrator's own request: gives the role or makes the invitation, once,
-- when everything still is as it was confirmed. Nothing that the caller says decides.
create function identity.settle_replacement(replacement uuid, grant_id uuid, new_invitation uuid, secret text, at timestamptz, expires timestamptz)
  returns table (outcome text, why text, organization_id uuid, organization text, person_id uuid, person text, email text, told uuid[])
  language plpgsql security definer set search_path = '' as $$
declare
  due identity.replacement;
  offered text[];
begin
  select * into due from identity.replacement r where r.id = replacement for update;
  if not found or due.ended_at is not null or due.effective_at is null or due.effective_at > at then return; end if;
  perform identity.keep_heads(due.organization_id);
  why := coalesce(case when not identity.heads_today(due.organization_id) <@ due.heads then 'newHead' end,
                  identity.replacement_hindrance(due.organization_id, due.person_id, due.email));
  outcome := case when why is not null then 'lapsed' when due.person_id is null then 'invited' else 'given' end;
  organization_id := due.organization_id;
  select o.name into organization from organizations.organization o where o.id = due.organization_id;
  person_id := due.person_id;
  person := coalesce(due.name, (select p.name from identity.person p where p.id = due.person_id));
  email := due.email;
  if outcome = 'given' then
    insert into identity.role_grant (id, person_id, organization_id, role, from_day, until_day, granted_by)
    values (grant_id, due.person_id, due.organization_id, 'organizationAdmin', access.today(), null, due.confirmed_by);
  elsif outcome = 'invited' then
    -- An invitation that is open for the address makes room; what it promised is in the new one.
    update identity.invitation i set revoked_at = at, revoked_by = due.confirmed_by
     where i.organization_id = due.organization_id and i.email = due.email and i.accepted_at is null and i.revoked_at is null
    returning i.roles into offered;
    insert into identity.invitation (id, organization_id, email, name, roles, by_cooperative, invited_by, invited_at, sent_at, expires_at)
    values (new_invitation, due.organization_id, due.email, due.name,
            array['organizationAdmin'] || array_remove(coalesce(offered, '{}'), 'organizationAdmin'), true, due.confirmed_by, at, at, expires);
    insert into identity.capability (secret_hash, purpose, invitation_id, created_at, expires_at)
    values (secret, 'invitation', new_invitation, at, expires);
  end if;
  update identity.replacement r
     set ended_at = at, ending = case when outcome = 'lapsed' then 'lapsed' else 'effective' end, note = why, email = null, name = null,
         invitation_id = case when outcome = 'invited' then new_invitation end
   where r.id = replacement;
  select coalesce(array_agg(distinct t.id), '{}') into told from (
    select g.person_id as id from identity.role_grant g
     where g.organization_id = due.organization_id and g.from_day <= access.today() and (g.until_day is null or g.until_day >= access.today())
    union select unnest(array[due.proposed_by, due.confirmed_by])) t;
  return next;
end $$;

-- A name that is erased does not stay in what others wrote about the person.
create function identity.forget_in_replacements() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update identity.replacement r set reason = replace(r.reason, old.name, new.name), note = replace(r.note, old.name, new.name)
   where position(old.name in concat_ws(' ', r.reason, r.note)) > 0;
  return null;
end $$;

do $$
declare
  signature text;
begin
  foreach signature in array array[
    'access.substitutions_needed(uuid, text[])', 'access.may_replace()', 'access.scope_replacement_read()',
    'audit.record_audit(uuid, timestamptz, uuid, text, text, jsonb, text[])', 'identity.replacement_hindrance(uuid, uuid, text)',
    'identity.heads_today(uuid)', 'identity.expire_replacements(timestamptz)',
    'identity.propose_replacement(uuid, uuid, uuid, text, text, text, timestamptz, timestamptz)',
    'identity.confirm_replacement(uuid, timestamptz, timestamptz)', 'identity.stop_replacement(uuid, text, timestamptz)',
    'identity.due_replacements(uuid, timestamptz)',
    'identity.settle_replacement(uuid, uuid, uuid, text, timestamptz, timestamptz)', 'identity.forget_in_replacements()'] loop
    execute format('revoke execute on function %s from public', signature);
    if signature ~ '^(access.(may|scope)|audit|identity.(propose|confirm|stop|due|settle))' then
      execute format('grant execute on function %s to lotsenwerk_app', signature);
    end if;
    if signature ~ '^(audit|identity.(due|settle|expire))' then
      execute format('grant execute on function %s to lotsenwerk_worker', signature);
    end if;
  end loop;
end $$;
grant execute on function identity.forget_in_replacements() to lotsenwerk_owner;
set local role lotsenwerk_owner;
create trigger forget_in_replacements after update of name on identity.person
  for each row when (new.email like '%@geloescht.invalid') execute function identity.forget_in_replacements();
revoke create on schema access, identity, audit from lotsenwerk_access;

create policy concerned on identity.replacement for select to lotsenwerk_app
  using (organization_id = any ((select access.scope_replacement_read())::uuid[]) and (confirmed_at is not null or (select access.may_replace())));
grant select on identity.replacement to lotsenwerk_app;
