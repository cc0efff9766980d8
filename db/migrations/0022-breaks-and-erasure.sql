-- What a worker claimed and never heard of, because the connection broke before the reply: free again at once, and not counted as a try.
create function jobs.release_unheard(worker text, known uuid[]) returns void language sql security definer set search_path = '' as $$
  update jobs.job j set taken_by = null, taken_until = null, attempts = j.attempts - 1
   where j.taken_by = worker and j.done_at is null and j.dead_at is null and j.id <> all (known)
$$;
revoke execute on function jobs.release_unheard(text, uuid[]) from public;
grant execute on function jobs.release_unheard(text, uuid[]) to lotsenwerk_worker;
grant create on schema jobs to lotsenwerk_access;
alter function jobs.release_unheard(text, uuid[]) owner to lotsenwerk_access;
revoke create on schema jobs from lotsenwerk_access;

-- An erasure also forgets what mails and jobs still say about the person.
grant create on schema privacy to lotsenwerk_access;
set local role lotsenwerk_access;
create function privacy.without(words text, name text, address text) returns text language sql immutable set search_path = '' as
$$ select replace(replace(words, name, 'eine ehemalige Person'), address, 'eine gelöschte Adresse') $$;
revoke execute on function privacy.without(text, text, text) from public;

create or replace function privacy.erase_person(person uuid, entry uuid, at timestamptz) returns text
  language plpgsql security definer set search_path = '' as $$
declare
  gone identity.person;
  parts text;
  entries bigint;
  nobody constant text := 'Ehemalige Person';
begin
  if not access.holds('{administrator}') then raise insufficient_privilege; end if;
  select * into gone from identity.person p where p.id = erase_person.person for update;
  if not found then return 'unknown'; end if;
  if gone.email like '%@geloescht.invalid' then return 'erased'; end if;
  if gone.id = access.person() then return 'self'; end if;
  if privacy.is_active(gone.id) then return 'active'; end if;

  -- The entry names by hash which parts it takes, so that nothing else can be taken in its name.
  select audit.hashed(coalesce(jsonb_agg(jsonb_build_array(t.entry_id, t.part) order by t.entry_id, t.part), '[]')), count(distinct t.entry_id)
    into parts, entries from (
      select p.entry_id, 'person' as part from audit.personal p where p.person_id = gone.id
      union all
      select p.entry_id, 'subject' from audit.personal p where p.subject_id = gone.id) t;
  perform audit.record_audit(entry, at, null, 'person.erased', null, jsonb_build_object('parts', parts, 'entries', entries));
  update audit.personal p set person_id = null, person_salt = null, person_erased_by = entry where p.person_id = gone.id;
  update audit.personal p set subject_id = null, subject_salt = null, subject_erased_by = entry where p.subject_id = gone.id;

  delete from identity.session s where s.person_id = gone.id;
  delete from identity.api_token t where t.person_id = gone.id;
  delete from identity.password w where w.person_id = gone.id;
  delete from identity.recovery_code c where c.person_id = gone.id;
  delete from identity.second_factor f where f.person_id = gone.id;
  delete from identity.known_device d where d.person_id = gone.id;
  delete from identity.sign_in_step s where s.person_id = gone.id;
  delete from identity.capability c where c.person_id = gone.id;
  delete from identity.last_choice l where l.person_id = gone.id;
  delete from notifications.notification n where n.person_id = gone.id;
  -- Also what others were told and mailed about the person by name.
  update notifications.notification n set title = replace(n.title, gone.name, 'eine ehemalige Person') where position(gone.name in n.title) > 0;
  -- Mails to the person, also at the address of the invitation, and those to others that are out. What still waits for others goes out without
  -- the name; somebody else may have the same one, and gets their mail.
  delete from mail.message m
   where m.person_id = gone.id or m.recipient_email = gone.email
      or m.person_id is null and m.recipient_email in (select i.email from identity.invitation i where i.accepted_by = gone.id)
      or m.state <> 'waiting' and (position(gone.name in concat_ws(' ', m.subject, m.text, m.data::text, m.recipient_name)) > 0
                                or position(gone.email in concat_ws(' ', m.subject, m.text, m.data::text, m.reason)) > 0);
  update mail.message m set subject = privacy.without(m.subject, gone.name, gone.email), text = privacy.without(m.text, gone.name, gone.email),
         data = (select coalesce(jsonb_object_agg(d.key, case jsonb_typeof(d.value) when 'string'
                   then to_jsonb(privacy.without(d.value #>> '{}', gone.name, gone.email)) else d.value end), '{}') from jsonb_each(m.data) d)
   where position(gone.name in concat_ws(' ', m.subject, m.text, m.data::text)) > 0
      or position(gone.email in concat_ws(' ', m.subject, m.text, m.data::text)) > 0;
  -- Mail servers repeat the address in their answers, and those say why a job failed.
  update jobs.job j set failure = privacy.without(j.failure, gone.name, gone.email)
   where position(gone.name in j.failure) > 0 or position(gone.email in j.failure) > 0;
  delete from identity.capability c using identity.invitation i
   where i.id = c.invitation_id and i.accepted_at is null and i.email = gone.email;
  update identity.invitation i set name = nobody, email = 'geloescht-' || i.id || '@geloescht.invalid',
         revoked_at = case when i.accepted_at is null then coalesce(i.revoked_at, at) end
   where i.accepted_by = gone.id or i.email = gone.email;
  update identity.departure d set handed_over = replace(d.handed_over::text, to_jsonb(gone.name)::text, to_jsonb(nobody)::text)::jsonb
   where position(gone.name in d.handed_over::text) > 0;
  update identity.person p set name = nobody, email = 'geloescht-' || p.id || '@geloescht.invalid' where p.id = gone.id;
  return 'done';
end $$;
set local role lotsenwerk_owner;
revoke create on schema privacy from lotsenwerk_access;
