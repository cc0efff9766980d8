import { z } from 'zod'
import { type FieldError, type Outcome, refuse } from '#kernel/outcome.ts'

/**
 * Input against its schema. A refusal names every field in German; `sentence` opens it ("Die Prüfung ist noch nicht begonnen").
 * Messages written in a schema win over the general ones here.
 */
export function parse<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  sentence = 'Das ist noch nicht gespeichert',
): Outcome<z.infer<Schema>> {
  const result = schema.safeParse(input, { error: german })
  if (result.success) return result.data
  const errors = result.error.issues.map(fieldError)
  return refuse(
    `${sentence}. ${errors.length === 1 ? 'Bitte ändern Sie eine Angabe.' : `Bitte ändern Sie ${errors.length} Angaben.`}`,
    errors,
  )
}

const fieldError = ({ path, message }: { path: PropertyKey[]; message: string }): FieldError => ({
  path: path.map(String).join('.'),
  message,
})

const german: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? 'Diese Angabe fehlt.'
        : `Hier wird ${kinds[issue.expected] ?? 'etwas anderes'} erwartet.`
    case 'invalid_value':
      return issue.input === undefined || issue.input === ''
        ? 'Bitte wählen Sie etwas aus.'
        : `Möglich ist: ${issue.values.map(String).join(', ')}.`
    case 'too_small':
      return issue.origin === 'string' ? tooShort(Number(issue.minimum)) : `Der Wert ist mindestens ${issue.minimum}.`
    case 'too_big':
      return issue.origin === 'string'
        ? `Höchstens ${issue.maximum} Zeichen.`
        : `Der Wert ist höchstens ${issue.maximum}.`
    case 'unrecognized_keys':
      return `Unbekannte Angabe: ${issue.keys.join(', ')}.`
    default:
      return 'Diese Angabe passt nicht.'
  }
}

const tooShort = (minimum: number): string => (minimum === 1 ? 'Diese Angabe fehlt.' : `Mindestens ${minimum} Zeichen.`)

const kinds: Record<string, string> = {
  string: 'ein Text',
  number: 'eine Zahl',
  int: 'eine ganze Zahl',
  boolean: 'ja oder nein',
  array: 'eine Liste',
  object: 'ein Objekt',
}

/** A UUID of ours. */
export const idSchema = z
  .uuid({
    error: ({ input }) =>
      input === undefined
        ? 'Diese Angabe fehlt.'
        : input === ''
          ? 'Bitte wählen Sie etwas aus.'
          : 'Das ist keine Kennung.',
  })
  .meta({ format: 'uuid', description: 'UUIDv7' })

/** PostgreSQL's integer. */
export const largestInteger = 2_147_483_647

/** Text without the characters PostgreSQL cannot hold; line ends as \n. */
export const textSchema = (max: number) =>
  z
    .string()
    .max(max)
    .refine(
      (text) => !text.includes('\0') && text.isWellFormed(),
      'Der Text enthält ein Zeichen, das sich nicht speichern lässt.',
    )
    .overwrite((text) => text.replaceAll(/\r\n?/g, '\n').trim())

/** Paging of lists: at most `limit` items after `cursor`. */
export const listQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50).meta({ description: 'At most so many items' }),
  cursor: z.string().max(1000).optional().meta({ description: '`next` of the page before' }),
})

export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.object({
    items: z.array(item),
    next: z.string().nullable().meta({ description: 'Cursor of the next page, or null' }),
  })
