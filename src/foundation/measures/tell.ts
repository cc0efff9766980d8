import { localDay } from '#kernel/local-day.ts'
import { holdersOf } from '#foundation/identity/index.ts'
import { notify } from '#foundation/notifications/index.ts'
import type { Context } from '#platform/http/context.ts'
import { measureKinds } from './notifications.ts'

/** Written here, not taken from routes.ts: an address in a mail stays what it was. */
const pathOf = (id: string): string => `/massnahmen/${id}`

interface Told {
  id: string
  organizationId: string
  title: string
}

/** Tells who answers for it from now on; whoever takes it upon themselves knows. */
export async function tellOwner(ctx: Context, { id, organizationId, title }: Told, ownerId: string): Promise<void> {
  if (ownerId === ctx.actor.personId) return
  await notify(ctx, {
    personIds: [ownerId],
    kind: measureKinds.assigned,
    title: `${ctx.actor.name} hat Ihnen die Maßnahme „${title}“ gegeben.`,
    url: pathOf(id),
    organizationId,
  })
}

/** A new measure: its owner; of a proposal from outside those who decide what becomes of it. */
export async function tellOfNew(ctx: Context, measure: Told & { ownerId?: string | null | undefined }): Promise<void> {
  const { id, organizationId, title, ownerId } = measure
  if (ownerId) await tellOwner(ctx, measure, ownerId)
  if (ctx.actor.actingFor?.id === organizationId) return
  const people = await holdersOf(ctx.db, {
    organizationId,
    roles: ['chiefExecutive', 'securityOfficer'],
    today: localDay(ctx.now).toString(),
  })
  await notify(ctx, {
    personIds: people.filter((one) => one !== ownerId),
    kind: measureKinds.proposed,
    title: `${ctx.actor.name} schlägt Ihnen die Maßnahme „${title}“ vor.`,
    url: pathOf(id),
    organizationId,
  })
}
