// Municipalities with signed-off checks, written as rows: the verbs of the product would take a day for ten thousand of them.
import type pg from 'pg'

export const [questions, lists, waves] = [257, 19, 3]
const programmeKey = 'prozessmanagement'

export interface Filled {
  programmeId: string
  catalogId: string
}

/** A catalog of so many questions in so many lists; and numbers of towns, which grow later. One process scans, as one takes a picture. */
export async function prepare(client: pg.Client): Promise<Filled> {
  await client.query(
    `set session_replication_role = replica; set synchronous_commit = off; set work_mem = '256MB'; set max_parallel_workers_per_gather = 0`,
  )
  // Only scanned and filled here; an index would be half the time of filling and nothing of what is measured.
  const { rows: indexes } = await client.query<{ name: string }>(
    `select indexrelid::regclass::text as name from pg_index where indrelid = 'security.answer'::regclass and not indisprimary`,
  )
  for (const { name } of indexes) await client.query(`drop index ${name}`)
  // With what refers to it: where an answer came from is nothing that is counted.
  await client.query('alter table security.answer drop constraint answer_pkey cascade')
  const { rows } = await client.query<Filled>(
    `select id as "programmeId", gen_random_uuid() as "catalogId" from programmes.programme where key = $1`,
    [programmeKey],
  )
  const [filled] = rows
  if (!filled) throw new Error(`the story has no programme ${programmeKey}`)
  const { catalogId } = filled
  // A picture is taken of programmes that somebody observes.
  await client.query(
    `insert into programmes.observer (programme_id, observer_id)
     select $1, id from organizations.organization where kind = 'ministry' limit 1 on conflict do nothing`,
    [filled.programmeId],
  )
  await client.query(`
    insert into catalogs.catalog (id, sha256, title, version, oscal_version, scale, control_count, sort_key, imported_at, origin, digests, has_keys)
    values ('${catalogId}', repeat('ab', 32), 'Messkatalog', '1', '1.1.3', 'yesNoNotApplicable', ${questions}, 'messkatalog', now(), 'catalog', '{}', true);
    insert into catalogs.control_group (catalog_id, key, top_key, title, position)
    select '${catalogId}', 'liste-' || l, 'liste-' || l, 'Liste ' || l, l from generate_series(0, ${lists - 1}) l;
    insert into catalogs.control (catalog_id, id, key, title, group_key, top_key, position, statement, documentation, help, links, params, tags, search_text)
    select '${catalogId}', 'frage-' || c, 'frage-' || c, 'Frage ' || c, 'liste-' || c % ${lists}, 'liste-' || c % ${lists}, c, '', '{}', '[]', '[]', '[]', '{}', ''
      from generate_series(1, ${questions}) c;
    create table bench_town (n integer primary key, organization_id uuid not null, score integer not null)`)
  return filled
}

/** So many more towns, numbered from `from` on: enrolled, with money, three checks each, all signed off, and what they came to. */
export async function addTowns(
  client: pg.Client,
  { programmeId, catalogId }: Filled,
  from: number,
  until: number,
): Promise<void> {
  await client.query(`
    insert into bench_town select n, gen_random_uuid(), 25 + (n * 37) % 50 from generate_series(${from}, ${until}) n;
    insert into organizations.organization (id, name, kind, sort_key, county, population, created_at, changed_at)
    select organization_id, 'Messgemeinde ' || n,
           case when n % 133 < 11 then 'county' when n % 133 < 14 then 'independentCity' when n % 133 < 115 then 'unitaryMunicipality' else 'associationMunicipality' end,
           'messgemeinde ' || n, 'Landkreis ' || n % 11, 3000 + (n * 7919) % 70000, now(), now()
      from bench_town where n >= ${from};
    with phase as (select array_agg(key order by position) as keys from programmes.phase where programme_id = '${programmeId}'),
    road as (
      insert into programmes.enrollment (id, organization_id, programme_id, began_at, phase)
      select gen_random_uuid(), organization_id, '${programmeId}', now(), keys[1 + n % cardinality(keys)] from bench_town, phase where n >= ${from}
      returning id, organization_id)
    insert into funding.account (enrollment_id, organization_id, programme_id, released_cents, limit_cents, planned_cents, opened_at)
    select id, organization_id, '${programmeId}', 3000000, 2000000, 1000000, now() from road;
    insert into security.assessment (id, organization_id, catalog_id, started_at, started_by, wave, in_review_at, signed_off_at)
    select gen_random_uuid(), organization_id, '${catalogId}', day, (select id from identity.person limit 1), w, day, day
      from bench_town, generate_series(1, ${waves}) w, lateral (select now() - make_interval(days => 30 + 100 * (${waves} - w) + n % 50) as day) d
     where n >= ${from};
    insert into security.answer (organization_id, assessment_id, catalog_id, control_id, version, answer, note, answered_by, answered_at, top_key)
    select a.organization_id, a.id, a.catalog_id, 'frage-' || c, 1,
           case when (n + c) % 29 = 0 then 'notApplicable' when (n * 7919 + c * 10473 + a.wave * 31) % 100 < score + 5 * a.wave then 'yes' else 'no' end,
           '', a.started_by, a.started_at, 'liste-' || c % ${lists}
      from bench_town join security.assessment a using (organization_id), generate_series(1, ${questions}) c
     where n >= ${from}`)
  await client.query(`
    insert into security.signed_result (assessment_id, organization_id, catalog_id, top_key, answers)
    select l.assessment_id, l.organization_id, l.catalog_id, l.top_key,
           string_agg(case l.answer when 'yes' then 'y' when 'no' then 'n' else '-' end, '' order by substr(l.control_id, 7)::integer)
      from (select distinct on (a.assessment_id, a.control_id) a.* from security.answer a join bench_town using (organization_id)
             where n >= ${from} order by a.assessment_id, a.control_id, a.version desc) l
     group by l.assessment_id, l.organization_id, l.catalog_id, l.top_key`)
  await client.query('vacuum analyze')
}
