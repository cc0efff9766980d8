import type { Context } from '#platform/http/context.ts'
import type { Assessment } from '../assessment.ts'
import { countGroups, listEarlierWaves } from '../queries.ts'
import { momentsOf, type Standing, standingNow, standingsOf } from './progress.ts'
import { countsAt, listSignatures } from './queries.ts'
import { judge, type Judged, type SignedBy } from './report.ts'

const mostWaves = 4

export interface Results {
  judged: Judged
  /** Waves before this one, the oldest first, each as it ended. */
  waves: { assessment: Assessment; standing: Standing }[]
  /** This wave from its beginning to now, or to its end. */
  course: Standing[]
  signatures: SignedBy[]
}

/** How a check has come along, over its waves and within the last one. */
export async function loadResults({ db, now }: Context, assessment: Assessment): Promise<Results> {
  const earlier = await listEarlierWaves(db, assessment, mostWaves)
  const counts = await countGroups(db, [assessment.id, ...earlier.map(({ id }) => id)])
  const groups = counts.get(assessment.id) ?? []
  const moments = momentsOf(assessment, now)
  const [before] = earlier
  return {
    judged: judge({
      assessment,
      groups,
      previous: before ? { assessment: before, groups: counts.get(before.id) ?? [] } : null,
    }),
    waves: earlier.toReversed().map((wave) => ({
      assessment: wave,
      standing: standingNow(wave.signedOffAt ?? wave.startedAt, counts.get(wave.id) ?? []),
    })),
    course: standingsOf(moments, groups, await countsAt(db, assessment.id, moments)),
    signatures: await listSignatures(db, assessment.id),
  }
}
