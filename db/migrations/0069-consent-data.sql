-- Who gave or took back a consent gets to read so in what is known about them.
grant usage on schema consents to lotsenwerk_access;
grant select on consents.consent to lotsenwerk_access;
create policy definer on consents.consent for select to lotsenwerk_access using (true);

grant create on schema privacy to lotsenwerk_access;
set local role lotsenwerk_access;

alter function privacy.person_data(uuid) rename to person_data_without_consents;
create function privacy.person_data(person uuid) returns jsonb language plpgsql stable security definer set search_path = '' as $$
begin
  if not privacy.may_see(person) then raise insufficient_privilege; end if;
  return privacy.person_data_without_consents(person) || jsonb_build_object('consents', (
    select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select c.purpose as "consentPurpose", o.name as organization,
             case when c.given_by = person then c.given_at end as "givenAt", case when c.revoked_by = person then c.revoked_at end as "revokedAt"
        from consents.consent c join organizations.organization o on o.id = c.organization_id
       where person in (c.given_by, c.revoked_by) order by c.given_at desc, c.id) x));
end $$;

revoke execute on function privacy.person_data(uuid), privacy.person_data_without_consents(uuid) from public, lotsenwerk_app;
grant execute on function privacy.person_data(uuid) to lotsenwerk_app;
set local role lotsenwerk_owner;
revoke create on schema privacy from lotsenwerk_access;
