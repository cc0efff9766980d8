import type { Relationship } from '#foundation/catalogs/index.ts'
import type { Confidence } from './propose.ts'

/** How the source stands to the question here. */
export const relationNames: Record<Relationship, string> = {
  'equal-to': 'gleich',
  'equivalent-to': 'gleichwertig',
  'superset-of': 'Quelle umfasst diese Anforderung',
  'subset-of': 'Quelle ist Teil dieser Anforderung',
  'intersects-with': 'überschneidet sich',
}

/** How surely a proposal holds, behind "passt". */
export const confidenceNames: Record<Confidence, string> = {
  largely: 'weitgehend',
  partly: 'teilweise',
  slightly: 'gering',
  none: 'kein Vorschlag',
}
