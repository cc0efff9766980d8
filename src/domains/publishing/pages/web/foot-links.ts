import { withQuery } from '#platform/http/route.ts'
import { pageRoutes } from '../routes.ts'

/** What stands at the foot of every page; a barrier is reported with the page it is on. */
export const footLinks = (path?: string): { href: string; label: string }[] => [
  { href: pageRoutes.imprint.href(), label: 'Impressum' },
  { href: pageRoutes.privacy.href(), label: 'Datenschutz' },
  { href: pageRoutes.accessibility.href(), label: 'Barrierefreiheit' },
  { href: withQuery(pageRoutes.reportBarrier.href(), { seite: path }), label: 'Barriere melden' },
]
