import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import type { ControlLink } from '../oscal/catalog.ts'
import type { Origin } from '../prepared-catalog.ts'
import { type Coverage, coverageOf, reach, type Reached, resolveReached } from './chain.ts'
import type { MapEnd } from './mapping.ts'
import { loadMaps } from './queries.ts'
import { namesOf } from './requirements.ts'
import { type Known, targetResolver } from './resolve-targets.ts'

/** A control as a source and as a target of mappings. */
export interface MappedControl {
  id: string
  key: string
  title: string
  topKey: string
  /** What its publisher calls it in every catalog and version; null where the catalog has no such names. */
  identity: string | null
  /** The same for two controls that ask the same in the same words. */
  wording: string
  /** Requirements of IT-Grundschutz that it asks for. */
  requirements: readonly string[]
}

/** A target that is named by a number the catalog does not have. */
export interface LostTarget {
  id: string
  /** Its number by now, where it lives on. */
  livesOnAs: string | null
}

/** What some catalogs reach in one other, and what all of them are made of. */
export interface Among {
  controls: ReadonlyMap<string, readonly MappedControl[]>
  /** By source catalog, then by control; those that reach nothing have an empty list. */
  reached: ReadonlyMap<string, ReadonlyMap<string, Reached[]>>
  lost(sourceId: string): Map<string, LostTarget[]>
  /** How much of a source reaches it, list by list. */
  coverage(sourceId: string, groups: readonly { key: string; title: string }[]): Coverage
}

/** The same as `reachControls` for many sources at once, in as many queries as for one. */
export async function reachAmong(db: Db, sourceIds: readonly string[], targetId: string | undefined): Promise<Among> {
  const catalogs = await loadCatalogs(db, [...sourceIds, ...(targetId === undefined ? [] : [targetId])])
  const maps = targetId === undefined ? [] : await loadMaps(db)
  const target = targetId === undefined ? undefined : catalogs.get(targetId)
  const known: Known = { hasKeys: target?.hasKeys ?? false, controls: target?.controls ?? [] }
  const ends = new Map(sourceIds.map((id) => [id, reach(catalogs.get(id)?.names ?? [], maps)]))
  return {
    controls: new Map([...catalogs].map(([id, { controls }]) => [id, controls])),
    reached: new Map([...ends].map(([id, found]) => [id, resolveReached(found, known)])),
    coverage: (sourceId, groups) => {
      const inside = Map.groupBy(catalogs.get(sourceId)?.controls ?? [], ({ topKey }) => topKey)
      const lists = groups.map(({ key, title }) => ({
        key,
        title,
        controlIds: (inside.get(key) ?? []).map(({ id }) => id),
      }))
      return coverageOf(lists, ends.get(sourceId) ?? new Map(), known)
    },
    lost: (sourceId) => {
      const numbers = new Set(known.controls.map(({ id }) => id))
      const resolve = targetResolver(known)
      const told = ({ id, key }: MapEnd) => ({ id, livesOnAs: resolve({ id, key }).control?.id ?? null })
      return new Map(
        [...(ends.get(sourceId) ?? [])].map(([controlId, found]) => [
          controlId,
          found.flatMap(({ target: end }) => (numbers.has(end.id) ? [] : [told(end)])),
        ]),
      )
    },
  }
}

interface Row extends Omit<MappedControl, 'requirements' | 'identity'> {
  catalogId: string
  links: ControlLink[]
  origin: Origin
  hasKeys: boolean
}

async function loadCatalogs(db: Db, ids: readonly string[]) {
  const { rows } = await sql<Row>`
    select c.catalog_id as "catalogId", c.id, c.key, c.title, c.top_key as "topKey", c.links, k.origin, k.has_keys as "hasKeys",
           md5(regexp_replace(concat_ws(' ', c.obligation, c.title, c.statement), '\\s+', ' ', 'g')) as wording
      from catalogs.control c join catalogs.catalog k on k.id = c.catalog_id
     where c.catalog_id = any (${[...ids]}::uuid[]) order by c.catalog_id, c.position`.execute(db)
  return new Map(
    [...Map.groupBy(rows, ({ catalogId }) => catalogId)].map(([catalogId, controls]) => {
      const { origin, hasKeys } = controls[0] ?? { origin: 'catalog' as Origin, hasKeys: false }
      const names = namesOf({ origin, hasKeys, controls })
      return [
        catalogId,
        {
          hasKeys,
          names,
          controls: controls.map(({ id, key, title, topKey, wording }, at): MappedControl => {
            const requirements = names[at]?.requirements ?? []
            return { id, key, title, topKey, identity: hasKeys ? key : null, wording, requirements }
          }),
        },
      ]
    }),
  )
}
