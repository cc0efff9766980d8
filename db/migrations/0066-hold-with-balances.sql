-- Holding accounts and reading what stands on them is one step: whoever books asks once, and reads what nobody can change any more.
grant create on schema funding to lotsenwerk_access;
set local role lotsenwerk_access;

-- Holds the accounts in the order of their ids; of those that whoever asks may book on, what is free, and where these of their orders stand.
create function funding.hold_balances(roads uuid[], orders uuid[]) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  led uuid[] := access.scope_programmes_led();
  own uuid[] := '{}';
  contractors uuid[] := '{}';
  held uuid[];
begin
  -- Leaders of the programme are most of those who book: what others may see is only looked up for others.
  if exists (select from funding.account a where a.enrollment_id = any (roads) and a.programme_id <> all (led)) then
    own := access.scope_progress();
    contractors := access.scope_contractors();
  end if;
  held := array(
    select a.enrollment_id from funding.account a
     where a.enrollment_id = any (roads)
       and (a.programme_id = any (led) or a.organization_id = any (own)
         or exists (select from funding.service_order o where o.enrollment_id = a.enrollment_id and o.contractor_id = any (contractors)))
     order by a.enrollment_id for update);
  return jsonb_build_object(
    'accounts', coalesce((select jsonb_object_agg(a.enrollment_id, a.limit_cents) from funding.account a where a.enrollment_id = any (held)), '{}'),
    'orders', coalesce((
      select jsonb_agg(jsonb_build_object('id', o.id, 'reference', o.reference, 'planned', o.planned_cents, 'committed', o.committed_cents,
               'delivered', o.delivered_cents, 'accepted', o.accepted_cents, 'invoiced', o.invoiced_cents, 'settled', o.settled_cents))
        from funding.service_order o where o.id = any (orders) and o.enrollment_id = any (held)), '[]'));
end $$;

revoke execute on function funding.hold_balances(uuid[], uuid[]) from public;
grant execute on function funding.hold_balances(uuid[], uuid[]) to lotsenwerk_app;
set local role lotsenwerk_owner;
revoke create on schema funding from lotsenwerk_access;
