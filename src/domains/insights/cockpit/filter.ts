import { isId } from '#kernel/id.ts'

/** What the table is sorted by; the most urgent, the longest waiting and the longest without a contact stand first. */
export const orders = ['pressure', 'waiting', 'name', 'phase', 'contact'] as const
export type Order = (typeof orders)[number]

export const pressures = ['late', 'endangered', 'tight', 'onTrack'] as const
export const waitedFor = ['organization', 'contractor', 'cooperative', 'ministry'] as const
export const states = ['active', 'withdrawn'] as const

/** Instead of the id of somebody: nobody looks after it. */
export const withoutGuide = 'none'

/** What is shown of a cockpit. Everything left out: all that is open, the most pressing first. */
export interface Filter {
  /** Beginning of words of the name. */
  search?: string | undefined
  phase?: string | undefined
  waitingFor?: (typeof waitedFor)[number] | undefined
  county?: string | undefined
  guideId?: string | undefined
  pressure?: (typeof pressures)[number] | undefined
  need?: string | undefined
  state?: (typeof states)[number] | undefined
  order?: Order | undefined
  /** The last first. */
  isReversed?: boolean | undefined
}

const one = <T extends string>(known: readonly T[], text: string | undefined): T | undefined =>
  known.find((each) => each === text)

const key = (text: string | undefined): string | undefined =>
  text !== undefined && /^[a-zA-Z][a-zA-Z0-9]{0,59}$/.test(text) ? text : undefined

const line = (text: string | undefined): string | undefined =>
  text !== undefined && text.length <= 200 && text.isWellFormed() && !text.includes('\0')
    ? text.trim() || undefined
    : undefined

/** From the address of the page. What fits nothing is as if it were not there. */
export function readFilter(query: Readonly<Record<string, string>>): Filter {
  const guide = query['betreuung']
  const order = query['ordnung']
  return {
    search: line(query['suche']),
    phase: query['phase'] === 'open' ? undefined : key(query['phase']),
    waitingFor: one(waitedFor, query['wartet']),
    county: line(query['kreis']),
    guideId: guide === withoutGuide || isId(guide) ? guide : undefined,
    pressure: one(pressures, query['frist']),
    need: key(query['fehlt']),
    state: one(states, query['stand']),
    order: one(orders, order?.replace(/^-/, '')),
    isReversed: order?.startsWith('-') || undefined,
  }
}

/** As the address of the page writes it. */
export const filterQuery = (filter: Filter): Record<string, string | undefined> => ({
  suche: filter.search,
  phase: filter.phase,
  wartet: filter.waitingFor,
  kreis: filter.county,
  betreuung: filter.guideId,
  frist: filter.pressure,
  fehlt: filter.need,
  stand: filter.state === 'active' ? undefined : filter.state,
  ordnung:
    filter.isReversed || (filter.order ?? 'pressure') !== 'pressure'
      ? `${filter.isReversed ? '-' : ''}${filter.order ?? 'pressure'}`
      : undefined,
})

/** Whether anything but the order is chosen. */
export const isFiltered = ({ order: _, isReversed: __, ...rest }: Filter): boolean =>
  Object.values(rest).some((value) => value !== undefined && value !== 'active')
