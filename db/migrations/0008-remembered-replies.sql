-- Idempotency-Key: the reply to a deed is remembered in the transaction of the deed, so that a retry gets the same reply and no second deed.
create table platform.remembered_reply (
  caller text not null,
  key text not null,
  request_hash text not null,
  status integer not null,
  headers jsonb not null,
  body text not null,
  remembered_at timestamptz not null,
  primary key (caller, key)
);
comment on table platform.remembered_reply is 'class: system. Successful replies by hash of the token and key of the caller, for 48 hours.';
create index remembered_reply_age on platform.remembered_reply (remembered_at);
alter table platform.remembered_reply enable row level security, force row level security;
create policy maintenance on platform.remembered_reply to lotsenwerk_owner using (true) with check (true);
create policy definer on platform.remembered_reply to lotsenwerk_access using (true) with check (true);
grant select, insert, delete on platform.remembered_reply to lotsenwerk_access;

-- 'busy' while another transaction works on the same key; 'other' when the key was used for another request; 'done' with the reply; else 'new'.
create function platform.recall_reply(caller text, key text, request_hash text, at timestamptz)
  returns table (state text, status integer, headers jsonb, body text)
  language plpgsql security definer set search_path = '' as $$
declare
  known platform.remembered_reply;
begin
  if not pg_try_advisory_xact_lock(hashtextextended(caller || ' ' || key, 7112026)) then
    state := 'busy';
    return next;
    return;
  end if;
  select * into known from platform.remembered_reply r
   where r.caller = recall_reply.caller and r.key = recall_reply.key and r.remembered_at > at - interval '48 hours';
  state := case when not found then 'new' when known.request_hash <> recall_reply.request_hash then 'other' else 'done' end;
  status := known.status;
  headers := known.headers;
  body := known.body;
  return next;
end $$;

create function platform.remember_reply(caller text, key text, request_hash text, status integer, headers jsonb, body text, at timestamptz)
  returns void language sql security definer set search_path = '' as $$
  delete from platform.remembered_reply r where r.remembered_at <= at - interval '48 hours';
  insert into platform.remembered_reply (caller, key, request_hash, status, headers, body, remembered_at)
  values (remember_reply.caller, remember_reply.key, remember_reply.request_hash, remember_reply.status, remember_reply.headers, remember_reply.body, at);
$$;

revoke execute on function platform.recall_reply(text, text, text, timestamptz) from public;
revoke execute on function platform.remember_reply(text, text, text, integer, jsonb, text, timestamptz) from public;
grant execute on function platform.recall_reply(text, text, text, timestamptz) to lotsenwerk_app;
grant execute on function platform.remember_reply(text, text, text, integer, jsonb, text, timestamptz) to lotsenwerk_app;
grant create on schema platform to lotsenwerk_access;
alter function platform.recall_reply(text, text, text, timestamptz) owner to lotsenwerk_access;
alter function platform.remember_reply(text, text, text, integer, jsonb, text, timestamptz) owner to lotsenwerk_access;
revoke create on schema platform from lotsenwerk_access;
