import {
  type Catalog,
  findCatalog,
  type Group,
  listGroups,
  loadMaps,
  reach,
  requirementsOf,
  targetResolver,
} from '#foundation/catalogs/index.ts'
import type { Db } from '#platform/db/database.ts'
import type { Assessment } from '../assessment.ts'
import type { MissingTarget, ServingQuestion } from './frameworks.ts'
import { loadReach } from './load-proposals.ts'
import { listCountingAnswers, listKnown, type NamedControl } from './queries.ts'
import type { Reached } from './reached.ts'

export interface Frameworks {
  /** The outermost lists of the source. */
  groups: Group[]
  questions: ServingQuestion[]
  /** What the controls of the other catalog are called. */
  titles: ReadonlyMap<string, string>
}

/** What the questions of a check stand for in IT-Grundschutz 2023 and in another catalog, if there is one. */
export async function loadFrameworks(db: Db, source: Assessment, target: Catalog | undefined): Promise<Frameworks> {
  const groups = await listGroups(db, source.catalogId)
  const controls = await listKnown(db, source.catalogId)
  const requirements = await requirementsOf(db, source.catalogId)
  const answered = new Set((await listCountingAnswers(db, source)).map(({ controlId }) => controlId))
  const there = target && (await loadTarget(db, source, target, controls, requirements))
  return {
    groups: groups.filter(({ parentKey }) => parentKey === null),
    titles: there?.titles ?? new Map(),
    questions: controls
      .filter(({ topKey }) => source.parts === null || source.parts.includes(topKey))
      .map(({ id, title, topKey }) => ({
        id,
        title,
        topKey,
        isAnswered: answered.has(id),
        requirements: requirements.get(id) ?? [],
        reached: there?.reached.get(id) ?? [],
        missing: there?.missing.get(id) ?? [],
      })),
  }
}

interface Target {
  titles: Map<string, string>
  reached: ReadonlyMap<string, readonly Reached[]>
  missing: Map<string, MissingTarget[]>
}

async function loadTarget(
  db: Db,
  source: Assessment,
  target: Catalog,
  controls: readonly NamedControl[],
  requirements: ReadonlyMap<string, readonly string[]>,
): Promise<Target> {
  const known = await listKnown(db, target.id)
  const resolve = targetResolver({ hasKeys: target.hasKeys, controls: known })
  const hasKeys = (await findCatalog(db, source.catalogId))?.hasKeys ?? false
  const names = controls.map(({ id, key }) => ({
    controlId: id,
    key: hasKeys ? key : null,
    requirements: requirements.get(id) ?? [],
  }))
  const ids = new Set(known.map(({ id }) => id))
  const missing = new Map<string, MissingTarget[]>()
  for (const [id, ends] of reach(names, await loadMaps(db)))
    missing.set(
      id,
      ends
        .filter(({ target: end }) => !ids.has(end.id))
        .map(({ target: end }) => ({ id: end.id, livesOnAs: resolve(end).control?.id ?? null })),
    )
  return {
    titles: new Map(known.map(({ id, title }) => [id, title])),
    reached: await loadReach(db, { id: source.catalogId }, target),
    missing,
  }
}
