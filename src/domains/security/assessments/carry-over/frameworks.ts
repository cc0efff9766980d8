import type { Reached, Relationship } from './reached.ts'

/** One question of the source, with what it stands for elsewhere. */
export interface ServingQuestion {
  id: string
  title: string
  topKey: string
  /** Somebody has answered it, and the answer counts. */
  isAnswered: boolean
  /** Requirements of IT-Grundschutz 2023 that it names. */
  requirements: readonly string[]
  /** What it reaches in the other catalog. */
  reached: readonly Reached[]
  /** Targets that a mapping names and the other catalog does not have under their number. */
  missing: readonly MissingTarget[]
}

export interface MissingTarget {
  id: string
  /** Its number by now, where it lives on. */
  livesOnAs: string | null
}

/** Where an answer falls short: it reaches nothing, or only parts of anything. */
export type Reach = 'none' | 'partly' | 'fully'

const full: ReadonlySet<Relationship> = new Set(['equal-to', 'equivalent-to', 'superset-of'])

export function reachOf({ reached }: Pick<ServingQuestion, 'reached'>): Reach {
  if (reached.length === 0) return 'none'
  return reached.some(({ relationship }) => full.has(relationship)) ? 'fully' : 'partly'
}

export interface ServedCount {
  questions: number
  answered: number
  requirements: number
  controls: number
  /** Questions without any way there, and those that only overlap or are a part. */
  none: number
  partly: number
  missing: number
}

const distinct = (ids: readonly string[]): number => new Set(ids).size

/** What some questions serve together; whatever two of them share counts once. */
export function countServed(questions: readonly ServingQuestion[]): ServedCount {
  const reaching = (reach: Reach): number => questions.filter((question) => reachOf(question) === reach).length
  return {
    questions: questions.length,
    answered: questions.filter(({ isAnswered }) => isAnswered).length,
    requirements: distinct(questions.flatMap(({ requirements }) => requirements)),
    controls: distinct(questions.flatMap(({ reached }) => reached.map(({ controlId }) => controlId))),
    none: reaching('none'),
    partly: reaching('partly'),
    missing: distinct(questions.flatMap(({ missing }) => missing.map(({ id }) => id))),
  }
}

export interface ServedPart {
  sourceId: string
  controls: { controlId: string; relationship: Relationship }[]
}

export interface ServedRequirement {
  requirementId: string
  parts: ServedPart[]
}

/** One answer, opened out: what it reaches itself, then each requirement it names, the parts of it that are mapped, and what those reach. */
export function openOut({ id: own, requirements, reached }: ServingQuestion): ServedRequirement[] {
  const found = new Map<string, Map<string, Map<string, Relationship>>>(requirements.map((id) => [id, new Map()]))
  for (const { controlId, via } of reached)
    for (const { requirementId, sourceId, relationship } of via) {
      const parts = found.get(requirementId) ?? new Map<string, Map<string, Relationship>>()
      found.set(requirementId, parts)
      const controls = parts.get(sourceId) ?? new Map<string, Relationship>()
      parts.set(sourceId, controls)
      // The surest way comes first.
      if (!controls.has(controlId)) controls.set(controlId, relationship)
    }
  const ownFirst = [...found].toSorted(([one], [other]) => Number(other === own) - Number(one === own))
  return ownFirst.map(([requirementId, parts]) => ({
    requirementId,
    parts: [...parts]
      .toSorted(([a], [b]) => a.localeCompare(b, 'de', { numeric: true }))
      .map(([sourceId, controls]) => ({
        sourceId,
        controls: [...controls].map(([controlId, relationship]) => ({ controlId, relationship })),
      })),
  }))
}
