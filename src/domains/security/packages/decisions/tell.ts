import { Temporal } from 'temporal-polyfill'
import { longGermanDay } from '#kernel/local-day.ts'
import { notify } from '#foundation/notifications/index.ts'
import type { EnrollmentWithSteps } from '#foundation/programmes/index.ts'
import type { Context } from '#platform/http/context.ts'
import { packageKinds } from '../notifications.ts'

type Occasion = keyof typeof packageKinds

const titles: Record<Occasion, (who: string, number: number, until: string) => string> = {
  submitted: (who, number, until) => `${who} legt Ihnen das Maßnahmenpaket ${number} zur Entscheidung vor.${until}`,
  returned: (who, number) => `${who} hat das Maßnahmenpaket ${number} zurückgegeben. Es lässt sich wieder ändern.`,
  decided: (who, number) => `${who} hat über das Maßnahmenpaket ${number} entschieden.`,
}

/** Tells people of the municipality, with the deed. What is in the package stands on its page alone. */
export async function tell(
  ctx: Context,
  road: EnrollmentWithSteps,
  occasion: Occasion,
  { personIds, number, decideBy }: { personIds: readonly string[]; number: number; decideBy: string | null },
): Promise<void> {
  const until = decideBy === null ? '' : ` Sinnvoll bis ${longGermanDay(Temporal.PlainDate.from(decideBy))}.`
  const told = titles[occasion](ctx.actor.name, number, until)
  // Written here, not taken from routes.ts: an address in a mail stays what it was.
  const link = `/teilnahmen/${road.id}/massnahmenpaket`
  await notify(ctx, {
    personIds: personIds.filter((id) => id !== ctx.actor.personId),
    kind: packageKinds[occasion],
    title: told,
    url: link,
    organizationId: road.organizationId,
    mail: { template: packageKinds[occasion].kind, data: { satz: told, organisation: road.organizationName, link } },
  })
}
