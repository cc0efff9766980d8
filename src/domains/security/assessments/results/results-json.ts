import { answered } from '#kernel/scale.ts'
import type { Answer } from '../assessment.ts'
import type { Results } from './load-results.ts'
import type { Standing } from './progress.ts'
import { change } from './report.ts'
import { gaps, headline, strengths } from './report-words.ts'
import type { Difference } from './sheet-difference.ts'

/** What leaves by the API, named field by field. */
export function resultsJson({ judged, waves, course }: Results) {
  const { previous } = judged
  return {
    state: judged.state,
    headline: headline(judged),
    percent: judged.percent,
    previous: previous && {
      wave: previous.wave,
      at: previous.at.toString(),
      percent: previous.percent,
      change: change(judged.percent, previous.percent),
    },
    strengths: strengths(judged),
    gaps: gaps(judged),
    waves: waves.map(({ assessment, standing }) => ({
      wave: assessment.wave,
      assessmentId: assessment.id,
      ...standingJson(standing),
    })),
    course: course.map(standingJson),
    groups: judged.groups.map((group) => ({
      key: group.key,
      title: group.title,
      answered: answered(group),
      total: group.total,
      percent: group.percent,
      before: group.before ?? null,
      change: change(group.percent, group.before),
      mandatoryLeft: group.mandatoryLeft,
      quickWinsLeft: group.quickWinsLeft,
      course: course.map(({ groups }) => groups.get(group.key) ?? null),
    })),
  }
}

const standingJson = ({ at, count, percent }: Standing) => ({
  at: at.toString(),
  answered: answered(count),
  total: count.total,
  percent,
})

export const differenceJson = ({ question, row, now }: Difference, names: Map<string, string>) => ({
  controlId: question.id,
  title: question.title,
  yours: { answer: row.answer, level: row.level, target: row.target, note: row.note },
  theirs: now && theirsJson(now, names),
})

const theirsJson = ({ answer, level, target, note, version, answeredBy }: Answer, names: Map<string, string>) => ({
  answer,
  level,
  target,
  note,
  version,
  answeredBy: names.get(answeredBy) ?? null,
})
