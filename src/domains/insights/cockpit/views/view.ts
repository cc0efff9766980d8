import type { Filter } from '../filter.ts'

/** Filters and order that somebody keeps under a name. */
export interface View {
  id: string
  name: string
  filter: Filter
  isDefault: boolean
  position: number
}

/** So many for each programme. */
export const mostViews = 20
