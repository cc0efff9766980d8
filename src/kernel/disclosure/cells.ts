/** One value of an organization in a picture. */
export interface Subject {
  /** Of the value: the same one in two pictures has the same id in both. */
  id: string
  /** Whose it is, and who knows it therefore; the id itself when not given. */
  owner?: string
  /** 0 to 100. */
  value: number
  /** Consents to be named: everybody knows its value. */
  isKnown: boolean
  /** Its key in each family; absent where it stands in none of its cells. */
  groups: Readonly<Record<string, string>>
}

/** Cells that are published together: by county, by size, and the one cell of all. */
export interface Family {
  name: string
  /** Each subject stands in exactly one of its cells, so that they add up to the cell of all. */
  partitions: boolean
}

/** Everybody whose key in a family is this one. */
export interface Cell {
  family: string
  key: string
  members: readonly Subject[]
  /** Those whose value is not known to everybody; the others protect nobody. */
  unknown: number
}

/** Cells of all families, in the order of the families and of the keys. */
export function cellsOf(subjects: readonly Subject[], families: readonly Family[]): Cell[] {
  return families.flatMap(({ name }) => {
    const byKey = Map.groupBy(
      subjects.filter(({ groups }) => groups[name] !== undefined),
      ({ groups }) => groups[name] ?? '',
    )
    return [...byKey]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, members]) => ({
        family: name,
        key,
        members,
        unknown: members.filter(({ isKnown }) => !isKnown).length,
      }))
  })
}

/** Unweighted mean of the values; of no members: 0. */
export const meanOf = ({ members }: Pick<Cell, 'members'>): number =>
  members.length === 0 ? 0 : members.reduce((sum, { value }) => sum + value, 0) / members.length

/** Subjects that stand in the same cells: nothing that is published tells one from another. */
export interface Atom {
  /** Which of the cells, by their place. */
  cells: readonly number[]
  members: readonly Subject[]
}

/** Atoms with regard to these cells. */
export function atomsOf(subjects: readonly Subject[], cells: readonly Pick<Cell, 'members'>[]): Atom[] {
  const places = new Map<string, number[]>(subjects.map(({ id }) => [id, []]))
  for (const [place, { members }] of cells.entries()) for (const { id } of members) places.get(id)?.push(place)
  return [...Map.groupBy(subjects, ({ id }) => (places.get(id) ?? []).join(' '))].map(([, members]) => ({
    cells: places.get(members[0]?.id ?? '') ?? [],
    members,
  }))
}

/** Who knows a value because it is the own one. */
export const ownerOf = ({ id, owner = id }: Subject): string => owner
