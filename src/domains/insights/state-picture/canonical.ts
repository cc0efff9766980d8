import { createHash } from 'node:crypto'
import { dimensions, type NamedMunicipality, type PictureCell, type PictureFamily } from './picture.ts'

/** All of a picture that is published, apart from where it is kept and who released it. */
export interface Published {
  programmeKey: string
  /** ISO day. */
  releaseOn: string
  /** 64 hex digits; null while nobody has a signed-off check. */
  catalogSha256: string | null
  participants: number
  /** Null when they are fewer than five. */
  assessed: number | null
  families: readonly PictureFamily[]
  named: readonly NamedMunicipality[]
}

/**
 * The one text of a picture, whatever the order in which its parts were read: JSON without spaces, names of fields in the order of their letters,
 * families in the order of `dimensions`, cells by key, named municipalities by id. What else an object carries is left out. Outsiders recompute it:
 * docs/handbuch/landesbild-fuer-statistik.md.
 */
export function canonicalForm({ families, named, ...picture }: Published): string {
  return JSON.stringify({
    assessed: picture.assessed,
    catalogSha256: picture.catalogSha256,
    families: dimensions.flatMap((dimension) => {
      const cells = families.filter((family) => family.dimension === dimension).flatMap((family) => family.cells)
      return cells.length === 0 ? [] : [{ cells: cells.toSorted(by('key')).map(cellForm), dimension }]
    }),
    named: named.toSorted(by('organizationId')).map(({ name, organizationId, percent, phaseLabel }) => ({
      name,
      organizationId,
      percent,
      phaseLabel,
    })),
    participants: picture.participants,
    programmeKey: picture.programmeKey,
    releaseOn: picture.releaseOn,
  })
}

/** 64 hex digits over the UTF-8 bytes of a canonical form. */
export const sha256Of = (canonical: string): string => createHash('sha256').update(canonical, 'utf8').digest('hex')

function cellForm(cell: PictureCell) {
  if (cell.hidden !== null) return { hidden: cell.hidden, key: cell.key, label: cell.label }
  const { asOf, bound, count, hidden, key, label, percent } = cell
  return { asOf, bound, count, hidden, key, label, percent }
}

/** By code units, as no language and no machine sorts otherwise. */
const by =
  <Field extends string>(field: Field) =>
  (one: Record<Field, string>, other: Record<Field, string>): number =>
    one[field] < other[field] ? -1 : one[field] > other[field] ? 1 : 0
