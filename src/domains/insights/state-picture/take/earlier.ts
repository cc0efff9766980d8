import { sql } from 'kysely'
import { type Coded, intervalOf, type Row, type Subject } from '#kernel/disclosure/index.ts'
import type { Db } from '#platform/db/database.ts'
import type { Dimension } from '../picture.ts'
import type { Question } from './read-sources.ts'

/** A cell as it was shown. */
export interface ToldCell {
  dimension: Dimension
  key: string
  count: number
  percent: number
  bound: 'atMost' | 'atLeast' | null
  /** ISO day of the picture that counted it. */
  asOf: string
  /** False where it repeats an earlier value. */
  isNew: boolean
}

interface ToldSubject {
  organizationId: string
  assessmentId: string
  score: number
  isKnown: boolean
  groups: Record<string, string>
  lists: Record<string, number>
}

/** A picture that was taken before. */
export interface ToldPicture {
  programmeId: string
  catalogId: string | null
  cells: ToldCell[]
  subjects: ToldSubject[]
}

/** So many lie behind: six years of quarters. */
const most = 24

/** What was told of this programme, or on this catalog anywhere, the newest first. */
export async function readEarlier(db: Db, { programmeId, catalogId }: Omit<Question, 'at'>): Promise<ToldPicture[]> {
  const { rows } = await sql<ToldPicture>`
    select p.programme_id as "programmeId", p.catalog_id as "catalogId",
           (select coalesce(jsonb_agg(jsonb_build_object('dimension', c.dimension, 'key', c.key, 'count', c.count, 'percent', c.percent, 'bound', c.bound,
                     'asOf', coalesce(c.as_of, p.release_on), 'isNew', c.as_of is null)), '[]')
              from pictures.cell c where c.picture_id = p.id and c.hidden is null) as cells,
           (select coalesce(jsonb_agg(jsonb_build_object('organizationId', s.organization_id, 'assessmentId', s.assessment_id, 'score', s.score,
                     'isKnown', s.is_known, 'groups', s.groups, 'lists', s.lists)), '[]')
              from pictures.subject s where s.picture_id = p.id) as subjects
      from pictures.picture p
     where p.programme_id = ${programmeId}::uuid or p.catalog_id = ${catalogId}::uuid
     order by p.release_on desc, p.taken_at desc, p.id limit ${most}`.execute(db)
  return rows
}

const codedOf = ({ percent, bound }: ToldCell): Coded =>
  bound === 'atMost'
    ? { kind: 'atMost', percent: 5 }
    : bound === 'atLeast'
      ? { kind: 'atLeast', percent: 95 }
      : { kind: 'value', percent }

export { codedOf as toldValue }

const overallOf = ({ assessmentId, organizationId, score, isKnown, groups }: ToldSubject): Subject => ({
  id: assessmentId,
  owner: organizationId,
  value: score,
  isKnown,
  groups,
})

/** Means of overall scores that everybody has seen. */
export const overallRows = (pictures: readonly ToldPicture[], catalogId: string | null): Row[] =>
  onCatalog(pictures, catalogId).flatMap(({ cells, subjects }) => {
    const all = subjects.map(overallOf)
    return cells
      .filter(({ isNew }) => isNew)
      .map((cell) =>
        rowOf(
          all.filter(({ groups }) => groups[cell.dimension] === cell.key),
          cell,
        ),
      )
      .filter(({ members }) => members.length > 0)
  })

/** Means of one checklist that everybody has seen. */
export const listRows = (pictures: readonly ToldPicture[], catalogId: string | null, list: string): Row[] =>
  onCatalog(pictures, catalogId).flatMap(({ cells, subjects }) =>
    cells
      .filter(({ dimension, key, isNew }) => isNew && dimension === 'checklist' && key === list)
      .map((cell) =>
        rowOf(
          subjects.flatMap((subject): Subject[] => {
            const value = subject.lists[list]
            return value === undefined ? [] : [{ ...overallOf(subject), value, isKnown: false }]
          }),
          cell,
        ),
      ),
  )

export const onCatalog = (pictures: readonly ToldPicture[], catalogId: string | null): ToldPicture[] =>
  pictures.filter((picture) => picture.catalogId === catalogId)

function rowOf(members: readonly Subject[], cell: ToldCell): Row {
  const [low, high] = intervalOf(codedOf(cell))
  return { members, low, high }
}

/** How each cell of this programme was shown last; of what is asked on a catalog, on this one. By `dimension key`. */
export function lastShown(
  pictures: readonly ToldPicture[],
  { programmeId, catalogId }: Omit<Question, 'at'>,
): Map<string, ToldCell> {
  const last = new Map<string, ToldCell>()
  for (const picture of pictures.filter((one) => one.programmeId === programmeId))
    for (const cell of picture.cells) {
      const name = `${cell.dimension} ${cell.key}`
      const isOfCatalog = cell.dimension !== 'phase' && cell.dimension !== 'money'
      if (!last.has(name) && (!isOfCatalog || picture.catalogId === catalogId)) last.set(name, cell)
    }
  return last
}

/** Assessments of which it was told by name what they came to. */
export const everKnown = (pictures: readonly ToldPicture[]): Set<string> =>
  new Set(
    pictures.flatMap(({ subjects }) =>
      subjects.flatMap(({ assessmentId, isKnown }) => (isKnown ? [assessmentId] : [])),
    ),
  )
