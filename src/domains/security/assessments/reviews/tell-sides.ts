import { localDay } from '#kernel/local-day.ts'
import { assessorsOf, staffOf } from '#foundation/identity/index.ts'
import { notify } from '#foundation/notifications/index.ts'
import type { Context } from '#platform/http/context.ts'
import type { Answer, Assessment, Question } from '../assessment.ts'
import { findStanding } from './queries.ts'
import type { Side } from './review.ts'
import { assessmentKinds } from '../notifications.ts'

export interface About {
  assessment: Assessment
  question: Pick<Question, 'id' | 'title'>
}

// Written here, not taken from routes.ts: verbs know no pages, and an address in a mail stays what it was.
const urlOf = ({ assessment, question }: About): string =>
  `/pruefungen/${assessment.id}/fragen/${encodeURIComponent(question.id)}#vor-ort`

const dataOf = (ctx: Context, about: About) => ({
  wer: ctx.actor.name,
  organisation: about.assessment.organizationName,
  pruefung: about.assessment.catalogTitle,
  frage: about.question.title,
  link: urlOf(about),
})

/** The security officers (where there is none, the head), and whoever answered. */
async function staffConcerned({ db, now }: Context, { assessment }: About, answer: Answer | null): Promise<string[]> {
  const today = localDay(now).toString()
  const staff = await staffOf(db, assessment.organizationId, today)
  const having = (role: string) => staff.filter(({ grants }) => grants.some((grant) => grant.role === role))
  const officers = having('securityOfficer')
  return [
    ...(officers.length > 0 ? officers : having('chiefExecutive')),
    ...staff.filter(({ id }) => id === answer?.answeredBy),
  ].map(({ id }) => id)
}

/** Those who judged, while they are assigned; else everybody who is. */
async function assessorsConcerned(ctx: Context, { assessment, question }: About): Promise<string[]> {
  const assigned = await assessorsOf(ctx.db, assessment.organizationId, localDay(ctx.now).toString())
  const standing = await findStanding(ctx.db, assessment.id, question.id)
  const judge = assigned.filter(({ id }) => id === standing?.reviewedBy)
  return (judge.length > 0 ? judge : assigned).map(({ id }) => id)
}

export async function tellOfDispute(ctx: Context, about: About, answer: Answer | null): Promise<void> {
  const { organizationId } = about.assessment
  await notify(ctx, {
    personIds: await staffConcerned(ctx, about, answer),
    kind: assessmentKinds.answerDisputed,
    title: `${ctx.actor.name} hat einen Einwand: ${about.question.title}`,
    url: urlOf(about),
    organizationId,
    mail: { template: 'security.answerDisputed', data: dataOf(ctx, about) },
  })
}

export async function tellOfRemark(ctx: Context, about: About, side: Side, answer: Answer | null): Promise<void> {
  const concerned = side === 'assessor' ? staffConcerned(ctx, about, answer) : assessorsConcerned(ctx, about)
  await notify(ctx, {
    personIds: (await concerned).filter((id) => id !== ctx.actor.personId),
    kind: assessmentKinds.remarkWritten,
    title: `${ctx.actor.name} hat geschrieben: ${about.question.title}`,
    url: urlOf(about),
    organizationId: about.assessment.organizationId,
    mail: { template: 'security.remarkWritten', data: dataOf(ctx, about) },
  })
}

/** The municipality answers a dispute by another answer: told once, with the first version after it. */
export async function tellOfNewAnswer(ctx: Context, about: About, version: number): Promise<void> {
  const { assessment, question } = about
  const standing = await findStanding(ctx.db, assessment.id, question.id)
  if (standing?.verdict !== 'disputed' || (standing.answerVersion ?? 0) !== version - 1) return
  const assigned = await assessorsOf(ctx.db, assessment.organizationId, localDay(ctx.now).toString())
  await notify(ctx, {
    personIds: assigned.map(({ id }) => id).filter((id) => id === standing.reviewedBy),
    kind: assessmentKinds.disputedAnswerChanged,
    title: `Seit Ihrem Einwand geändert: ${question.title}`,
    url: urlOf(about),
    organizationId: assessment.organizationId,
    mail: { template: 'security.disputedAnswerChanged', data: dataOf(ctx, about) },
  })
}
