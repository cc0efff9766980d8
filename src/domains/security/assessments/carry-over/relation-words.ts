import { germanDay, localDay } from '#kernel/local-day.ts'
import { givenInWords } from '../assessment.ts'
import type { Confidence, SourceCheck, Voice } from './propose.ts'
import type { CollectionFacts } from './queries.ts'
import type { Reached, Relationship, Step } from './reached.ts'

/** How the source stands to the question here. */
export const relationNames: Record<Relationship, string> = {
  'equal-to': 'gleich',
  'equivalent-to': 'gleichwertig',
  'superset-of': 'Quelle umfasst diese Anforderung',
  'subset-of': 'Quelle ist Teil dieser Anforderung',
  'intersects-with': 'überschneidet sich',
}

/** What relates both, also where no collection does. */
export function relationInWords({ relationship, identity, via }: Reached): string {
  if (identity) return identity === 'same' ? 'dieselbe Frage' : 'dieselbe Frage mit anderem Text'
  return via.every(({ collectionId }) => collectionId === null)
    ? 'nennt dieselbe Anforderung'
    : relationNames[relationship]
}

/** How surely a proposal holds. */
export const confidenceNames: Record<Confidence, string> = {
  largely: 'weitgehend sicher',
  partly: 'teilweise sicher',
  slightly: 'wenig sicher',
  none: 'kein Vorschlag',
}

const mostShown = 6

/** "APP.3.6.A1-UA.2, APP.3.6.A1-UA.4 und 3 weitere" */
export function stepsInWords(ids: readonly string[]): string {
  const distinct = [...new Set(ids)]
  const more = distinct.length - mostShown
  const shown = distinct.slice(0, mostShown).join(', ')
  return more > 0 ? `${shown} und ${more} weitere` : shown
}

export const subRequirements = (via: readonly Step[]): string => stepsInWords(via.map(({ sourceId }) => sourceId))

export const checkName = ({ catalogTitle }: Pick<SourceCheck, 'catalogTitle'>): string => `„${catalogTitle}“`

/** "„WiBA“, BAK.3: Ja (2. November 2026)" */
export const voiceName = ({ check, source }: Voice): string =>
  `${checkName(check)}, ${source.controlId}: ${givenInWords(source)} (${germanDay(localDay(source.answeredAt))})`

const states: Record<string, string> = { draft: 'Entwurf', complete: 'fertig' }

/** "„ITGS to GS++“, Fassung 1.0, Entwurf" */
export const collectionName = ({ title, version, status }: CollectionFacts): string =>
  [`„${title}“, Fassung ${version}`, status === null ? '' : (states[status] ?? status)].filter(Boolean).join(', ')
