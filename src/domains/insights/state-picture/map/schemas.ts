import { z } from 'zod'
import { textSchema } from '#platform/http/parse.ts'

const property = textSchema(100).optional()

/** What is said about a map. */
export const mapWordsIn = z.object({
  title: textSchema(200).min(1, 'Bitte geben Sie der Karte einen Titel.'),
  attribution: textSchema(300)
    .min(1, 'Bitte nennen Sie, von wem die Umrisse stammen, so wie die Lizenz es verlangt.')
    .meta({ description: 'Who is to be named beside it, in the words of the licence' }),
})

/** Parts of the upload beside the file. */
export const mapParts = mapWordsIn.extend({
  keyProperty: property.meta({ description: 'Property with the key of an area; else ARS or AGS' }),
  nameProperty: property.meta({ description: 'Property with its name; else GEN' }),
  object: property.meta({ description: 'TopoJSON: which of its objects' }),
})

const area = z.object({
  key: z.string(),
  name: z.string(),
  path: z.string().meta({ description: "SVG's words: M, L and Z with absolute numbers" }),
  x: z.number().meta({ description: 'A place well inside of it' }),
  y: z.number(),
})

export const mapOut = z
  .object({
    id: z.uuid(),
    title: z.string(),
    attribution: z.string(),
    isSchematic: z.boolean(),
    width: z.number().int(),
    height: z.number().int(),
    sha256: z.string(),
    importedAt: z.string().meta({ format: 'date-time' }),
    areas: z.array(area),
    countiesWithoutArea: z.array(z.string()).meta({ description: 'Counties of the register that it does not show' }),
    areasWithoutCounty: z
      .array(z.string())
      .meta({ description: 'Areas without an own value, such as independent cities' }),
  })
  .meta({ id: 'CountyMap' })

export const mapExample = {
  id: '01940d1c-5c00-7a60-8000-6b5c6d7e8f01',
  title: 'Landkreise',
  attribution: '© GeoBasis-DE / BKG (Daten verändert)',
  isSchematic: false,
  width: 420,
  height: 544,
  sha256: '0'.repeat(64),
  importedAt: '2026-11-21T09:30:00Z',
  areas: [{ key: '15999', name: 'Nordaue', path: 'M4 4L200 4 200 120 4 120Z', x: 102, y: 62 }],
  countiesWithoutArea: ['Landkreis Elbtal'],
  areasWithoutCounty: [],
}
