import type { Crumb } from '#platform/http/answer.ts'
import type { Programme } from '../programme.ts'
import { programmeRoutes } from '../routes.ts'

/** The way to a page below one programme. */
export const crumbsTo = ({ id, name }: Pick<Programme, 'id' | 'name'>, title: string): Crumb[] => [
  { label: 'Programme', href: programmeRoutes.list.href() },
  { label: name, href: programmeRoutes.show.href({ id }) },
  { label: title },
]
