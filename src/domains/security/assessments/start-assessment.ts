import { type Outcome, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import type { Catalog } from '#foundation/catalogs/index.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import { answering } from './access.ts'

/** Begins a check of one organization on one catalog; there is one open at a time. */
export async function startAssessment(
  ctx: Context,
  organizationId: string,
  catalog: Catalog,
): Promise<Outcome<string>> {
  if (catalog.scale !== 'yesNoNotApplicable')
    return refuse(
      `„${catalog.title}“ wird in Stufen beantwortet. Beginnen lassen sich Prüfungen, die mit Ja und Nein beantwortet werden.`,
      [{ path: 'catalogId', message: 'Bitte einen Katalog mit Ja-Nein-Fragen wählen.' }],
    )
  const id = newId()
  const started = await ctx.db
    .insertInto('security.assessment')
    .values({
      id,
      organization_id: organizationId,
      catalog_id: catalog.id,
      started_at: ctx.now.toString(),
      started_by: ctx.actor.personId,
    })
    .onConflict((conflict) => conflict.columns(['organization_id', 'catalog_id']).doNothing())
    .executeTakeFirst()
  if (!started.numInsertedOrUpdatedRows)
    return refuse(
      `Mit „${catalog.title}“ (Fassung ${catalog.version}) läuft schon eine Prüfung. Bitte dort weiterarbeiten.`,
      [{ path: 'catalogId', message: 'Mit diesem Katalog läuft schon eine Prüfung.' }],
    )
  await record(ctx, 'assessment.started', {
    organizationId,
    subjectId: id,
    data: { catalogId: catalog.id },
    needs: answering,
  })
  return id
}
