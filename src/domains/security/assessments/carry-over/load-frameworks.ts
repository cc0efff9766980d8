import { reachAmong } from '#foundation/catalogs/index.ts'
import type { Db } from '#platform/db/database.ts'
import type { ServingQuestion } from './frameworks.ts'
import { reachWith } from './load-proposals.ts'
import { type AnsweredCheck, listOutermost, type OutermostGroup } from './queries.ts'

export interface Frameworks {
  /** The outermost lists of the source. */
  groups: OutermostGroup[]
  questions: ServingQuestion[]
  /** What the controls of the other catalog are called. */
  titles: ReadonlyMap<string, string>
}

/** What the questions of a check stand for in IT-Grundschutz 2023 and in another catalog, if there is one. */
export async function loadFrameworks(
  db: Db,
  { check, answers }: AnsweredCheck,
  targetId: string | undefined,
): Promise<Frameworks> {
  const { catalogId, parts } = check
  const among = await reachAmong(db, [catalogId], targetId)
  const own = among.controls.get(catalogId) ?? []
  const there = targetId === undefined ? [] : (among.controls.get(targetId) ?? [])
  const reach = reachWith(among.reached.get(catalogId) ?? new Map(), own, there)
  const lost = among.lost(catalogId)
  const answered = new Set(answers.map(({ controlId }) => controlId))
  return {
    groups: (await listOutermost(db, [catalogId])).get(catalogId) ?? [],
    titles: new Map(there.map(({ id, title }) => [id, title])),
    questions: own
      .filter(({ topKey }) => parts === null || parts.includes(topKey))
      .map(({ id, title, topKey, requirements }) => ({
        id,
        title,
        topKey,
        isAnswered: answered.has(id),
        requirements,
        reached: reach.get(id) ?? [],
        missing: lost.get(id) ?? [],
      })),
  }
}
