import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import {
  addRemark,
  findAssessment,
  findQuestion,
  giveVerdict,
  type Question,
  type Side,
  signAssessment,
  type Verdict,
} from '#domains/security/assessments/index.ts'
import type { Context } from '#platform/http/context.ts'

/** What people did to a check besides answering: told in the order of time, together with the answers. */
export interface StoryReview {
  reviews?: ({ control: string; verdict: Verdict; remark?: string } & StoryTime)[]
  remarks?: ({ control: string; text: string } & StoryTime)[]
  signOffs?: ({ side: Side; role: string } & StoryTime)[]
}

interface StoryTime {
  by: string
  daysAgo: number
  at: string
}

/** Something that somebody does at a time. */
export interface StoryDeed extends StoryTime {
  tell: (ctx: Context) => Promise<unknown>
}

export const inOrder = (deeds: StoryDeed[]): StoryDeed[] =>
  deeds.toSorted((a, b) => b.daysAgo - a.daysAgo || a.at.localeCompare(b.at))

/** The deeds of review and sign-off; whoever does one of them acts for their own side. */
export function reviewDeeds(id: string, { reviews = [], remarks = [], signOffs = [] }: StoryReview): StoryDeed[] {
  return [
    ...reviews.map(({ control, verdict, remark, ...time }) => ({
      ...time,
      tell: async (ctx: Context) => {
        const { assessment, question } = await find(ctx, id, control)
        must(await giveVerdict(ctx, assessment, question, { verdict, remark }), control)
      },
    })),
    ...remarks.map(({ control, text, ...time }) => ({
      ...time,
      tell: async (ctx: Context) => {
        const { assessment, question } = await find(ctx, id, control)
        const side = ctx.actor.actingFor?.id === assessment.organizationId ? 'organization' : 'assessor'
        must(await addRemark(ctx, assessment, question, { side, text }), control)
      },
    })),
    ...signOffs.map(({ side, role, ...time }) => ({
      ...time,
      tell: async (ctx: Context) => {
        const assessment = await findAssessment(ctx.db, id)
        if (!assessment) throw new Error('demo: who signs does not see the check')
        must(await signAssessment(ctx, assessment, { side, role, passwordConfirmed: true }), side)
      },
    })),
  ]
}

async function find(ctx: Context, id: string, control: string) {
  const assessment = await findAssessment(ctx.db, id)
  const question: Question | undefined = assessment && (await findQuestion(ctx.db, assessment, control))
  if (!assessment || !question) throw new Error(`demo: no question ${control}`)
  return { assessment, question }
}

function must<T>(outcome: Outcome<T>, what: string): T {
  if (isRefusal(outcome)) throw new Error(`demo, ${what}: ${outcome.refused}`)
  return outcome
}
