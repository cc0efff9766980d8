/** Kinds of organizations and their German names. */
export const kindNames = {
  county: 'Landkreis',
  independentCity: 'Kreisfreie Stadt',
  unitaryMunicipality: 'Einheitsgemeinde',
  associationMunicipality: 'Verbandsgemeinde',
  specialPurposeAssociation: 'Zweckverband',
  publicInstitution: 'Anstalt des öffentlichen Rechts',
  foundation: 'Stiftung',
  university: 'Hochschule',
  municipalCompany: 'Kommunales Unternehmen',
  association: 'Verein',
  cooperative: 'Genossenschaft',
  contractor: 'Auftragnehmer',
  ministry: 'Ministerium',
} as const

export type Kind = keyof typeof kindNames
export const kinds = Object.keys(kindNames) as [Kind, ...Kind[]]

export interface Organization {
  id: string
  name: string
  kind: Kind
  ars: string | null
  ags: string | null
  leitwegId: string | null
  population: number | null
  county: string | null
  domains: string[]
  version: number
}
