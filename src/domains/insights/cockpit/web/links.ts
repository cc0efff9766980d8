import { withQuery } from '#platform/http/route.ts'
import { type Filter, filterQuery, type Order } from '../filter.ts'
import { cockpitRoutes } from '../routes.ts'

/** The cockpit with this filter. Even without any it says so, or the view that opens by itself would come. */
export function cockpitHref(id: string, filter: Filter, more: Record<string, string | undefined> = {}): string {
  const query = { ...filterQuery(filter), ...more }
  const isPlain = Object.values(query).every((value) => value === undefined)
  return withQuery(cockpitRoutes.show.href({ id }), isPlain ? { ansicht: 'keine' } : query)
}

/** Sorted by this; by the same once more, the other way round. */
export function sortOf(id: string, filter: Filter, order: Order) {
  const isCurrent = (filter.order ?? 'pressure') === order
  const isReversed = isCurrent && !filter.isReversed ? true : undefined
  return {
    href: cockpitHref(id, { ...filter, order, isReversed }),
    direction: isCurrent ? (filter.isReversed ? ('descending' as const) : ('ascending' as const)) : undefined,
  }
}
