/** What one municipality got of the events of a period. */
export interface MunicipalityLine {
  id: string
  name: string
  population: number | null
  registrations: number
  seats: number
  datesAttended: number
  certificates: number
}

export interface Statistics {
  lines: readonly MunicipalityLine[]
  events: number
  /** Municipalities that registered nobody. */
  neverRegistered: number
}

/** Those who never got a seat first, then those with the fewest. */
export const byNeed = (lines: readonly MunicipalityLine[]): MunicipalityLine[] =>
  lines.toSorted((a, b) => a.seats - b.seats || b.registrations - a.registrations || a.name.localeCompare(b.name, 'de'))
