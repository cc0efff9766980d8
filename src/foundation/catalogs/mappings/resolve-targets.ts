import type { MapEnd } from './mapping.ts'

/**
 * What became of a target in a catalog: the same under its number; under another number, its old one being free; under another number
 * while its old one names another requirement now, or gone altogether while its number does (then without a control); not there at all;
 * or its number is there, but the catalog has no identities to say whether it is the same.
 */
export const targetStates = ['same', 'renumbered', 'otherRequirement', 'missing', 'unverified'] as const
export type TargetState = (typeof targetStates)[number]

export interface KnownControl {
  id: string
  /** The identity across versions; the id where the catalog has none. */
  key: string
  title: string
}

/** The controls of one catalog version. */
export interface Known<Control extends KnownControl = KnownControl> {
  hasKeys: boolean
  controls: readonly Control[]
}

export interface ResolvedTarget<Control extends KnownControl = KnownControl> {
  state: TargetState
  /** What may be proposed: never a requirement that only has the number. */
  control: Control | null
  /** What its number names in this catalog, whether or not it is the same. */
  atNumber: Control | null
}

/** Identity first; the number alone counts only where the collection names nothing better (design/rules.md, Catalogs and answers 1). */
export function targetResolver<Control extends KnownControl>({
  hasKeys,
  controls,
}: Known<Control>): (target: MapEnd) => ResolvedTarget<Control> {
  const byId = new Map(controls.map((control) => [control.id, control]))
  const byKey = new Map(hasKeys ? controls.map((control) => [control.key, control]) : [])
  return ({ id, key }) => {
    const atNumber = byId.get(id) ?? null
    if (key === null) return { state: atNumber ? 'same' : 'missing', control: atNumber, atNumber }
    const control = byKey.get(key) ?? null
    return { state: stateOf(control, atNumber, hasKeys), control, atNumber }
  }
}

function stateOf(control: KnownControl | null, atNumber: KnownControl | null, hasKeys: boolean): TargetState {
  if (!atNumber) return control ? 'renumbered' : 'missing'
  if (!hasKeys) return 'unverified'
  return control?.id === atNumber.id ? 'same' : 'otherRequirement'
}
