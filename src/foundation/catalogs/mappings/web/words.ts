import { wholeNumber } from '../../oscal/document/wording.ts'
import type { Relationship } from '../mapping.ts'
import type { TargetState } from '../resolve-targets.ts'

export const relationshipNames: Record<Relationship, string> = {
  'equal-to': 'gleich',
  'equivalent-to': 'gleichwertig',
  'superset-of': 'Quelle umfasst das Ziel',
  'subset-of': 'Quelle ist Teil des Ziels',
  'intersects-with': 'überschneidet sich',
}

export const stateNames: Record<TargetState, string> = {
  same: 'unverändert da',
  renumbered: 'hat eine andere Nummer',
  otherRequirement: 'Nummer gehört einer anderen Anforderung',
  missing: 'gibt es nicht mehr',
  unverified: 'nicht sicher dieselbe',
}

const statuses: Record<string, string> = {
  complete: 'fertig',
  'not-complete': 'unvollständig',
  draft: 'Entwurf',
  deprecated: 'veraltet',
  superseded: 'abgelöst',
}

const methods: Record<string, string> = {
  human: 'von Menschen zugeordnet',
  automation: 'automatisch zugeordnet',
  hybrid: 'teils automatisch, teils von Menschen zugeordnet',
}

/** As the collection says of itself; another word stands as it came. */
export const statusName = (status: string | null): string =>
  status === null ? 'nicht angegeben' : (statuses[status] ?? status)
export const methodName = (method: string | null): string =>
  method === null ? 'nicht angegeben' : (methods[method] ?? method)

export const relationsInWords = (count: number): string =>
  count === 1 ? 'eine Beziehung' : `${wholeNumber(count)} Beziehungen`
