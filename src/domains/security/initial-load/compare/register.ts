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

/** The register by everything that a row may name somebody by. Keys are matched exactly, never by their beginning. */
export class Register {
  readonly #byId: ReadonlyMap<string, Municipality>
  readonly #byKey = new Map<string, Municipality>()
  readonly #byName: Map<string, Municipality[]>

  constructor(municipalities: readonly Municipality[]) {
    this.#byId = new Map(municipalities.map((one) => [one.id, one]))
    for (const one of municipalities) for (const key of [one.ars, one.ags]) if (key !== null) this.#byKey.set(key, one)
    this.#byName = Map.groupBy(municipalities, ({ name }) => sortKey(name))
  }

  byId = (id: string): Municipality | undefined => this.#byId.get(id)
  byKey = (key: string): Municipality | undefined => this.#byKey.get(key)
  byName = (name: string): readonly Municipality[] => this.#byName.get(sortKey(name)) ?? []
}
