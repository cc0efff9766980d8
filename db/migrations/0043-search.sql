-- What can be found, and by whom. The index holds copies of titles and texts; every row says who may read what it was made from, and the
-- policies ask those very rows. Words are folded by the app (umlauts, ß, their spellings), stemmed here.

-- pg_trgm is a trusted extension: the owner may create it. Its operators live in a schema of their own, so that functions can name them.
create schema if not exists trigram;
do $$
begin
  if exists (select from pg_catalog.pg_extension e join pg_catalog.pg_namespace n on n.oid = e.extnamespace
              where e.extname = 'pg_trgm' and n.nspname <> 'trigram') then
    raise exception 'pg_trgm gibt es in dieser Datenbank schon in einem anderen Schema. Bitte einmal als Datenbankverwalter: create schema if not exists trigram authorization lotsenwerk_owner; alter extension pg_trgm set schema trigram;';
  end if;
end $$;
create extension if not exists pg_trgm schema trigram;
grant usage on schema trigram to lotsenwerk_access;

create schema search;
grant usage on schema search to lotsenwerk_app, lotsenwerk_access, lotsenwerk_worker;
grant usage on schema organizations, catalogs to lotsenwerk_worker;

create table search.state (
  id boolean primary key default true check (id),
  -- The rows that are searched, and those that will be once they are complete.
  build uuid,
  building uuid,
  -- What the rows were made by and of: sources and shipped texts. Another edition makes them anew.
  edition text,
  built_at timestamptz
);
comment on table search.state is 'class: system. One row: which rows of the index count, and which are being made.';
insert into search.state default values;

create table search.document (
  build uuid not null,
  type text not null,
  id text not null,
  -- The deeds that change it name this: itself, or what it belongs to.
  subject text not null,
  audience text not null check (audience in ('signedIn', 'person', 'assessment')),
  -- Of a person or a check: whoever may read that row finds it.
  row_id uuid,
  title text not null,
  title_key text not null,
  keys text[] not null default '{}',
  body text not null,
  url text not null check (url like '/%' and url not like '//%'),
  is_name boolean not null,
  title_words tsvector not null,
  words tsvector not null,
  primary key (build, type, id),
  check ((audience = 'signedIn') = (row_id is null))
);
comment on table search.document is 'class: shared. The index of the search: copies of titles and texts, each for those who may read what it was made from.';
create index document_subject on search.document (type, subject);
create index document_row on search.document (row_id) where row_id is not null;
create index document_title on search.document (build, type, title_key text_pattern_ops);
create index document_keys on search.document using gin (keys);
create index document_title_words on search.document using gin (title_words);
create index document_words on search.document using gin (words);
create index document_names on search.document using gin (title_key trigram.gin_trgm_ops) where is_name;
-- With the type in front, so that a part of a word is looked for in one type only.
create index document_parts on search.document using gin ((type || ' ' || title_key) trigram.gin_trgm_ops) where not is_name;

create table search.kind (
  event text not null,
  type text not null,
  primary key (event, type)
);
comment on table search.kind is 'class: system. Which recorded deeds change documents of which type; written with each edition of the index.';

create table search.stale (
  id uuid primary key,
  type text not null,
  -- Empty: everything of the type.
  subject text not null,
  at timestamptz not null
);
comment on table search.stale is 'class: system. What changed since it was indexed; written in the transaction of the deed.';
create index stale_order on search.stale (type, at);

create table search.recent (
  person_id uuid not null references identity.person,
  query_key text not null,
  query text not null,
  searched_at timestamptz not null,
  primary key (person_id, query_key)
);
comment on table search.recent is 'class: person. What somebody searched for last, at most ten; for that person only.';

create table search.pin (
  person_id uuid not null references identity.person,
  type text not null,
  document_id text not null,
  pinned_at timestamptz not null,
  primary key (person_id, type, document_id)
);
comment on table search.pin is 'class: person. Hits that somebody wants to find again, at most twenty; for that person only.';

do $$
declare
  name text;
begin
  foreach name in array array['state', 'document', 'kind', 'stale', 'recent', 'pin'] loop
    execute format('alter table search.%I enable row level security, force row level security', name);
    execute format('create policy maintenance on search.%I to lotsenwerk_owner using (true) with check (true)', name);
    execute format('create policy definer on search.%I to lotsenwerk_access using (true) with check (true)', name);
  end loop;
  foreach name in array array['recent', 'pin'] loop
    execute format('create policy own on search.%I for select to lotsenwerk_app using (person_id = (select access.person()))', name);
    execute format('create policy own_forgets on search.%I for delete to lotsenwerk_app using (person_id = (select access.person()))', name);
    execute format('grant select, delete on search.%I to lotsenwerk_app', name);
  end loop;
end $$;
grant select, update on search.state to lotsenwerk_access;
grant select, insert, delete on search.kind to lotsenwerk_access;
-- Locking rows takes the right to change them.
grant select, insert, update, delete on search.stale, search.document, search.recent to lotsenwerk_access;
grant select, delete on search.pin to lotsenwerk_access;
create policy own_adds on search.pin for insert to lotsenwerk_app with check (person_id = (select access.person()));
grant insert on search.pin to lotsenwerk_app;

-- What somebody finds is what they could open: the rows of persons and checks are asked under the same role and its policies.
create policy signed_in on search.document for select to lotsenwerk_app
  using (audience = 'signedIn' and (select access.person()) is not null);
create policy acquainted on search.document for select to lotsenwerk_app
  using (audience = 'person' and (select access.person()) is not null and exists (select from identity.person p where p.id = document.row_id));
create policy readers on search.document for select to lotsenwerk_app
  using (audience = 'assessment' and (select access.person()) is not null and exists (select from security.assessment s where s.id = document.row_id));
grant select on search.document to lotsenwerk_app;

-- The loaders of the index read what the modules give them.
create policy definer_reads on catalogs.catalog for select to lotsenwerk_access using (true);
create policy definer_reads on catalogs.control_group for select to lotsenwerk_access using (true);
create policy definer_reads on catalogs.control for select to lotsenwerk_access using (true);
create policy definer_reads on organizations.former_name for select to lotsenwerk_access using (true);
grant select on catalogs.catalog, catalogs.control_group, catalogs.control, organizations.former_name to lotsenwerk_access;
grant usage on schema catalogs, organizations, security to lotsenwerk_access;
create index role_grant_days on identity.role_grant (from_day, until_day);

create type search.hit as (type text, id text, tier integer, score real, title_key text);

grant create on schema search, organizations, identity, catalogs, security, privacy to lotsenwerk_access;
set local role lotsenwerk_access;

create function organizations.search_documents(ids uuid[], after uuid, most integer)
  returns table (id uuid, name text, former_names text[], kind text, county text, ars text, ags text)
  language sql stable security definer set search_path = '' as $$
  select o.id, o.name, coalesce((select array_agg(f.name order by f.id) from organizations.former_name f where f.owner_id = o.id), '{}'),
         o.kind, o.county, o.ars, o.ags
    from organizations.organization o
   where (ids is null or o.id = any (ids)) and (after is null or o.id > after)
   order by o.id limit most
$$;

-- By person, by an organization where they are somebody, or by the invitation they accepted. Who was erased is nobody any more.
create function identity.search_documents(ids uuid[], after uuid, most integer)
  returns table (id uuid, name text, roles text[], organizations text[])
  language sql stable security definer set search_path = '' as $$
  select p.id, p.name,
         coalesce((select array_agg(distinct g.role) from identity.role_grant g
                    where g.person_id = p.id and g.from_day <= access.today() and (g.until_day is null or g.until_day >= access.today())), '{}'),
         coalesce((select array_agg(distinct o.name) from identity.role_grant g join organizations.organization o on o.id = g.organization_id
                    where g.person_id = p.id and g.from_day <= access.today() and (g.until_day is null or g.until_day >= access.today())), '{}')
    from identity.person p
   where (ids is null or p.id = any (ids) or p.id in (select g.person_id from identity.role_grant g where g.organization_id = any (ids))
          or p.id in (select i.accepted_by from identity.invitation i where i.id = any (ids)))
     and (after is null or p.id > after) and p.email not like '%@geloescht.invalid'
   order by p.id limit most
$$;

-- By catalog: its controls never change, they come with it.
create function catalogs.search_documents(ids uuid[], after_catalog uuid, after_control text, most integer)
  returns table (catalog_id uuid, id text, key text, title text, statement text, list text, catalog text)
  language sql stable security definer set search_path = '' as $$
  select c.catalog_id, c.id, c.key, c.title, c.statement, g.title, k.title
    from catalogs.control c
    join catalogs.catalog k on k.id = c.catalog_id
    join catalogs.control_group g on g.catalog_id = c.catalog_id and g.key = c.top_key
   where (ids is null or c.catalog_id = any (ids))
     and (after_catalog is null or (c.catalog_id, c.id) > (after_catalog, after_control))
   order by c.catalog_id, c.id limit most
$$;

-- By check, or by the organization whose name it bears.
create function security.search_documents(ids uuid[], after uuid, most integer)
  returns table (id uuid, organization text, catalog text, wave integer)
  language sql stable security definer set search_path = '' as $$
  select s.id, o.name, c.title, s.wave
    from security.assessment s
    join organizations.organization o on o.id = s.organization_id
    join catalogs.catalog c on c.id = s.catalog_id
   where (ids is null or s.id = any (ids) or s.organization_id = any (ids)) and (after is null or s.id > after)
   order by s.id limit most
$$;

-- People whose roles begin or end on these days: no deed says so.
create function search.note_turning_roles(since date) returns void language sql security definer set search_path = '' as $$
  insert into search.stale (id, type, subject, at)
  select gen_random_uuid(), 'person', t.person_id::text, '-infinity' from (
    select g.person_id from identity.role_grant g where g.from_day between since and access.today()
    union
    select g.person_id from identity.role_grant g where g.until_day between since - 1 and access.today() - 1) t
$$;

-- One writer of the index at a time, for as long as its transaction: what it reads after this is what it writes.
create function search.lock() returns void language sql security definer set search_path = '' as
$$ select pg_advisory_xact_lock(7112043) $$;

create function search.edition() returns table (edition text, is_built boolean) language sql stable security definer set search_path = '' as
$$ select s.edition, s.build is not null from search.state s $$;

-- A further index is begun; one that was begun and never finished is given up.
create function search.begin_build(build uuid, kinds jsonb) returns void language plpgsql security definer set search_path = '' as $$
begin
  update search.state s set building = begin_build.build;
  delete from search.kind k where not exists (
    select from jsonb_to_recordset(kinds) as w(event text, type text) where w.event = k.event and w.type = k.type);
  insert into search.kind (event, type) select w.event, w.type from jsonb_to_recordset(kinds) as w(event text, type text) on conflict do nothing;
end $$;

-- False when another build has taken its place meanwhile.
create function search.is_building(build uuid) returns boolean language sql stable security definer set search_path = '' as
$$ select exists (select from search.state s where s.building = is_building.build) $$;

create function search.end_build(build uuid, edition text, at timestamptz) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  update search.state s set build = end_build.build, building = null, edition = end_build.edition, built_at = at where s.building = end_build.build;
  return found;
end $$;

-- Rows that no longer count, some at a time. Returns how many went.
create function search.sweep(most integer) returns integer language plpgsql security definer set search_path = '' as $$
declare
  gone integer;
begin
  delete from search.document d where d.ctid = any (array(
    select o.ctid from search.document o cross join search.state s
     where o.build is distinct from s.build and o.build is distinct from s.building limit most));
  get diagnostics gone = row_count;
  return gone;
end $$;

-- Each word of the index begins with the type: `control=passwort`. So a word, and the beginning of one, is looked for in one type only,
-- however common it is in another. Words are letters and figures, nothing in them needs quotes.
create function search.of_type(type text, words tsvector) returns tsvector language sql immutable set search_path = '' as
$$ select pg_catalog.regexp_replace(words::text, '''([^'']+)''', '''' || type || '=\1''', 'g')::tsvector $$;

create function search.of_type(type text, wanted tsquery) returns tsquery language sql immutable set search_path = '' as
$$ select pg_catalog.regexp_replace(wanted::text, '''([^'']+)''', '''' || type || '=\1''', 'g')::tsquery $$;

-- Into the index that is being made (only), or into all there are. What an event brought meanwhile is newer than what a build read.
create function search.put(only_build uuid, documents jsonb) returns void language plpgsql security definer set search_path = '' as $$
begin
  insert into search.document as d
         (build, type, id, subject, audience, row_id, title, title_key, keys, body, url, is_name, title_words, words)
  select b.build, f.type, f.id, f.subject, f.audience, f.row_id, f.title, f.title_key, f.keys, f.body, f.url, f.is_name,
         search.of_type(f.type, w.title), search.of_type(f.type, setweight(w.title, 'A') || setweight(w.body, 'D'))
    from jsonb_to_recordset(documents) as f(type text, id text, subject text, audience text, row_id uuid, title text, title_key text,
                                            keys text[], body text, body_key text, url text, is_name boolean)
   cross join lateral (
     select to_tsvector('pg_catalog.german', f.title_key) || to_tsvector('pg_catalog.simple', f.title_key) as title,
            to_tsvector('pg_catalog.german', f.body_key) || to_tsvector('pg_catalog.simple', f.body_key) as body) w
   cross join lateral (
     select only_build as build where only_build is not null
     union
     select unnest(array[s.build, s.building]) from search.state s where only_build is null) b
   where b.build is not null
  on conflict (build, type, id) do update set
    subject = excluded.subject, audience = excluded.audience, row_id = excluded.row_id, title = excluded.title, title_key = excluded.title_key,
    keys = excluded.keys, body = excluded.body, url = excluded.url, is_name = excluded.is_name,
    title_words = excluded.title_words, words = excluded.words
  where (d.subject, d.audience, d.row_id, d.title, d.title_key, d.keys, d.body, d.url, d.is_name)
        is distinct from
        (excluded.subject, excluded.audience, excluded.row_id, excluded.title, excluded.title_key, excluded.keys, excluded.body, excluded.url, excluded.is_name);
end $$;

-- Documents of these subjects that their source no longer gives.
create function search.prune(type text, subjects text[], kept text[]) returns void language sql security definer set search_path = '' as $$
  delete from search.document d where d.type = prune.type and d.subject = any (subjects) and d.id <> all (kept)
$$;

-- What waits longest, of one type; the same subject once, with all its notes.
create function search.take_stale(most integer)
  returns table (type text, subject text, notes uuid[]) language plpgsql security definer set search_path = '' as $$
declare
  first text := (select s.type from search.stale s order by s.at, s.id limit 1);
begin
  return query
  with taken as (
    select s.id, s.subject from search.stale s where s.type = first order by s.at, s.id limit most for update skip locked)
  select first, t.subject, array_agg(t.id) from taken t group by t.subject;
end $$;

create function search.settle(notes uuid[]) returns void language sql security definer set search_path = '' as
$$ delete from search.stale s where s.id = any (notes) $$;

-- A deed that changes what can be found leaves a note, and one job per transaction. No key: a second deed would wait for the first.
create function search.note_stale(type text, subject text, at timestamptz) returns void language plpgsql security definer set search_path = '' as $$
begin
  insert into search.stale (id, type, subject, at) values (gen_random_uuid(), note_stale.type, note_stale.subject, note_stale.at);
  if current_setting('lotsenwerk.search_noted', true) is distinct from 'on' then
    perform set_config('lotsenwerk.search_noted', 'on', true);
    insert into jobs.job (id, name, data, as_operator, due_at, created_at)
    values (gen_random_uuid(), 'search.update', '{}', true, note_stale.at, note_stale.at);
  end if;
end $$;

-- Of a deed about a person the entry itself does not know whom: that stands in audit.personal.
create function search.note_deed() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if new.subject_id is not null or new.subject_hash is null then
    perform search.note_stale(k.type, coalesce(new.subject_id, ''), new.at) from search.kind k where k.event = new.event;
  elsif new.organization_id is not null then
    perform search.note_stale(k.type, new.organization_id::text, new.at) from search.kind k where k.event = new.event and k.type = 'organization';
  end if;
  return null;
end $$;

create function search.note_deed_about() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform search.note_stale(k.type, new.subject_id::text, new.at)
     from audit.entry e join search.kind k on k.event = e.event where e.id = new.entry_id and k.type <> 'organization';
  return null;
end $$;

-- Whoever is erased is gone from the index, from what others pinned, and from what they searched for, at once.
create function search.note_name() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if new.email like '%@geloescht.invalid' then
    delete from search.document d where d.row_id = new.id;
    delete from search.pin p where p.person_id = new.id or (p.type = 'person' and p.document_id = new.id::text);
    delete from search.recent r where r.person_id = new.id or position(lower(old.name) in lower(r.query)) > 0 or position(lower(old.email) in lower(r.query)) > 0;
  end if;
  insert into search.stale (id, type, subject, at) values (gen_random_uuid(), 'person', new.id::text, '-infinity');
  return null;
end $$;

-- Which rows of the index count.
create function search.current_build() returns uuid language sql stable security definer set search_path = '' as $$ select s.build from search.state s $$;

create function search.remember(words text, key text, at timestamptz) returns void language plpgsql security definer set search_path = '' as $$
begin
  if access.person() is null then raise insufficient_privilege; end if;
  insert into search.recent as r (person_id, query_key, query, searched_at) values (access.person(), remember.key, remember.words, at)
    on conflict on constraint recent_pkey do update set query = excluded.query, searched_at = excluded.searched_at;
  delete from search.recent r where r.person_id = access.person() and r.query_key not in (
    select l.query_key from search.recent l where l.person_id = access.person() order by l.searched_at desc, l.query_key limit 10);
end $$;

-- All words, each by its stem; the last one may be a beginning (as it is written: beginnings of stems would find half the dictionary). Without `stems`: as they are written.
create function search.wanted(words text[], stems boolean) returns tsquery language plpgsql immutable set search_path = '' as $$
declare
  place integer;
  word text;
  part tsquery;
  wanted tsquery;
begin
  for place in 1 .. coalesce(cardinality(words), 0) loop
    word := quote_literal(words[place]);
    part := case when stems then to_tsquery('pg_catalog.german', word) else to_tsquery('pg_catalog.simple', word) end;
    if numnode(part) > 0 and place = cardinality(words) and length(words[place]) > 2 then
      part := part || to_tsquery('pg_catalog.simple', word || ':*');
    end if;
    if numnode(part) > 0 then wanted := case when wanted is null then part else wanted && part end; end if;
  end loop;
  return wanted;
end $$;

-- Which documents, in which order; of each type those from `skip` on. Only keys leave this function, and only of rows that the asker may
-- read by the same scopes as the policies: those still decide over each row that is shown. Here they would cost the indexes.
-- Tiers: 0 key, 1 title begins so, 2 words of the title, 3 typing error in a name, 4 part of a word of the title, 5 text. Each looks at
-- `cap` at most of each type; where a name or a key is right, nothing is guessed. Type by type, and planned anew each
-- time: only so the planner knows whether a word is rare (then the index) or everywhere (then the first rows do).
create function search.find(words text[], types text[], names text[], skip integer, most integer, cap integer)
  returns table (build uuid, type text, id text, place bigint, total bigint, wanted tsquery)
  language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_custom_plan set jit = off
  set "pg_trgm.word_similarity_threshold" = '0.33' as $$
declare
  this uuid := (select s.build from search.state s);
  phrase text := array_to_string(words, ' ');
  longest text := (select w from unnest(words) w where length(w) > 3 order by length(w) desc limit 1);
  part text := '%' || longest || '%';
  parts text[] := (select coalesce(array_agg('%' || w || '%'), '{}') from unnest(words) w);
  stems tsquery := search.wanted(words, true);
  letters tsquery := coalesce(stems, search.wanted(words, false));
  everybody boolean := access.is_cooperative_staff();
  own uuid[] := access.scope_answer_read();
  rows uuid[] := access.visible_people() || access.delegated_assessments()
    || array(select s.id from security.assessment s where s.organization_id = any (own));
  kind text;
  by_title tsquery;
  by_text tsquery;
  fresh search.hit[];
  found search.hit[] := '{}';
  is_known boolean := false;
begin
  if access.person() is null or this is null or phrase = '' then return; end if;
  foreach kind in array types loop
    by_title := search.of_type(kind, letters);
    by_text := search.of_type(kind, stems);
    fresh := array(
      (select row(kind, d.id, 0, 1, d.title_key)::search.hit from search.document d
        where d.build = this and d.keys @> array[phrase] and d.type || '' = kind and (d.row_id is null or d.row_id = any (rows) or everybody and d.audience = 'person') limit cap)
      union all
      (select row(kind, d.id, 1, 1.0 / length(d.title_key), d.title_key)::search.hit from search.document d
        where d.build = this and d.type = kind and d.title_key like phrase || '%' and (d.row_id is null or d.row_id = any (rows) or everybody and d.audience = 'person') order by d.title_key using operator(pg_catalog.~<~) limit cap)
      union all
      (select row(kind, d.id, 2, ts_rank(d.title_words, by_title, 1), d.title_key)::search.hit from search.document d
        where d.build = this and d.title_words @@ by_title and (d.row_id is null or d.row_id = any (rows) or everybody and d.audience = 'person') limit cap));
    found := found || fresh;
    -- Where titles alone give more than anybody is shown, nothing else is looked at.
    if cardinality(fresh) < cap then
      found := found || array(
        (select row(kind, d.id, 4, trigram.word_similarity(phrase, d.title_key), d.title_key)::search.hit from search.document d
          where d.build = this and kind = any (names) and not is_known and d.is_name and d.title_key like part and d.title_key like all (parts) and d.type || '' = kind and (d.row_id is null or d.row_id = any (rows) or everybody and d.audience = 'person') limit cap)
        union all
        (select row(kind, d.id, 4, trigram.word_similarity(phrase, d.title_key), d.title_key)::search.hit from search.document d
          where d.build = this and kind <> all (names) and not d.is_name and (d.type || ' ' || d.title_key) like kind || ' ' || part
            and d.title_key like all (parts) and (d.row_id is null or d.row_id = any (rows) or everybody and d.audience = 'person') limit cap)
        union all
        (select row(kind, d.id, 5, ts_rank(d.words, by_text, 1), d.title_key)::search.hit from search.document d
          where d.build = this and d.words @@ by_text and (d.row_id is null or d.row_id = any (rows) or everybody and d.audience = 'person') limit cap));
    end if;
    is_known := is_known or cardinality(fresh) > 0 and (kind = any (names) or (fresh[1]).tier = 0);
  end loop;
  -- The longest word finds, at most ten times as many as are ranked, and all words decide; of long words more must be right.
  if not is_known and longest is not null then
    perform set_config('pg_trgm.word_similarity_threshold', case when length(longest) < 6 then '0.33' when length(longest) < 8 then '0.4' else '0.5' end, true);
    found := found || array(
      select row(g.type, g.id, 3, g.score, g.title_key)::search.hit from (
        select c.type, c.id, c.score, c.title_key, max(c.score) over (partition by c.type) as best from (
          select d.type, d.id, trigram.word_similarity(phrase, d.title_key) as score, d.title_key from (
            select l.type, l.id, l.title_key from search.document l
             where l.build = this and l.is_name and l.title_key operator(trigram.%>) longest and l.type || '' = any (names) and (l.row_id is null or l.row_id = any (rows) or everybody and l.audience = 'person') limit 10 * cap) d
           order by 3 desc limit cap) c) g
       where g.score >= 0.33 and g.score >= 0.7 * g.best);
  end if;
  return query
  with best as (
    select distinct on (h.type, h.id) h.type, h.id, h.tier, h.score, h.title_key from unnest(found) h order by h.type, h.id, h.tier, h.score desc),
  placed as (
    select b.type, b.id, row_number() over (partition by b.type order by b.tier, b.score desc, b.title_key, b.id) as place,
           count(*) over (partition by b.type) as total
      from best b)
  select this, p.type, p.id, p.place, p.total, letters from placed p where p.place > skip and p.place <= skip + most;
end $$;

-- What is known about a person also tells what they searched for and pinned.
alter function privacy.person_data(uuid) rename to person_data_without_search;
create function privacy.person_data(person uuid) returns jsonb language plpgsql stable security definer set search_path = '' as $$
begin
  if not privacy.may_see(person) then raise insufficient_privilege; end if;
  return privacy.person_data_without_search(person) || (select jsonb_build_object(
    'searches', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select r.query, r.searched_at as "searchedAt" from search.recent r where r.person_id = person order by r.searched_at desc) x),
    'pins', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select coalesce(d.title, '') as title, p.pinned_at as "pinnedAt"
        from search.pin p cross join search.state s left join search.document d on d.build = s.build and d.type = p.type and d.id = p.document_id
       where p.person_id = person order by p.pinned_at) x)));
end $$;

do $$
declare
  signature regprocedure;
  given text;
begin
  for signature, given in
    select p.oid::regprocedure,
           case when p.proname in ('find', 'remember', 'current_build', 'person_data') then 'lotsenwerk_app'
                when p.proname in ('note_deed', 'note_deed_about', 'note_name') then 'lotsenwerk_owner'
                when p.proname not in ('wanted', 'of_type', 'note_stale', 'person_data_without_search') then 'lotsenwerk_worker' end
      from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace
     where n.nspname = 'search' or p.proname = 'search_documents' or (n.nspname = 'privacy' and p.proname like 'person\_data%')
  loop
    execute format('revoke execute on function %s from public, lotsenwerk_app', signature);
    if given is not null then execute format('grant execute on function %s to %s', signature, given); end if;
  end loop;
end $$;
set local role lotsenwerk_owner;
revoke create on schema search, organizations, identity, catalogs, security, privacy from lotsenwerk_access;

create trigger note_for_search after insert on audit.entry for each row execute function search.note_deed();
create trigger note_for_search after insert on audit.personal for each row when (new.subject_id is not null) execute function search.note_deed_about();
create trigger note_for_search after update of name on identity.person for each row execute function search.note_name();
