import { localDay } from '#kernel/local-day.ts'
import type { Beside, Comparison } from './comparison/comparison.ts'
import { type Dimension, type Picture, type PictureCell, type PictureHead, totalOf } from './picture.ts'

/** Hidden cells say that they are, and why; nothing else of them is known. */
export const cellJson = (cell: PictureCell) =>
  cell.hidden === null
    ? {
        key: cell.key,
        label: cell.label,
        n: cell.count,
        value: cell.percent,
        ...(cell.bound && { bound: cell.bound }),
        ...(cell.asOf && { asOf: cell.asOf }),
      }
    : { key: cell.key, label: cell.label, suppressed: true as const, reason: cell.hidden }

export const headJson = (head: PictureHead) => ({
  id: head.id,
  takenOn: localDay(head.takenAt).toString(),
  releasedOn: head.releaseOn,
  programme: { id: head.programmeId, key: head.programmeKey, name: head.programmeName },
  catalog: head.catalogTitle,
  participants: head.participants,
  assessed: head.assessed,
  sha256: head.sha256,
  publicSince: head.publicAt?.toString() ?? null,
})

/** What the public sees of a released picture: neither money nor single questions. */
export const isForPublic = (dimension: Dimension): boolean => dimension !== 'money' && dimension !== 'control'

export const forPublic = (picture: Picture): Picture => ({
  ...picture,
  families: picture.families.filter(({ dimension }) => isForPublic(dimension)),
})

export function pictureJson(picture: Picture) {
  const total = totalOf(picture)
  return {
    ...headJson(picture),
    total: total ? cellJson(total) : null,
    families: picture.families.flatMap(({ dimension, cells }) =>
      dimension === 'total' ? [] : [{ dimension, cells: cells.map(cellJson) }],
    ),
    named: picture.named.map(({ organizationId, name, percent, phaseLabel }) => ({
      organizationId,
      name,
      value: percent,
      phase: phaseLabel,
    })),
  }
}

const besideJson = (beside: Beside) =>
  beside.comparable ? cellJson(beside.cell) : { label: beside.label, comparable: false as const, reason: beside.why }

export const comparisonJson = (picture: Picture, { own, classes, lists }: Comparison, signedOffOn: string) => ({
  picture: headJson(picture),
  signedOffOn,
  own,
  classes: classes.map(({ dimension, beside }) => ({ dimension, beside: besideJson(beside) })),
  checklists: lists.map(({ key, label, own: score, beside }) => ({
    key,
    label,
    own: score,
    beside: besideJson(beside),
  })),
})
