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

/** "Einheitsgemeinde", "Landkreis"; as it stands where it is none of ours. */
export const kindInWords = (kind: string): string => (isKind(kind) ? kindNames[kind] : kind)

export type Kind = keyof typeof kindNames

export const kinds = Object.keys(kindNames) as [Kind, ...Kind[]]
export const isKind = (text: string | undefined): text is Kind => kinds.some((kind) => kind === text)

export interface Organization {
  id: string
  name: string
  kind: Kind
  ars: string | null
  ags: string | null
  leitwegId: string | null
  population: number | null
  county: string | null
  /** As they stand in DNS, in alphabetical order. */
  domains: string[]
  /** The first day on which it no longer exists: merged or split; may lie ahead. */
  dissolvedOn: string | null
  version: number
}

/** German names of the facts, in forms, refusals and the history. */
export const fieldNames = {
  name: 'Name',
  kind: 'Art',
  ars: 'Regionalschlüssel (ARS)',
  ags: 'Gemeindeschlüssel (AGS)',
  leitwegId: 'Leitweg-ID',
  population: 'Einwohnerzahl',
  county: 'Landkreis',
  domains: 'Domänen',
} as const

export type Fact = keyof typeof fieldNames
export const facts = Object.keys(fieldNames) as Fact[]

export type FactValue = string | number | null | string[]

export const sameValue = (one: FactValue, other: FactValue): boolean => JSON.stringify(one) === JSON.stringify(other)

export const isDissolved = ({ dissolvedOn }: Pick<Organization, 'dissolvedOn'>, today: string): boolean =>
  dissolvedOn !== null && dissolvedOn <= today

/** Whether a change touches the domains alone, which the organization keeps itself. */
export const isOnlyDomains = (change: object): boolean =>
  Object.keys(change).every((field) => field === 'domains' || field === 'version')
