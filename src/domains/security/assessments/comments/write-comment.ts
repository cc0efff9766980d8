import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import type { Colleague } from '#foundation/identity/index.ts'
import { notify } from '#foundation/notifications/index.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import { type Assessment, checkPath, type Question, whileNotClosed } from '../assessment.ts'
import { whoSignsWaits } from '../give-answer.ts'
import { type Mentions, mentionsIn } from './mentions.ts'
import { commentersAmong } from './queries.ts'
import { assessmentKinds } from '../notifications.ts'

export interface Written extends Omit<Mentions<Colleague>, 'people'> {
  id: string
  /** Named and told. */
  told: Colleague[]
  /** Named, but they do not see this question. */
  blind: Colleague[]
}

/** Writes to colleagues about a question, and tells those that it names. */
export async function writeComment(
  ctx: Context,
  assessment: Assessment,
  question: Pick<Question, 'id' | 'topKey' | 'title'>,
  { text, staff }: { text: string; staff: readonly Colleague[] },
): Promise<Outcome<Written>> {
  const here = whileNotClosed(assessment)
  if (isRefusal(here)) return here
  const { people, ...rest } = mentionsIn(text, staff)
  const seeing = await commentersAmong(
    ctx.db,
    { assessmentId: assessment.id, topKey: question.topKey },
    people.map(({ id }) => id),
  )
  const told = people.filter(({ id }) => seeing.has(id))
  const id = await whoSignsWaits(ctx, assessment, () =>
    insert(ctx, assessment, question, { text, mentions: told.map((person) => person.id) }),
  )
  if (isRefusal(id)) return id
  await notify(ctx, {
    personIds: told.map((person) => person.id).filter((person) => person !== ctx.actor.personId),
    kind: assessmentKinds.mentioned,
    title: `${ctx.actor.name} nennt Sie in einem Kommentar zu „${shortened(question.title)}“.`,
    url: checkPath(assessment.id, `/fragen/${encodeURIComponent(question.id)}#kommentare`),
    organizationId: assessment.organizationId,
  })
  return { id, told, blind: people.filter((person) => !seeing.has(person.id)), ...rest }
}

const longestTitle = 80

const shortened = (title: string): string =>
  title.length <= longestTitle ? title : `${title.slice(0, longestTitle).replace(/\s+\S*$/, '')} …`

async function insert(
  { db, actor, now }: Context,
  assessment: Assessment,
  question: Pick<Question, 'id' | 'topKey'>,
  { text, mentions }: { text: string; mentions: string[] },
): Promise<string> {
  const id = newId()
  await db
    .insertInto('security.comment')
    .values({
      id,
      organization_id: assessment.organizationId,
      assessment_id: assessment.id,
      catalog_id: assessment.catalogId,
      control_id: question.id,
      top_key: question.topKey,
      text,
      mentions,
      written_by: actor.personId,
      written_at: now.toString(),
    })
    .execute()
  await record({ db, now }, 'comment.written', {
    organizationId: assessment.organizationId,
    subjectId: assessment.id,
    data: { controlId: question.id, commentId: id },
  })
  return id
}
