import { Temporal } from 'temporal-polyfill'
import type { Group } from '#foundation/catalogs/index.ts'
import { isSelection, type QuestionScope, type Selection } from '../queries.ts'

export const selectionTitles: Record<Selection, string> = {
  meine: 'Meine Fragen',
  zwingend: 'Zwingendes, das noch fehlt',
  schnellstarter: 'Schnellstarter',
  offen: 'Noch offene Fragen',
  nein: 'Mit Nein beantwortet',
  bestaetigen: 'Übernommen, noch zu bestätigen',
  'ohne-nachweis': 'Erfüllt, aber noch ohne Nachweis',
  'quelle-geaendert': 'Übernommen, und die Quelle hat sich geändert',
  strittig: 'Strittige Antworten',
  alle: 'Alle Fragen',
}

const longestSearch = 200

/** What a page of questions was asked for; what makes no sense is left out, so that an old link still shows something. */
export function scopeOf(
  group: Group | undefined,
  { auswahl, suche, seit }: Record<string, string | undefined>,
): QuestionScope {
  const selection = isSelection(auswahl) ? auswahl : 'alle'
  const text = suche?.trim().slice(0, longestSearch).replaceAll('\0', '') || undefined
  const since = dayStart(seit)
  // What comes first is looked for in the whole list, of which a section is only a part.
  const isSection = selection === 'alle' && text === undefined && since === undefined
  return { selection, text, since, ...(isSection ? { groupKey: group?.key } : { topKey: group?.topKey }) }
}

/** The first moment of a local day; undefined for anything that is none. */
export function dayStart(day: string | undefined): Temporal.Instant | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day ?? '')) return undefined
  try {
    return Temporal.PlainDate.from(day ?? '')
      .toZonedDateTime('Europe/Berlin')
      .toInstant()
  } catch {
    return undefined // the 31st of February
  }
}
