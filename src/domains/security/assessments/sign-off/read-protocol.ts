import { type Count, isGiven, noCount } from '#kernel/scale.ts'
import { everyRoleInWords } from '#foundation/identity/index.ts'
import { sha256 } from '#platform/crypto/hash.ts'
import type { Context } from '#platform/http/context.ts'
import type { Assessment } from '../assessment.ts'
import { judgedAs, type Side } from '../reviews/review.ts'
import { type Protocol, protocolText, type Signer } from './protocol.ts'
import { listSignOffs, readQuestions, type SignedQuestion } from './queries.ts'
import { type SignOff, standing } from './sign-off.ts'

export interface ShownProtocol {
  protocol: Protocol
  text: string
  sha256: string
  signOffs: SignOff[]
}

/** What would be signed now, in the words of this signer; without one, what anybody reads. */
export async function readProtocol(
  ctx: Context,
  assessment: Assessment,
  as: { side: Side; role: string } | null,
): Promise<ShownProtocol> {
  const questions = await readQuestions(ctx.db, assessment)
  const signOffs = await listSignOffs(ctx.db, assessment.id)
  const protocol: Protocol = {
    organization: assessment.organizationName,
    catalog: {
      title: assessment.catalogTitle,
      version: assessment.catalogVersion,
      sha256: assessment.catalogSha256,
    },
    wave: assessment.wave,
    startedAt: assessment.startedAt,
    total: countOf(questions),
    lists: [...Map.groupBy(questions, ({ topKey }) => topKey).values()].map((list) => ({
      title: list[0]?.listTitle ?? '',
      count: countOf(list),
      disputed: list.filter(isDisputed).length,
    })),
    review: {
      confirmed: questions.filter((question) => judged(question) === 'confirmed').length,
      comment: questions.filter((question) => judged(question) === 'comment').length,
    },
    unanswered: questions.filter((question) => !question.unconfirmed && !isGiven(question)),
    unconfirmed: questions.filter(({ unconfirmed }) => unconfirmed),
    disputed: questions.filter(isDisputed),
    digest: digestOf(questions),
    signed: standing(signOffs).map(({ signerName, role, actingFor, shownSha256, ...rest }) => ({
      ...rest,
      name: signerName ?? 'Ehemalige Person',
      roleName: everyRoleInWords([role]),
      place: actingFor,
      sha256: shownSha256,
    })),
    signer: as && signerOf(ctx, as),
  }
  const text = protocolText(protocol)
  return { protocol, text, sha256: sha256(text), signOffs }
}

const signerOf = ({ actor }: Context, { side, role }: { side: Side; role: string }): Signer => ({
  side,
  name: actor.name,
  roleName: everyRoleInWords([role]),
  place: actor.actingFor?.name ?? '',
})

const isDisputed = ({ verdict }: SignedQuestion): boolean => verdict === 'disputed'

const judged = ({ verdict, judgedVersion, answerVersion }: SignedQuestion) =>
  judgedAs(verdict === null ? undefined : { verdict, changedSince: judgedVersion !== answerVersion })

/** The same figures as everywhere (queries.ts counts them in the database), of what is signed in this moment. */
function countOf(questions: readonly SignedQuestion[]): Count {
  const count = { ...noCount, total: questions.length }
  for (const { answer, level, target, unconfirmed } of questions) {
    if (unconfirmed) continue
    if (answer !== null) count[answer] += 1
    if (level === null) continue
    count.levels += 1
    if (target === null || target === 0) continue
    count.rated += 1
    count.reached += Math.min(level, target) / target
  }
  return count
}

/** Every part of an answer and of a verdict has its place, so that two states never look alike. */
const digestOf = (questions: readonly SignedQuestion[]): string =>
  sha256(
    JSON.stringify(
      questions.map((one) => [
        one.id,
        [one.answerVersion, one.answer, one.level, one.target, one.unconfirmed, one.note],
        [one.verdictVersion, one.verdict, one.judgedVersion, one.remark],
      ]),
    ),
  )
