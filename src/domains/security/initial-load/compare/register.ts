import { sortKey } from '#kernel/sort-key.ts'
import type { Municipality } from '../stand.ts'

/** Whom a row is about: somebody of the register, or somebody new. */
export type Found = { there: Municipality } | { wanted: WantedMunicipality } | undefined

export type MunicipalKind = 'county' | 'independentCity' | 'unitaryMunicipality' | 'associationMunicipality'

export interface WantedMunicipality {
  /** Stands for the id that it gets. */
  placeholder: string
  name: string
  kind: MunicipalKind
  ars: string | null
  ags: string | null
  county: string | null
}

const titled = /^(hansestadt|lutherstadt|stadt|gemeinde|einheitsgemeinde|verbandsgemeinde|vg|landkreis|lk|kreis) (.+)$/

/** "Landkreis Stendal" is "stendal", said to be a "landkreis". */
export function nameParts(name: string): { core: string; title: string } {
  const [, title = '', core = sortKey(name)] = titled.exec(sortKey(name)) ?? []
  return { core, title }
}

/** The register by everything that a row may name somebody by. Keys are matched exactly, never by their beginning. */
export class Register {
  readonly #byId: ReadonlyMap<string, Municipality>
  readonly #byKey = new Map<string, Municipality>()
  readonly #byName: Map<string, Municipality[]>
  readonly #byCore: Map<string, Municipality[]>

  constructor(municipalities: readonly Municipality[]) {
    this.#byId = new Map(municipalities.map((one) => [one.id, one]))
    for (const one of municipalities) for (const key of [one.ars, one.ags]) if (key !== null) this.#byKey.set(key, one)
    this.#byName = Map.groupBy(municipalities, ({ name }) => sortKey(name))
    this.#byCore = Map.groupBy(municipalities, ({ name }) => nameParts(name).core)
  }

  byId = (id: string): Municipality | undefined => this.#byId.get(id)
  byKey = (key: string): Municipality | undefined => this.#byKey.get(key)
  /** As it is written, else without "Stadt", "Gemeinde", "Landkreis" before it. */
  byName = (name: string): readonly Municipality[] =>
    this.#byName.get(sortKey(name)) ?? this.#byCore.get(nameParts(name).core) ?? []
}
