import { type Outcome, isRefusal, type Refusal, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { type EnrollmentWithSteps, setStep } from '#foundation/programmes/index.ts'
import { sign } from '#foundation/signatures/index.ts'
import { sha256 } from '#platform/crypto/hash.ts'
import type { Context } from '#platform/http/context.ts'
import { tellSide } from '../tell-side.ts'
import { acceptanceText, type Report, versionName } from './report.ts'
import { findReport, reportsOf } from './queries.ts'
import { insertComment } from './write-comment.ts'

export interface Acceptance {
  /** As what the person signs, from `may.accept`. */
  role: string
  /** Hash of the text that was read; left out only where a program trusts itself. */
  shownSha256?: string | undefined
  passwordConfirmed: Outcome<true>
}

/** Accepts a version with a signature: it is the final one, and the step is done. `changed`: something else lies there by now. */
export async function acceptReport(
  ctx: Context,
  road: EnrollmentWithSteps,
  { id }: Pick<Report, 'id'>,
  { role, shownSha256, passwordConfirmed }: Acceptance,
): Promise<Outcome<{ accepted: Report } | { changed: Refusal }>> {
  const done = await moveStep(ctx, road, { state: 'done' })
  if (isRefusal(done)) return done
  const [report] = await reportsOf(ctx.db, road.id)
  if (!report) return refuse('Es liegt noch kein Bericht vor.')
  const wrong = notDecidable(report, id)
  if (wrong) return { changed: wrong }
  const shown = acceptanceText(road, report)
  if (shownSha256 !== undefined && shownSha256 !== sha256(shown))
    return { changed: refuse('Seit Sie den Text gelesen haben, ist etwas dazugekommen. Abgenommen ist nichts.') }
  const { organizationId } = road
  const subject = { type: 'contractorReport', id: report.id }
  const signature = await sign(ctx, { organizationId, subject, role, shown, passwordConfirmed })
  if (isRefusal(signature)) return signature
  await decide(ctx, report.id, { state: 'accepted', signature_id: signature.id })
  await record(ctx, 'report.accepted', { organizationId, subjectId: id, data: { number: report.number } })
  await tellSide(ctx, { enrollmentId: road.id }, 'reportAccepted', { about: `Fassung ${report.number}` })
  return { accepted: { ...report, state: 'accepted', decidedBy: ctx.actor.name, decidedAt: ctx.now } }
}

/** The municipality wants something else; the contractor is waited for. What it wants stands as a comment on the whole report. */
export async function askChanges(
  ctx: Context,
  road: EnrollmentWithSteps,
  { id }: Pick<Report, 'id'>,
  wish: string,
): Promise<Outcome<{ asked: true } | { changed: Refusal }>> {
  const moved = await moveStep(ctx, road, {
    state: 'inProgress',
    waitingFor: 'contractor',
    missing: 'Bericht überarbeiten',
  })
  if (isRefusal(moved)) return moved
  const report = await findReport(ctx.db, id)
  if (!report || report.state !== 'submitted')
    return { changed: refuse('Diese Fassung wartet nicht mehr auf Sie. Geändert ist nichts.') }
  await decide(ctx, id, { state: 'changesAsked' })
  await insertComment(ctx, report, { side: 'organization', place: 'Ganzer Bericht', text: wish })
  await record(ctx, 'report.changesAsked', {
    organizationId: road.organizationId,
    subjectId: id,
    data: { number: report.number },
  })
  await tellSide(ctx, { enrollmentId: road.id }, 'reportChangesAsked', { about: versionName(report) })
  return { asked: true }
}

/** The step moves first: it holds the road, so that whoever delivers a further version at the same time waits. One that is over stays so. */
async function moveStep(
  ctx: Context,
  road: EnrollmentWithSteps,
  wish: Parameters<typeof setStep>[3],
): Promise<Outcome<unknown>> {
  const step = road.steps.find(({ key }) => key === 'report')
  if (!step) return refuse('Dieses Programm hat keinen Bericht.')
  // Then the second report after an accepted one: the road has gone on, and setting the state it has only holds it.
  if (step.state === 'done' || step.state === 'notNeeded') return setStep(ctx, road, 'report', { state: step.state })
  if (step.acts !== 'organization' && step.waitingFor !== 'organization')
    return refuse(
      'Der Schritt „Bericht“ wartet gerade nicht auf Ihre Kommune. Bitte sprechen Sie die Programmleitung an; geändert ist nichts.',
    )
  return setStep(ctx, road, 'report', wish, 'deed')
}

function notDecidable({ id, state, number }: Report, wanted: string): Refusal | undefined {
  if (id !== wanted)
    return refuse(`Inzwischen liegt eine neuere Fassung vor (${number}). Abgenommen ist nichts; bitte lesen Sie sie.`)
  if (state === 'accepted') return refuse('Diese Fassung ist schon abgenommen. Geändert ist nichts.')
  return state === 'submitted'
    ? undefined
    : refuse('Zu dieser Fassung sind Änderungen erbeten. Bitte warten Sie auf die nächste.')
}

const decide = (
  { db, actor, now }: Context,
  id: string,
  what: { state: 'accepted' | 'changesAsked'; signature_id?: string },
) =>
  db
    .updateTable('participation.report')
    .set({ ...what, decided_by: actor.personId, decided_at: now.toString() })
    .where('id', '=', id)
    .execute()
