import { type MappedControl, reachAmong } from '#foundation/catalogs/index.ts'
import type { Db } from '#platform/db/database.ts'
import type { Assessment } from '../assessment.ts'
import { originsIn } from './origins.ts'
import { propose, type Proposal, type SourceAnswer } from './propose.ts'
import { listAnsweredChecks, listTaken, listTargets, type TargetQuestion } from './queries.ts'
import type { Reached } from './reached.ts'
import { sameQuestions } from './same-questions.ts'
import { sharedRequirements, withShared } from './shared-requirements.ts'

/** Another check, what counts there, and how far each of its questions reaches. */
export interface Other {
  check: Assessment
  answers: ReadonlyMap<string, SourceAnswer>
  controls: readonly MappedControl[]
  reach: ReadonlyMap<string, readonly Reached[]>
}

/** What the other checks say about this one, whether that is answered already or not. */
export interface Said {
  others: Other[]
  /** By question. */
  proposals: ReadonlyMap<string, Proposal>
}

export interface ProposedQuestion extends Proposal {
  question: TargetQuestion
}

/** Every question that others say something about. */
export interface Proposals {
  others: Other[]
  /** Without an answer that counts, in the order of the catalog. */
  open: ProposedQuestion[]
  /** How many more there would be, were they not answered already. */
  answered: number
}

const requirementsIn = (controls: readonly MappedControl[]): Map<string, readonly string[]> =>
  new Map(controls.map(({ id, requirements }) => [id, requirements]))

/** What collections say, which questions are the same in both, and where both name the same requirement. */
export function reachWith(
  mapped: ReadonlyMap<string, readonly Reached[]>,
  from: readonly MappedControl[],
  to: readonly MappedControl[],
): Map<string, readonly Reached[]> {
  const known = withShared(mapped, sameQuestions(from, to))
  return withShared(known, sharedRequirements(requirementsIn(from), requirementsIn(to)))
}

export async function loadSaid(db: Db, { organizationId, catalogId, scale }: Assessment): Promise<Said> {
  const checks = (await listAnsweredChecks(db, { organizationId })).filter(({ check }) => check.catalogId !== catalogId)
  const sourceIds = checks.map(({ check }) => check.catalogId)
  const { controls, reached } = await reachAmong(db, sourceIds, catalogId)
  const others = checks.map(({ check, answers }): Other => {
    const own = controls.get(check.catalogId) ?? []
    const reach = reachWith(reached.get(check.catalogId) ?? new Map(), own, controls.get(catalogId) ?? [])
    return { check, answers: new Map(answers.map((answer) => [answer.controlId, answer])), controls: own, reach }
  })
  const originsOf = originsIn(await listTaken(db, organizationId))
  return { others, proposals: propose({ catalogId, scale }, others, originsOf) }
}

export async function loadProposals(db: Db, assessment: Assessment): Promise<Proposals> {
  const { others, proposals } = await loadSaid(db, assessment)
  const targets = await listTargets(db, assessment, [...proposals.keys()])
  const open = targets.flatMap((question) => {
    const proposal = proposals.get(question.id)
    return proposal && !question.counts ? [{ ...proposal, question }] : []
  })
  return { others, open, answered: targets.length - open.length }
}
