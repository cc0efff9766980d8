import type { Temporal } from 'temporal-polyfill'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import { localDay } from '#kernel/local-day.ts'
import { staffOf } from '#foundation/identity/index.ts'
import {
  addEvidence,
  delegate,
  findAssessment,
  findQuestion,
  type Question,
  writeComment,
} from '#domains/security/assessments/index.ts'
import type { Context } from '#platform/http/context.ts'

interface Told {
  by: string
  daysAgo: number
  at: string
}

/** What happened around the answers of a check: who was asked, what was shown, what was talked about. */
export interface StoryWork {
  delegations?: (Told & { to: string; groups: string[]; dueInDays: number; note: string })[]
  evidence?: (Told & { control: string; link: string; title: string; validInDays?: number })[]
  comments?: (Told & { control: string; text: string })[]
}

export interface WorkCast {
  assessmentId: string
  now: Temporal.Instant
  as: (email: string, daysAgo: number, at: string) => Promise<Context>
  personId: (email: string) => string
}

/** Tells it by the verbs, each at its time and by its person. */
export async function tellWork(work: StoryWork, { assessmentId, now, as, personId }: WorkCast): Promise<void> {
  const dayIn = (days: number): string => localDay(now).add({ days }).toString()
  const assessmentFor = async ({ db }: Context) => there(await findAssessment(db, assessmentId), 'the check')
  const questionFor = async (ctx: Context, control: string): Promise<Question> =>
    there(await findQuestion(ctx.db, await assessmentFor(ctx), control), `question ${control}`)
  const staffFor = async (ctx: Context) =>
    staffOf(ctx.db, (await assessmentFor(ctx)).organizationId, localDay(ctx.now).toString())
  for (const { by, daysAgo, at, to, groups, dueInDays, note } of work.delegations ?? []) {
    const ctx = await as(by, daysAgo, at)
    const wanted = { personId: personId(to), groupKeys: groups, dueOn: dayIn(dueInDays), note }
    done(await delegate(ctx, await assessmentFor(ctx), await staffFor(ctx), wanted))
  }
  for (const { by, daysAgo, at, control, link, title, validInDays } of work.evidence ?? []) {
    const ctx = await as(by, daysAgo, at)
    const validUntil = validInDays === undefined ? undefined : dayIn(validInDays)
    done(await addEvidence(ctx, await assessmentFor(ctx), await questionFor(ctx, control), { link, title, validUntil }))
  }
  for (const { by, daysAgo, at, control, text } of work.comments ?? []) {
    const ctx = await as(by, daysAgo, at)
    const staff = await staffFor(ctx)
    done(await writeComment(ctx, await assessmentFor(ctx), await questionFor(ctx, control), { text, staff }))
  }
}

function there<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`demo: ${what} is not visible`)
  return value
}

function done(outcome: Outcome<unknown>): void {
  if (isRefusal(outcome)) throw new Error(`demo: ${outcome.refused}`)
}
