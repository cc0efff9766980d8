import { localDay } from '#kernel/local-day.ts'
import { assessorsOf, holdersOf } from '#foundation/identity/index.ts'
import { notify } from '#foundation/notifications/index.ts'
import type { Context } from '#platform/http/context.ts'
import type { Assessment } from '../assessment.ts'
import type { Side } from '../reviews/review.ts'

/** Who may sign for a side today. */
async function partyOf({ db, now }: Context, { organizationId }: Assessment, side: Side): Promise<string[]> {
  const today = localDay(now).toString()
  return side === 'organization'
    ? holdersOf(db, { organizationId, roles: ['chiefExecutive', 'securityOfficer'], today })
    : (await assessorsOf(db, organizationId, today)).map(({ id }) => id)
}

export type Occasion =
  | 'assessmentSigned'
  | 'assessmentSignedOff'
  | 'signatureWithdrawn'
  | 'reopeningAsked'
  | 'reopeningAgreed'
  | 'reopeningDeclined'

const titles: Record<Occasion, (who: string, check: string) => string> = {
  assessmentSigned: (who, check) => `${who} hat ${check} unterschrieben. Jetzt ist Ihre Seite an der Reihe.`,
  assessmentSignedOff: (who, check) => `${who} hat ${check} unterschrieben. Damit ist sie abgenommen.`,
  signatureWithdrawn: (who, check) => `${who} hat die Unterschrift unter ${check} zurückgenommen.`,
  reopeningAsked: (who, check) => `${who} möchte ${check} wieder öffnen. Dazu braucht es Ihre Zustimmung.`,
  reopeningAgreed: (who, check) => `${who} hat zugestimmt: ${check} ist wieder offen.`,
  reopeningDeclined: (who, check) => `${who} hat abgelehnt: ${check} bleibt abgenommen.`,
}

/** Tells these sides what happened to the signatures under a check; whoever did it knows. */
export async function tellParties(
  ctx: Context,
  assessment: Assessment,
  occasion: Occasion,
  ...sides: Side[]
): Promise<void> {
  const people: string[] = []
  for (const side of sides) people.push(...(await partyOf(ctx, assessment, side)))
  const check = `die Prüfung „${assessment.catalogTitle}“ von ${assessment.organizationName}`
  const title = titles[occasion](ctx.actor.name, check)
  const link = `/pruefungen/${assessment.id}/abnahme`
  await notify(ctx, {
    personIds: people.filter((id) => id !== ctx.actor.personId),
    kind: `security.${occasion}`,
    title,
    url: link,
    organizationId: assessment.organizationId,
    mail: {
      template: `security.${occasion}`,
      data: {
        wer: ctx.actor.name,
        organisation: assessment.organizationName,
        pruefung: assessment.catalogTitle,
        link,
      },
    },
  })
}
