import { type RawBuilder, sql } from 'kysely'
import { localDay } from '#kernel/local-day.ts'
import type { Programme } from '#foundation/programmes/index.ts'
import type { Db } from '#platform/db/database.ts'
import { daysUntil } from '../deadline.ts'
import { ownNeedKeys } from '../needs.ts'
import { lacks, type Look, outside, pressureIs } from '../queries.ts'
import type { Candidate, Counted, Summary } from '../row.ts'

interface Line {
  what: 'all' | 'phase' | 'waiting' | 'county' | 'guide'
  key: string | null
  name: string | null
  active: number
  open: number
  late: number
  endangered: number
  needs: number[]
}

const count = (condition: RawBuilder<boolean>): RawBuilder<number> =>
  sql`(count(*) filter (where ${condition}))::integer`

/** Grouped once by everything that the page counts by. */
export async function summarize(db: Db, look: Look): Promise<Summary> {
  const { programme, now } = look
  const daysLeft = daysUntil(localDay(now), programme.deadline)
  const isOpen = sql<boolean>`e.current_step is not null`
  const { rows } = await sql<Line>`
    select case grouping(e.phase, e.waiting_for, o.county, e.guide_id)
             when 15 then 'all' when 7 then 'phase' when 11 then 'waiting' when 13 then 'county' else 'guide' end as what,
           coalesce(e.phase, e.waiting_for, o.county, e.guide_id::text) as key,
           (select p.name from identity.person p where p.id = e.guide_id) as name,
           count(*)::integer as active, ${count(isOpen)} as open,
           ${count(pressureIs('late', daysLeft))} as late, ${count(pressureIs('endangered', daysLeft))} as endangered,
           array[${sql.join(ownNeedKeys.map((need) => count(sql`${isOpen} and ${lacks(need, look)}`)))}] as needs
      from programmes.enrollment e join organizations.organization o on o.id = e.organization_id
     where e.programme_id = ${programme.id}::uuid and e.state = 'active'
     group by grouping sets ((), (e.phase), (e.waiting_for), (o.county), (e.guide_id))`.execute(db)
  const all = rows.find(({ what }) => what === 'all')
  const { withdrawn, outside: without } = await countOthers(db, programme)
  return {
    active: all?.active ?? 0,
    open: all?.open ?? 0,
    completed: (all?.active ?? 0) - (all?.open ?? 0),
    withdrawn,
    outside: without,
    late: all?.late ?? 0,
    endangered: all?.endangered ?? 0,
    phases: mapOf(rows, 'phase'),
    waiting: mapOf(rows, 'waiting'),
    counties: listOf(rows, 'county'),
    guides: listOf(rows, 'guide'),
    needs: new Map(ownNeedKeys.map((need, at) => [need, all?.needs[at] ?? 0])),
  }
}

const of = (rows: readonly Line[], what: Line['what']): (Line & { key: string })[] =>
  rows.flatMap((row) => (row.what === what && row.key !== null ? [{ ...row, key: row.key }] : []))

const mapOf = (rows: readonly Line[], what: Line['what']): Map<string, number> =>
  new Map(of(rows, what).map(({ key, open }) => [key, open]))

const listOf = (rows: readonly Line[], what: Line['what']): Counted[] =>
  of(rows, what)
    .map(({ key, name, open }) => ({ key, name: name ?? key, count: open }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'de'))

async function countOthers(db: Db, programme: Programme): Promise<{ withdrawn: number; outside: number }> {
  const { rows } = await sql<{ withdrawn: number; outside: number }>`
    select (select count(*)::integer from programmes.enrollment e
             where e.programme_id = ${programme.id}::uuid and e.state = 'withdrawn') as withdrawn,
           (select count(*)::integer from organizations.organization o where ${outside(programme)}) as outside`.execute(
    db,
  )
  return rows[0] ?? { withdrawn: 0, outside: 0 }
}

/** Who is named in the programme today: they may look after its municipalities. */
export async function listCandidates(db: Db, { id }: Pick<Programme, 'id'>): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select distinct p.id, p.name from programmes.staff s join identity.person p on p.id = s.person_id
     where s.programme_id = ${id}::uuid and s.from_day <= (select access.today())
       and (s.until_day is null or s.until_day >= (select access.today()))
     order by p.name, p.id limit 200`.execute(db)
  return rows
}
