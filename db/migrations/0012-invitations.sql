-- Invitations, and the secrets of links that let somebody in who is not signed in: an invitation, a new password, a new address.
-- The secrets lie here hashed; functions take a hash and return one row.

create table identity.invitation (
  id uuid primary key,
  organization_id uuid not null references organizations.organization,
  email text not null check (email = lower(email)),
  name text not null check (name <> ''),
  roles text[] not null check (cardinality(roles) > 0),
  -- Made by the cooperative or the operator, because nobody there could invite yet.
  by_cooperative boolean not null,
  invited_by uuid references identity.person,
  invited_at timestamptz not null,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  accepted_by uuid references identity.person,
  revoked_at timestamptz,
  revoked_by uuid references identity.person,
  check (accepted_at is null or revoked_at is null)
);
comment on table identity.invitation is 'class: tenant. Who was invited to be what; the secret of the link is elsewhere.';
create unique index invitation_open on identity.invitation (organization_id, email) where accepted_at is null and revoked_at is null;
create index invitation_organization on identity.invitation (organization_id, id);
create index invitation_cooperative on identity.invitation (invited_at, id) where by_cooperative;
create index invitation_invited_by on identity.invitation (invited_by);
create index invitation_accepted_by on identity.invitation (accepted_by);
create index invitation_revoked_by on identity.invitation (revoked_by);

create table identity.capability (
  secret_hash text primary key,
  purpose text not null check (purpose in ('invitation', 'passwordReset', 'emailChange')),
  invitation_id uuid references identity.invitation,
  person_id uuid references identity.person,
  -- Of a change of address: the new one.
  email text,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  check ((purpose = 'invitation') = (invitation_id is not null)),
  check ((purpose = 'invitation') = (person_id is null)),
  check ((purpose = 'emailChange') = (email is not null))
);
comment on table identity.capability is 'class: system. Hashes of the secrets of one-time links.';
create index capability_invitation on identity.capability (invitation_id);
create index capability_person on identity.capability (person_id);
create index capability_age on identity.capability (expires_at);

grant create on schema identity, access to lotsenwerk_access;
grant select, update on identity.invitation to lotsenwerk_access;
grant select, insert, update, delete on identity.capability to lotsenwerk_access;
grant insert, update on identity.person to lotsenwerk_access;
grant insert on identity.role_grant to lotsenwerk_access;

set local role lotsenwerk_access;

-- Organizations that have somebody who may invite: there the cooperative may not.
create function access.headed_organizations() returns uuid[] language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(distinct g.organization_id), '{}') from identity.role_grant g
   where g.role in ('organizationAdmin', 'chiefExecutive')
     and g.from_day <= access.today() and (g.until_day is null or g.until_day >= access.today())
$$;

-- Which roles there can be at an organization of this kind (docs/access.md, Roles).
create function access.roles_fit(organization uuid, roles text[]) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from organizations.organization o where o.id = organization and roles <@ case o.kind
    when 'cooperative' then '{programmeManager,guide,editor,procurer,office,administrator,member}'::text[]
    when 'contractor' then '{assessor,contractorOffice,member}'::text[]
    when 'ministry' then '{observer,member}'::text[]
    else '{chiefExecutive,securityOfficer,navigator,officeHead,dataProtectionOfficer,itStaff,organizationAdmin,member}'::text[] end)
$$;

-- Where the cooperative and the operator may invite: in a town that has nobody who could, and among those who are no municipality.
create function access.scope_invite_first() returns uuid[] language sql stable security definer set search_path = '' as $$
  with holder as (
    select access.holds('{office,administrator,programmeManager,operator}') as anybody, access.holds('{administrator,operator}') as administrator,
           access.holds('{programmeManager,operator}') as manager, access.headed_organizations() as headed)
  select coalesce(array_agg(o.id), '{}')
    from holder cross join organizations.organization o
   where holder.anybody and case o.kind
     when 'cooperative' then holder.administrator and (access.is_operator() or o.id = access.acting_for())
     when 'contractor' then holder.manager
     when 'ministry' then holder.administrator
     else o.id <> all (holder.headed) end
$$;

-- Where they have done so.
create function access.scope_invited_first() returns uuid[] language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(distinct i.organization_id), '{}') from identity.invitation i
   where i.by_cooperative and access.holds('{office,administrator,programmeManager,operator}')
$$;

-- The link of an invitation: a new one ends the one before.
create function identity.offer_invitation(invitation uuid, secret text, at timestamptz, expires timestamptz) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select from identity.invitation i where i.id = invitation and i.accepted_at is null and i.revoked_at is null
      and (i.organization_id = any (access.organizations_as('{chiefExecutive,organizationAdmin}'))
           or (i.by_cooperative and i.organization_id = any (access.scope_invite_first())))) then
    raise insufficient_privilege;
  end if;
  delete from identity.capability c where c.invitation_id = invitation;
  delete from identity.capability c where c.expires_at < at - interval '90 days';
  insert into identity.capability (secret_hash, purpose, invitation_id, created_at, expires_at)
  values (secret, 'invitation', invitation, at, expires);
end $$;

-- What the holder of the link may know about it.
create function identity.find_invitation(secret text)
  returns table (id uuid, organization_id uuid, organization text, email text, name text, roles text[], invited_by text,
                 expires_at timestamptz, accepted_at timestamptz, revoked_at timestamptz, person_id uuid, person text, may_sign_in boolean)
  language sql stable security definer set search_path = '' as $$
  select i.id, i.organization_id, o.name, i.email, i.name, i.roles, b.name, i.expires_at, i.accepted_at, i.revoked_at,
         p.id, p.name, exists (select from identity.password w where w.person_id = p.id)
    from identity.capability c
    join identity.invitation i on i.id = c.invitation_id
    join organizations.organization o on o.id = i.organization_id
    left join identity.person b on b.id = i.invited_by
    left join identity.person p on p.email = i.email
   where c.secret_hash = secret
$$;

-- Takes the invitation up: the account is made where there is none, roles that the person does not have yet are added.
-- 'signIn': the address has an account by now, and its owner is not who asks. From here on the transaction speaks for the person.
create function identity.accept_invitation(secret text, new_person uuid, password text, grants uuid[], at timestamptz)
  returns table (outcome text, person_id uuid, organization_id uuid, organization text, told uuid[])
  language plpgsql security definer set search_path = '' as $$
declare
  offered identity.invitation;
  known uuid;
  place integer;
begin
  select i.* into offered from identity.capability c join identity.invitation i on i.id = c.invitation_id
   where c.secret_hash = secret for update of i;
  outcome := case when not found then 'unknown' when offered.accepted_at is not null then 'accepted'
                  when offered.revoked_at is not null then 'revoked' when offered.expires_at <= at then 'expired' end;
  if outcome is not null then return next; return; end if;
  insert into identity.person (id, name, email, created_at) values (new_person, offered.name, offered.email, at) on conflict do nothing;
  select p.id into known from identity.person p where p.email = offered.email;
  if exists (select from identity.password w where w.person_id = known) then
    if known is distinct from access.person() then outcome := 'signIn'; return next; return; end if;
  elsif password is null then
    outcome := 'signIn'; return next; return;
  else
    insert into identity.password (person_id, hash, changed_at) values (known, password, at);
  end if;
  for place in 1 .. cardinality(offered.roles) loop
    insert into identity.role_grant (id, person_id, organization_id, role, from_day, until_day, granted_by)
    select grants[place], known, offered.organization_id, offered.roles[place], access.today(), null, offered.invited_by
     where not exists (select from identity.role_grant g where g.person_id = known and g.organization_id = offered.organization_id
       and g.role = offered.roles[place] and g.from_day <= access.today() and g.until_day is null);
  end loop;
  update identity.invitation i set accepted_at = at, accepted_by = known where i.id = offered.id;
  perform set_config('lotsenwerk.person', known::text, true);
  outcome := 'done';
  person_id := known;
  organization_id := offered.organization_id;
  select o.name into organization from organizations.organization o where o.id = offered.organization_id;
  select coalesce(array_agg(distinct g.person_id), '{}') into told from identity.role_grant g
   where g.organization_id = offered.organization_id and g.role in ('organizationAdmin', 'chiefExecutive') and g.person_id <> known
     and g.from_day <= access.today() and (g.until_day is null or g.until_day >= access.today());
  return next;
end $$;

-- Nobody learns from it whether there is an account: the caller answers the same either way.
create function identity.offer_reset(address text, secret text, at timestamptz, expires timestamptz)
  returns table (person_id uuid, name text, email text) language plpgsql security definer set search_path = '' as $$
begin
  select p.id, p.name, p.email into person_id, name, email from identity.person p where p.email = address;
  if not found then return; end if;
  delete from identity.capability c where c.person_id = offer_reset.person_id and c.purpose = 'passwordReset';
  insert into identity.capability (secret_hash, purpose, person_id, created_at, expires_at)
  values (secret, 'passwordReset', person_id, at, expires);
  return next;
end $$;

-- For whom the link of a new password or a new address is, and whether it still works.
create function identity.find_capability(secret text, wanted text)
  returns table (person_id uuid, name text, email text, new_email text, expires_at timestamptz, used_at timestamptz)
  language sql stable security definer set search_path = '' as $$
  select p.id, p.name, p.email, c.email, c.expires_at, c.used_at
    from identity.capability c join identity.person p on p.id = c.person_id
   where c.secret_hash = secret and c.purpose = wanted
$$;

-- Uses the link up; null when it does not work (any more). From here on the transaction speaks for the person.
create function identity.use_capability(secret text, wanted text, at timestamptz) returns identity.capability
  language plpgsql security definer set search_path = '' as $$
declare
  used identity.capability;
begin
  update identity.capability c set used_at = at
   where c.secret_hash = secret and c.purpose = wanted and c.used_at is null and c.expires_at > at returning * into used;
  if found then perform set_config('lotsenwerk.person', used.person_id::text, true); end if;
  return used;
end $$;

create function identity.reset_password(secret text, password text, at timestamptz) returns uuid
  language plpgsql security definer set search_path = '' as $$
declare
  owner uuid := (identity.use_capability(secret, 'passwordReset', at)).person_id;
begin
  if owner is null then return null; end if;
  insert into identity.password as w (person_id, hash, changed_at) values (owner, password, at)
    on conflict (person_id) do update set hash = excluded.hash, changed_at = excluded.changed_at;
  delete from identity.session s where s.person_id = owner;
  delete from identity.sign_in_step s where s.person_id = owner;
  return owner;
end $$;

create function identity.offer_email_change(secret text, address text, at timestamptz, expires timestamptz) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  if access.person() is null then raise insufficient_privilege; end if;
  delete from identity.capability c where c.person_id = access.person() and c.purpose = 'emailChange';
  insert into identity.capability (secret_hash, purpose, person_id, email, created_at, expires_at)
  values (secret, 'emailChange', access.person(), address, at, expires);
end $$;

-- 'taken': somebody else has the address by now; the link stays unused.
create function identity.confirm_email(secret text, at timestamptz)
  returns table (outcome text, person_id uuid, name text, old_email text, new_email text)
  language plpgsql security definer set search_path = '' as $$
declare
  wanted identity.capability;
begin
  select * into wanted from identity.capability c where c.secret_hash = secret and c.purpose = 'emailChange';
  if exists (select from identity.person p where p.email = wanted.email and p.id <> wanted.person_id) then
    outcome := 'taken'; return next; return;
  end if;
  wanted := identity.use_capability(secret, 'emailChange', at);
  if wanted.person_id is null then outcome := 'unknown'; return next; return; end if;
  select p.id, p.name, p.email into person_id, name, old_email from identity.person p where p.id = wanted.person_id;
  update identity.person p set email = wanted.email where p.id = wanted.person_id;
  -- A link for a new password that went to the old address must not work any more.
  delete from identity.capability c where c.person_id = wanted.person_id and c.purpose = 'passwordReset';
  new_email := wanted.email;
  outcome := 'done';
  return next;
end $$;

do $$
declare
  signature text;
begin
  foreach signature in array array[
    'access.headed_organizations()', 'access.roles_fit(uuid, text[])', 'access.scope_invite_first()', 'access.scope_invited_first()',
    'identity.offer_invitation(uuid, text, timestamptz, timestamptz)', 'identity.find_invitation(text)',
    'identity.accept_invitation(text, uuid, text, uuid[], timestamptz)', 'identity.offer_reset(text, text, timestamptz, timestamptz)',
    'identity.find_capability(text, text)', 'identity.use_capability(text, text, timestamptz)', 'identity.reset_password(text, text, timestamptz)',
    'identity.offer_email_change(text, text, timestamptz, timestamptz)', 'identity.confirm_email(text, timestamptz)'] loop
    execute format('revoke execute on function %s from public', signature);
    if signature not like 'identity.use_capability%' then
      execute format('grant execute on function %s to lotsenwerk_app', signature);
    end if;
  end loop;
end $$;
set local role lotsenwerk_owner;
revoke create on schema identity, access from lotsenwerk_access;

create policy definer_adds on identity.person for insert to lotsenwerk_access with check (true);
create policy definer_changes on identity.person for update to lotsenwerk_access using (true) with check (true);
create policy definer_adds on identity.role_grant for insert to lotsenwerk_access with check (true);

alter table identity.capability enable row level security, force row level security;
create policy maintenance on identity.capability to lotsenwerk_owner using (true) with check (true);
create policy definer on identity.capability to lotsenwerk_access using (true) with check (true);

alter table identity.invitation enable row level security, force row level security;
create policy maintenance on identity.invitation to lotsenwerk_owner using (true) with check (true);
create policy definer on identity.invitation to lotsenwerk_access using (true) with check (true);
create policy heads_read on identity.invitation for select to lotsenwerk_app
  using (organization_id = any ((select access.organizations_as('{chiefExecutive,organizationAdmin}'))::uuid[]));
create policy cooperative_reads on identity.invitation for select to lotsenwerk_app
  using (organization_id = any ((select access.scope_invited_first())::uuid[]) and by_cooperative);
create policy heads_invite on identity.invitation for insert to lotsenwerk_app
  with check (organization_id = any ((select access.organizations_as('{chiefExecutive,organizationAdmin}'))::uuid[])
    and not by_cooperative and invited_by = access.person() and access.roles_fit(organization_id, roles));
create policy cooperative_invites on identity.invitation for insert to lotsenwerk_app
  with check (organization_id = any ((select access.scope_invite_first())::uuid[]) and by_cooperative
    and invited_by is not distinct from access.person() and access.roles_fit(organization_id, roles));
-- Sending again and taking back; nothing else can be changed (column rights below).
create policy heads_change on identity.invitation for update to lotsenwerk_app
  using (organization_id = any ((select access.organizations_as('{chiefExecutive,organizationAdmin}'))::uuid[]))
  with check (organization_id = any ((select access.organizations_as('{chiefExecutive,organizationAdmin}'))::uuid[]));
create policy cooperative_changes on identity.invitation for update to lotsenwerk_app
  using (organization_id = any ((select access.scope_invited_first())::uuid[]) and by_cooperative)
  with check (organization_id = any ((select access.scope_invited_first())::uuid[]) and by_cooperative);
grant select, insert, update (sent_at, expires_at, revoked_at, revoked_by) on identity.invitation to lotsenwerk_app;
