/** One municipality of an official list, checked; `line` counts from 1, the header included. */
export interface MunicipalityRow {
  line: number
  name: string
  kind: MunicipalityKind
  /** 5, 9 or 12 digits; unique in the list. */
  ars: string
  /** 8 digits; a Landkreis and a Verbandsgemeinde have none. */
  ags: string | null
  county: string | null
  /** 5 digits. */
  countyKey: string | null
  population: number | null
}

export type MunicipalityKind = 'county' | 'independentCity' | 'unitaryMunicipality' | 'associationMunicipality'

/** The words of the statistical offices for the kinds that administer themselves. */
export const kindsByType: ReadonlyMap<string, MunicipalityKind> = new Map([
  ['landkreis', 'county'],
  ['kreisfreie stadt', 'independentCity'],
  ['einheitsgemeinde', 'unitaryMunicipality'],
  ['verbandsgemeinde', 'associationMunicipality'],
])
