import { type Built, buildIndex } from '#domains/insights/search/index.ts'
import { unitOfWork, worker } from '#platform/db/unit-of-work.ts'
import type { House } from './house.ts'
import { searchSources } from './modules.ts'

/** The whole index anew, beside the one that is searched meanwhile; undefined when another such work took its place. Runs as the worker, who reads no tables. */
export const rebuildSearch = ({ database, clock }: House): Promise<Built | undefined> =>
  buildIndex((work) => {
    const now = clock.now()
    return unitOfWork(database, { as: worker, now, mode: 'read write' }, (db) => work({ actor: null, db, now }))
  }, searchSources)
