import { answered, percent } from '#kernel/scale.ts'
import type { Answer, Assessment, GroupCount } from './assessment.ts'
import { stateOf, sum } from './assessment.ts'

/** What leaves by the API, named field by field: a new column never slips out. */
export function assessmentJson(assessment: Assessment, groups: GroupCount[]) {
  const total = sum(groups)
  return {
    id: assessment.id,
    organizationId: assessment.organizationId,
    catalogId: assessment.catalogId,
    state: stateOf(assessment),
    startedAt: assessment.startedAt.toString(),
    wave: assessment.wave,
    previousId: assessment.previousId,
    migratedFrom: assessment.migratedFrom,
    migratedTo: assessment.migratedTo,
    closed: assessment.closed,
    scale: assessment.scale,
    progress: { answered: answered(total), total: total.total },
    score: { percent: percent(total) },
    groups: groups.map((group) => ({
      key: group.key,
      title: group.title,
      answered: answered(group),
      total: group.total,
      percent: percent(group),
    })),
  }
}

export const answerJson = (answer: Answer, names: Map<string, string>) => ({
  answer: answer.answer,
  level: answer.level,
  target: answer.target,
  note: answer.note,
  version: answer.version,
  unconfirmed: answer.unconfirmed,
  answeredBy: { id: answer.answeredBy, name: names.get(answer.answeredBy) ?? null },
  answeredAt: answer.answeredAt.toString(),
})
