import { sql } from 'kysely'
import { isId } from '#kernel/id.ts'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import { sortKey } from '#kernel/sort-key.ts'
import type { Db } from '#platform/db/database.ts'
import { decodeCursor, listPage } from '#platform/http/cursor.ts'
import type { Programme, ProgrammeState } from './programme.ts'

const named = (idColumn: string) =>
  sql<{ id: string; name: string } | null>`(select jsonb_build_object('id', o.id, 'name', o.name)
    from organizations.organization o where o.id = ${sql.ref(idColumn)})`

const phases = sql<Programme['phases']>`coalesce((
  select jsonb_agg(jsonb_build_object('key', x.key, 'position', x.position, 'title', x.title) order by x.position)
    from programmes.phase x where x.programme_id = p.id), '[]')`

const steps = sql<Programme['steps']>`coalesce((
  select jsonb_agg(jsonb_build_object('key', x.key, 'position', x.position, 'phaseKey', x.phase_key, 'title', x.title, 'duty', x.duty,
           'acts', x.acts, 'needs', x.needs, 'isOptional', x.is_optional, 'byDeed', x.by_deed, 'byDeadline', x.by_deadline,
           'typicalDays', x.typical_days) order by x.position)
    from programmes.step x where x.programme_id = p.id), '[]')`

const stages = sql<Programme['stages']>`coalesce((
  select jsonb_agg(jsonb_build_object('number', x.number, 'title', x.title, 'amountCents', x.amount_cents, 'requires', x.requires,
           'releasedOn', x.released_on::text, 'decision', x.decision) order by x.number)
    from programmes.stage x where x.programme_id = p.id), '[]')`

const documents = sql<Programme['documents']>`coalesce((
  select jsonb_agg(jsonb_build_object('key', x.key, 'position', x.position, 'title', x.title, 'hint', x.hint, 'isRequired', x.is_required)
           order by x.position)
    from programmes.wanted_document x where x.programme_id = p.id), '[]')`

const observers = sql<Programme['observers']>`coalesce((
  select jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name) order by o.sort_key)
    from programmes.observer x join organizations.organization o on o.id = x.observer_id where x.programme_id = p.id), '[]')`

const programmes = (db: Db) =>
  db
    .selectFrom('programmes.programme as p')
    .select([
      'p.id',
      'p.key',
      'p.name',
      'p.sort_key as sortKey',
      'p.summary',
      'p.about',
      'p.state',
      'p.takes_interest as takesInterest',
      'p.open_to as openTo',
      'p.expected',
      'p.total_cents as totalCents',
      'p.declaration_text as declarationText',
      'p.declaration_version as declarationVersion',
      'p.version',
      'p.changed_at as changedAt',
      sql<string | null>`p.starts_on::text`.as('startsOn'),
      sql<string | null>`p.deadline_on::text`.as('deadline'),
      named('p.run_by').as('runBy'),
      named('p.contractor_id').as('contractor'),
      sql<
        Programme['contact']
      >`jsonb_build_object('name', p.contact_name, 'email', p.contact_email, 'phone', p.contact_phone)`.as('contact'),
      phases.as('phases'),
      steps.as('steps'),
      stages.as('stages'),
      documents.as('documents'),
      observers.as('observers'),
      sql<boolean>`p.id = any ((select access.scope_programmes_led())::uuid[])`.as('isLed'),
      sql<boolean>`p.id = any ((select access.scope_programmes())::uuid[])`.as('isSeen'),
    ])

export interface ProgrammeFilter {
  search?: string | undefined
  state?: ProgrammeState | undefined
  limit: number
  cursor?: string | undefined
}

/** In German order of names. Drafts are seen by those who lead them alone. */
export async function listProgrammes(
  db: Db,
  { search, state, limit, cursor }: ProgrammeFilter,
): Promise<Outcome<{ items: Programme[]; next: string | null }>> {
  const after = decodeCursor(cursor, ['text', 'id'])
  if (isRefusal(after)) return after
  let query = programmes(db)
    .where(visible)
    .orderBy('p.sort_key')
    .orderBy('p.id')
    .limit(limit + 1)
  if (state) query = query.where('p.state', '=', state)
  const words = sortKey(search ?? '')
  if (words) query = query.where(sql<boolean>`(' ' || p.sort_key) like ${`% ${words}%`}`)
  if (after) query = query.where(sql<boolean>`(p.sort_key, p.id) > (${after[0]}, ${after[1]}::uuid)`)
  const page = listPage(await query.execute(), limit, ({ sortKey: key, id }) => [key, id])
  return { items: page.items as unknown as Programme[], next: page.next }
}

const visible = sql<boolean>`(p.state <> 'draft' or p.id = any ((select access.scope_programmes_led())::uuid[]))`

/** By its id; undefined when it is not there, or a draft of somebody else. */
export const findProgramme = async (db: Db, id: string): Promise<Programme | undefined> =>
  isId(id)
    ? ((await programmes(db).where(visible).where('p.id', '=', id).executeTakeFirst()) as unknown as
        | Programme
        | undefined)
    : undefined

/** By the end of its address: `sicherkommunal`. */
export const findProgrammeByKey = async (db: Db, key: string): Promise<Programme | undefined> =>
  (await programmes(db).where(visible).where('p.key', '=', key).executeTakeFirst()) as unknown as Programme | undefined
