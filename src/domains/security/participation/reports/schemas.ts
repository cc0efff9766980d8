import { z } from 'zod'
import { idSchema, listOf, listQuery, textSchema } from '#platform/http/parse.ts'
import { sides } from '../side.ts'
import { reportStates } from './report.ts'

const words = { summary: textSchema(4000).default(''), reason: textSchema(1000).default('') }

/** Besides the part `file`. */
export const newReport = z
  .object({ enrollmentId: idSchema, ...words })
  .strict()
  .meta({ id: 'ContractorReportInput' })

export const newComment = z
  .object({
    text: textSchema(4000).min(1, 'Bitte schreiben Sie etwas.'),
    place: textSchema(100).default('').meta({ description: 'Page or section; of an answer, that of its question' }),
    answersId: idSchema.optional(),
  })
  .strict()
  .meta({ id: 'ReportCommentInput' })

export const commentChange = z
  .object({ settled: z.literal(true) })
  .strict()
  .meta({ id: 'ReportCommentChange' })

export const changeRequest = z
  .object({ wish: textSchema(4000).min(3, 'Bitte schreiben Sie, was sich ändern soll.') })
  .strict()
  .meta({ id: 'ReportChangeRequest' })

const hash = z.string().regex(/^[0-9a-f]{64}$/, 'Das ist kein SHA-256.')

export const acceptanceIn = z
  .object({
    password: z.string().min(1, 'Bitte geben Sie Ihr Passwort ein.').max(1000).meta({ format: 'password' }),
    shownSha256: hash.optional().meta({ description: 'Hash of the text you have read; another one by now: 409' }),
  })
  .strict()
  .meta({ id: 'ReportAcceptanceInput' })

/** The password is asked for before, and never comes along. */
export const acceptanceForm = z.object({ shownSha256: hash })

export const reportQuery = listQuery.extend({
  enrollmentId: idSchema.optional(),
  programmeId: idSchema.optional(),
  state: z.enum(reportStates).optional(),
})

const instant = z.iso.datetime()
const person = z.string().nullable().meta({ description: 'Null when you may not see the person' })

export const reportOut = z
  .object({
    id: idSchema,
    enrollmentId: idSchema,
    organizationId: idSchema,
    programmeId: idSchema,
    number: z.number().int(),
    state: z.enum(reportStates),
    deliveredBy: person,
    deliveredAt: instant,
    decidedBy: person,
    decidedAt: instant.nullable(),
    content: z
      .object({
        fileId: idSchema.nullable(),
        fileName: z.string(),
        fileSha256: z.string(),
        summary: z.string(),
        reason: z.string(),
      })
      .nullable()
      .meta({ description: 'Null for those who only see versions, dates and states' }),
    acceptanceText: z.string().nullable().meta({ description: 'What would be signed now, while it waits' }),
    comments: z.array(
      z.object({
        id: idSchema,
        answersId: idSchema.nullable(),
        side: z.enum(sides),
        place: z.string(),
        text: z.string(),
        writtenBy: person,
        writtenAt: instant,
        settledAt: instant.nullable(),
      }),
    ),
  })
  .meta({ id: 'ContractorReport' })

export const reportList = listOf(reportOut)
