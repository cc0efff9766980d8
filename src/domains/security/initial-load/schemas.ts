import { z } from 'zod'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import { idSchema, parse } from '#platform/http/parse.ts'
import { headerKey } from './workbook/field.ts'
import { type Mapping, type SheetKind, sheetKinds } from './workbook/table.ts'

const columns = z.record(z.string().max(200), z.string().max(80))
const mapping = z
  .partialRecord(z.enum(sheetKinds), columns)
  .meta({ description: 'By sheet: header → field, or "-" to leave it out; kept for the next time' })

export const importQuery = z.object({
  dryRun: z.enum(['0', '1']).optional().meta({ description: '1: only says what would change' }),
})

/** Parts of the upload beside the file. */
export const importParts = z.object({
  programmeId: idSchema,
  mapping: z.string().max(50_000).optional().meta({ description: 'JSON: {"state": {"Bemerkung HVB": "note"}}' }),
  addUnknown: z
    .enum(['0', '1'])
    .optional()
    .meta({ description: '1: municipalities that the register does not know are added to it' }),
})

/** What foreign columns mean, as JSON; headers in any spelling. */
export function readMappingPart(text: string | undefined): Outcome<Mapping> {
  if (text === undefined || text === '') return {}
  const wrong = { refused: 'Die Zuordnung der Spalten lässt sich nicht lesen. Geändert ist nichts.' }
  let said: unknown
  try {
    said = JSON.parse(text)
  } catch {
    return { ...wrong, errors: [{ path: 'mapping', message: 'Hier wird JSON erwartet.' }] }
  }
  const read = parse(mapping, said, wrong.refused)
  return isRefusal(read)
    ? { ...read, errors: (read.errors ?? []).map(({ path, message }) => ({ path: `mapping.${path}`, message })) }
    : byHeader(read)
}

const byHeader = (said: z.infer<typeof mapping>): Mapping =>
  Object.fromEntries(
    Object.entries(said).map(([kind, own]) => [
      kind as SheetKind,
      Object.fromEntries(Object.entries(own).map(([header, field]) => [headerKey(header), field])),
    ]),
  )

const fault = z.object({
  sheet: z.string(),
  row: z.number().int(),
  column: z.string().meta({ description: 'Its letter' }),
  message: z.string(),
  value: z.string(),
})

const difference = z.object({
  organizationId: z.string().nullable().meta({ description: 'Null for one that is added to the register' }),
  name: z.string(),
  isNew: z.boolean(),
  changes: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
  notes: z.array(z.string()),
})

export const differencesOut = z
  .object({
    total: z.number().int(),
    added: z.number().int(),
    changed: z.number().int(),
    unchanged: z.number().int(),
    refused: z.array(fault),
    rows: z.array(difference),
    unknownColumns: z.array(
      z.object({
        kind: z.enum(sheetKinds),
        sheet: z.string(),
        column: z.string(),
        header: z.string(),
        samples: z.array(z.string()),
      }),
    ),
    ignored: z.array(z.string()),
    brings: z.object({
      municipalities: z.number().int(),
      roads: z.number().int(),
      steps: z.number().int(),
      contacts: z.number().int(),
      appointments: z.number().int(),
      amounts: z.number().int(),
      documents: z.number().int(),
      amountCents: z.number().int(),
    }),
  })
  .meta({ id: 'ProgrammeImport' })
