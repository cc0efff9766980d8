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
