-- What contractors deliver on an order, and its acceptance: the municipality signs, the cooperative countersigns.
create schema deliveries;
grant usage on schema deliveries to lotsenwerk_app, lotsenwerk_access;

create table deliveries.delivery (
  id uuid primary key,
  organization_id uuid not null,
  programme_id uuid not null,
  enrollment_id uuid not null,
  service_order_id uuid not null,
  contractor_id uuid not null references organizations.organization,
  -- Running within the order, from 1.
  number integer not null check (number > 0),
  -- Gross. Nothing where what was refused is delivered again: its money stands there already.
  amount_cents bigint not null check (amount_cents >= 0),
  delivered_on date not null,
  note text not null default '',
  withdrawn_by uuid references identity.person,
  withdrawn_at timestamptz,
  withdrawal_reason text check ((withdrawn_at is null) = (withdrawal_reason is null)),
  reported_by uuid not null references identity.person,
  reported_at timestamptz not null,
  unique (service_order_id, number),
  unique (id, organization_id, programme_id, contractor_id),
  foreign key (service_order_id, organization_id, programme_id) references funding.service_order (id, organization_id, programme_id),
  foreign key (enrollment_id, organization_id, programme_id) references funding.account (enrollment_id, organization_id, programme_id)
);
comment on table deliveries.delivery is 'class: tenant. What the contractor reports as delivered on an order; taken back with a reason, never changed.';
create index delivery_organization on deliveries.delivery (organization_id, id);
create index delivery_order on deliveries.delivery (service_order_id, organization_id, programme_id);
create index delivery_account on deliveries.delivery (enrollment_id, organization_id, programme_id);
create index delivery_programme on deliveries.delivery (programme_id, id);
create index delivery_contractor on deliveries.delivery (contractor_id, id);
create index delivery_reported_by on deliveries.delivery (reported_by);
create index delivery_withdrawn_by on deliveries.delivery (withdrawn_by);

create table deliveries.proof (
  id uuid primary key,
  organization_id uuid not null,
  programme_id uuid not null,
  contractor_id uuid not null,
  delivery_id uuid not null,
  kind text not null check (kind in ('attendanceList', 'report', 'certificate', 'photo', 'other')),
  file_id uuid references files.file on delete set null,
  name text not null check (name <> ''),
  -- Stands in the text that is signed.
  sha256 text not null,
  foreign key (delivery_id, organization_id, programme_id, contractor_id) references deliveries.delivery (id, organization_id, programme_id, contractor_id)
);
comment on table deliveries.proof is 'class: tenant. Files that prove a delivery: list of attendance, report.';
create index proof_organization on deliveries.proof (organization_id, id);
create index proof_contractor on deliveries.proof (contractor_id, id);
create index proof_programme on deliveries.proof (programme_id, id);
create index proof_delivery on deliveries.proof (delivery_id, organization_id, programme_id, contractor_id);
create index proof_file on deliveries.proof (file_id);

create table deliveries.acceptance (
  id uuid primary key,
  organization_id uuid not null,
  programme_id uuid not null,
  enrollment_id uuid not null,
  service_order_id uuid not null,
  contractor_id uuid not null references organizations.organization,
  -- Running within the order, from 1.
  number integer not null check (number > 0),
  result text not null check (result in ('whole', 'partial', 'refused')),
  -- Gross; of a refusal what is refused.
  amount_cents bigint not null check (amount_cents > 0),
  -- Of a refusal its reason.
  note text not null default '' check (result <> 'refused' or note <> ''),
  state text not null check (state in ('prepared', 'signed', 'accepted', 'refused', 'returned', 'withdrawn')),
  -- Signed here, or on a paper that lies as a file.
  way text check (way in ('portal', 'paper')),
  signed_by uuid references identity.person,
  signed_at timestamptz,
  signature_id uuid references signatures.signature,
  paper_file_id uuid references files.file on delete set null,
  paper_name text,
  paper_sha256 text,
  paper_signer text,
  paper_signed_on date,
  -- The cooperative: countersigned, or sent back with a reason.
  decided_by uuid references identity.person,
  decided_at timestamptz,
  countersignature_id uuid references signatures.signature,
  -- Why it was sent back or withdrawn.
  reason text not null default '',
  version integer not null default 1,
  prepared_by uuid not null references identity.person,
  prepared_at timestamptz not null,
  unique (service_order_id, number),
  unique (id, organization_id, programme_id, contractor_id),
  foreign key (service_order_id, organization_id, programme_id) references funding.service_order (id, organization_id, programme_id),
  foreign key (enrollment_id, organization_id, programme_id) references funding.account (enrollment_id, organization_id, programme_id),
  check ((way is null) = (signed_at is null)),
  check (way is distinct from 'portal' or signature_id is not null),
  check (way is distinct from 'paper' or (paper_name is not null and paper_sha256 is not null and paper_signer is not null and paper_signed_on is not null)),
  check (state not in ('signed', 'accepted', 'refused', 'returned') or way is not null),
  check ((state = 'accepted') = (countersignature_id is not null))
);
comment on table deliveries.acceptance is 'class: tenant. How the municipality decides on what was delivered: whole, in part, refused; booked when the cooperative countersigns.';
create index acceptance_organization on deliveries.acceptance (organization_id, id);
create index acceptance_order on deliveries.acceptance (service_order_id, organization_id, programme_id);
create index acceptance_account on deliveries.acceptance (enrollment_id, organization_id, programme_id);
create index acceptance_programme on deliveries.acceptance (programme_id, state, id);
create index acceptance_contractor on deliveries.acceptance (contractor_id, id);
create index acceptance_prepared_by on deliveries.acceptance (prepared_by);
create index acceptance_signed_by on deliveries.acceptance (signed_by);
create index acceptance_decided_by on deliveries.acceptance (decided_by);
create index acceptance_signature on deliveries.acceptance (signature_id);
create index acceptance_countersignature on deliveries.acceptance (countersignature_id);
create index acceptance_paper on deliveries.acceptance (paper_file_id);
-- One at a time waits for a signature.
create unique index acceptance_pending on deliveries.acceptance (service_order_id) where state in ('prepared', 'signed');

create table deliveries.reservation (
  id uuid primary key,
  organization_id uuid not null,
  acceptance_id uuid not null,
  number integer not null check (number > 0),
  text text not null check (text <> ''),
  -- The local day on which the contractor had put it right, as the municipality says.
  fixed_on date,
  fixed_by uuid references identity.person,
  fixed_at timestamptz check ((fixed_at is null) = (fixed_on is null)),
  programme_id uuid not null,
  contractor_id uuid not null,
  unique (acceptance_id, number),
  foreign key (acceptance_id, organization_id, programme_id, contractor_id) references deliveries.acceptance (id, organization_id, programme_id, contractor_id)
);
comment on table deliveries.reservation is 'class: tenant. What the municipality reserves when it accepts, and when that was put right.';
create index reservation_organization on deliveries.reservation (organization_id, id);
create index reservation_contractor on deliveries.reservation (contractor_id, id);
create index reservation_programme on deliveries.reservation (programme_id, id);
create index reservation_acceptance on deliveries.reservation (acceptance_id, organization_id, programme_id, contractor_id);
create index reservation_fixed_by on deliveries.reservation (fixed_by);

grant select on deliveries.acceptance to lotsenwerk_access;
grant update (state, since, on_day, waiting_for, missing, changed_by) on programmes.enrollment_step to lotsenwerk_access;
grant insert on programmes.step_change to lotsenwerk_access;
create policy definer_adds on programmes.step_change for insert to lotsenwerk_access with check (true);
grant create on schema access, deliveries to lotsenwerk_access;
set local role lotsenwerk_access;

-- Whether whoever asks is one of the three who have to do with an order.
create function deliveries.is_party(organization uuid, programme uuid, contractor uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select organization = any (access.scope_progress()) or programme = any (access.scope_programmes_led()) or contractor = any (access.scope_contractors())
$$;

-- Holds the road behind an order until the end of the transaction, always before its account: the office of the contractor does not see the road.
create function deliveries.hold_road(wanted uuid) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  perform from programmes.enrollment e
   where e.id = (select o.enrollment_id from funding.service_order o
                  where o.id = wanted and deliveries.is_party(o.organization_id, o.programme_id, o.contractor_id))
     for update;
  return found;
end $$;

-- Whom to tell: the other sides do not read each other's people.
create function deliveries.people_of(wanted uuid, side text) returns uuid[] language sql stable security definer set search_path = '' as $$
  select case side when 'cooperative' then declarations.leaders_of(o.programme_id) else (
           select coalesce(array_agg(distinct g.person_id), '{}') from identity.role_grant g
            where g.from_day <= access.today() and (g.until_day is null or g.until_day >= access.today())
              and (side = 'contractor' and g.organization_id = o.contractor_id and g.role = 'contractorOffice'
                or side = 'organization' and g.organization_id = o.organization_id and g.role in ('chiefExecutive', 'securityOfficer'))) end
    from funding.service_order o where o.id = wanted and deliveries.is_party(o.organization_id, o.programme_id, o.contractor_id)
$$;

-- Who signed and countersigned, by name, for whoever sees the acceptance.
create function deliveries.signers(wanted uuid[]) returns table (id uuid, signed_by text, decided_by text)
  language sql stable security definer set search_path = '' as $$
  select a.id, s.name, d.name from deliveries.acceptance a
    left join identity.person s on s.id = a.signed_by left join identity.person d on d.id = a.decided_by
   where a.id = any (wanted) and deliveries.is_party(a.organization_id, a.programme_id, a.contractor_id)
$$;

-- Execution is over when all that was ordered on a road is delivered, and goes on when some of that is taken back. The contractor sees no road,
-- so it is settled here. The step as it was changed; no row where nothing changed.
create function deliveries.tend_execution(wanted uuid) returns table (step_title text, programme text, state text)
  language plpgsql security definer set search_path = '' as $$
declare
  way uuid;
  here record;
  then_state text;
begin
  select o.enrollment_id into way from funding.service_order o
   where o.id = wanted and deliveries.is_party(o.organization_id, o.programme_id, o.contractor_id);
  if way is null then return; end if;
  select t.state, t.organization_id, t.programme_id, d.title, p.name,
         exists (select from unnest(d.needs) n left join programmes.enrollment_step b on b.enrollment_id = way and b.step = n
                  where b.state is null or b.state not in ('done', 'notNeeded')) as is_early,
         exists (select from programmes.enrollment_step a join programmes.step x on x.programme_id = a.programme_id and x.key = a.step
                  where a.enrollment_id = way and 'execution' = any (x.needs) and a.state in ('inProgress', 'done')) as is_built_on
    into here
    from programmes.enrollment_step t join programmes.step d on d.programme_id = t.programme_id and d.key = t.step
    join programmes.programme p on p.id = t.programme_id join programmes.enrollment e on e.id = t.enrollment_id
   where t.enrollment_id = way and t.step = 'execution' and e.state = 'active';
  if not found then return; end if;
  select case when sum(o.planned_cents + o.committed_cents) > 0 then 'inProgress'
              when sum(o.delivered_cents + o.accepted_cents + o.invoiced_cents + o.settled_cents) > 0 then 'done' end into then_state
    from funding.service_order o where o.enrollment_id = way;
  if then_state is null or then_state = here.state or here.state = 'notNeeded' or here.is_early or (here.state = 'done' and here.is_built_on) then return; end if;
  update programmes.enrollment_step t
     set state = then_state, since = access.now(), on_day = case when then_state = 'done' then access.today() end, waiting_for = null, missing = '',
         changed_by = access.person()
   where t.enrollment_id = way and t.step = 'execution';
  insert into programmes.step_change (id, enrollment_id, organization_id, programme_id, step, what, before, on_day, origin, at, person_id)
  values (funding.new_id(), way, here.organization_id, here.programme_id, 'execution', then_state, here.state,
          case when then_state = 'done' then access.today() end, 'deed', access.now(), access.person());
  return query select here.title::text, here.name::text, then_state;
end $$;

revoke execute on function deliveries.is_party(uuid, uuid, uuid), deliveries.hold_road(uuid), deliveries.people_of(uuid, text),
  deliveries.signers(uuid[]), deliveries.tend_execution(uuid) from public;
grant execute on function deliveries.hold_road(uuid), deliveries.people_of(uuid, text), deliveries.signers(uuid[]), deliveries.tend_execution(uuid)
  to lotsenwerk_app;
set local role lotsenwerk_owner;
revoke create on schema access, deliveries from lotsenwerk_access;

do $$
declare
  name text;
begin
  foreach name in array array['delivery', 'proof', 'acceptance', 'reservation'] loop
    execute format('alter table deliveries.%I enable row level security, force row level security', name);
    execute format('create policy maintenance on deliveries.%I to lotsenwerk_owner using (true) with check (true)', name);
    execute format('grant select, insert on deliveries.%I to lotsenwerk_app', name);
    execute format('create policy progress on deliveries.%I for select to lotsenwerk_app using (organization_id = any ((select access.scope_progress())::uuid[]))', name);
    execute format('create policy staff_reads on deliveries.%I for select to lotsenwerk_app using (programme_id = any ((select access.scope_programmes_led())::uuid[]))', name);
  end loop;
  -- The office of a contractor: what it delivers itself, and how that was decided; no other contractor's, and no drafts.
  foreach name in array array['delivery', 'proof'] loop
    execute format('create policy contractor_reads on deliveries.%I for select to lotsenwerk_app using (organization_id = any ((select access.scope_supplied())::uuid[]) and contractor_id = any ((select access.scope_contractors())::uuid[]))', name);
  end loop;
end $$;
create policy definer on deliveries.acceptance to lotsenwerk_access using (true);

create policy contractor_reads on deliveries.acceptance for select to lotsenwerk_app
  using (organization_id = any ((select access.scope_supplied())::uuid[]) and contractor_id = any ((select access.scope_contractors())::uuid[])
    and state in ('signed', 'accepted', 'refused'));
create policy contractor_reads on deliveries.reservation for select to lotsenwerk_app
  using (organization_id = any ((select access.scope_supplied())::uuid[]) and contractor_id = any ((select access.scope_contractors())::uuid[])
    and exists (select from deliveries.acceptance a where a.id = acceptance_id));

create policy contractor_reports on deliveries.delivery for insert to lotsenwerk_app
  with check (organization_id = any ((select access.scope_supplied())::uuid[]) and contractor_id = any ((select access.scope_contractors())::uuid[])
    and reported_by = (select access.person()));
create policy contractor_withdraws on deliveries.delivery for update to lotsenwerk_app
  using (organization_id = any ((select access.scope_supplied())::uuid[]) and contractor_id = any ((select access.scope_contractors())::uuid[])
    and withdrawn_at is null)
  with check (organization_id = any ((select access.scope_supplied())::uuid[]) and contractor_id = any ((select access.scope_contractors())::uuid[]) and withdrawn_by = (select access.person()));
grant update (withdrawn_by, withdrawn_at, withdrawal_reason) on deliveries.delivery to lotsenwerk_app;
create policy contractor_proves on deliveries.proof for insert to lotsenwerk_app
  with check (organization_id = any ((select access.scope_supplied())::uuid[]) and contractor_id = any ((select access.scope_contractors())::uuid[]));

-- Whoever speaks for the municipality prepares and takes back; its head signs; the cooperative decides on what is signed.
create policy organization_prepares on deliveries.acceptance for insert to lotsenwerk_app
  with check (organization_id = any ((select access.scope_takes_part())::uuid[]) and state = 'prepared' and prepared_by = (select access.person()));
create policy organization_withdraws on deliveries.acceptance for update to lotsenwerk_app
  using (organization_id = any ((select access.scope_takes_part())::uuid[]) and state in ('prepared', 'signed'))
  with check (organization_id = any ((select access.scope_takes_part())::uuid[]) and state = 'withdrawn');
create policy head_signs on deliveries.acceptance for update to lotsenwerk_app
  using (organization_id = any ((select access.organizations_as('{chiefExecutive}'))::uuid[]) and state = 'prepared')
  with check (organization_id = any ((select access.organizations_as('{chiefExecutive}'))::uuid[]) and state in ('signed', 'refused')
    and signed_by = (select access.person()));
create policy organization_hands_in on deliveries.acceptance for update to lotsenwerk_app
  using (organization_id = any ((select access.scope_takes_part())::uuid[]) and state = 'prepared')
  with check (organization_id = any ((select access.scope_takes_part())::uuid[]) and state in ('signed', 'refused') and way = 'paper'
    and signed_by = (select access.person()));
create policy leaders_decide on deliveries.acceptance for update to lotsenwerk_app
  using (programme_id = any ((select access.scope_programmes_led())::uuid[]) and state = 'signed')
  with check (programme_id = any ((select access.scope_programmes_led())::uuid[]) and state in ('accepted', 'returned')
    and decided_by = (select access.person()) and decided_by <> signed_by);
grant update (state, way, signed_by, signed_at, signature_id, paper_file_id, paper_name, paper_sha256, paper_signer, paper_signed_on, decided_by,
  decided_at, countersignature_id, reason, version) on deliveries.acceptance to lotsenwerk_app;

create policy organization_reserves on deliveries.reservation for insert to lotsenwerk_app
  with check (organization_id = any ((select access.scope_takes_part())::uuid[]));
create policy organization_settles on deliveries.reservation for update to lotsenwerk_app
  using (organization_id = any ((select access.scope_takes_part())::uuid[]) and fixed_on is null)
  with check (organization_id = any ((select access.scope_takes_part())::uuid[]) and fixed_by = (select access.person()));
grant update (fixed_on, fixed_by, fixed_at) on deliveries.reservation to lotsenwerk_app;

-- Both signatures under an acceptance: read by all who speak for the municipality and by those who lead the programme, who add the second one.
create policy acceptance_speakers_read on signatures.signature for select to lotsenwerk_app
  using (organization_id = any ((select access.scope_takes_part())::uuid[]) and subject_type = 'acceptance');
create policy acceptance_leaders_read on signatures.signature for select to lotsenwerk_app
  using (subject_type = 'acceptance' and exists (
    select from deliveries.acceptance a where a.id = subject_id and a.programme_id = any ((select access.scope_programmes_led())::uuid[])));
create policy acceptance_leaders_sign on signatures.signature for insert to lotsenwerk_app
  with check (subject_type = 'acceptance' and signed_by = (select access.person()) and acting_for = (select access.acting_for()) and exists (
    select from deliveries.acceptance a where a.id = subject_id and a.programme_id = any ((select access.scope_programmes_led())::uuid[])));

-- Proofs of deliveries and signed papers have readers and writers of their own, and stay.
create policy deliveries_readers on files.file as restrictive for select to lotsenwerk_app
  using (organization_id = any ((select access.scope_takes_part())::uuid[]) or owner_type <> all ('{delivery,acceptance}')
    or owner_type = 'delivery' and exists (select from deliveries.delivery d where d.id = owner_id
         and (d.programme_id = any ((select access.scope_programmes_led())::uuid[]) or d.contractor_id = any ((select access.scope_contractors())::uuid[])))
    or owner_type = 'acceptance' and exists (
         select from deliveries.acceptance a where a.id = owner_id and a.programme_id = any ((select access.scope_programmes_led())::uuid[])));
create policy deliveries_writers on files.file as restrictive for insert to lotsenwerk_app
  with check (organization_id = any ((select access.scope_takes_part())::uuid[]) and owner_type = 'acceptance'
    or organization_id = any ((select access.scope_supplied())::uuid[]) and owner_type = 'delivery' and exists (
         select from deliveries.delivery d where d.id = owner_id and d.contractor_id = any ((select access.scope_contractors())::uuid[]))
    or owner_type <> all ('{delivery,acceptance}'));
create policy deliveries_removers on files.file as restrictive for delete to lotsenwerk_app
  using (organization_id = any ((select access.scope_member())::uuid[]) and owner_type <> all ('{delivery,acceptance}'));
create policy deliveries_speakers_read on files.file for select to lotsenwerk_app
  using (organization_id = any ((select access.scope_takes_part())::uuid[]) and owner_type in ('delivery', 'acceptance'));
create policy deliveries_contractor_reads on files.file for select to lotsenwerk_app
  using (organization_id = any ((select access.scope_supplied())::uuid[]) and owner_type = 'delivery' and exists (
    select from deliveries.delivery d where d.id = owner_id and d.contractor_id = any ((select access.scope_contractors())::uuid[])));
create policy deliveries_leaders_read on files.file for select to lotsenwerk_app
  using (owner_type = 'delivery' and exists (
    select from deliveries.delivery d where d.id = owner_id and d.programme_id = any ((select access.scope_programmes_led())::uuid[])));
create policy acceptances_leaders_read on files.file for select to lotsenwerk_app
  using (owner_type = 'acceptance' and exists (
    select from deliveries.acceptance a where a.id = owner_id and a.programme_id = any ((select access.scope_programmes_led())::uuid[])));
create policy contractor_proves on files.file for insert to lotsenwerk_app
  with check (organization_id = any ((select access.scope_supplied())::uuid[]) and owner_type = 'delivery' and uploaded_by = (select access.person())
    and exists (select from deliveries.delivery d where d.id = owner_id and d.contractor_id = any ((select access.scope_contractors())::uuid[])));
create policy organization_hands_in_acceptance on files.file for insert to lotsenwerk_app
  with check (organization_id = any ((select access.scope_takes_part())::uuid[]) and owner_type = 'acceptance' and uploaded_by = (select access.person()));

-- Whoever changes what is only planned says which version they read.
grant update (version) on funding.service_order to lotsenwerk_app;
