import { expect, test } from 'vitest'
import { z } from 'zod'
import { isRefusal } from '#kernel/outcome.ts'
import { idSchema, listQuery, parse, textSchema } from './parse.ts'

const messageOf = (schema: z.ZodType, input: unknown): string | undefined => {
  const outcome = parse(z.object({ field: schema }), input === undefined ? {} : { field: input })
  return isRefusal(outcome) ? outcome.errors?.map(({ path, message }) => `${path}: ${message}`).join('; ') : undefined
}

test.for([
  ['missing', z.string(), undefined, 'Diese Angabe fehlt.'],
  ['empty', z.string().min(1), '', 'Diese Angabe fehlt.'],
  ['too short', z.string().min(12), 'kurz', 'Mindestens 12 Zeichen.'],
  ['too long', z.string().max(3), 'lang', 'Höchstens 3 Zeichen.'],
  ['no text', z.string(), 7, 'Hier wird ein Text erwartet.'],
  ['no number', z.number(), 'sieben', 'Hier wird eine Zahl erwartet.'],
  ['no whole number', z.int(), 1.5, 'Hier wird eine ganze Zahl erwartet.'],
  ['no list', z.array(z.string()), 'a', 'Hier wird eine Liste erwartet.'],
  ['no object', z.object({}), [], 'Hier wird ein Objekt erwartet.'],
  ['too small', z.number().min(1), 0, 'Der Wert ist mindestens 1.'],
  ['too large', z.number().max(200), 201, 'Der Wert ist höchstens 200.'],
  ['nothing chosen', z.enum(['yes', 'no']), '', 'Bitte wählen Sie etwas aus.'],
  ['chosen outside', z.enum(['yes', 'no']), 'maybe', 'Möglich ist: yes, no.'],
  ['said in the schema', z.enum(['yes', 'no'], { error: 'Bitte Ja oder Nein.' }), 'maybe', 'Bitte Ja oder Nein.'],
  ['an id that is none', idSchema, '7', 'Das ist keine Kennung.'],
  ['of a kind that has no words', z.string().regex(/^a$/), 'b', 'Diese Angabe passt nicht.'],
] as const)('%s: a German sentence beside its field', ([, schema, input, message]) => {
  expect(messageOf(schema, input)).toBe(`field: ${message}`)
})

test('a refusal names how many fields, each with its path, and what nobody asked for', () => {
  const schema = z.object({ name: z.string(), places: z.array(z.object({ id: z.int() })) }).strict()
  const outcome = parse(
    schema,
    { places: [{ id: 1 }, { id: 'zwei' }], extra: 1 },
    'Die Prüfung ist noch nicht begonnen',
  )
  expect(outcome).toEqual({
    refused: 'Die Prüfung ist noch nicht begonnen. Bitte ändern Sie 3 Angaben.',
    errors: [
      { path: 'name', message: 'Diese Angabe fehlt.' },
      { path: 'places.1.id', message: 'Hier wird eine Zahl erwartet.' },
      { path: '', message: 'Unbekannte Angabe: extra.' },
    ],
  })
  expect(parse(z.object({ name: z.string() }), {})).toMatchObject({
    refused: 'Das ist noch nicht gespeichert. Bitte ändern Sie eine Angabe.',
  })
})

test('no message is left in English, whatever is checked', () => {
  const checks = [
    z.email(),
    z.url(),
    z.iso.datetime(),
    z.iso.date(),
    z.number().multipleOf(5),
    z.array(z.string()).min(2),
    z.array(z.string()).max(0),
    z.boolean(),
    z.union([z.string(), z.number()]),
    z.literal('a'),
    z.record(z.string(), z.number()),
    z.string().startsWith('lw-'),
  ]
  for (const schema of checks)
    for (const input of [undefined, null, 'x', 3, ['a'], { a: 'b' }, Number.NaN]) {
      const said = messageOf(schema, input)
      expect(said ?? '').not.toMatch(/invalid|expected|required|too |must|string|number/i)
    }
})

test('text loses its edges and its \\r, and what no column can hold is refused', () => {
  expect(parse(textSchema(20), ' eins\r\nzwei\rdrei \n')).toBe('eins\nzwei\ndrei')
  expect(parse(textSchema(3), 'ä€😀'.slice(0, 3))).toMatchObject({ refused: expect.any(String) }) // half a pair of surrogates
  expect(parse(textSchema(9), 'a\0b')).toMatchObject({
    errors: [{ message: 'Der Text enthält ein Zeichen, das sich nicht speichern lässt.' }],
  })
})

test('a list has 50 items unless 1 to 200 are wished', () => {
  expect(parse(listQuery, {})).toEqual({ limit: 50 })
  expect(parse(listQuery, { limit: '200', cursor: 'x' })).toEqual({ limit: 200, cursor: 'x' })
  for (const limit of ['0', '201', '1.5', 'viele', '']) expect(isRefusal(parse(listQuery, { limit }))).toBe(true)
})
