import { Temporal } from 'temporal-polyfill'
import { germanDay } from '#kernel/local-day.ts'
import type { Programme } from '#foundation/programmes/index.ts'
import type { TagState } from '#ui/tag/tag.tsx'
import { withQuery } from '#platform/http/route.ts'
import { proofRoutes } from '../../routes.ts'
import { type Filter, filterQuery } from '../filter.ts'
import type { ActingParty, Fit, Item } from '../lack.ts'
import { placesOf } from '../lack.ts'

/** "Bis 31.12." */
export const titleOf = ({ deadline }: Pick<Programme, 'deadline'>): string =>
  deadline === null ? 'Was noch fehlt' : `Bis ${germanDay(Temporal.PlainDate.from(deadline)).slice(0, 6)}`

export const partyNames: Record<ActingParty, string> = {
  contractor: 'Dienstleister',
  organization: 'Kommune',
  cooperative: 'Verbund',
}

export const fitTags: Record<Fit, TagState> = {
  late: 'late',
  short: 'late',
  tight: 'soon',
  enough: 'running',
  none: 'none',
}

/** Named up to this many; more are counted. */
const named = 6

/** "4 Kommunen fehlt noch etwas: A, B, C und D." */
export function sentenceOf(items: readonly Item[]): string {
  const places = placesOf(items)
  if (places.length === 0) return 'Alles, was beauftragt ist, ist abgerechnet.'
  const start = places.length === 1 ? '1 Kommune fehlt noch etwas' : `${places.length} Kommunen fehlt noch etwas`
  return `${start}: ${listed(places)}.`
}

function listed(places: readonly string[]): string {
  if (places.length > named) return `${places.slice(0, named).join(', ')} und ${places.length - named} weiteren`
  return places.length === 1 ? (places[0] ?? '') : `${places.slice(0, -1).join(', ')} und ${places.at(-1)}`
}

export const yearEndHref = (id: string, filter: Filter): string =>
  withQuery(proofRoutes.yearEnd.href({ id }), filterQuery(filter))
