import { kindInWords } from '#foundation/organizations/index.ts'
import type { Place } from '../interest.ts'

/** Two towns of one name differ by kind and county: "Stendal (Landkreis)", "Stendal (Einheitsgemeinde, Landkreis Stendal)". */
export const placeInWords = ({ name, kind, county }: Omit<Place, 'id'>): string =>
  `${name} (${[kindInWords(kind), county === name ? '' : (county ?? '')].filter(Boolean).join(', ')})`
