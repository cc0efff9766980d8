// Two checks of one town, the questions of the one related to those of the other.
import { isb, type TestHouse } from '../harness/house.ts'
import type { AnswerJson, AssessmentJson } from '../http/checks.ts'
import { catalogOf, checkOn, mappingOf } from './mapped-catalogs.ts'

export interface Source {
  assessmentId: string
  controlId: string
  answer: string | null
  version: number
  relationship: string
  says: string | null
  confidence: string
  via: { requirementId: string; sourceId: string; collectionId: string | null }[]
}

export interface Proposal {
  controlId: string
  answer: string | null
  confidence: string
  why: string
  declined: boolean
  unconfirmed: boolean
  version: number | null
  sources: Source[]
}

export interface Many {
  count: number
  controlIds: string[]
  answeredAt: string
}

export interface Decision {
  declined: boolean
  answer: AnswerJson | null
}

/**
 * Two checks of Musterstadt: questions Q.1 to Q.6 that each name a requirement, related to T.1 to T.6 by parts of it. `name` keeps the
 * stories of this file apart.
 */
export async function twoChecks(house: TestHouse, name: string) {
  const requirement = (at: number): string => `${name}.${at}.A1`
  const each = [1, 2, 3, 4, 5, 6]
  const source = await checkOn(
    house,
    isb,
    catalogOf(
      `Quelle ${name}`,
      each.map((at) => ({
        id: `${name}-Q.${at}`,
        requirements: [requirement(at)],
        group: at === 6 ? 'Datensicherung' : 'Netze',
      })),
    ),
  )
  const target = await checkOn(
    house,
    isb,
    catalogOf(
      `Ziel ${name}`,
      each.map((at) => ({ id: `${name}-T.${at}`, group: at < 4 ? 'Vorne' : 'Hinten' })),
    ),
  )
  const part = (at: number): string => `${requirement(at)}-UA.1`
  const collection = await mappingOf(house, `Zuordnung ${name}`, [
    [part(1), 'equal-to', `${name}-T.1`],
    [part(2), 'superset-of', `${name}-T.2`],
    [part(3), 'subset-of', `${name}-T.3`],
    [part(4), 'equivalent-to', `${name}-T.4`, 'default'],
    [part(5), 'intersects-with', `${name}-T.5`],
    [part(5), 'equal-to', `${name}-GIBT.ES.NICHT`],
  ])
  const jana = await house.as(isb)
  const give = (at: number, answer: string | null, more: object = {}) =>
    jana.put<AnswerJson>(`/assessments/${source.id}/answers/${name}-Q.${at}`, { answer, ...more })
  const at = `/assessments/${target.id}`
  return {
    jana,
    source,
    target,
    collection,
    give,
    at,
    proposals: async (query = '') =>
      (await jana.get<{ items: Proposal[]; next: string | null }>(`${at}/proposals${query}`)).body.items.filter(
        ({ sources }) => sources.some(({ assessmentId }) => assessmentId === source.id),
      ),
    answer: async (question: number) => (await jana.get<AnswerJson>(`${at}/answers/${name}-T.${question}`)).body,
    progress: async () => (await jana.get<AssessmentJson>(at)).body.progress.answered,
    page: `/pruefungen/${target.id}/vorschlaege`,
    question: (which: number) => `/pruefungen/${target.id}/fragen/${name}-T.${which}`,
    sourceQuestion: (which: number) => `/pruefungen/${source.id}/fragen/${name}-Q.${which}`,
  }
}
