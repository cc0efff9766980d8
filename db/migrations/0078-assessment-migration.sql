-- A check moves to a newer version of its catalog: a new check with all that was said, and the old one closed and kept as it was.
alter table security.assessment add column migrated_from uuid references security.assessment;
-- [number before, number after, whether somebody has to look again] of each requirement that is the same.
alter table security.assessment add column moved_pairs jsonb;
alter table security.assessment add column closed_at timestamptz;
alter table security.assessment add column closed_by uuid references identity.person;
-- 'moved': there is a newer one; 'undone': the older one runs again.
alter table security.assessment add column closed_why text check (closed_why in ('moved', 'undone'));
alter table security.assessment add check ((closed_at is null) = (closed_by is null) and (closed_at is null) = (closed_why is null));
alter table security.assessment add check ((migrated_from is null) = (moved_pairs is null));
alter table security.assessment add check (closed_at is null or in_review_at is null);
create unique index assessment_migrated_once on security.assessment (migrated_from)
  where migrated_from is not null and closed_why is distinct from 'undone';
create index assessment_migrated_from on security.assessment (migrated_from);
create index assessment_closed_by on security.assessment (closed_by);
drop index security.assessment_one_open;
create unique index assessment_one_open on security.assessment (organization_id, catalog_id) where signed_off_at is null and closed_at is null;

-- What was carried along; null where it was written here. Of answers and verdicts the number under which it was said.
alter table security.answer add column moved_from text;
alter table security.review add column moved_from text;
alter table security.evidence add column moved_from uuid;
alter table security.comment add column moved_from uuid;
alter table security.remark add column moved_from uuid;
alter table security.delegation add column moved_from uuid;

-- The function that moves acts for whoever answers the whole check, on rows of colleagues too.
grant insert, update (closed_at, closed_by, closed_why) on security.assessment to lotsenwerk_access;
grant select, insert on security.answer, security.comment, security.review, security.remark to lotsenwerk_access;
grant insert on security.evidence to lotsenwerk_access;
grant select, insert on security.answer_source, security.declined_proposal to lotsenwerk_access;
create policy definer_reads on security.answer_source for select to lotsenwerk_access using (true);
create policy definer_moves on security.answer_source for insert to lotsenwerk_access with check (true);
create policy definer_reads on security.declined_proposal for select to lotsenwerk_access using (true);
create policy definer_moves on security.declined_proposal for insert to lotsenwerk_access with check (true);
grant select, insert on files.file to lotsenwerk_access;
grant select on catalogs.control, catalogs.control_group to lotsenwerk_access;
create policy definer_moves on security.assessment for insert to lotsenwerk_access with check (true);
create policy definer_reads on security.answer for select to lotsenwerk_access using (true);
create policy definer_moves on security.answer for insert to lotsenwerk_access with check (true);
create policy definer_reads on security.comment for select to lotsenwerk_access using (true);
create policy definer_moves on security.comment for insert to lotsenwerk_access with check (true);
create policy definer_reads on security.review for select to lotsenwerk_access using (true);
create policy definer_moves on security.review for insert to lotsenwerk_access with check (true);
create policy definer_reads on security.remark for select to lotsenwerk_access using (true);
create policy definer_moves on security.remark for insert to lotsenwerk_access with check (true);
create policy definer_moves on security.evidence for insert to lotsenwerk_access with check (true);
create policy definer_moves on files.file for insert to lotsenwerk_access with check (true);

drop function security.hold_still(uuid), security.search_documents(uuid[], uuid, integer);
grant create on schema security, files to lotsenwerk_access;
set local role lotsenwerk_access;

-- As before, and never in a check that was closed.
create or replace function security.only_while_open() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  closed timestamptz;
begin
  select coalesce(a.in_review_at, a.closed_at) into closed from security.assessment a where a.id = new.assessment_id for share;
  if closed is not null then raise exception 'the check is in review, signed off or closed' using errcode = 'LW002'; end if;
  return null;
end $$;

create or replace function security.only_until_signed() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  frozen timestamptz;
begin
  select coalesce(a.signed_off_at, a.closed_at) into frozen from security.assessment a where a.id = new.assessment_id for share;
  if frozen is not null or exists (
       select from security.sign_off o where o.assessment_id = new.assessment_id and o.side = tg_argv[0] and o.withdrawn_at is null) then
    raise exception 'the check is signed or closed' using errcode = 'LW002';
  end if;
  return null;
end $$;

-- Of what may come to a signed check too, but not to a closed one: comments, and lists that are given to somebody.
create function security.only_while_running() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  closed timestamptz;
begin
  select a.closed_at into closed from security.assessment a where a.id = new.assessment_id for share;
  if closed is not null then raise exception 'the check is closed' using errcode = 'LW002'; end if;
  return null;
end $$;

create function security.hold_still(assessment uuid) returns table (in_review_at timestamptz, signed_off_at timestamptz, closed_why text)
  language sql security definer set search_path = '' as $$
  select a.in_review_at, a.signed_off_at, a.closed_why from security.assessment a
   where a.id = hold_still.assessment and a.organization_id = any ((select access.scope_sign() || access.assigned_organizations())::uuid[])
     for update
$$;

create function security.search_documents(ids uuid[], after uuid, most integer)
  returns table (id uuid, organization text, catalog text, wave integer, closed_why text)
  language sql stable security definer set search_path = '' as $$
  select s.id, o.name, c.title, s.wave, s.closed_why
    from security.assessment s
    join organizations.organization o on o.id = s.organization_id
    join catalogs.catalog c on c.id = s.catalog_id
   where (ids is null or s.id = any (ids) or s.organization_id = any (ids)) and (after is null or s.id > after)
   order by s.id limit most
$$;

create or replace function security.take_reminders(due date, today date)
  returns table (organization_id uuid, assessment_id uuid, person_id uuid, delegator text)
  language sql security definer set search_path = '' as $$
  update security.delegation d set reminded_on = take_reminders.today
    from identity.person p, security.assessment a
   where p.id = d.delegated_by and a.id = d.assessment_id and a.in_review_at is null and a.closed_at is null
     and d.ended_at is null and d.due_on = take_reminders.due and d.reminded_on is distinct from take_reminders.today
  returning d.organization_id, d.assessment_id, d.person_id, p.name
$$;

create or replace function security.take_ending_evidence(until date, at timestamptz)
  returns table (organization_id uuid, assessment_id uuid, control_id text, title text, valid_until text, person_ids uuid[])
  language sql security definer set search_path = '' as $$
  update security.evidence e set reminded_at = at
    from security.assessment a
   where a.id = e.assessment_id and a.signed_off_at is null and a.closed_at is null and e.removed_at is null and e.reminded_at is null
     and e.valid_until <= take_ending_evidence.until
  returning e.organization_id, e.assessment_id, e.control_id, e.title, e.valid_until::text,
    case when access.belongs(e.added_by, e.organization_id) then array[e.added_by]
         else array(select distinct g.person_id from identity.role_grant g
                     where g.organization_id = e.organization_id and g.role = 'securityOfficer' and access.belongs(g.person_id, g.organization_id)
                       and g.from_day <= access.today() and (g.until_day is null or g.until_day >= access.today())) end
$$;

-- As before; what lies in a closed check stays as it was, its lists were carried along.
create or replace function security.hand_over_delegations(leaver uuid, organization uuid, successor uuid, new_ids uuid[], at timestamptz)
  returns table (assessment_id uuid, catalog_id uuid, lists integer, due_on date, taken boolean, delegated_by uuid)
  language plpgsql security definer set search_path = '' as $$
declare
  held security.delegation;
  place integer := 0;
begin
  if organization <> all (access.scope_dismiss()) then raise insufficient_privilege; end if;
  for held in select d.* from security.delegation d join security.assessment a on a.id = d.assessment_id
      where d.organization_id = organization and d.person_id = leaver and d.ended_at is null and a.closed_at is null order by d.id loop
    place := place + 1;
    assessment_id := held.assessment_id;
    catalog_id := held.catalog_id;
    lists := cardinality(held.group_keys);
    due_on := held.due_on;
    delegated_by := held.delegated_by;
    taken := place <= cardinality(new_ids) and successor is not null and successor <> held.delegated_by and access.belongs(successor, organization);
    update security.delegation d set ended_at = at, ended_by = access.person() where d.id = held.id;
    if taken then
      insert into security.delegation (id, organization_id, assessment_id, catalog_id, person_id, group_keys, due_on, note, delegated_by, delegated_at)
      values (new_ids[place], organization, held.assessment_id, held.catalog_id, successor, held.group_keys, held.due_on, held.note, held.delegated_by, at);
    end if;
    return next;
  end loop;
end $$;

-- An id of its own that sorts where the one it was made from does.
create function security.id_beside(id uuid) returns uuid language sql volatile set search_path = '' as
$$ select (substr(id::text, 1, 18) || substr(gen_random_uuid()::text, 19))::uuid $$;

-- All versions with who and when. Where somebody has to look again the content that stands follows as a further version that nobody has
-- confirmed, in the name of whoever moves.
create function security.copy_answers(source uuid, target security.assessment, pairs jsonb, ask_all boolean)
  returns void language sql security definer set search_path = '' as $$
  with p as (
    select e ->> 0 as before, c.id as after, c.top_key, (e ->> 2)::boolean or ask_all as asks
      from jsonb_array_elements(pairs) e join catalogs.control c on c.catalog_id = target.catalog_id and c.id = e ->> 1)
  insert into security.answer (organization_id, assessment_id, catalog_id, control_id, top_key, version, answer, level, target, note,
                               unconfirmed, answered_by, answered_at, moved_from)
  select target.organization_id, target.id, target.catalog_id, p.after, p.top_key, a.version, a.answer, a.level, a.target, a.note,
         a.unconfirmed, a.answered_by, a.answered_at, coalesce(a.moved_from, a.control_id)
    from p join security.answer a on a.assessment_id = source and a.control_id = p.before
  union all
  select target.organization_id, target.id, target.catalog_id, p.after, p.top_key, l.version + 1, l.answer, l.level, l.target, l.note,
         true, target.started_by, target.started_at, coalesce(l.moved_from, l.control_id)
    from p cross join lateral (select v.* from security.answer v where v.assessment_id = source and v.control_id = p.before
                                order by v.version desc limit 1) l
   where p.asks and not l.unconfirmed and (l.answer is not null or l.level is not null)
$$;

-- Evidence with a file of its own over the same content, and what colleagues wrote; of a check that takes back only what was added in it.
create function security.copy_sides(source uuid, target security.assessment, pairs jsonb, only_own boolean)
  returns void language plpgsql security definer set search_path = '' as $$
begin
  with p as (
    select e ->> 0 as before, c.id as after, c.top_key
      from jsonb_array_elements(pairs) e join catalogs.control c on c.catalog_id = target.catalog_id and c.id = e ->> 1),
  proofs as materialized (
    select v.*, p.after, p.top_key as new_top, security.id_beside(v.id) as new_id,
           case when v.file_id is not null then security.id_beside(v.file_id) end as new_file
      from p join security.evidence v on v.assessment_id = source and v.control_id = p.before
     where v.removed_at is null and (v.moved_from is null or not only_own)),
  stored as (
    insert into files.file (id, organization_id, owner_type, owner_id, name, media_type, size, sha256, scan, scanned_at, uploaded_by, uploaded_at)
    select v.new_file, f.organization_id, f.owner_type, v.new_id, f.name, f.media_type, f.size, f.sha256, f.scan, f.scanned_at, f.uploaded_by, f.uploaded_at
      from proofs v join files.file f on f.id = v.file_id)
  insert into security.evidence (id, organization_id, assessment_id, catalog_id, control_id, top_key, title, file_id, url, valid_until,
                                 added_by, added_at, reminded_at, moved_from)
  select v.new_id, target.organization_id, target.id, target.catalog_id, v.after, v.new_top, v.title, v.new_file, v.url, v.valid_until,
         v.added_by, v.added_at, v.reminded_at, v.id
    from proofs v;

  with p as (
    select e ->> 0 as before, c.id as after, c.top_key
      from jsonb_array_elements(pairs) e join catalogs.control c on c.catalog_id = target.catalog_id and c.id = e ->> 1)
  insert into security.comment (id, organization_id, assessment_id, catalog_id, control_id, top_key, text, mentions, written_by, written_at,
                                removed_at, moved_from)
  select security.id_beside(v.id), target.organization_id, target.id, target.catalog_id, p.after, p.top_key, v.text, v.mentions, v.written_by,
         v.written_at, v.removed_at, v.id
    from p join security.comment v on v.assessment_id = source and v.control_id = p.before
   where v.moved_from is null or not only_own;
end $$;

-- Verdicts keep the version of the answer they were about; whoever disputes goes on doing so.
create function security.copy_reviews(source uuid, target security.assessment, pairs jsonb, only_own boolean)
  returns void language plpgsql security definer set search_path = '' as $$
begin
  if not only_own then
    insert into security.review (organization_id, assessment_id, catalog_id, control_id, top_key, version, verdict, remark, answer_version,
                                 reviewed_by, reviewed_at, moved_from)
    select target.organization_id, target.id, target.catalog_id, c.id, c.top_key, r.version, r.verdict, r.remark, r.answer_version,
           r.reviewed_by, r.reviewed_at, coalesce(r.moved_from, r.control_id)
      from jsonb_array_elements(pairs) e
      join catalogs.control c on c.catalog_id = target.catalog_id and c.id = e ->> 1
      join security.review r on r.assessment_id = source and r.control_id = e ->> 0;
  end if;
  insert into security.remark (id, organization_id, assessment_id, catalog_id, control_id, top_key, side, text, written_by, written_at, moved_from)
  select security.id_beside(m.id), target.organization_id, target.id, target.catalog_id, c.id, c.top_key, m.side, m.text, m.written_by,
         m.written_at, m.id
    from jsonb_array_elements(pairs) e
    join catalogs.control c on c.catalog_id = target.catalog_id and c.id = e ->> 1
    join security.remark m on m.assessment_id = source and m.control_id = e ->> 0
   where m.moved_from is null or not only_own;
end $$;

-- Lists stay with whoever has them; `lists` says which one of the new catalog each of the old ones became.
create function security.copy_delegations(source uuid, target security.assessment, lists jsonb)
  returns void language sql security definer set search_path = '' as $$
  insert into security.delegation (id, organization_id, assessment_id, catalog_id, person_id, group_keys, due_on, note, delegated_by, delegated_at,
                                   reminded_on, moved_from)
  select security.id_beside(d.id), target.organization_id, target.id, target.catalog_id, d.person_id, m.keys, d.due_on, d.note, d.delegated_by,
         d.delegated_at, d.reminded_on, d.id
    from security.delegation d
    cross join lateral (select array_agg(distinct lists ->> k.key) as keys from unnest(d.group_keys) k(key) where lists ? k.key) m
   where d.assessment_id = source and d.ended_at is null and m.keys is not null
$$;

-- From where answers were taken, and where they are used: checks that still run show the new one. What nobody wants to be proposed stays so.
create function security.copy_links(source uuid, target security.assessment, pairs jsonb, is_moved boolean)
  returns void language plpgsql security definer set search_path = '' as $$
begin
  insert into security.answer_source (organization_id, assessment_id, catalog_id, control_id, top_key, version, source_assessment_id,
                                      source_catalog_id, source_control_id, source_version, collection_id, relationship, is_default,
                                      sub_requirements, taken_by, taken_at)
  select t.organization_id, target.id, target.catalog_id, c.id, c.top_key, t.version, t.source_assessment_id, t.source_catalog_id,
         t.source_control_id, t.source_version, t.collection_id, t.relationship, t.is_default, t.sub_requirements, t.taken_by, t.taken_at
    from jsonb_array_elements(pairs) e
    join catalogs.control c on c.catalog_id = target.catalog_id and c.id = e ->> 1
    join security.answer_source t on t.assessment_id = source and t.control_id = e ->> 0
   where t.source_assessment_id <> target.id;
  insert into security.declined_proposal (organization_id, assessment_id, catalog_id, control_id, top_key, declined_by, declined_at)
  select d.organization_id, target.id, target.catalog_id, c.id, c.top_key, d.declined_by, d.declined_at
    from jsonb_array_elements(pairs) e
    join catalogs.control c on c.catalog_id = target.catalog_id and c.id = e ->> 1
    join security.declined_proposal d on d.assessment_id = source and d.control_id = e ->> 0
  on conflict do nothing;
  if is_moved then
    insert into security.answer_source (organization_id, assessment_id, catalog_id, control_id, top_key, version, source_assessment_id,
                                        source_catalog_id, source_control_id, source_version, collection_id, relationship, is_default,
                                        sub_requirements, taken_by, taken_at)
    select t.organization_id, t.assessment_id, t.catalog_id, t.control_id, t.top_key, t.version, target.id, target.catalog_id, e ->> 1,
           t.source_version, t.collection_id, t.relationship, t.is_default, t.sub_requirements, t.taken_by, t.taken_at
      from jsonb_array_elements(pairs) e
      join security.answer_source t on t.source_assessment_id = source and t.source_control_id = e ->> 0
      join security.assessment x on x.id = t.assessment_id and x.in_review_at is null and x.closed_at is null
     where t.assessment_id <> target.id
       and exists (select from security.answer v
                    where v.assessment_id = target.id and v.control_id = e ->> 1 and v.version = t.source_version);
  end if;
end $$;

-- Whoever answers the whole check moves it; of two at once the second is told of the first one's. The lock makes whoever is answering be
-- waited for, and their answer come along; whoever comes later is told where to go on (LW002).
create function security.migrate_assessment(source uuid, catalog uuid, new_id uuid, at timestamptz, pairs jsonb, lists jsonb)
  returns table (outcome text, assessment_id uuid)
  language plpgsql security definer set search_path = '' as $$
declare
  old security.assessment;
  fresh security.assessment;
  undone uuid;
  kept jsonb;
begin
  select * into old from security.assessment a where a.id = source and a.organization_id = any (access.scope_answer_write()) for update;
  if not found then raise insufficient_privilege; end if;
  select 'moved', a.id into outcome, assessment_id
    from security.assessment a where a.migrated_from = source and a.closed_why is distinct from 'undone';
  if outcome is null and old.closed_at is not null then outcome := 'closed'; end if;
  if outcome is null and old.in_review_at is not null and old.signed_off_at is null then outcome := 'inReview'; end if;
  if outcome is not null then return next; return; end if;

  insert into security.assessment (id, organization_id, catalog_id, started_at, started_by, wave, previous_id, migrated_from, moved_pairs)
  select new_id, old.organization_id, catalog, at, access.person(), coalesce(max(a.wave), 0) + 1,
         (array_agg(a.id order by a.wave desc) filter (where a.closed_at is null))[1], source, pairs
    from security.assessment a where a.organization_id = old.organization_id and a.catalog_id = catalog
  on conflict do nothing
  returning * into fresh;
  if fresh.id is null then
    outcome := 'taken';
    select a.id into assessment_id from security.assessment a
     where a.organization_id = old.organization_id and a.catalog_id = catalog and a.signed_off_at is null and a.closed_at is null;
    return next;
    return;
  end if;

  -- Moved before and undone: what was said there and had no place in the old check waits there, and comes along.
  select a.id into undone from security.assessment a
   where a.migrated_from = source and a.catalog_id = catalog and a.closed_why = 'undone' order by a.wave desc limit 1;
  if undone is not null then
    select coalesce(jsonb_agg(jsonb_build_array(c.id, c.id, true)), '[]') into kept
      from catalogs.control c
     where c.catalog_id = catalog
       and (c.id not in (select e ->> 1 from jsonb_array_elements(pairs) e)
            or old.signed_off_at is not null and exists (
              select from security.answer v where v.assessment_id = undone and v.control_id = c.id and v.moved_from is null));
    perform security.copy_answers(undone, fresh, kept, true);
    perform security.copy_sides(undone, fresh, kept, false);
    select coalesce(jsonb_agg(e), '[]') into pairs
      from jsonb_array_elements(pairs) e where e ->> 1 not in (select k ->> 0 from jsonb_array_elements(kept) k);
  end if;
  perform security.copy_answers(source, fresh, pairs, old.signed_off_at is not null);
  perform security.copy_sides(source, fresh, pairs, false);
  perform security.copy_links(source, fresh, pairs, old.signed_off_at is null);
  if old.signed_off_at is null then
    perform security.copy_reviews(source, fresh, pairs, false);
    perform security.copy_delegations(source, fresh, lists);
    update security.assessment a set closed_at = at, closed_by = access.person(), closed_why = 'moved' where a.id = source;
  end if;
  outcome := 'done';
  assessment_id := fresh.id;
  return next;
end $$;

-- The old check runs again with what was said in the new one put on top; what has no place in it stays readable in the new one (`left_behind`).
create function security.undo_migration(moved uuid, at timestamptz)
  returns table (outcome text, assessment_id uuid, carried_back integer, left_behind integer)
  language plpgsql security definer set search_path = '' as $$
declare
  old security.assessment;
  fresh security.assessment;
  back jsonb;
begin
  select a.migrated_from into assessment_id from security.assessment a
   where a.id = moved and a.organization_id = any (access.scope_answer_write());
  if not found then raise insufficient_privilege; end if;
  carried_back := 0;
  left_behind := 0;
  if assessment_id is null then outcome := 'notMigrated'; return next; return; end if;
  select * into old from security.assessment a where a.id = assessment_id for update;
  select * into fresh from security.assessment a where a.id = moved for update;
  outcome := case when fresh.closed_why = 'undone' then 'undone' when fresh.closed_why = 'moved' then 'movedOn'
                  when fresh.in_review_at is not null then 'signed' end;
  if outcome is not null then return next; return; end if;

  if old.closed_why = 'moved' then
    begin
      update security.assessment a set closed_at = null, closed_by = null, closed_why = null where a.id = old.id;
    exception when unique_violation then
      outcome := 'taken';
      return next;
      return;
    end;
    select jsonb_agg(jsonb_build_array(e -> 1, e -> 0, e -> 2)) into back from jsonb_array_elements(fresh.moved_pairs) e;
    insert into security.answer (organization_id, assessment_id, catalog_id, control_id, top_key, version, answer, level, target, note,
                                 unconfirmed, answered_by, answered_at)
    select old.organization_id, old.id, old.catalog_id, c.id, c.top_key, coalesce(o.version, 0) + 1, n.answer, n.level, n.target, n.note,
           n.unconfirmed or (e ->> 2)::boolean and (n.answer is not null or n.level is not null), access.person(), at
      from jsonb_array_elements(fresh.moved_pairs) e
      join catalogs.control c on c.catalog_id = old.catalog_id and c.id = e ->> 0
      cross join lateral (select v.* from security.answer v where v.assessment_id = fresh.id and v.control_id = e ->> 1
                           order by v.version desc limit 1) n
      left join lateral (select v.* from security.answer v where v.assessment_id = old.id and v.control_id = c.id
                          order by v.version desc limit 1) o on true
     where n.moved_from is null
       and ((n.answer, n.level, n.target, n.note) is distinct from (o.answer, o.level, o.target, coalesce(o.note, ''))
            or o.unconfirmed and not n.unconfirmed and not (e ->> 2)::boolean);
    get diagnostics carried_back = row_count;
    perform security.copy_sides(fresh.id, old, back, true);
    perform security.copy_reviews(fresh.id, old, back, true);
    update security.delegation d set ended_at = at, ended_by = access.person()
     where d.assessment_id = old.id and d.ended_at is null
       and exists (select from security.delegation m where m.moved_from = d.id and m.assessment_id = fresh.id and m.ended_at is not null);
    insert into security.delegation (id, organization_id, assessment_id, catalog_id, person_id, group_keys, due_on, note, delegated_by, delegated_at,
                                     reminded_on, moved_from)
    select security.id_beside(d.id), old.organization_id, old.id, old.catalog_id, d.person_id, k.keys, d.due_on, d.note, d.delegated_by,
           d.delegated_at, d.reminded_on, d.id
      from security.delegation d
      cross join lateral (select array_agg(g.key) as keys from catalogs.control_group g
                           where g.catalog_id = old.catalog_id and g.parent_key is null and g.key = any (d.group_keys)) k
     where d.assessment_id = fresh.id and d.ended_at is null and d.moved_from is null and k.keys is not null;
  end if;
  select count(distinct v.control_id) into left_behind from security.answer v
   where v.assessment_id = fresh.id
     and (old.signed_off_at is not null and v.moved_from is null
          or v.control_id not in (select e ->> 1 from jsonb_array_elements(fresh.moved_pairs) e));
  update security.assessment a set closed_at = at, closed_by = access.person(), closed_why = 'undone' where a.id = fresh.id;
  outcome := 'done';
  return next;
end $$;

revoke execute on function security.hold_still(uuid), security.search_documents(uuid[], uuid, integer), security.id_beside(uuid),
  security.copy_answers(uuid, security.assessment, jsonb, boolean), security.copy_sides(uuid, security.assessment, jsonb, boolean),
  security.copy_reviews(uuid, security.assessment, jsonb, boolean), security.copy_delegations(uuid, security.assessment, jsonb),
  security.copy_links(uuid, security.assessment, jsonb, boolean),
  security.migrate_assessment(uuid, uuid, uuid, timestamptz, jsonb, jsonb), security.undo_migration(uuid, timestamptz) from public;
grant execute on function security.hold_still(uuid), security.migrate_assessment(uuid, uuid, uuid, timestamptz, jsonb, jsonb),
  security.undo_migration(uuid, timestamptz) to lotsenwerk_app;
grant execute on function security.search_documents(uuid[], uuid, integer) to lotsenwerk_worker;

-- A content counts once for an organization, however many files have it: evidence that is carried along takes no room, and does not wait for
-- those who store or remove (they wait for the check, which whoever moves it holds). The sum is made anew each time, so nothing adds up.
create or replace function files.count_space() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  there files.file := case tg_op when 'INSERT' then new else old end;
  total bigint;
begin
  if tg_op = 'INSERT' and exists (
       select from files.file k where k.organization_id = there.organization_id and k.sha256 = there.sha256 and k.id <> there.id) then
    return null;
  end if;
  insert into files.space as s (organization_id) values (there.organization_id) on conflict do nothing;
  perform from files.space s where s.organization_id = there.organization_id for update;
  select coalesce(sum(f.size), 0) into total
    from (select distinct on (k.sha256) k.size from files.file k where k.organization_id = there.organization_id) f;
  if tg_op = 'INSERT'
     and total > (select coalesce(s.allowed, (select a.bytes from files.allowance a)) from files.space s where s.organization_id = there.organization_id) then
    raise exception 'no room for % bytes', there.size using errcode = 'LW001';
  end if;
  update files.space s set used = total where s.organization_id = there.organization_id;
  return null;
end $$;
set local role lotsenwerk_owner;
revoke create on schema security, files from lotsenwerk_access;

create trigger only_while_running after insert on security.comment for each row execute function security.only_while_running();
create trigger only_while_running after insert on security.delegation for each row execute function security.only_while_running();
set local role lotsenwerk_access;
revoke execute on function security.only_while_running() from public;
set local role lotsenwerk_owner;
