/** What a list of municipalities changed. */
export interface ImportReport {
  total: number
  added: number
  changed: number
  unchanged: number
  byKind: Record<string, number>
  /** Lines whose key belongs to an organization that no longer exists: left as it is. */
  dissolved: DissolvedRow[]
}

interface DissolvedRow {
  line: number
  ars: string
  id: string
  name: string
  dissolvedOn: string
  successors: { id: string; name: string }[]
}

/** "133 Zeilen gelesen: 130 neu, 2 geändert, 1 unverändert." and, by name, who no longer exists. */
export function importInWords({ total, added, changed, unchanged, dissolved }: ImportReport): string {
  const counts =
    added + changed === 0
      ? `${total} Zeilen gelesen. Es war schon alles da, geändert wurde nichts.`
      : `${total} Zeilen gelesen: ${added} neu, ${changed} geändert, ${unchanged} unverändert.`
  return [counts, ...dissolved.map(goneInWords)].join(' ')
}

const goneInWords = ({ line, ars, name, dissolvedOn, successors }: DissolvedRow): string =>
  `Zeile ${line}: Der Schlüssel ${ars} gehört zu ${name}, seit ${dissolvedOn.split('-').toReversed().join('.')} aufgegangen in ${successors.map((one) => one.name).join(' und ')}; das blieb, wie es ist.`
