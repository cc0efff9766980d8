import type { ParsedControl } from './catalog.ts'
import type { ReadControl } from './read-control.ts'
import type { Warnings } from './document/warnings.ts'

function doubled(values: readonly string[]): string[] {
  const seen = new Set<string>()
  return values.filter((value) => seen.size === seen.add(value).size)
}

/**
 * The identity across versions, decided for the catalog as a whole: publishers re-use ids, so `alt-identifier` counts where every
 * control has its own; mixing both kinds could give two controls one key.
 */
export function withKeys(
  controls: readonly ReadControl[],
  warnings: Warnings,
): { hasKeys: boolean; controls: ParsedControl[] } {
  const identifiers = controls.flatMap(({ altIdentifier }) => altIdentifier ?? [])
  const complete = identifiers.length === controls.length
  const twice = doubled(identifiers)
  if (!complete) warnings.add('noKeys', '')
  for (const identifier of twice) warnings.add('doubledKeys', identifier)
  const hasKeys = complete && twice.length === 0
  return {
    hasKeys,
    controls: controls.map(({ altIdentifier, ...control }) => ({
      ...control,
      key: hasKeys ? (altIdentifier ?? control.id) : control.id,
    })),
  }
}
