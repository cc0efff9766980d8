import { mayCompare, usualLimits } from '#kernel/disclosure/index.ts'
import { sizeClassOf, kindClassOf } from '../classes.ts'
import { type Dimension, familyOf, type Picture, type PictureCell, type ShownCell, totalOf } from '../picture.ts'

/** What a municipality's own newest signed-off check came to. */
export interface OwnResult {
  organizationId: string
  name: string
  kind: string
  county: string | null
  population: number | null
  /** ISO day. */
  signedOffOn: string
  lists: readonly { key: string; yes: number; no: number }[]
}

/** Whole percent; null where every question is irrelevant. */
export const scoreOf = (lists: OwnResult['lists']): number | null => {
  const yes = lists.reduce((sum, list) => sum + list.yes, 0)
  const all = lists.reduce((sum, list) => sum + list.yes + list.no, 0)
  return all === 0 ? null : Math.round((yes / all) * 100)
}

/** Beside whom a municipality is shown. */
export type Beside =
  | { comparable: true; cell: ShownCell }
  | { comparable: false; label: string; why: 'hidden' | 'fewOthers' | 'noClass' }

export interface ClassLine {
  dimension: Dimension
  beside: Beside
}

export interface ListLine {
  key: string
  label: string
  own: number | null
  beside: Beside
}

export interface Comparison {
  own: number | null
  classes: ClassLine[]
  lists: ListLine[]
}

/** So many others, of whom nothing is known, stand behind what one is compared with. */
export const leastOthers = 5

/**
 * The own score beside the values of the own classes and of all, list by list beside all: no order, no place. Without a row for each member nobody
 * can say how many of a cell's members are named, so that all named ones of the picture count as if they stood in it.
 */
export function compare(picture: Picture, own: OwnResult): Comparison {
  const others = picture.named.filter(({ organizationId }) => organizationId !== own.organizationId).length
  const beside = (cell: PictureCell | undefined, label: string): Beside => {
    if (!cell) return { comparable: false, label, why: 'noClass' }
    if (cell.hidden !== null) return { comparable: false, label: cell.label, why: 'hidden' }
    return mayCompare({ count: cell.count, known: others }, usualLimits)
      ? { comparable: true, cell }
      : { comparable: false, label: cell.label, why: 'fewOthers' }
  }
  const inFamily = (dimension: Dimension, key: string | undefined, label: string): ClassLine => ({
    dimension,
    beside: beside(
      key === undefined
        ? undefined
        : familyOf(picture, dimension).find((cell) => cell.key === key || cell.label === key),
      label,
    ),
  })
  const lists = new Map(own.lists.map((list) => [list.key, list]))
  return {
    own: scoreOf(own.lists),
    classes: [
      inFamily('kindClass', kindClassOf(own.kind), own.kind),
      inFamily('sizeClass', sizeClassOf(own.population), 'Größe'),
      ...(kindClassOf(own.kind) === 'countyLevel'
        ? []
        : [inFamily('county', own.county ?? undefined, own.county ?? '')]),
      { dimension: 'total', beside: beside(totalOf(picture), 'alle') },
    ],
    lists: familyOf(picture, 'checklist').map((cell) => {
      const list = lists.get(cell.key)
      return { key: cell.key, label: cell.label, own: list ? scoreOf([list]) : null, beside: beside(cell, cell.label) }
    }),
  }
}
