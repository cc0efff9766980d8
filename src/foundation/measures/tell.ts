import { localDay } from '#kernel/local-day.ts'
import { holdersOf } from '#foundation/identity/index.ts'
import { notify } from '#foundation/notifications/index.ts'
import type { Context } from '#platform/http/context.ts'
import { measureKinds } from './notifications.ts'

/** Written here, not taken from routes.ts: an address in a mail stays what it was. */
export const pathOf = (id: string): string => `/massnahmen/${id}`

interface Told {
  id: string
  organizationId: string
  title: string
}

/** Tells who answers for them from now on; whoever takes it upon themselves knows. */
export async function tellOwners(
  ctx: Context,
  measures: readonly (Told & { ownerId?: string | null | undefined })[],
): Promise<void> {
  for (const [ownerId, theirs] of Map.groupBy(measures, (one) => one.ownerId ?? null)) {
    const [first] = theirs
    if (ownerId === null || ownerId === ctx.actor.personId || !first) continue
    await notify(ctx, {
      personIds: [ownerId],
      kind: measureKinds.assigned,
      title: `${ctx.actor.name} hat Ihnen ${inWords(theirs)} gegeben.`,
      url: urlOf(theirs),
      organizationId: first.organizationId,
    })
  }
}

const inWords = (measures: readonly Told[]): string =>
  measures.length === 1 ? `die Maßnahme „${measures[0]?.title}“` : `${measures.length} Maßnahmen`

const urlOf = (measures: readonly Told[]): string =>
  measures.length === 1 && measures[0] ? pathOf(measures[0].id) : '/massnahmen'

/** New measures: their owners; of proposals from outside those who decide what becomes of them. */
export async function tellOfNew(
  ctx: Context,
  measures: readonly (Told & { ownerId?: string | null | undefined })[],
): Promise<void> {
  await tellOwners(ctx, measures)
  const fromOutside = measures.filter(({ organizationId }) => ctx.actor.actingFor?.id !== organizationId)
  for (const [organizationId, proposed] of Map.groupBy(fromOutside, (one) => one.organizationId)) {
    const today = localDay(ctx.now).toString()
    await notify(ctx, {
      personIds: await holdersOf(ctx.db, { organizationId, roles: ['chiefExecutive', 'securityOfficer'], today }),
      kind: measureKinds.proposed,
      title: `${ctx.actor.name} schlägt Ihnen ${inWords(proposed)} vor.`,
      url: urlOf(proposed),
      organizationId,
    })
  }
}
