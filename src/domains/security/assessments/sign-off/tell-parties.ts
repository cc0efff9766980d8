import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { localDay } from '#kernel/local-day.ts'
import { assessorsOf, holdersOf, namesOf } from '#foundation/identity/index.ts'
import { notify } from '#foundation/notifications/index.ts'
import type { Context, PublicContext } from '#platform/http/context.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { idSchema } from '#platform/http/parse.ts'
import type { Assessment } from '../assessment.ts'
import { findAssessment } from '../queries.ts'
import { type Side, sides } from '../reviews/review.ts'
import { assessmentKinds } from '../notifications.ts'

const occasions = [
  'assessmentSigned',
  'assessmentSignedOff',
  'signatureWithdrawn',
  'reopeningAsked',
  'reopeningAgreed',
  'reopeningDeclined',
] as const
type Occasion = (typeof occasions)[number]

export const tellingJob = 'security.tellParties'

export const telling = z.object({
  assessmentId: idSchema,
  occasion: z.enum(occasions),
  sides: z.array(z.enum(sides)),
  /** Who did it, and when. */
  personId: idSchema,
  at: z.iso.datetime(),
})

/** Tells these sides, after the deed is kept, what happened to the signatures under a check; whoever did it knows. */
export const tellParties = (
  ctx: Context,
  { id: assessmentId }: Assessment,
  occasion: Occasion,
  ...told: Side[]
): Promise<boolean> =>
  enqueue(ctx, tellingJob, {
    assessmentId,
    occasion,
    sides: told,
    personId: ctx.actor.personId,
    at: ctx.now.toString(),
  } satisfies z.infer<typeof telling>)

const titles: Record<Occasion, (who: string, check: string) => string> = {
  assessmentSigned: (who, check) => `${who} hat ${check} unterschrieben. Jetzt ist Ihre Seite an der Reihe.`,
  assessmentSignedOff: (who, check) => `${who} hat ${check} unterschrieben. Damit ist sie abgenommen.`,
  signatureWithdrawn: (who, check) => `${who} hat die Unterschrift unter ${check} zurückgenommen.`,
  reopeningAsked: (who, check) => `${who} möchte ${check} wieder öffnen. Dazu braucht es Ihre Zustimmung.`,
  reopeningAgreed: (who, check) => `${who} hat zugestimmt: ${check} ist wieder offen.`,
  reopeningDeclined: (who, check) => `${who} hat abgelehnt: ${check} bleibt abgenommen.`,
}

const kinds: Record<Occasion, (typeof assessmentKinds)[Occasion]> = {
  assessmentSigned: assessmentKinds.assessmentSigned,
  assessmentSignedOff: assessmentKinds.assessmentSignedOff,
  signatureWithdrawn: assessmentKinds.signatureWithdrawn,
  reopeningAsked: assessmentKinds.reopeningAsked,
  reopeningAgreed: assessmentKinds.reopeningAgreed,
  reopeningDeclined: assessmentKinds.reopeningDeclined,
}

/** The job: in the scope of whoever did the deed, dated as the deed. */
export async function tellPeople({ db }: PublicContext, data: z.infer<typeof telling>): Promise<void> {
  const assessment = await findAssessment(db, data.assessmentId)
  if (!assessment) return
  const now = Temporal.Instant.from(data.at)
  const people: string[] = []
  for (const side of data.sides) people.push(...(await partyOf({ db, now }, assessment, side)))
  const who = (await namesOf(db, [data.personId])).get(data.personId) ?? 'Jemand'
  const { organizationId, organizationName, catalogTitle } = assessment
  const link = `/pruefungen/${assessment.id}/abnahme`
  await notify(
    { db, now },
    {
      personIds: people.filter((id) => id !== data.personId),
      kind: kinds[data.occasion],
      title: titles[data.occasion](who, `die Prüfung „${catalogTitle}“ von ${organizationName}`),
      url: link,
      organizationId,
      mail: {
        template: `security.${data.occasion}`,
        data: { wer: who, organisation: organizationName, pruefung: catalogTitle, link },
      },
    },
  )
}

/** Who may sign for a side on that day. */
async function partyOf(
  { db, now }: Pick<PublicContext, 'db' | 'now'>,
  { organizationId }: Assessment,
  side: Side,
): Promise<string[]> {
  const today = localDay(now).toString()
  return side === 'organization'
    ? holdersOf(db, { organizationId, roles: ['chiefExecutive', 'securityOfficer'], today })
    : (await assessorsOf(db, organizationId, today)).map(({ id }) => id)
}
