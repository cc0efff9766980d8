import type { Db } from '#platform/db/database.ts'
import { familyOf, type Picture } from '../picture.ts'
import { type CountyMap, currentMap } from './queries.ts'
import { schematicMap } from './schematic-map.ts'

/** What counties are drawn with. */
export type Drawn = Pick<CountyMap, 'width' | 'height' | 'areas' | 'attribution' | 'isSchematic'>

/** The newest map; without one a honeycomb of the counties that the picture speaks of. Undefined where it speaks of none. */
export const outlinesOf = async (db: Db, picture: Pick<Picture, 'families'>): Promise<Drawn | undefined> =>
  (await currentMap(db)) ?? honeycombOf(picture)

/** A tidy drawing of the names, for installations without outlines. */
export function honeycombOf(picture: Pick<Picture, 'families'>): Drawn | undefined {
  const names = familyOf(picture, 'county').flatMap(({ key, label }) =>
    key === 'countyLevel' || key === 'notStated' ? [] : [label],
  )
  return names.length === 0
    ? undefined
    : { ...schematicMap(names), attribution: 'gezeichnet aus den Namen der Landkreise', isSchematic: true }
}
