import { areaOf, type NotificationKind } from '../kind.ts'

/** One notification that a digest tells of. */
export interface DigestLine {
  id: string
  kind: string
  title: string
  /** Name of the organization it is about. */
  organization: string | null
}

/** "1 Mitteilung", "3 Mitteilungen" */
export const countInWords = (count: number): string => (count === 1 ? '1 Mitteilung' : `${count} Mitteilungen`)

/** The lines by area, each with the address that leads to the right page; `total` counts those beyond `lines` too. */
export function digestInWords(
  lines: readonly DigestLine[],
  { total, kinds, portal }: { total: number; kinds: readonly NotificationKind[]; portal: string },
): string {
  const several = new Set(lines.map(({ organization }) => organization)).size > 1
  const byArea = Map.groupBy(lines, ({ kind }) => areaOf(kinds, kind))
  const parts = [...byArea].map(([area, mine]) =>
    [area, ...mine.map((line) => lineInWords(line, { several, portal }))].join('\n\n'),
  )
  const rest = total - lines.length
  return [...parts, ...(rest > 0 ? [`Dazu ${countInWords(rest)}, die nur im Postfach stehen.`] : [])].join('\n\n\n')
}

// Written here, not taken from routes.ts: an address in a mail stays what it was.
const lineInWords = (
  { id, title, organization }: DigestLine,
  { several, portal }: { several: boolean; portal: string },
): string =>
  `– ${title.replaceAll(/\s+/g, ' ').trim()}${several && organization !== null ? ` (${organization})` : ''}\n  ${portal}/postfach/${id}`
