import { isRefusal, type Outcome, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import { changeMeasure } from '../change-measure.ts'
import type { Measure, MeasureKind } from '../measure.ts'
import { staleMeasure } from '../stale.ts'
import type { Template } from './template.ts'

/** What the giver writes for others; nothing is taken from the measure by itself. */
export interface TemplateWish {
  title: string
  kind: MeasureKind
  description: string
  effortTenths?: number | null | undefined
  costCents?: number | null | undefined
}

/** Offers a measure to everybody. `measure`: the own one that it was made from, which remembers it. */
export async function releaseTemplate(ctx: Context, wish: TemplateWish, measure?: Measure): Promise<Outcome<string>> {
  const giver = ctx.actor.actingFor
  if (!giver) return refuse('Vorlagen gibt eine Organisation. Bitte wählen Sie zuerst, für wen Sie handeln.')
  if (measure?.detail?.offeredAsId)
    return refuse(`„${measure.title}“ haben Sie schon als Vorlage freigegeben. Nehmen Sie diese zuerst zurück.`)
  const id = newId()
  await ctx.db
    .insertInto('measures.template')
    .values({
      id,
      giver_id: giver.id,
      title: wish.title,
      kind: wish.kind,
      description: wish.description,
      effort_tenths: wish.effortTenths ?? null,
      cost_cents: wish.costCents ?? null,
      released_at: ctx.now.toString(),
    })
    .execute()
  await record(ctx, 'measureTemplate.released', {
    organizationId: giver.id,
    subjectId: id,
    data: { title: wish.title },
  })
  if (!measure) return id
  const kept = await changeMeasure(ctx, measure, { offeredAsId: id })
  if (isRefusal(kept)) return kept
  return kept === 'stale' ? staleMeasure(measure) : id
}

/** Nobody finds it from now on; measures that were made from it stay. */
export async function withdrawTemplate(ctx: Context, { id, giverId, title }: Template): Promise<Outcome<true>> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('measures.template')
    .set({ withdrawn_at: ctx.now.toString() })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return refuse(`„${title}“ ist schon zurückgenommen.`)
  await ctx.db.updateTable('measures.detail').set({ offered_as_id: null }).where('offered_as_id', '=', id).execute()
  await record(ctx, 'measureTemplate.withdrawn', { organizationId: giverId, subjectId: id, data: { title } })
  return true
}
