-- Electronic invoices of contractors: read, matched with orders, disputed, approved, and settled in payment runs by a second person.
create schema invoices;
grant usage on schema invoices to lotsenwerk_app, lotsenwerk_access;

create table invoices.invoice (
  id uuid primary key,
  -- Who is billed: the cooperative that runs the programme.
  organization_id uuid not null references organizations.organization,
  programme_id uuid not null references programmes.programme,
  contractor_id uuid not null references organizations.organization,
  -- Tax number of whoever writes it, else the name: with the number it is the same invoice.
  seller_key text not null check (seller_key <> ''),
  number text not null check (number <> ''),
  type_code text not null,
  issued_on date not null,
  due_on date,
  buyer_reference text not null,
  net_cents bigint not null,
  tax_cents bigint not null,
  gross_cents bigint not null,
  prepaid_cents bigint not null,
  payable_cents bigint not null,
  -- As it stands in the document; empty where there is none.
  iban text not null,
  recipient text not null,
  -- The whole document, without its attachments, and what was found in it.
  document jsonb not null check (jsonb_typeof(document) = 'object'),
  findings jsonb not null check (jsonb_typeof(findings) = 'array'),
  uploaded_by uuid not null references identity.person,
  uploaded_at timestamptz not null,
  state text not null default 'received' check (state in ('received', 'disputed', 'rejected', 'approved', 'settled')),
  -- Who took it to the state it has, and when.
  decided_by uuid references identity.person,
  decided_at timestamptz,
  version integer not null default 1,
  file_sha256 text not null,
  unique (organization_id, seller_key, number),
  unique (id, organization_id, programme_id, contractor_id)
);
comment on table invoices.invoice is 'class: tenant. One invoice or credit note of a contractor to the cooperative, as it was read; a refused one is not kept.';
create index invoice_organization on invoices.invoice (organization_id, id);
create index invoice_programme on invoices.invoice (programme_id, id);
create index invoice_contractor on invoices.invoice (contractor_id, id);
create index invoice_uploaded_by on invoices.invoice (uploaded_by);
create index invoice_decided_by on invoices.invoice (decided_by);

create table invoices.line (
  id uuid primary key,
  organization_id uuid not null,
  programme_id uuid not null,
  contractor_id uuid not null,
  invoice_id uuid not null,
  position integer not null check (position > 0),
  -- What the invoice says it was ordered under: BT-132 of the line, else BT-13 of the whole.
  order_reference text not null,
  net_cents bigint not null,
  -- Its share of the payable amount.
  amount_cents bigint not null,
  -- The order that it was matched with; null where somebody has to.
  service_order_id uuid references funding.service_order,
  -- By hand; null where the reference said it.
  matched_by uuid references identity.person,
  text text not null,
  foreign key (invoice_id, organization_id, programme_id, contractor_id) references invoices.invoice (id, organization_id, programme_id, contractor_id),
  unique (invoice_id, position)
);
comment on table invoices.line is 'class: tenant. One line of an invoice, what it comes to, and the order it belongs to.';
create index line_organization on invoices.line (organization_id, id);
create index line_programme on invoices.line (programme_id);
create index line_contractor on invoices.line (contractor_id);
create index line_invoice on invoices.line (invoice_id, organization_id, programme_id, contractor_id);
create index line_order on invoices.line (service_order_id);
create index line_matched_by on invoices.line (matched_by);

create table invoices.event (
  id uuid primary key,
  organization_id uuid not null,
  programme_id uuid not null,
  contractor_id uuid not null,
  invoice_id uuid not null,
  what text not null check (what in ('received', 'matched', 'disputed', 'resolved', 'rejected', 'approved', 'settled')),
  at timestamptz not null,
  person_id uuid not null references identity.person,
  text text not null,
  foreign key (invoice_id, organization_id, programme_id, contractor_id) references invoices.invoice (id, organization_id, programme_id, contractor_id)
);
comment on table invoices.event is 'class: tenant. What happened to an invoice, who did it and why; never changed.';
create index event_organization on invoices.event (organization_id, id);
create index event_invoice on invoices.event (invoice_id, organization_id, programme_id, contractor_id);
create index event_programme on invoices.event (programme_id);
create index event_contractor on invoices.event (contractor_id);
create index event_person on invoices.event (person_id);

create table invoices.payment_run (
  id uuid primary key,
  organization_id uuid not null references organizations.organization,
  programme_id uuid not null references programmes.programme,
  -- Running within the programme, from 1.
  number integer not null check (number > 0),
  total_cents bigint not null check (total_cents > 0),
  made_by uuid not null references identity.person,
  made_at timestamptz not null,
  -- One per invoice: recipient, IBAN, amount, number, reference. Never changed.
  payments jsonb not null check (jsonb_typeof(payments) = 'array'),
  unique (programme_id, number),
  unique (id, programme_id)
);
comment on table invoices.payment_run is 'class: tenant. What was released for payment in one go, as the list that was taken out; never changed.';
create index payment_run_organization on invoices.payment_run (organization_id, id);
create index payment_run_made_by on invoices.payment_run (made_by);

create table invoices.share (
  id uuid primary key,
  -- The municipality whose order bears it.
  organization_id uuid not null,
  programme_id uuid not null,
  enrollment_id uuid not null,
  contractor_id uuid not null references organizations.organization,
  invoice_id uuid not null references invoices.invoice,
  line_id uuid not null unique references invoices.line,
  service_order_id uuid not null,
  -- Of the invoice, for those who see their own share alone.
  number text not null,
  type_code text not null check (type_code in ('380', '381')),
  issued_on date not null,
  amount_cents bigint not null check (amount_cents > 0),
  -- What credit notes took back of it.
  credited_cents bigint not null default 0 check (credited_cents between 0 and amount_cents),
  -- Of a credit note: the share that it takes back from.
  credits_share_id uuid references invoices.share,
  -- What was accepted above it and went back to the budget, because nothing follows.
  difference_cents bigint not null default 0 check (difference_cents >= 0),
  booked_by uuid not null references identity.person,
  booked_at timestamptz not null,
  payment_run_id uuid,
  settled_by uuid references identity.person,
  settled_at timestamptz,
  text text not null,
  foreign key (enrollment_id, organization_id, programme_id) references funding.account (enrollment_id, organization_id, programme_id),
  foreign key (service_order_id, organization_id, programme_id) references funding.service_order (id, organization_id, programme_id),
  foreign key (payment_run_id, programme_id) references invoices.payment_run (id, programme_id),
  check ((settled_at is null) = (payment_run_id is null) and (settled_at is null) = (settled_by is null)),
  -- Whoever says that the invoice is right does not release the money.
  constraint two_people check (settled_by <> booked_by),
  check ((credits_share_id is null) = (type_code = '380'))
);
comment on table invoices.share is 'class: tenant. What one order of a municipality bears of an approved invoice: booked by one person, settled by another.';
create index share_organization on invoices.share (organization_id, id);
create index share_enrollment on invoices.share (enrollment_id, organization_id, programme_id);
create index share_contractor on invoices.share (contractor_id);
create index share_invoice on invoices.share (invoice_id);
create index share_order on invoices.share (service_order_id, organization_id, programme_id);
create index share_credits on invoices.share (credits_share_id);
create index share_run on invoices.share (payment_run_id, programme_id);
create index share_booked_by on invoices.share (booked_by);
create index share_settled_by on invoices.share (settled_by);
create index share_open on invoices.share (programme_id, id) where settled_at is null and type_code = '380';

grant create on schema access to lotsenwerk_access;
set local role lotsenwerk_access;
-- Programmes in which the contractors of this person have orders.
create function access.scope_programmes_supplied() returns uuid[] language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(distinct o.programme_id), '{}') from funding.service_order o where o.contractor_id = any (access.scope_contractors())
$$;
revoke execute on function access.scope_programmes_supplied() from public;
grant execute on function access.scope_programmes_supplied() to lotsenwerk_app;
set local role lotsenwerk_owner;
revoke create on schema access from lotsenwerk_access;

do $$
declare
  name text;
begin
  foreach name in array array['invoice', 'line', 'event', 'payment_run', 'share'] loop
    execute format('alter table invoices.%I enable row level security, force row level security', name);
    execute format('create policy maintenance on invoices.%I to lotsenwerk_owner using (true) with check (true)', name);
    execute format('create policy leaders_read on invoices.%I for select to lotsenwerk_app using (programme_id = any ((select access.scope_programmes_led())::uuid[]))', name);
    execute format('grant select, insert on invoices.%I to lotsenwerk_app', name);
  end loop;
  foreach name in array array['invoice', 'line', 'event', 'share'] loop
    execute format('create policy contractor_reads on invoices.%I for select to lotsenwerk_app using (contractor_id = any ((select access.scope_contractors())::uuid[]))', name);
  end loop;
end $$;

create policy municipality_reads on invoices.share for select to lotsenwerk_app
  using (organization_id = any ((select access.scope_takes_part())::uuid[]));

create policy leaders_upload on invoices.invoice for insert to lotsenwerk_app
  with check (programme_id = any ((select access.scope_programmes_led())::uuid[]) and state = 'received' and uploaded_by = (select access.person()));
create policy contractor_uploads on invoices.invoice for insert to lotsenwerk_app
  with check (contractor_id = any ((select access.scope_contractors())::uuid[]) and programme_id = any ((select access.scope_programmes_supplied())::uuid[])
    and state = 'received' and uploaded_by = (select access.person()));
create policy leaders_decide on invoices.invoice for update to lotsenwerk_app
  using (programme_id = any ((select access.scope_programmes_led())::uuid[]))
  with check (programme_id = any ((select access.scope_programmes_led())::uuid[]) and decided_by = (select access.person()));
grant update (state, decided_by, decided_at, version) on invoices.invoice to lotsenwerk_app;

create policy leaders_upload on invoices.line for insert to lotsenwerk_app
  with check (programme_id = any ((select access.scope_programmes_led())::uuid[]) and matched_by is null);
create policy contractor_uploads on invoices.line for insert to lotsenwerk_app
  with check (contractor_id = any ((select access.scope_contractors())::uuid[]) and programme_id = any ((select access.scope_programmes_supplied())::uuid[])
    and matched_by is null);
create policy leaders_match on invoices.line for update to lotsenwerk_app
  using (programme_id = any ((select access.scope_programmes_led())::uuid[]))
  with check (programme_id = any ((select access.scope_programmes_led())::uuid[]) and matched_by = (select access.person()));
grant update (service_order_id, matched_by) on invoices.line to lotsenwerk_app;

create policy leaders_note on invoices.event for insert to lotsenwerk_app
  with check (programme_id = any ((select access.scope_programmes_led())::uuid[]) and person_id = (select access.person()));
create policy contractor_notes on invoices.event for insert to lotsenwerk_app
  with check (contractor_id = any ((select access.scope_contractors())::uuid[]) and programme_id = any ((select access.scope_programmes_supplied())::uuid[])
    and what = 'received' and person_id = (select access.person()));

create policy leaders_pay on invoices.payment_run for insert to lotsenwerk_app
  with check (programme_id = any ((select access.scope_programmes_led())::uuid[]) and made_by = (select access.person()));

create policy leaders_book on invoices.share for insert to lotsenwerk_app
  with check (programme_id = any ((select access.scope_programmes_led())::uuid[]) and booked_by = (select access.person()) and settled_by is null);
-- Settled or lessened by a credit note; what was settled stays.
create policy leaders_settle on invoices.share for update to lotsenwerk_app
  using (programme_id = any ((select access.scope_programmes_led())::uuid[]) and settled_at is null)
  with check (programme_id = any ((select access.scope_programmes_led())::uuid[]) and (settled_by is null or settled_by = (select access.person())));
grant update (credited_cents, payment_run_id, settled_by, settled_at) on invoices.share to lotsenwerk_app;

-- The document and its attachments: the office of the contractor, and who leads the programme that the invoice is in. Deleted by nobody.
create policy invoice_readers on files.file as restrictive for select to lotsenwerk_app
  using (organization_id = any ((select access.scope_contractors())::uuid[]) or owner_type <> 'invoice' or exists (
    select from invoices.invoice i where i.id = owner_id and i.programme_id = any ((select access.scope_programmes_led())::uuid[])));
create policy invoice_writers on files.file as restrictive for insert to lotsenwerk_app
  with check (organization_id = any ((select access.scope_contractors())::uuid[]) or owner_type <> 'invoice' or exists (
    select from invoices.invoice i where i.id = owner_id and i.programme_id = any ((select access.scope_programmes_led())::uuid[])));
create policy contractor_reads_invoices on files.file for select to lotsenwerk_app
  using (organization_id = any ((select access.scope_contractors())::uuid[]) and owner_type = 'invoice');
create policy leaders_read_invoices on files.file for select to lotsenwerk_app
  using (owner_type = 'invoice' and exists (
    select from invoices.invoice i where i.id = owner_id and i.programme_id = any ((select access.scope_programmes_led())::uuid[])));
create policy contractor_adds_invoices on files.file for insert to lotsenwerk_app
  with check (organization_id = any ((select access.scope_contractors())::uuid[]) and owner_type = 'invoice' and uploaded_by = (select access.person())
    and exists (select from invoices.invoice i where i.id = owner_id and i.contractor_id = file.organization_id and i.uploaded_by = (select access.person())));
create policy leaders_add_invoices on files.file for insert to lotsenwerk_app
  with check (owner_type = 'invoice' and uploaded_by = (select access.person()) and exists (
    select from invoices.invoice i where i.id = owner_id and i.contractor_id = file.organization_id and i.uploaded_by = (select access.person())
      and i.programme_id = any ((select access.scope_programmes_led())::uuid[])));
