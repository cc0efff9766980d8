import { type Outcome, isRefusal, type Refusal, refuse } from '#kernel/outcome.ts'
import { type Catalog, compareCatalogs, findCatalog } from '#foundation/catalogs/index.ts'
import type { Db } from '#platform/db/database.ts'
import type { Context } from '#platform/http/context.ts'
import { type Assessment, checkPath, stateOf } from '../assessment.ts'
import { may } from './access.ts'
import { type MigrationPlan, planOf } from './plan.ts'
import { answeredIn, findRunning } from './queries.ts'

/** What moving the check to this version of its catalog would do; nothing is written. */
export async function planMigration(
  ctx: Context,
  assessment: Assessment,
  catalog: Catalog,
): Promise<Outcome<MigrationPlan>> {
  const wrong = (await hindrance(ctx, assessment, catalog)) ?? undefined
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

async function hindrance(ctx: Context, assessment: Assessment, catalog: Catalog): Promise<Refusal | undefined> {
  const allowed = may.migrate(ctx.actor, assessment)
  if (isRefusal(allowed)) return allowed
  const { migratedTo, migratedFrom, closed, catalogId, scale, organizationId } = assessment
  const no = (message: string, short: string) => refuse(message, [{ path: 'catalogId', message: short }])
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
