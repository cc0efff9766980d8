import { type Catalog, reachControls, requirementsOf } from '#foundation/catalogs/index.ts'
import type { Db } from '#platform/db/database.ts'
import type { Assessment } from '../assessment.ts'
import { listLatestChecks } from '../queries.ts'
import { originsIn } from './origins.ts'
import { type Giver, propose, type Proposal } from './propose.ts'
import { listCountingAnswers, listTaken, listTargets, type TargetQuestion } from './queries.ts'
import type { Reached } from './reached.ts'
import { sharedRequirements, withShared } from './shared-requirements.ts'

export interface ProposedQuestion extends Proposal {
  question: TargetQuestion
}

/** The other checks with what they can give, and every question of this one that they say something about. */
export interface Proposals {
  givers: Giver[]
  others: Assessment[]
  /** Without an answer that counts, in the order of the catalog. */
  open: ProposedQuestion[]
  /** How many more there would be, were they not answered already. */
  answered: number
}

/** What each control of one catalog reaches in another: what collections say, and where both name the same requirement. */
export async function loadReach(
  db: Db,
  from: Pick<Catalog, 'id'>,
  to: Pick<Catalog, 'id'>,
): Promise<Map<string, readonly Reached[]>> {
  const shared = sharedRequirements(await requirementsOf(db, from.id), await requirementsOf(db, to.id))
  return withShared(await reachControls(db, from.id, to.id), shared)
}

/** For all questions of a check, or for these. */
export async function loadProposals(
  db: Db,
  assessment: Assessment,
  controlIds?: readonly string[],
): Promise<Proposals> {
  const { organizationId, catalogId, scale } = assessment
  const others = (await listLatestChecks(db, organizationId)).filter((check) => check.catalogId !== catalogId)
  const givers: Giver[] = []
  for (const check of others) {
    const answers = await listCountingAnswers(db, check)
    if (answers.length === 0) continue
    const reach = await loadReach(db, { id: check.catalogId }, { id: catalogId })
    givers.push({ check, answers: new Map(answers.map((answer) => [answer.controlId, answer])), reach })
  }
  const found = propose({ catalogId, scale }, givers, originsIn(await listTaken(db, organizationId)))
  const wanted = controlIds ? controlIds.filter((id) => found.has(id)) : [...found.keys()]
  const targets = await listTargets(db, assessment, wanted)
  const open = targets.flatMap((question) => {
    const proposal = found.get(question.id)
    return proposal && !question.counts ? [{ ...proposal, question }] : []
  })
  return { givers, others, open, answered: targets.length - open.length }
}
