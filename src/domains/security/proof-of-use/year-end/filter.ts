import { actors, type ActingParty, type Fit, fits, type Item, type Lack, lacks } from './lack.ts'

/** What is shown of all that is missing. Everything left out: all of it. */
export interface Filter {
  lack?: Lack | undefined
  acts?: ActingParty | undefined
  fit?: Fit | undefined
  county?: string | undefined
  /** Part of the name of the municipality. */
  search?: string | undefined
}

const one = <T extends string>(known: readonly T[], text: string | undefined): T | undefined =>
  known.find((each) => each === text)

const line = (text: string | undefined): string | undefined =>
  text !== undefined && text.length <= 200 ? text.trim() || undefined : undefined

/** From the address of the page. What fits nothing is as if it were not there. */
export const readFilter = (query: Readonly<Record<string, string>>): Filter => ({
  lack: one(lacks, query['fehlt']),
  acts: one(actors, query['wer']),
  fit: one(fits, query['zeit']),
  county: line(query['kreis']),
  search: line(query['suche']),
})

export const filterQuery = ({ lack, acts, fit, county, search }: Filter): Record<string, string | undefined> => ({
  fehlt: lack,
  wer: acts,
  zeit: fit,
  kreis: county,
  suche: search,
})

export const isFiltered = (filter: Filter): boolean => Object.values(filter).some((value) => value !== undefined)

const plain = (text: string): string => text.toLocaleLowerCase('de')

export const filtered = (items: readonly Item[], { lack, acts, fit, county, search }: Filter): Item[] =>
  items.filter(
    (item) =>
      (lack === undefined || item.lack === lack) &&
      (acts === undefined || item.acts === acts) &&
      (fit === undefined || item.fit === fit) &&
      (county === undefined || item.county === county) &&
      (search === undefined || plain(item.organizationName).includes(plain(search))),
  )
