// Small catalogs of one office in several versions, as their publisher would write them.
import type { TestHouse } from '../harness/house.ts'
import { importCatalog } from '../http/checks.ts'

export interface SmallControl {
  id: string
  /** The `alt-identifier` ends with it; null: the publisher gives none. */
  key: number | null
  title?: string
  text?: string
  verb?: 'MUSS' | 'SOLLTE' | 'KANN'
  hint?: string
}

/** The groups are the letters in front of the numbers. */
export function version(title: string, name: string, controls: readonly SmallControl[]): string {
  const groups = [...Map.groupBy(controls, ({ id }) => id.split('.')[0] ?? '')]
  return JSON.stringify({
    catalog: {
      uuid: '0f5d8c1e-6a0b-4c57-9d0e-3a3f5c7b1e11',
      metadata: { title, version: name, 'last-modified': '2026-03-01T08:00:00Z', 'oscal-version': '1.1.3' },
      groups: groups.map(([id, own]) => ({ id, title: `Liste ${id}`, controls: own.map(controlOf) })),
    },
  })
}

function controlOf({ id, key, title = `Regel ${key}`, text = `Text der Regel ${key}.`, verb, hint }: SmallControl) {
  const props = [
    ...(key === null
      ? []
      : [{ name: 'alt-identifier', value: `c0000000-0000-4000-8000-${String(key).padStart(12, '0')}` }]),
    ...(verb === undefined ? [] : [{ name: 'modal_verb', value: verb }]),
  ]
  return {
    id,
    title,
    ...(props.length > 0 && { props }),
    parts: [
      { id: `${id}_stm`, name: 'statement', prose: text },
      ...(hint === undefined ? [] : [{ id: `${id}_gdn`, name: 'guidance', prose: hint }]),
    ],
  }
}

export interface Versions {
  before: string
  after: string
}

/** Both imported, the old one first. */
export async function twoVersions(
  house: TestHouse,
  title: string,
  before: readonly SmallControl[],
  after: readonly SmallControl[],
): Promise<Versions> {
  return {
    before: await importCatalog(house, version(title, '2026-05', before)),
    after: await importCatalog(house, version(title, '2026-07', after)),
  }
}
