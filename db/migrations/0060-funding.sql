-- Money of a programme: one account per municipality whose states are its columns, entries that move amounts between two of them, and orders.
create schema funding;
grant usage on schema funding to lotsenwerk_app, lotsenwerk_access;

create table funding.account (
  enrollment_id uuid primary key,
  organization_id uuid not null,
  programme_id uuid not null,
  -- What was released so far, gross in cents; the other columns together are always exactly that.
  released_cents bigint not null default 0,
  -- Released and not yet planned with.
  limit_cents bigint not null default 0 check (limit_cents >= 0),
  planned_cents bigint not null default 0 check (planned_cents >= 0),
  committed_cents bigint not null default 0 check (committed_cents >= 0),
  delivered_cents bigint not null default 0 check (delivered_cents >= 0),
  accepted_cents bigint not null default 0 check (accepted_cents >= 0),
  invoiced_cents bigint not null default 0 check (invoiced_cents >= 0),
  settled_cents bigint not null default 0 check (settled_cents >= 0),
  -- How many entries there are: the number of the newest.
  entries integer not null default 0,
  opened_at timestamptz not null,
  foreign key (enrollment_id, organization_id, programme_id) references programmes.enrollment (id, organization_id, programme_id),
  unique (enrollment_id, organization_id, programme_id),
  constraint account_balanced check (released_cents = limit_cents + planned_cents + committed_cents + delivered_cents + accepted_cents + invoiced_cents + settled_cents)
);
comment on table funding.account is 'class: tenant. The budget of one municipality in one programme; its columns are the balances of its entries, written by book() alone.';
create index account_organization on funding.account (organization_id, enrollment_id);
create index account_programme on funding.account (programme_id, organization_id);
create index account_enrollment on funding.account (enrollment_id, organization_id, programme_id);

create table funding.service_order (
  id uuid primary key,
  organization_id uuid not null,
  programme_id uuid not null,
  enrollment_id uuid not null,
  contractor_id uuid references organizations.organization,
  -- What the contractor writes on the invoice: BT-13, or of the line BT-132.
  reference text not null check (reference <> '' and length(reference) <= 60),
  title text not null check (title <> ''),
  -- What it belongs to in the programme: stage 1 or 2.
  stage_number integer check (stage_number > 0),
  -- The last local day on which it can be delivered; null where nothing was agreed.
  due_on date,
  -- Balances of its entries, as those of the account; written by book() alone.
  planned_cents bigint not null default 0 check (planned_cents >= 0),
  committed_cents bigint not null default 0 check (committed_cents >= 0),
  delivered_cents bigint not null default 0 check (delivered_cents >= 0),
  accepted_cents bigint not null default 0 check (accepted_cents >= 0),
  invoiced_cents bigint not null default 0 check (invoiced_cents >= 0),
  settled_cents bigint not null default 0 check (settled_cents >= 0),
  placed_by uuid references identity.person,
  placed_at timestamptz not null,
  -- When the contractor was commissioned.
  committed_at timestamptz,
  version integer not null default 1,
  unique (programme_id, reference),
  unique (id, organization_id, programme_id),
  foreign key (enrollment_id, organization_id, programme_id) references funding.account (enrollment_id, organization_id, programme_id)
);
comment on table funding.service_order is 'class: tenant. One service for one municipality under an order reference; where its money stands.';
create index service_order_organization on funding.service_order (organization_id, id);
create index service_order_enrollment on funding.service_order (enrollment_id, organization_id, programme_id);
create index service_order_contractor on funding.service_order (contractor_id, programme_id);
create index service_order_placed_by on funding.service_order (placed_by);

create table funding.entry (
  id uuid primary key,
  organization_id uuid not null,
  programme_id uuid not null,
  enrollment_id uuid not null,
  -- Running within the account, from 1; given by book().
  number integer not null default 0,
  from_state text not null check (from_state in ('grant', 'limit', 'planned', 'committed', 'delivered', 'accepted', 'invoiced', 'settled')),
  to_state text not null check (to_state in ('grant', 'limit', 'planned', 'committed', 'delivered', 'accepted', 'invoiced', 'settled')),
  -- Gross. One leg takes it, the other gets it: together zero.
  amount_cents bigint not null check (amount_cents > 0),
  service_order_id uuid,
  -- Of a release: which stage.
  stage_number integer check (stage_number > 0),
  reason text not null check (reason <> ''),
  -- What it came from: a release, a deed of the module that did it, a person by hand, or the workbook of the running programme.
  origin text not null check (origin in ('release', 'return', 'package', 'order', 'delivery', 'acceptance', 'invoice', 'settlement', 'hand', 'opening')),
  -- The deed behind it: an acceptance, a line of an invoice.
  subject_id uuid,
  -- The entry that it corrects.
  corrects_id uuid references funding.entry,
  at timestamptz not null,
  person_id uuid references identity.person,
  check (from_state <> to_state),
  -- What leaves or enters the grant is released or returned; an order begins with what is planned.
  check ((from_state = 'grant') <= (to_state = 'limit') and (to_state = 'grant') <= (from_state = 'limit')),
  check ((service_order_id is null) = (from_state in ('grant', 'limit') and to_state in ('grant', 'limit'))),
  unique (enrollment_id, number),
  foreign key (enrollment_id, organization_id, programme_id) references funding.account (enrollment_id, organization_id, programme_id),
  foreign key (service_order_id, organization_id, programme_id) references funding.service_order (id, organization_id, programme_id)
);
comment on table funding.entry is 'class: tenant. One transfer between two states of an account; never changed, corrected by further ones.';
create index entry_organization on funding.entry (organization_id, id);
create index entry_account on funding.entry (enrollment_id, organization_id, programme_id);
create index entry_programme on funding.entry (programme_id, id);
create index entry_order on funding.entry (service_order_id, organization_id, programme_id);
create index entry_corrects on funding.entry (corrects_id);
create index entry_person on funding.entry (person_id);
create index entry_subject on funding.entry (subject_id) where subject_id is not null;

create table funding.reference_counter (
  programme_id uuid not null references programmes.programme,
  year integer not null,
  last_number integer not null,
  primary key (programme_id, year)
);
comment on table funding.reference_counter is 'class: system. The number of the newest order reference of a programme in a year.';

grant select, update on funding.account, funding.service_order to lotsenwerk_access;
grant insert on funding.account to lotsenwerk_access;
grant select, insert on funding.entry to lotsenwerk_access;
grant select, insert, update on funding.reference_counter to lotsenwerk_access;
grant create on schema access, funding to lotsenwerk_access;
set local role lotsenwerk_access;

-- Contractors whose orders this person works on.
create function access.scope_contractors() returns uuid[] language sql stable security definer set search_path = '' as
$$ select access.organizations_as('{contractorOffice}') $$;

-- Municipalities that they work for.
create function access.scope_supplied() returns uuid[] language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(distinct o.organization_id), '{}') from funding.service_order o where o.contractor_id = any (access.scope_contractors())
$$;

-- An id for rows that the database adds itself; in order of time, like all others.
create function funding.new_id() returns uuid language sql volatile set search_path = '' as $$
  select encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
    placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6), 52, 1), 53, 1), 'hex')::uuid
$$;

-- Moves the amount of a new entry on its account and its order, and numbers it. A balance below zero breaks a check, and with it the deed.
create function funding.book() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  delta jsonb := jsonb_build_object(new.from_state, -new.amount_cents, new.to_state, new.amount_cents);
  total bigint;
begin
  update funding.account a
     set released_cents = a.released_cents - coalesce((delta ->> 'grant')::bigint, 0),
         limit_cents = a.limit_cents + coalesce((delta ->> 'limit')::bigint, 0),
         planned_cents = a.planned_cents + coalesce((delta ->> 'planned')::bigint, 0),
         committed_cents = a.committed_cents + coalesce((delta ->> 'committed')::bigint, 0),
         delivered_cents = a.delivered_cents + coalesce((delta ->> 'delivered')::bigint, 0),
         accepted_cents = a.accepted_cents + coalesce((delta ->> 'accepted')::bigint, 0),
         invoiced_cents = a.invoiced_cents + coalesce((delta ->> 'invoiced')::bigint, 0),
         settled_cents = a.settled_cents + coalesce((delta ->> 'settled')::bigint, 0),
         entries = a.entries + 1
   where a.enrollment_id = new.enrollment_id and a.organization_id = new.organization_id and a.programme_id = new.programme_id
  returning a.entries, case when new.from_state = 'grant' then a.released_cents end into new.number, total;
  if not found then raise exception using errcode = 'LW006', message = 'there is no such account'; end if;
  if total > (select p.total_cents from programmes.programme p where p.id = new.programme_id) then
    raise exception using errcode = 'LW006', message = 'more would be released than the programme gives';
  end if;
  if new.service_order_id is not null then
    update funding.service_order o
       set planned_cents = o.planned_cents + coalesce((delta ->> 'planned')::bigint, 0),
           committed_cents = o.committed_cents + coalesce((delta ->> 'committed')::bigint, 0),
           delivered_cents = o.delivered_cents + coalesce((delta ->> 'delivered')::bigint, 0),
           accepted_cents = o.accepted_cents + coalesce((delta ->> 'accepted')::bigint, 0),
           invoiced_cents = o.invoiced_cents + coalesce((delta ->> 'invoiced')::bigint, 0),
           settled_cents = o.settled_cents + coalesce((delta ->> 'settled')::bigint, 0),
           committed_at = case when new.to_state = 'committed' then coalesce(o.committed_at, new.at) else o.committed_at end,
           version = o.version + 1
     where o.id = new.service_order_id and o.enrollment_id = new.enrollment_id;
    if not found then raise exception using errcode = 'LW006', message = 'the order belongs to another account'; end if;
  end if;
  return new;
end $$;

-- Gives each account what its programme has released for it, once it has what the stage requires; of a road that was left the free rest goes back.
create function funding.level(roads uuid[]) returns void language plpgsql security definer set search_path = '' as $$
declare
  road record;
  stage record;
  here bigint;
begin
  insert into funding.account (enrollment_id, organization_id, programme_id, opened_at)
  select e.id, e.organization_id, e.programme_id, coalesce(nullif(current_setting('lotsenwerk.now', true), '')::timestamptz, now())
    from programmes.enrollment e
   where e.id = any (roads) and exists (select from programmes.stage s where s.programme_id = e.programme_id)
  on conflict (enrollment_id) do nothing;
  for road in
    select a.enrollment_id, a.organization_id, a.programme_id, e.state, a.limit_cents
      from funding.account a join programmes.enrollment e on e.id = a.enrollment_id
     where a.enrollment_id = any (roads) order by a.enrollment_id for update of a
  loop
    for stage in
      select s.number, s.title, s.amount_cents, s.released_on,
             coalesce((select sum(case when n.to_state = 'limit' then n.amount_cents else -n.amount_cents end) from funding.entry n
                        where n.enrollment_id = road.enrollment_id and n.stage_number = s.number and 'grant' in (n.from_state, n.to_state)), 0) as given,
             not exists (select from programmes.step d left join programmes.enrollment_step t on t.enrollment_id = road.enrollment_id and t.step = d.key
                          where d.programme_id = s.programme_id
                            and d.key = case s.requires when 'admitted' then 'admission' when 'assessed' then 'report' else 'acceptance' end
                            and (t.state is null or t.state not in ('done', 'notNeeded'))) as is_due
        from programmes.stage s where s.programme_id = road.programme_id
       order by case when road.state = 'active' then s.number else -s.number end
    loop
      if road.state = 'active' and stage.released_on is not null and stage.is_due and stage.given < stage.amount_cents then
        insert into funding.entry (id, organization_id, programme_id, enrollment_id, from_state, to_state, amount_cents, stage_number, reason, origin, at, person_id)
        values (funding.new_id(), road.organization_id, road.programme_id, road.enrollment_id, 'grant', 'limit', stage.amount_cents - stage.given, stage.number,
                'Freigabe „' || stage.title || '“', 'release', coalesce(nullif(current_setting('lotsenwerk.now', true), '')::timestamptz, now()), access.person());
      elsif road.state = 'withdrawn' then
        select a.limit_cents into here from funding.account a where a.enrollment_id = road.enrollment_id;
        if least(here, stage.given) > 0 then
          insert into funding.entry (id, organization_id, programme_id, enrollment_id, from_state, to_state, amount_cents, stage_number, reason, origin, at, person_id)
          values (funding.new_id(), road.organization_id, road.programme_id, road.enrollment_id, 'limit', 'grant', least(here, stage.given), stage.number,
                  'Rückgabe: Die Teilnahme ist beendet', 'return', coalesce(nullif(current_setting('lotsenwerk.now', true), '')::timestamptz, now()), access.person());
        end if;
      end if;
    end loop;
  end loop;
end $$;

-- What is only planned on a road that was left is planned no more.
create function funding.unplan(road uuid) returns void language sql security definer set search_path = '' as $$
  insert into funding.entry (id, organization_id, programme_id, enrollment_id, from_state, to_state, amount_cents, service_order_id, reason, origin, at, person_id)
  select funding.new_id(), o.organization_id, o.programme_id, o.enrollment_id, 'planned', 'limit', o.planned_cents, o.id, 'Die Teilnahme ist beendet', 'return',
         coalesce(nullif(current_setting('lotsenwerk.now', true), '')::timestamptz, now()), access.person()
    from funding.service_order o where o.enrollment_id = road and o.planned_cents > 0
   order by o.id
$$;

create function funding.follow_road() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if new.state = 'withdrawn' then
    perform from funding.account a where a.enrollment_id = new.id for update;
    perform funding.unplan(new.id);
  end if;
  perform funding.level(array[new.id]);
  return null;
end $$;

create function funding.follow_stage() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform funding.level(array(select e.id from programmes.enrollment e where e.programme_id = new.programme_id));
  return null;
end $$;

-- Holds accounts until the end of the transaction, always in the same order; how many of them whoever asks may book on.
create function funding.hold(roads uuid[]) returns integer language plpgsql security definer set search_path = '' as $$
declare
  held integer;
begin
  perform from funding.account a
   where a.enrollment_id = any (roads)
     and (a.organization_id = any (access.scope_progress()) or a.programme_id = any (access.scope_programmes())
       or exists (select from funding.service_order o where o.enrollment_id = a.enrollment_id and o.contractor_id = any (access.scope_contractors())))
   order by a.enrollment_id for update;
  get diagnostics held = row_count;
  return held;
end $$;

-- Books in the own name what whoever asks may book: who leads the programme; the head of the municipality between free and planned, by deciding
-- on a package; the office of the contractor between committed and delivered, on its own orders.
create function funding.record_entries(wanted jsonb) returns void language plpgsql security definer set search_path = '' as $$
declare
  led uuid[] := access.scope_programmes_led();
  headed uuid[] := access.organizations_as('{chiefExecutive}');
  contractors uuid[] := access.scope_contractors();
begin
  if exists (
    select from jsonb_to_recordset(wanted) as w(organization_id uuid, programme_id uuid, service_order_id uuid, from_state text, to_state text, origin text)
     where 'grant' in (w.from_state, w.to_state) or not (
       w.programme_id = any (led)
       or (w.organization_id = any (headed) and w.origin = 'package' and w.from_state in ('limit', 'planned') and w.to_state in ('limit', 'planned'))
       or (w.origin = 'delivery' and w.from_state in ('committed', 'delivered') and w.to_state in ('committed', 'delivered')
         and exists (select from funding.service_order o where o.id = w.service_order_id and o.contractor_id = any (contractors))))) then
    raise insufficient_privilege;
  end if;
  insert into funding.entry (id, organization_id, programme_id, enrollment_id, from_state, to_state, amount_cents, service_order_id, stage_number, reason,
    origin, subject_id, corrects_id, at, person_id)
  select w.id, w.organization_id, w.programme_id, w.enrollment_id, w.from_state, w.to_state, w.amount_cents, w.service_order_id, w.stage_number, w.reason,
         w.origin, w.subject_id, w.corrects_id, coalesce(nullif(current_setting('lotsenwerk.now', true), '')::timestamptz, now()), access.person()
    from jsonb_array_elements(wanted) with ordinality as e(entry, place),
         jsonb_to_record(e.entry) as w(id uuid, organization_id uuid, programme_id uuid, enrollment_id uuid, from_state text, to_state text, amount_cents bigint,
           service_order_id uuid, stage_number integer, reason text, origin text, subject_id uuid, corrects_id uuid)
   order by e.place;
end $$;

-- The next order references of a programme in a year: B-2026-0001.
create function funding.next_references(programme uuid, count integer) returns text[] language plpgsql security definer set search_path = '' as $$
declare
  y integer := extract(year from access.today())::integer;
  newest integer;
begin
  if not (programme = any (access.scope_programmes_led())
      or exists (select from programmes.enrollment e where e.programme_id = programme and e.organization_id = any (access.scope_takes_part()))) then
    raise insufficient_privilege;
  end if;
  insert into funding.reference_counter as c (programme_id, year, last_number) values (programme, y, next_references.count)
  on conflict (programme_id, year) do update set last_number = c.last_number + next_references.count
  returning last_number into newest;
  return array(select 'B-' || y || '-' || lpad(n::text, 4, '0') from generate_series(newest - next_references.count + 1, newest) n);
end $$;

revoke execute on function access.scope_contractors(), access.scope_supplied(), funding.new_id(), funding.book(), funding.level(uuid[]), funding.unplan(uuid), funding.follow_road(), funding.follow_stage(),
  funding.hold(uuid[]), funding.record_entries(jsonb), funding.next_references(uuid, integer) from public;
grant execute on function access.scope_contractors(), access.scope_supplied(), funding.hold(uuid[]), funding.record_entries(jsonb), funding.next_references(uuid, integer) to lotsenwerk_app;
grant execute on function funding.book(), funding.follow_road(), funding.follow_stage(), funding.level(uuid[]) to lotsenwerk_owner;
set local role lotsenwerk_owner;

create trigger book before insert on funding.entry for each row execute function funding.book();
create trigger account_of_new after insert on programmes.enrollment for each row execute function funding.follow_road();
create trigger account_of_road after update of road, state on programmes.enrollment for each row
  when (old.road is distinct from new.road or old.state is distinct from new.state) execute function funding.follow_road();
create trigger account_of_stage after insert or update of released_on on programmes.stage for each row execute function funding.follow_stage();

do $$
declare
  name text;
begin
  foreach name in array array['account', 'service_order', 'entry', 'reference_counter'] loop
    execute format('alter table funding.%I enable row level security, force row level security', name);
    execute format('create policy maintenance on funding.%I to lotsenwerk_owner using (true) with check (true)', name);
    execute format('create policy definer on funding.%I to lotsenwerk_access using (true) with check (true)', name);
  end loop;
  foreach name in array array['account', 'service_order', 'entry'] loop
    execute format('create policy progress on funding.%I for select to lotsenwerk_app using (organization_id = any ((select access.scope_progress())::uuid[]))', name);
    execute format('create policy staff_reads on funding.%I for select to lotsenwerk_app using (programme_id = any ((select access.scope_programmes_led())::uuid[]))', name);
    execute format('grant select on funding.%I to lotsenwerk_app', name);
  end loop;
end $$;

-- Roads that were there before money was.
select funding.level(array(select e.id from programmes.enrollment e));
set local role lotsenwerk_access;
revoke execute on function funding.book(), funding.follow_road(), funding.follow_stage(), funding.level(uuid[]) from lotsenwerk_owner;
set local role lotsenwerk_owner;
revoke create on schema access, funding from lotsenwerk_access;

create policy contractor_reads on funding.service_order for select to lotsenwerk_app
  using (organization_id = any ((select access.scope_supplied())::uuid[]) and contractor_id = any ((select access.scope_contractors())::uuid[]));
create policy leaders_add on funding.service_order for insert to lotsenwerk_app
  with check (programme_id = any ((select access.scope_programmes_led())::uuid[]) and placed_by = (select access.person()));
-- By deciding on a package.
create policy head_adds on funding.service_order for insert to lotsenwerk_app
  with check (organization_id = any ((select access.organizations_as('{chiefExecutive}'))::uuid[]) and placed_by = (select access.person()));
create policy leaders_change on funding.service_order for update to lotsenwerk_app
  using (programme_id = any ((select access.scope_programmes_led())::uuid[])) with check (programme_id = any ((select access.scope_programmes_led())::uuid[]));
grant insert (id, organization_id, programme_id, enrollment_id, contractor_id, reference, title, stage_number, due_on, placed_by, placed_at),
  update (title, contractor_id, due_on) on funding.service_order to lotsenwerk_app;

comment on table loads.opening_amount is 'class: tenant. Where the money of a municipality stood when the programme was brought in, gross; booked as opening entries.';
