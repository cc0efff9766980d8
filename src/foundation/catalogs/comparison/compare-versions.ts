import type { Obligation } from '../oscal/catalog.ts'

/** What of a control decides whether two versions mean the same. */
export interface ComparedControl {
  id: string
  /** The identity across versions; the id where the catalog has none. */
  key: string
  title: string
  /** With parameters filled in: their ids embed the number of the control, so the raw text changes with every renumbering. */
  statement: string
  obligation: Obligation | null
  /** Help and guidance, shown when it changed and never asked about. */
  guidance: string
  topKey: string
  /** In the order of its catalog. */
  position: number
}

export interface ComparedVersion {
  /** Whether every control has an identity of its own that is not its number. */
  hasKeys: boolean
  controls: readonly ComparedControl[]
}

export type Change = 'statement' | 'title' | 'obligation' | 'guidance'

export interface Pair {
  before: ComparedControl
  after: ComparedControl
  /** By the identity its publisher gives it, or by number and title together. */
  by: 'key' | 'idAndTitle'
  changes: readonly Change[]
}

export interface Comparison {
  /** In the order of the new version. */
  pairs: readonly Pair[]
  /** In the order of the old version. */
  lost: readonly ComparedControl[]
  new: readonly ComparedControl[]
  /** False where one of the versions has no identities: then only number and title together decide. */
  byKeys: boolean
}

/** BSI re-used the numbers of 75 requirements within two months, so a number alone never decides (design/rules.md, Catalogs and answers 1). */
export function compareVersions(before: ComparedVersion, after: ComparedVersion): Comparison {
  const byKeys = before.hasKeys && after.hasKeys
  const found = new Map<ComparedControl, Pair>()
  const taken = new Set<ComparedControl>()
  const join = (by: Pair['by'], nameOf: (control: ComparedControl) => string): void => {
    const old = new Map(before.controls.filter((control) => !taken.has(control)).map((one) => [nameOf(one), one]))
    for (const control of after.controls) {
      const match = found.has(control) ? undefined : old.get(nameOf(control))
      if (!match || taken.has(match)) continue
      taken.add(match)
      found.set(control, { before: match, after: control, by, changes: changesOf(match, control) })
    }
  }
  if (byKeys) join('key', ({ key }) => key)
  join('idAndTitle', ({ id, title }) => JSON.stringify([id, plain(title)]))
  return {
    pairs: after.controls.flatMap((control) => found.get(control) ?? []),
    lost: before.controls.filter((control) => !taken.has(control)),
    new: after.controls.filter((control) => !found.has(control)),
    byKeys,
  }
}

/** Line ends and indents are the work of tools, and brackets stand around words that an institution may set: the words are the same. */
const plain = (text: string): string => text.replace(/[[\]]/g, '').replace(/\s+/g, ' ').trim()

const changesOf = (before: ComparedControl, after: ComparedControl): Change[] =>
  (['statement', 'title', 'obligation', 'guidance'] as const).filter(
    (part) => plain(before[part] ?? '') !== plain(after[part] ?? ''),
  )

export const isRenumbered = ({ before, after }: Pair): boolean => before.id !== after.id

/** Whether somebody has to look at the answer again: other guidance alone does not make another requirement. */
export const isToConfirm = ({ changes }: Pair): boolean => changes.some((change) => change !== 'guidance')
