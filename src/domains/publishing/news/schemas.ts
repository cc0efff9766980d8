import { z } from 'zod'
import { idSchema, listOf, listQuery, textSchema } from '#platform/http/parse.ts'
import { newsStates } from './news.ts'

const line = (max: number) =>
  textSchema(max)
    .min(1)
    .refine((text) => !text.includes('\n'), 'Bitte in einer Zeile schreiben.')

const instant = z.iso.datetime({
  offset: true,
  error: 'Bitte einen Zeitpunkt angeben, zum Beispiel 2026-12-31T23:00:00Z.',
})

export const content = {
  title: line(150),
  teaser: textSchema(500).min(1),
  text: textSchema(20_000),
  topic: line(60),
  author: line(100),
}

const times = {
  from: instant.nullable().meta({ description: 'Not visible before; when published without it: now' }),
  until: instant.nullable().meta({ description: 'No longer visible from then on' }),
}

const state = z.enum(newsStates)

export const newsIn = z
  .object({ ...content, from: times.from.optional(), until: times.until.optional(), state: state.default('draft') })
  .strict()
  .meta({ id: 'NewsInput' })

export const newsChange = z
  .object({ ...content, ...times, state })
  .partial()
  .extend({ version: z.int().min(1).meta({ description: 'Version that was read' }) })
  .strict()
  .meta({ id: 'NewsChange' })

const day = (missing: string) =>
  z.union([z.iso.date({ error: missing }), z.literal('')], { error: 'Bitte ein Datum angeben.' }).default('')
const time = z
  .union([z.iso.time({ precision: -1 }), z.literal('')], { error: 'Bitte eine Uhrzeit angeben, zum Beispiel 8:00.' })
  .default('')

/** The form: local days and times instead of instants. */
export const newsForm = z.object({
  ...content,
  fromDay: day('Bitte ein Datum angeben.'),
  fromTime: time,
  untilDay: day('Bitte ein Datum angeben.'),
  untilTime: time,
  version: z.coerce.number().int().min(0).default(0),
})

export const newsQuery = listQuery.extend({
  state: state.optional().meta({ description: 'For editors; without it what is out at this moment, the newest first' }),
})

export const newsOut = z
  .object({
    id: idSchema,
    version: z.int(),
    slug: z.string(),
    title: z.string(),
    teaser: z.string(),
    text: z.string().meta({ description: 'Markdown' }),
    topic: z.string(),
    author: z.string(),
    state,
    from: z.iso.datetime().nullable(),
    until: z.iso.datetime().nullable(),
  })
  .meta({ id: 'News' })

export const newsListOut = listOf(newsOut)
