import { z } from 'zod'
import { idSchema, listOf, listQuery, textSchema } from '#platform/http/parse.ts'
import { documentStates, severities } from './document.ts'

export const validUntil = z.iso
  .date({ error: 'Bitte ein Datum angeben, zum Beispiel 2027-12-31.' })
  .optional()
  .meta({ description: 'The last local day on which the document holds' })

export const title = textSchema(200).min(3, 'Bitte geben Sie dem Dokument einen Namen.')

/** Besides the part `file`. */
export const newDocument = z
  .object({ enrollmentId: idSchema, title, validUntil })
  .strict()
  .meta({ id: 'DocumentInput' })

export const newDocumentFile = z.object({ validUntil }).strict().meta({ id: 'DocumentFileInput' })

export const documentChange = z
  .object({
    state: z.enum(documentStates),
    version: z.number().int().min(0).meta({ description: 'The version that was read; another one by now: 409' }),
  })
  .strict()
  .meta({ id: 'DocumentChange' })

/** The form: numbers come as text. */
export const stateForm = z.object({ state: z.enum(documentStates), version: z.coerce.number().int().min(0) })

export const newFinding = z
  .object({
    severity: z.enum(severities),
    text: textSchema(4000).min(3, 'Bitte schreiben Sie, was Sie festgestellt haben.'),
    recommendation: textSchema(4000).default(''),
  })
  .strict()
  .meta({ id: 'FindingInput' })
export type NewFinding = z.infer<typeof newFinding>

export const withdrawal = z
  .object({ reason: textSchema(1000).min(3, 'Bitte nennen Sie den Grund.') })
  .strict()
  .meta({ id: 'WithdrawalInput' })

export const documentQuery = listQuery.extend({
  enrollmentId: idSchema.optional(),
  programmeId: idSchema.optional(),
  state: z.enum(documentStates).optional(),
})

const instant = z.iso.datetime()
const person = z.string().nullable().meta({ description: 'Null when you may not see the person' })

const fileOut = z.object({
  id: idSchema,
  number: z.number().int(),
  fileId: idSchema.nullable().meta({ description: 'Of `GET /files/{id}`; null once it was taken back' }),
  name: z.string(),
  mediaType: z.string().nullable(),
  size: z.number().int().nullable(),
  validUntil: z.string().nullable(),
  addedBy: person,
  addedAt: instant,
  withdrawnAt: instant.nullable(),
  withdrawalReason: z.string().nullable(),
})

const findingOut = z.object({
  id: idSchema,
  fileNumber: z.number().int().nullable(),
  severity: z.enum(severities),
  text: z.string(),
  recommendation: z.string(),
  foundBy: person,
  foundAt: instant,
  withdrawnAt: instant.nullable(),
  withdrawalReason: z.string().nullable(),
})

export const documentOut = z
  .object({
    id: idSchema,
    enrollmentId: idSchema,
    organizationId: idSchema,
    programmeId: idSchema,
    key: z.string().nullable().meta({ description: 'Of the document the programme wants; null for a further one' }),
    title: z.string(),
    isRequired: z.boolean(),
    state: z.enum(documentStates),
    since: instant.nullable(),
    version: z.number().int(),
    files: z.array(fileOut).nullable().meta({ description: 'Null for those who only see states' }),
    findings: z.array(findingOut).nullable().meta({ description: 'Null for those who only see states' }),
  })
  .meta({ id: 'Document' })

export const documentList = listOf(documentOut)
