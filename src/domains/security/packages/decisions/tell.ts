import { Temporal } from 'temporal-polyfill'
import { longGermanDay } from '#kernel/local-day.ts'
import { notify } from '#foundation/notifications/index.ts'
import type { EnrollmentWithSteps } from '#foundation/programmes/index.ts'
import type { Context } from '#platform/http/context.ts'
import { packageKinds } from '../notifications.ts'

type Occasion = keyof typeof packageKinds

interface Way {
  kind: (typeof packageKinds)[Occasion]
  title: (who: string, number: number, until: string) => string
}

const ways: Record<Occasion, Way> = {
  submitted: {
    kind: packageKinds.submitted,
    title: (who, number, until) => `${who} legt Ihnen das Maßnahmenpaket ${number} zur Entscheidung vor.${until}`,
  },
  returned: {
    kind: packageKinds.returned,
    title: (who, number) => `${who} hat das Maßnahmenpaket ${number} zurückgegeben. Es lässt sich wieder ändern.`,
  },
  decided: {
    kind: packageKinds.decided,
    title: (who, number) => `${who} hat über das Maßnahmenpaket ${number} entschieden.`,
  },
}

/** Tells people of the municipality, with the deed. What is in the package stands on its page alone. */
export async function tell(
  ctx: Context,
  road: EnrollmentWithSteps,
  occasion: Occasion,
  { personIds, number, decideBy }: { personIds: readonly string[]; number: number; decideBy: string | null },
): Promise<void> {
  const until = decideBy === null ? '' : ` Sinnvoll bis ${longGermanDay(Temporal.PlainDate.from(decideBy))}.`
  const { kind, title } = ways[occasion]
  const told = title(ctx.actor.name, number, until)
  // Written here, not taken from routes.ts: an address in a mail stays what it was.
  const link = `/teilnahmen/${road.id}/massnahmenpaket`
  await notify(ctx, {
    personIds: personIds.filter((id) => id !== ctx.actor.personId),
    kind,
    title: told,
    url: link,
    organizationId: road.organizationId,
    mail: { template: kind.kind, data: { satz: told, organisation: road.organizationName, link } },
  })
}
