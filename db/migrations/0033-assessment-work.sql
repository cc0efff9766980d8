-- The check, whole: levels, waves, delegation, comments, evidence, review, both signatures.

-- Waves and states. The columns of the state are written by the trigger on sign-offs alone.
alter table security.assessment drop constraint assessment_organization_id_catalog_id_key;
alter table security.assessment add column wave integer not null default 1 check (wave > 0);
alter table security.assessment add column previous_id uuid references security.assessment;
alter table security.assessment add column in_review_at timestamptz;
alter table security.assessment add column signed_off_at timestamptz;
alter table security.assessment add check (signed_off_at is null or in_review_at is not null);
alter table security.assessment add unique (organization_id, catalog_id, wave);
create unique index assessment_one_open on security.assessment (organization_id, catalog_id) where signed_off_at is null;
create index assessment_previous on security.assessment (previous_id);

-- Yes, no, not applicable; or a level with its target; or neither: an answer that was taken back.
alter table security.answer alter column answer drop not null;
alter table security.answer add column level smallint check (level between 0 and 5);
alter table security.answer add column target smallint check (target between 0 and 5);
alter table security.answer add check ((level is null) = (target is null));
alter table security.answer add check (answer is null or level is null);
-- Carried over from the wave before or from a file, and nobody has said yet that it still holds.
alter table security.answer add column unconfirmed boolean not null default false;
-- The outermost group of the question: what is delegated.
alter table security.answer add column top_key text;
update security.answer a set top_key = c.top_key from catalogs.control c where c.catalog_id = a.catalog_id and c.id = a.control_id;
alter table security.answer alter column top_key set not null;
create index answer_at on security.answer (assessment_id, answered_at);

create table security.delegation (
  id uuid primary key,
  organization_id uuid not null,
  assessment_id uuid not null,
  catalog_id uuid not null,
  person_id uuid not null references identity.person,
  -- Outermost groups of the catalog.
  group_keys text[] not null check (cardinality(group_keys) > 0),
  due_on date,
  note text not null default '',
  delegated_by uuid not null references identity.person,
  delegated_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid references identity.person,
  -- The day the last reminder was for.
  reminded_on date,
  foreign key (assessment_id, organization_id, catalog_id) references security.assessment (id, organization_id, catalog_id),
  check (person_id <> delegated_by),
  check ((ended_at is null) = (ended_by is null))
);
comment on table security.delegation is 'class: tenant. Lists of a check that a colleague answers, until when.';
create index delegation_organization on security.delegation (organization_id, id);
create index delegation_assessment on security.delegation (assessment_id);
create index delegation_person on security.delegation (person_id);
create index delegation_by on security.delegation (delegated_by);
create index delegation_ended_by on security.delegation (ended_by);
create index delegation_due on security.delegation (due_on) where ended_at is null;

create table security.comment (
  id uuid primary key,
  organization_id uuid not null,
  assessment_id uuid not null,
  catalog_id uuid not null,
  control_id text not null,
  top_key text not null,
  -- Null once its author has removed it.
  text text,
  mentions uuid[] not null default '{}',
  written_by uuid not null references identity.person,
  written_at timestamptz not null,
  removed_at timestamptz,
  foreign key (assessment_id, organization_id, catalog_id) references security.assessment (id, organization_id, catalog_id),
  foreign key (catalog_id, control_id) references catalogs.control (catalog_id, id),
  check ((text is null) = (removed_at is not null))
);
comment on table security.comment is 'class: tenant. What own staff write to each other about a question; no assessor reads it.';
create index comment_organization on security.comment (organization_id, id);
create index comment_question on security.comment (assessment_id, control_id, id);
create index comment_control on security.comment (catalog_id, control_id);
create index comment_written_by on security.comment (written_by);

create table security.evidence (
  id uuid primary key,
  organization_id uuid not null,
  assessment_id uuid not null,
  catalog_id uuid not null,
  control_id text not null,
  top_key text not null,
  title text not null,
  file_id uuid references files.file on delete set null,
  url text,
  -- The last day on which it proves anything.
  valid_until date,
  added_by uuid not null references identity.person,
  added_at timestamptz not null,
  removed_at timestamptz,
  removed_by uuid references identity.person,
  foreign key (assessment_id, organization_id, catalog_id) references security.assessment (id, organization_id, catalog_id),
  foreign key (catalog_id, control_id) references catalogs.control (catalog_id, id),
  check (removed_at is not null or (file_id is null) <> (url is null)),
  check ((removed_at is null) = (removed_by is null))
);
comment on table security.evidence is 'class: tenant. Files and links that prove an answer, with the day until which they do.';
create index evidence_organization on security.evidence (organization_id, id);
create index evidence_question on security.evidence (assessment_id, control_id, id);
create index evidence_control on security.evidence (catalog_id, control_id);
create index evidence_file on security.evidence (file_id);
create index evidence_added_by on security.evidence (added_by);
create index evidence_removed_by on security.evidence (removed_by);

-- Verdicts in versions, as answers; the highest one counts.
create table security.review (
  organization_id uuid not null,
  assessment_id uuid not null,
  catalog_id uuid not null,
  control_id text not null,
  top_key text not null,
  version integer not null check (version > 0),
  verdict text not null check (verdict in ('confirmed', 'disputed', 'comment')),
  remark text not null default '',
  -- The version of the answer that was judged; null where there was none.
  answer_version integer,
  reviewed_by uuid not null references identity.person,
  reviewed_at timestamptz not null,
  primary key (assessment_id, control_id, version),
  foreign key (assessment_id, organization_id, catalog_id) references security.assessment (id, organization_id, catalog_id),
  foreign key (catalog_id, control_id) references catalogs.control (catalog_id, id)
);
comment on table security.review is 'class: tenant. What the assessor says about an answer, in versions; the highest one counts.';
create index review_organization on security.review (organization_id, assessment_id);
create index review_control on security.review (catalog_id, control_id);
create index review_reviewed_by on security.review (reviewed_by);

create table security.remark (
  id uuid primary key,
  organization_id uuid not null,
  assessment_id uuid not null,
  catalog_id uuid not null,
  control_id text not null,
  top_key text not null,
  side text not null check (side in ('organization', 'assessor')),
  text text not null,
  written_by uuid not null references identity.person,
  written_at timestamptz not null,
  foreign key (assessment_id, organization_id, catalog_id) references security.assessment (id, organization_id, catalog_id),
  foreign key (catalog_id, control_id) references catalogs.control (catalog_id, id)
);
comment on table security.remark is 'class: tenant. What municipality and assessor say to each other about a disputed answer; never changed.';
create index remark_organization on security.remark (organization_id, id);
create index remark_question on security.remark (assessment_id, control_id, id);
create index remark_control on security.remark (catalog_id, control_id);
create index remark_written_by on security.remark (written_by);

create table security.sign_off (
  id uuid primary key,
  organization_id uuid not null,
  assessment_id uuid not null,
  catalog_id uuid not null,
  side text not null check (side in ('organization', 'assessor')),
  signature_id uuid not null references signatures.signature,
  signed_by uuid not null references identity.person,
  signed_at timestamptz not null,
  -- Taken back by the signer's side, or set aside when both reopened the check.
  withdrawn_at timestamptz,
  withdrawn_by uuid references identity.person,
  withdrawal_reason text,
  foreign key (assessment_id, organization_id, catalog_id) references security.assessment (id, organization_id, catalog_id),
  check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawal_reason is null))
);
comment on table security.sign_off is 'class: tenant. The signatures under a check; both that count freeze it.';
create index sign_off_organization on security.sign_off (organization_id, id);
create unique index sign_off_one_of_a_side on security.sign_off (assessment_id, side) where withdrawn_at is null;
-- Four eyes: nobody signs for both sides.
create unique index sign_off_one_of_a_person on security.sign_off (assessment_id, signed_by) where withdrawn_at is null;
create index sign_off_assessment on security.sign_off (assessment_id, id);
create index sign_off_signature on security.sign_off (signature_id);
create index sign_off_signed_by on security.sign_off (signed_by);
create index sign_off_withdrawn_by on security.sign_off (withdrawn_by);

create table security.reopening (
  id uuid primary key,
  organization_id uuid not null,
  assessment_id uuid not null,
  catalog_id uuid not null,
  reason text not null,
  asked_side text not null check (asked_side in ('organization', 'assessor')),
  asked_by uuid not null references identity.person,
  asked_at timestamptz not null,
  decided_by uuid references identity.person,
  decided_at timestamptz,
  agreed boolean,
  foreign key (assessment_id, organization_id, catalog_id) references security.assessment (id, organization_id, catalog_id),
  check ((decided_at is null) = (decided_by is null) and (decided_at is null) = (agreed is null)),
  check (decided_by <> asked_by)
);
comment on table security.reopening is 'class: tenant. Who wants a signed check to be open again, why, and what the other side said.';
create index reopening_organization on security.reopening (organization_id, id);
create unique index reopening_one_pending on security.reopening (assessment_id) where decided_at is null;
create index reopening_assessment on security.reopening (assessment_id, id);
create index reopening_asked_by on security.reopening (asked_by);
create index reopening_decided_by on security.reopening (decided_by);

do $$
declare
  name text;
begin
  foreach name in array array['delegation', 'comment', 'evidence', 'review', 'remark', 'sign_off', 'reopening'] loop
    execute format('alter table security.%I enable row level security, force row level security', name);
    execute format('create policy maintenance on security.%I to lotsenwerk_owner using (true) with check (true)', name);
  end loop;
end $$;

grant usage on schema security to lotsenwerk_access;
grant select on security.delegation to lotsenwerk_access;
grant update (reminded_on) on security.delegation to lotsenwerk_access;
grant select on security.sign_off to lotsenwerk_access;
grant select on security.reopening to lotsenwerk_access;
grant select on security.assessment to lotsenwerk_access;
grant update (in_review_at, signed_off_at) on security.assessment to lotsenwerk_access;
create policy definer_reads on security.delegation for select to lotsenwerk_access using (true);
create policy definer_reminds on security.delegation for update to lotsenwerk_access using (true) with check (true);
create policy definer_reads on security.sign_off for select to lotsenwerk_access using (true);
create policy definer_reads on security.reopening for select to lotsenwerk_access using (true);
create policy definer_reads on security.assessment for select to lotsenwerk_access using (true);
create policy definer_settles on security.assessment for update to lotsenwerk_access using (true) with check (true);

grant create on schema access, security to lotsenwerk_access;
set local role lotsenwerk_access;

-- "assessment group" of what is delegated to the person, while they belong to the organization they act for.
create function access.delegated_parts() returns text[] language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(distinct d.assessment_id::text || ' ' || k.key), '{}')
    from security.delegation d cross join lateral unnest(d.group_keys) as k(key)
   where d.person_id = access.person() and d.ended_at is null and d.organization_id = any ((select access.scope_member())::uuid[])
$$;

create function access.delegated_assessments() returns uuid[] language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(distinct d.assessment_id), '{}')
    from security.delegation d
   where d.person_id = access.person() and d.ended_at is null and d.organization_id = any ((select access.scope_member())::uuid[])
$$;

-- Groups of one check that are delegated to the person.
create function access.delegated_groups(assessment uuid) returns text[] language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(distinct k.key), '{}')
    from security.delegation d cross join lateral unnest(d.group_keys) as k(key)
   where d.assessment_id = assessment and d.person_id = access.person() and d.ended_at is null
     and d.organization_id = any ((select access.scope_member())::uuid[])
$$;

-- Comments are the municipality's own: assessors do not read them.
create function access.scope_own_answers() returns uuid[] language sql stable set search_path = '' as
$$ select access.organizations_as('{chiefExecutive,securityOfficer,itStaff,dataProtectionOfficer}') $$;

create function access.scope_sign() returns uuid[] language sql stable set search_path = '' as
$$ select access.organizations_as('{chiefExecutive,securityOfficer}') $$;

-- Answers and evidence come only while the check is open. The lock makes whoever signs wait for whoever is writing, and the other way round.
-- After the row, so that the policies have looked at it first: a stranger learns nothing about the state.
create function security.only_while_open() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  closed timestamptz;
begin
  select a.in_review_at into closed from security.assessment a where a.id = new.assessment_id for share;
  if closed is not null then raise exception 'the check is in review or signed off' using errcode = 'LW002'; end if;
  return null;
end $$;

-- Verdicts come until the assessor has signed for them, remarks until the check is signed off.
create function security.only_until_signed() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  frozen timestamptz;
begin
  select a.signed_off_at into frozen from security.assessment a where a.id = new.assessment_id for share;
  if frozen is not null or exists (
       select from security.sign_off o where o.assessment_id = new.assessment_id and o.side = tg_argv[0] and o.withdrawn_at is null) then
    raise exception 'the check is signed' using errcode = 'LW002';
  end if;
  return null;
end $$;

-- Whoever signs holds the check first, reads what is to be signed, and signs that: nobody writes in between.
create function security.hold_still(assessment uuid) returns table (in_review_at timestamptz, signed_off_at timestamptz)
  language sql security definer set search_path = '' as $$
  select a.in_review_at, a.signed_off_at from security.assessment a
   where a.id = hold_still.assessment and a.organization_id = any ((select access.scope_sign() || access.assigned_organizations())::uuid[])
     for update
$$;

-- The state follows from the sign-offs that count: the first one stops the answers, both freeze the check. What both have signed is
-- opened by both only.
create function security.lock_assessment() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform from security.assessment a where a.id = new.assessment_id for update;
  return new;
end $$;
create function security.settle_state() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'UPDATE' and exists (select from security.assessment a where a.id = new.assessment_id and a.signed_off_at is not null)
     and not exists (select from security.reopening r where r.assessment_id = new.assessment_id and r.agreed and r.decided_at = new.withdrawn_at) then
    raise exception 'both sides open what both have signed' using errcode = 'LW003';
  end if;
  update security.assessment a
     set in_review_at = s.first, signed_off_at = case when s.sides = 2 then s.last end
    from (select min(o.signed_at) as first, max(o.signed_at) as last, count(*) as sides
            from security.sign_off o where o.assessment_id = new.assessment_id and o.withdrawn_at is null) s
   where a.id = new.assessment_id;
  return null;
end $$;

revoke execute on function access.delegated_parts(), access.delegated_assessments(), access.delegated_groups(uuid),
  access.scope_own_answers(), access.scope_sign(), security.hold_still(uuid) from public;
grant execute on function access.delegated_parts(), access.delegated_assessments(), access.delegated_groups(uuid),
  access.scope_own_answers(), access.scope_sign(), security.hold_still(uuid) to lotsenwerk_app;
set local role lotsenwerk_owner;
revoke create on schema access, security from lotsenwerk_access;

create trigger only_while_open after insert on security.answer for each row execute function security.only_while_open();
create trigger only_while_open after insert on security.evidence for each row execute function security.only_while_open();
create trigger only_until_signed after insert on security.review for each row execute function security.only_until_signed('assessor');
create trigger only_until_signed after insert on security.remark for each row execute function security.only_until_signed('both');
create trigger lock_assessment before insert or update on security.sign_off for each row execute function security.lock_assessment();
create trigger settle_state after insert or update on security.sign_off for each row execute function security.settle_state();
-- Who makes a trigger must be able to call its function; afterwards nobody has to.
set local role lotsenwerk_access;
revoke execute on function security.only_while_open(), security.only_until_signed(), security.lock_assessment(), security.settle_state() from public;
set local role lotsenwerk_owner;

-- Own staff and assessors read by organization, delegates by group; each is a list computed once per statement.
create policy delegates on security.assessment for select to lotsenwerk_app
  using (organization_id = any ((select access.scope_member())::uuid[]) and id = any ((select access.delegated_assessments())::uuid[]));
create policy delegates on security.answer for select to lotsenwerk_app
  using ((assessment_id::text || ' ' || top_key) = any ((select access.delegated_parts())::text[]));
create policy delegates_add on security.answer for insert to lotsenwerk_app
  with check ((assessment_id::text || ' ' || top_key) = any ((select access.delegated_parts())::text[]) and answered_by = access.person());

create policy readers on security.delegation for select to lotsenwerk_app
  using (organization_id = any ((select access.scope_answer_read())::uuid[]));
create policy delegates on security.delegation for select to lotsenwerk_app
  using (organization_id = any ((select access.scope_member())::uuid[]) and person_id = (select access.person()));
create policy own_staff_adds on security.delegation for insert to lotsenwerk_app
  with check (organization_id = any ((select access.scope_answer_write())::uuid[]) and delegated_by = access.person()
    and access.belongs(person_id, organization_id));
create policy own_staff_ends on security.delegation for update to lotsenwerk_app
  using (organization_id = any ((select access.scope_answer_write())::uuid[])) with check (organization_id = any ((select access.scope_answer_write())::uuid[]) and ended_by = access.person());
create policy delegates_return on security.delegation for update to lotsenwerk_app
  using (organization_id = any ((select access.scope_member())::uuid[]) and person_id = (select access.person()))
  with check (organization_id = any ((select access.scope_member())::uuid[]) and ended_by = access.person());
grant select, insert, update (ended_at, ended_by) on security.delegation to lotsenwerk_app;

create policy own_staff_reads on security.comment for select to lotsenwerk_app
  using (organization_id = any ((select access.scope_own_answers())::uuid[]));
create policy delegates on security.comment for select to lotsenwerk_app
  using ((assessment_id::text || ' ' || top_key) = any ((select access.delegated_parts())::text[]));
create policy own_staff_adds on security.comment for insert to lotsenwerk_app
  with check (organization_id = any ((select access.scope_own_answers())::uuid[]) and written_by = access.person());
create policy delegates_add on security.comment for insert to lotsenwerk_app
  with check ((assessment_id::text || ' ' || top_key) = any ((select access.delegated_parts())::text[]) and written_by = access.person());
create policy authors_remove on security.comment for update to lotsenwerk_app
  using (organization_id = any ((select access.scope_member())::uuid[]) and written_by = (select access.person())) with check (organization_id = any ((select access.scope_member())::uuid[]) and text is null);
grant select, insert, update (text, removed_at) on security.comment to lotsenwerk_app;

create policy readers on security.evidence for select to lotsenwerk_app
  using (organization_id = any ((select access.scope_answer_read())::uuid[]));
create policy delegates on security.evidence for select to lotsenwerk_app
  using ((assessment_id::text || ' ' || top_key) = any ((select access.delegated_parts())::text[]));
create policy own_staff_adds on security.evidence for insert to lotsenwerk_app
  with check (organization_id = any ((select access.scope_answer_write())::uuid[]) and added_by = access.person());
create policy delegates_add on security.evidence for insert to lotsenwerk_app
  with check ((assessment_id::text || ' ' || top_key) = any ((select access.delegated_parts())::text[]) and added_by = access.person());
create policy own_staff_removes on security.evidence for update to lotsenwerk_app
  using (organization_id = any ((select access.scope_answer_write())::uuid[])) with check (organization_id = any ((select access.scope_answer_write())::uuid[]) and removed_by = access.person());
create policy delegates_remove on security.evidence for update to lotsenwerk_app
  using ((assessment_id::text || ' ' || top_key) = any ((select access.delegated_parts())::text[])) with check ((assessment_id::text || ' ' || top_key) = any ((select access.delegated_parts())::text[]) and removed_by = access.person());
grant select, insert, update (removed_at, removed_by, file_id) on security.evidence to lotsenwerk_app;

create policy readers on security.review for select to lotsenwerk_app
  using (organization_id = any ((select access.scope_answer_read())::uuid[]));
create policy delegates on security.review for select to lotsenwerk_app
  using ((assessment_id::text || ' ' || top_key) = any ((select access.delegated_parts())::text[]));
create policy assessors_add on security.review for insert to lotsenwerk_app
  with check (organization_id = any ((select access.assigned_organizations())::uuid[]) and reviewed_by = access.person());
grant select, insert on security.review to lotsenwerk_app;

create policy readers on security.remark for select to lotsenwerk_app
  using (organization_id = any ((select access.scope_answer_read())::uuid[]));
create policy delegates on security.remark for select to lotsenwerk_app
  using ((assessment_id::text || ' ' || top_key) = any ((select access.delegated_parts())::text[]));
create policy own_staff_adds on security.remark for insert to lotsenwerk_app
  with check (organization_id = any ((select access.scope_answer_write())::uuid[]) and side = 'organization' and written_by = access.person());
create policy delegates_add on security.remark for insert to lotsenwerk_app
  with check ((assessment_id::text || ' ' || top_key) = any ((select access.delegated_parts())::text[])
    and side = 'organization' and written_by = access.person());
create policy assessors_add on security.remark for insert to lotsenwerk_app
  with check (organization_id = any ((select access.assigned_organizations())::uuid[]) and side = 'assessor' and written_by = access.person());
grant select, insert on security.remark to lotsenwerk_app;

create policy readers on security.sign_off for select to lotsenwerk_app
  using (organization_id = any ((select access.scope_answer_read())::uuid[]));
create policy organization_signs on security.sign_off for insert to lotsenwerk_app
  with check (organization_id = any ((select access.scope_sign())::uuid[]) and side = 'organization' and signed_by = access.person());
create policy assessor_signs on security.sign_off for insert to lotsenwerk_app
  with check (organization_id = any ((select access.assigned_organizations())::uuid[]) and side = 'assessor' and signed_by = access.person());
create policy sides_withdraw on security.sign_off for update to lotsenwerk_app
  using (organization_id = any ((select access.scope_sign() || access.assigned_organizations())::uuid[]))
  with check (organization_id = any ((select access.scope_sign() || access.assigned_organizations())::uuid[]) and withdrawn_by = access.person());
grant select, insert, update (withdrawn_at, withdrawn_by, withdrawal_reason) on security.sign_off to lotsenwerk_app;

create policy readers on security.reopening for select to lotsenwerk_app
  using (organization_id = any ((select access.scope_answer_read())::uuid[]));
create policy organization_asks on security.reopening for insert to lotsenwerk_app
  with check (organization_id = any ((select access.scope_sign())::uuid[]) and asked_side = 'organization' and asked_by = access.person());
create policy assessor_asks on security.reopening for insert to lotsenwerk_app
  with check (organization_id = any ((select access.assigned_organizations())::uuid[]) and asked_side = 'assessor' and asked_by = access.person());
create policy organization_decides on security.reopening for update to lotsenwerk_app
  using (organization_id = any ((select access.scope_sign())::uuid[]) and asked_side = 'assessor')
  with check (organization_id = any ((select access.scope_sign())::uuid[]) and decided_by = access.person());
create policy assessor_decides on security.reopening for update to lotsenwerk_app
  using (organization_id = any ((select access.assigned_organizations())::uuid[]) and asked_side = 'organization')
  with check (organization_id = any ((select access.assigned_organizations())::uuid[]) and decided_by = access.person());
grant select, insert, update (decided_by, decided_at, agreed) on security.reopening to lotsenwerk_app;

-- Files of evidence: the delegate stores them for the groups delegated, and sees those of evidence that is visible.
create policy delegates on files.file for select to lotsenwerk_app
  using (organization_id = any ((select access.scope_member())::uuid[]) and owner_type = 'evidence'
    and exists (select from security.evidence e where e.id = owner_id));
create policy delegates_add on files.file for insert to lotsenwerk_app
  with check (organization_id = any ((select access.scope_member())::uuid[]) and owner_type = 'evidence'
    and cardinality((select access.delegated_assessments())::uuid[]) > 0 and uploaded_by = access.person());
create policy delegates_remove on files.file for delete to lotsenwerk_app
  using (organization_id = any ((select access.scope_member())::uuid[]) and owner_type = 'evidence' and uploaded_by = (select access.person()));
