import { z } from 'zod'
import { answerValues } from '#kernel/scale.ts'

const level = z.number().int().min(0).max(5).nullable()
const given = z.object({ answer: z.enum(answerValues).nullable(), level, target: level, note: z.string() })

const row = given.extend({
  controlId: z.string().min(1).max(255),
  note: z.string().max(10_000),
  confirmed: z.boolean(),
  version: z.number().int().min(1).max(999_999_999).nullable(),
})

/** The rows of a table as they travel in a form between the two steps. */
export const rowsAgain = z
  .string()
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown
    } catch {
      context.addIssue('no JSON')
      return z.NEVER
    }
  })
  .pipe(z.array(row).min(1).max(20_000))

export const sheetQuery = z.object({
  dryRun: z.enum(['0', '1']).optional().meta({ description: '1: only says what would change' }),
})

const difference = z.object({
  controlId: z.string(),
  title: z.string(),
  yours: given,
  theirs: given.extend({ version: z.number().int(), answeredBy: z.string().nullable() }).nullable(),
})

export const sheetReport = z
  .object({
    saved: z.number().int().meta({ description: '0 with dryRun=1' }),
    unchanged: z.number().int(),
    changes: z.array(difference).meta({ description: 'Rows that differ from what counted' }),
    conflicts: z.array(difference).meta({
      description:
        'Edited rows that somebody else has answered meanwhile: not saved; decide by PUT of the answer with `theirs.version`',
    }),
  })
  .meta({ id: 'AnswerSheetReport' })

const share = z.number().nullable()

const standingOut = z.object({
  at: z.iso.datetime(),
  answered: z.number().int(),
  total: z.number().int(),
  percent: share,
})

export const resultsOut = z
  .object({
    state: z.enum(['open', 'inReview', 'signedOff']),
    headline: z.string().meta({ description: 'Where the organization stands, in one German sentence' }),
    percent: share,
    previous: z.object({ wave: z.number().int(), at: z.iso.datetime(), percent: share, change: share }).nullable(),
    strengths: z.array(z.string()),
    gaps: z.array(z.string()),
    waves: z.array(standingOut.extend({ wave: z.number().int(), assessmentId: z.string() })),
    course: z.array(standingOut).meta({ description: 'This wave at up to six moments, the last one now or its end' }),
    groups: z.array(
      z.object({
        key: z.string(),
        title: z.string(),
        answered: z.number().int(),
        total: z.number().int(),
        percent: share,
        before: share.meta({ description: 'In the wave before' }),
        change: share,
        mandatoryLeft: z.number().int(),
        quickWinsLeft: z.number().int(),
        course: z.array(share).meta({ description: 'At the moments of `course`' }),
      }),
    ),
  })
  .meta({ id: 'AssessmentResults' })
