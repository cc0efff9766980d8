/** Kinds of municipalities as pictures tell them apart: independent cities are so few that they count with the counties. */
export const kindClasses = {
  countyLevel: 'Landkreise und kreisfreie Städte',
  unitaryMunicipality: 'Einheitsgemeinden',
  associationMunicipality: 'Verbandsgemeinden',
} as const

export const kindClassOf = (kind: string): string =>
  kind === 'county' || kind === 'independentCity' ? 'countyLevel' : kind

export const sizeClasses = {
  under10000: 'unter 10.000',
  under20000: '10.000 bis 19.999',
  under50000: '20.000 bis 49.999',
  from50000: '50.000 und mehr',
} as const

/** Undefined where nobody knows how many live there. */
export function sizeClassOf(population: number | null): keyof typeof sizeClasses | undefined {
  if (population === null) return undefined
  if (population < 10_000) return 'under10000'
  if (population < 20_000) return 'under20000'
  return population < 50_000 ? 'under50000' : 'from50000'
}
