import { type Outcome, isRefusal, type Refusal, refuse } from '#kernel/outcome.ts'
import {
  type Catalog,
  type Change,
  compareCatalogs,
  type ComparedControl,
  type Comparison,
  findCatalog,
  isRenumbered,
  isToConfirm,
  type Pair,
} from '#foundation/catalogs/index.ts'
import type { Db } from '#platform/db/database.ts'
import type { Context } from '#platform/http/context.ts'
import { type Assessment, checkPath, stateOf } from '../assessment.ts'
import { may } from './access.ts'
import { answeredIn, findRunning } from './queries.ts'

/** What becomes of one requirement; `answered`: somebody said or noted something about it. */
export interface Moved {
  before: ComparedControl | null
  after: ComparedControl | null
  answered: boolean
  changes: readonly Change[]
}

/** What moving a check to another version of its catalog does. */
export interface MigrationPlan {
  catalog: Catalog
  comparison: Comparison
  /** The check was signed off: it stays as it is, and everything in the new one asks for confirmation. */
  isNextWave: boolean
  /** Under the same number, and under another one. */
  same: Moved[]
  renumbered: Moved[]
  /** Those of both whose text, title or modal verb is another: answers to them ask for confirmation. */
  changed: Moved[]
  lost: Moved[]
  new: Moved[]
}

/** What moving the check to this version of its catalog would do; nothing is written. */
export async function planMigration(
  ctx: Context,
  assessment: Assessment,
  catalog: Catalog,
): Promise<Outcome<MigrationPlan>> {
  const wrong = await hindrance(ctx, assessment, catalog)
  if (wrong) return wrong
  const plan = await comparedPlan(ctx.db, assessment, catalog)
  return plan.comparison.pairs.length > 0
    ? plan
    : refuse(
        `Überführt ist nichts: „${catalog.title}“ (Fassung ${catalog.version}) hat mit dem Katalog dieser Prüfung keine Anforderung gemeinsam. Mit diesem Katalog beginnen Sie bitte eine neue Prüfung.`,
        [{ path: 'catalogId', message: 'Keine gemeinsamen Anforderungen.' }],
      )
}

/** The comparison with what was answered, whether or not it may be done (any more). */
export async function comparedPlan(db: Db, assessment: Assessment, catalog: Catalog): Promise<MigrationPlan> {
  const before = await findCatalog(db, assessment.catalogId)
  if (!before) throw new Error('a check without a catalog')
  const comparison = await compareCatalogs(db, before, catalog)
  const isNextWave = stateOf(assessment) === 'signedOff'
  return planOf(catalog, comparison, await answeredIn(db, assessment.id), isNextWave)
}

const no = (message: string, short: string): Refusal => refuse(message, [{ path: 'catalogId', message: short }])

async function hindrance(ctx: Context, assessment: Assessment, catalog: Catalog): Promise<Refusal | undefined> {
  const allowed = may.migrate(ctx.actor, assessment)
  if (isRefusal(allowed)) return allowed
  const { migratedTo, migratedFrom, closed, catalogId, scale, organizationId } = assessment
  if (migratedTo !== null)
    return refuse(
      `Diese Prüfung ist schon in eine neue Fassung überführt. Dort geht es weiter: ${checkPath(migratedTo)}`,
    )
  if (closed)
    return refuse(
      `Die Überführung in diese Fassung ist zurückgenommen. Überführen lässt sich die Prüfung davor: ${checkPath(migratedFrom ?? '')}`,
    )
  if (stateOf(assessment) === 'inReview') return refuse(inReview)
  if (catalog.id === catalogId)
    return no('Überführt ist nichts: Die Prüfung hat diese Fassung schon.', 'Bitte wählen Sie eine andere Fassung.')
  if (catalog.scale !== scale)
    return no(
      'Überführt ist nichts: Der eine Katalog wird mit Ja und Nein beantwortet, der andere in Stufen. Antworten lassen sich nicht umrechnen.',
      'Dieser Katalog wird anders beantwortet.',
    )
  const running = await findRunning(ctx.db, organizationId, catalog.id)
  return running === undefined ? undefined : no(taken(catalog, running), 'Mit dieser Fassung läuft schon eine Prüfung.')
}

export const inReview =
  'Überführt ist nichts: Eine Seite hat die Prüfung schon unterschrieben. Nehmen Sie die Unterschrift auf der Seite „Abnahme“ zurück, oder schließen Sie die Abnahme zuerst ab; danach geht es.'

export const taken = ({ title, version }: Catalog, there: string | null): string =>
  `Überführt ist nichts: Mit „${title}“ (Fassung ${version}) läuft bei Ihnen schon eine Prüfung${there === null ? '' : ` (${checkPath(there)})`}. Bitte arbeiten Sie dort weiter, oder nehmen Sie sie zuerst ab.`

export function planOf(
  catalog: Catalog,
  comparison: Comparison,
  answered: ReadonlySet<string>,
  isNextWave: boolean,
): MigrationPlan {
  const movedOf = ({ before, after, changes }: Pair): Moved => ({
    before,
    after,
    answered: answered.has(before.id),
    changes,
  })
  const { pairs } = comparison
  return {
    catalog,
    comparison,
    isNextWave,
    same: pairs.filter((pair) => !isRenumbered(pair)).map(movedOf),
    renumbered: pairs.filter(isRenumbered).map(movedOf),
    changed: pairs.filter(isToConfirm).map(movedOf),
    lost: comparison.lost.map((before) => ({ before, after: null, answered: answered.has(before.id), changes: [] })),
    new: comparison.new.map((after) => ({ before: null, after, answered: false, changes: [] })),
  }
}

/** As the database takes them: the number before, the number after, whether somebody has to look again. */
export const pairsOf = ({ pairs }: Comparison): [string, string, boolean][] =>
  pairs.map((pair) => [pair.before.id, pair.after.id, isToConfirm(pair)])

/**
 * Which list of the new catalog each list of the old one became: the one of the same key, else the one most of its requirements went to.
 * A list none of whose requirements is left became none: whoever had it sees nothing in its place.
 */
export function listsOf(comparison: Comparison): Record<string, string> {
  const there = new Set([...comparison.pairs.map(({ after }) => after), ...comparison.new].map(({ topKey }) => topKey))
  const lists: Record<string, string> = {}
  const went = Map.groupBy(comparison.pairs, ({ before }) => before.topKey)
  for (const key of new Set([...went.keys(), ...comparison.lost.map(({ topKey }) => topKey)])) {
    const most = mostOf((went.get(key) ?? []).map(({ after }) => after.topKey))
    const target = there.has(key) ? key : most
    if (target !== undefined) lists[key] = target
  }
  return lists
}

function mostOf(keys: readonly string[]): string | undefined {
  const counts = [...Map.groupBy(keys, (key) => key)].map(([key, all]) => [key, all.length] as const)
  return counts.toSorted(([, a], [, b]) => b - a)[0]?.[0]
}

const mostNeighbours = 3

/** Requirements of the new version that stand where a lost one stood, the nearest first; all of the list it would be in. */
export function neighboursOf({ topKey, position }: ComparedControl, comparison: Comparison): ComparedControl[] {
  const distance = (one: ComparedControl) => Math.abs(one.position - position)
  const beside = comparison.pairs
    .filter(({ before }) => before.topKey === topKey)
    .toSorted((a, b) => distance(a.before) - distance(b.before))[0]
  if (!beside) return []
  const anchor = beside.after
  // Where it would stand: right after its neighbour, or right before.
  const place = anchor.position + (position > beside.before.position ? 0.5 : -0.5)
  return [...comparison.pairs.map(({ after }) => after), ...comparison.new]
    .filter((control) => control.topKey === anchor.topKey)
    .toSorted((a, b) => Math.abs(a.position - place) - Math.abs(b.position - place) || a.position - b.position)
    .slice(0, mostNeighbours)
}
