-- What happens to delegated lists by itself: reminders, and the hand-over when somebody leaves.
grant usage on schema security to lotsenwerk_worker;
grant insert on security.delegation to lotsenwerk_access;
grant update (ended_at, ended_by) on security.delegation to lotsenwerk_access;
create policy definer_hands_over on security.delegation for insert to lotsenwerk_access with check (true);

grant create on schema security to lotsenwerk_access;
set local role lotsenwerk_access;

-- Delegations that end on this day and were not reminded for it yet, each once.
create function security.take_reminders(due date, today date)
  returns table (organization_id uuid, assessment_id uuid, person_id uuid, delegator text)
  language sql security definer set search_path = '' as $$
  update security.delegation d set reminded_on = take_reminders.today
    from identity.person p, security.assessment a
   where p.id = d.delegated_by and a.id = d.assessment_id and a.in_review_at is null
     and d.ended_at is null and d.due_on = take_reminders.due and d.reminded_on is distinct from take_reminders.today
  returning d.organization_id, d.assessment_id, d.person_id, p.name
$$;

-- Lists of the leaver go to the successor, who must belong there; without one they go back to who gave them.
create function security.hand_over_delegations(leaver uuid, organization uuid, successor uuid, new_ids uuid[], at timestamptz)
  returns table (assessment_id uuid, catalog_id uuid, lists integer, due_on date, taken boolean, delegated_by uuid)
  language plpgsql security definer set search_path = '' as $$
declare
  held security.delegation;
  place integer := 0;
begin
  if organization <> all (access.scope_dismiss()) then raise insufficient_privilege; end if;
  for held in select * from security.delegation d
      where d.organization_id = organization and d.person_id = leaver and d.ended_at is null order by d.id loop
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

revoke execute on function security.take_reminders(date, date), security.hand_over_delegations(uuid, uuid, uuid, uuid[], timestamptz) from public;
grant execute on function security.take_reminders(date, date) to lotsenwerk_worker;
grant execute on function security.hand_over_delegations(uuid, uuid, uuid, uuid[], timestamptz) to lotsenwerk_app;
set local role lotsenwerk_owner;
revoke create on schema security from lotsenwerk_access;
