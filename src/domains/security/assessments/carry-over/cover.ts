import type { Reached } from './reached.ts'

/** How much of one list of a source reaches the other catalog. */
export interface CoveredList {
  key: string
  title: string
  questions: number
  /** By what a collection says, or because the same question is there. */
  mapped: number
  /** By that, or because both name the same requirement. */
  reached: number
}

const isMapped = ({ via, identity }: Reached): boolean =>
  identity !== undefined || via.some(({ collectionId }) => collectionId !== null)

/** List by list in the order of the catalog, those that reach nothing too. */
export function coverLists(
  groups: readonly { key: string; title: string }[],
  controls: readonly { id: string; topKey: string }[],
  reach: ReadonlyMap<string, readonly Reached[]>,
): CoveredList[] {
  const inside = Map.groupBy(controls, ({ topKey }) => topKey)
  return groups.map(({ key, title }) => {
    const ends = (inside.get(key) ?? []).map(({ id }) => reach.get(id) ?? [])
    return {
      key,
      title,
      questions: ends.length,
      mapped: ends.filter((all) => all.some(isMapped)).length,
      reached: ends.filter((all) => all.length > 0).length,
    }
  })
}

const inWords = new Intl.ListFormat('de', { type: 'conjunction' })

/** Says plainly what no official mapping reaches; null where each list has something. */
export function zeroInWords(lists: readonly CoveredList[], source: string, target: string): string | null {
  const none = lists.filter(({ mapped }) => mapped === 0)
  if (none.length === 0) return null
  if (none.length === lists.length)
    return lists.some(({ reached }) => reached > 0)
      ? `Von „${source}“ zu „${target}“ gibt es noch keine amtliche Zuordnung. Gezeigt wird, was dieselbe Anforderung nennt, als Hinweis.`
      : `Von „${source}“ zu „${target}“ gibt es noch keine amtliche Zuordnung.`
  return `Für ${inWords.format(none.map(({ title }) => title))} gibt es noch keine amtliche Zuordnung.`
}
