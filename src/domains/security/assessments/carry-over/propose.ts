import type { Temporal } from 'temporal-polyfill'
import type { AnswerValue, Given, Scale } from '#kernel/scale.ts'
import type { Reached } from './reached.ts'

/** The check a proposal comes from. */
export interface SourceCheck {
  id: string
  catalogId: string
  catalogTitle: string
  catalogVersion: string
  wave: number
}

/** An answer of another check that counts there. */
export interface SourceAnswer extends Given {
  controlId: string
  title: string
  note: string
  version: number
  answeredAt: Temporal.Instant
}

/** Everything one other check can give: its answers by question, and which questions here each of its questions reaches. */
export interface Giver {
  check: SourceCheck
  answers: ReadonlyMap<string, SourceAnswer>
  reach: ReadonlyMap<string, readonly Reached[]>
}

/** How far a proposal can be relied on; never wholly, since whole questions are answered and parts of them are mapped. */
export const confidences = ['none', 'slightly', 'partly', 'largely'] as const
export type Confidence = (typeof confidences)[number]

/** What one answer says about a question of this check. */
export interface Voice {
  check: SourceCheck
  source: SourceAnswer
  reached: Reached
  /** Null: it is shown, and no answer follows from it. */
  says: AnswerValue | null
  confidence: Confidence
  why: string
}

export interface Proposal {
  controlId: string
  voices: Voice[]
  answer: AnswerValue | null
  confidence: Confidence
  why: string
}

type Judgement = Pick<Voice, 'says' | 'confidence' | 'why'>
type Rule = Record<AnswerValue, { says: AnswerValue | null; why: string }>

const same = (first: string): Rule => ({
  yes: { says: 'yes', why: first },
  no: { says: 'no', why: `${first} Welcher Teil dort fehlt, sagt die Antwort nicht.` },
  notApplicable: { says: 'notApplicable', why: `${first} Bitte prüfen Sie, ob das auch hier nicht relevant ist.` },
})

const overlap = { says: null, why: 'Beide überschneiden sich nur. Die Antwort dort ist ein Hinweis.' }

const rules: Record<Reached['relationship'], Rule> = {
  'equal-to': same('Ein Teil der Quelle verlangt dasselbe.'),
  'equivalent-to': same('Ein Teil der Quelle verlangt Gleichwertiges.'),
  'superset-of': {
    yes: { says: 'yes', why: 'Die Quelle deckt diese Anforderung mit ab.' },
    no: { says: null, why: 'Die Quelle deckt mehr ab, ein Nein sagt nichts über diesen Teil.' },
    notApplicable: {
      says: null,
      why: 'Die Quelle deckt mehr ab. Ob auch dieser Teil nicht relevant ist, entscheiden Sie.',
    },
  },
  'subset-of': {
    yes: { says: null, why: 'Die Quelle erfüllt einen Teil. Was fehlt, steht in der Anforderung.' },
    no: { says: 'no', why: 'Die Quelle ist ein Teil dieser Anforderung, und dieser Teil fehlt schon.' },
    notApplicable: { says: null, why: 'Nur ein Teil dieser Anforderung ist dort nicht relevant.' },
  },
  'intersects-with': { yes: overlap, no: overlap, notApplicable: overlap },
}

/** Where the source itself is mapped, not one of its parts. */
const wholeRules: typeof rules = {
  ...rules,
  'equal-to': same('Beide verlangen dasselbe.'),
  'equivalent-to': same('Beide verlangen Gleichwertiges.'),
}

const inLevels = 'In Stufen wird nichts vorgeschlagen. Die Antwort dort dient als Anhaltspunkt.'
const reworded = 'Dieselbe Frage, doch ihr Text hat sich geändert. Die Antwort dort ist ein Hinweis.'
const filledIn = 'Die Beziehung ist eine Voreinstellung der Zuordnung, niemand hat sie einzeln geprüft.'

/** The table of rules: what an answer given there says here. */
export function judge(
  { answer }: Pick<SourceAnswer, 'answer'>,
  reached: Reached,
  { isRequirement, isWhole = false, scale }: { isRequirement: boolean; isWhole?: boolean; scale: Scale },
): Judgement {
  if (answer === null || scale === 'level0to5WithTarget') return { says: null, confidence: 'none', why: inLevels }
  if (reached.identity === 'changed') return { says: null, confidence: 'none', why: reworded }
  const { says, why } = (isWhole ? wholeRules : rules)[reached.relationship][answer]
  if (says === null) return { says, confidence: 'none', why }
  // A whole question speaks less surely than the requirement itself; a no or "not applicable" may be about another part of it.
  const steps = Number(isRequirement) + Number(says === 'yes') - Number(reached.isDefault)
  return {
    says,
    confidence: steps >= 2 ? 'largely' : steps === 1 ? 'partly' : 'slightly',
    why: reached.isDefault ? `${why} ${filledIn}` : why,
  }
}

/** What all that was answered elsewhere says together. Whoever disagrees is shown, and then nothing is proposed. */
export function agree(voices: readonly Voice[]): Pick<Proposal, 'answer' | 'confidence' | 'why'> {
  const speaking = voices.filter(({ says }) => says !== null)
  const given = new Set(voices.map(({ source }) => source.answer))
  const said = new Set(speaking.map(({ says }) => says))
  const nothing = { answer: null, confidence: 'none' as const }
  if (speaking.length === 0) return { ...nothing, why: voices[0]?.why ?? '' }
  if (said.size > 1 || (given.has('yes') && given.has('no')))
    return { ...nothing, why: 'Die Quellen widersprechen sich. Vorgeschlagen wird deshalb nichts.' }
  const best = speaking.reduce((one, other) =>
    confidences.indexOf(other.confidence) > confidences.indexOf(one.confidence) ? other : one,
  )
  return { answer: best.says, confidence: best.confidence, why: best.why }
}

export interface Target {
  catalogId: string
  scale: Scale
}

/** From which catalogs an answer was itself taken, however many checks it went through. */
export type Origins = (catalogId: string, controlId: string) => ReadonlySet<string>

/** What the other checks say about the questions of this one. What came from here never comes back as a proposal. */
export function propose(target: Target, givers: readonly Giver[], originsOf: Origins): Map<string, Proposal> {
  const voices = new Map<string, Voice[]>()
  for (const { check, answers, reach } of givers)
    for (const source of answers.values()) {
      if (originsOf(check.catalogId, source.controlId).has(target.catalogId)) continue
      for (const reached of reach.get(source.controlId) ?? []) {
        const isRequirement = reached.via.some(({ requirementId }) => requirementId === source.controlId)
        const isWhole = reached.via.some(({ sourceId }) => sourceId === source.controlId)
        const context = { isRequirement, isWhole, scale: target.scale }
        const voice = { check, source, reached, ...judge(source, reached, context) }
        voices.set(reached.controlId, [...(voices.get(reached.controlId) ?? []), voice])
      }
    }
  return new Map([...voices].map(([controlId, all]) => [controlId, { controlId, voices: all, ...agree(all) }]))
}
