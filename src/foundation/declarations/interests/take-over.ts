import { localDay } from '#kernel/local-day.ts'
import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { postMail } from '#foundation/notifications/index.ts'
import { findOrganization } from '#foundation/organizations/index.ts'
import { enroll, findRoad, type Programme, setStep } from '#foundation/programmes/index.ts'
import type { Context } from '#platform/http/context.ts'
import type { Interest } from './interest.ts'

const decidedAlready = (interest: Interest): Outcome<never> =>
  refuse(
    `Darüber hat ${interest.decidedByName ?? 'jemand'} schon entschieden: ${interest.outcome === 'taken' ? 'übernommen' : 'abgesagt'}. Geändert ist nichts.`,
  )

/** Puts the municipality on the road, its interest declared. Where only a name was written, the manager says which one it is. */
export async function takeOver(
  ctx: Context,
  programme: Programme,
  interest: Interest,
  chosenId: string | undefined,
): Promise<Outcome<{ enrollmentId: string }>> {
  if (interest.outcome !== null) return decidedAlready(interest)
  const organization = await findOrganization(ctx.db, chosenId ?? interest.municipality?.id ?? '')
  if (!organization)
    return refuse('Übernommen ist noch nichts.', [
      {
        path: 'organizationId',
        message: `„${interest.municipalityName}“ steht so nicht im Verzeichnis. Bitte wählen Sie die Kommune aus.`,
      },
    ])
  const roadId = await roadFor(ctx, programme, organization, localDay(interest.receivedAt).toString())
  if (isRefusal(roadId)) return roadId
  const done = await decide(ctx, interest, {
    outcome: 'taken',
    municipality_id: organization.id,
    enrollment_id: roadId,
    reason: '',
  })
  if (isRefusal(done)) return done
  await record(ctx, 'interest.taken', {
    organizationId: organization.id,
    subjectId: interest.id,
    data: { programme: programme.name },
  })
  return { enrollmentId: roadId }
}

/** A new road on which the interest is declared, or the one that is there, with that step done. */
async function roadFor(
  ctx: Context,
  programme: Programme,
  organization: { id: string; name: string; kind: string },
  interestOn: string,
): Promise<Outcome<string>> {
  const outcome = await enroll(ctx, programme, organization, { interestOn })
  if (isRefusal(outcome)) return outcome
  if ('enrolled' in outcome) return outcome.enrolled
  const road = await findRoad(ctx.db, { organizationId: organization.id, programmeId: programme.id })
  if (!road) throw new Error('the road that is there is not visible')
  if (road.steps.find(({ key }) => key === 'interest')?.state === 'open') {
    const set = await setStep(ctx, road, 'interest', { state: 'done', onDay: interestOn }, 'deed')
    if (isRefusal(set)) return set
  }
  return road.id
}

/** Says no, with a reason that goes to whoever asked. */
export async function declineInterest(
  ctx: Context,
  programme: Programme,
  interest: Interest,
  reason: string,
): Promise<Outcome<true>> {
  if (interest.outcome !== null) return decidedAlready(interest)
  const done = await decide(ctx, interest, { outcome: 'declined', reason })
  if (isRefusal(done)) return done
  await record(ctx, 'interest.declined', {
    organizationId: null,
    subjectId: interest.id,
    data: { programme: programme.name },
  })
  await postMail(ctx, {
    to: { email: interest.email, name: interest.name },
    template: 'declarations.interestDeclined',
    data: { kommune: interest.municipalityName, programm: programme.name, grund: reason },
  })
  return true
}

interface Decision {
  outcome: 'taken' | 'declined'
  municipality_id?: string
  enrollment_id?: string
  reason: string
}

/** Of two who decide at once the second one is told. */
async function decide({ db, now, actor }: Context, interest: Interest, decision: Decision): Promise<Outcome<true>> {
  const written = await db
    .updateTable('declarations.interest')
    .set({ ...decision, decided_at: now.toString(), decided_by: actor.personId })
    .where('id', '=', interest.id)
    .where('decided_at', 'is', null)
    .executeTakeFirst()
  return (
    written.numUpdatedRows === 1n || refuse('Darüber hat gerade jemand anderes entschieden. Geändert ist nichts Neues.')
  )
}
