import { sql } from 'kysely'
import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import type { Context } from '#platform/http/context.ts'
import { answering, whileOpen } from '../access.ts'
import { type Answer, type Assessment, givenInWords } from '../assessment.ts'
import { whoSignsWaits } from '../give-answer.ts'
import { findAnswer, findQuestion } from '../queries.ts'
import { may } from './access.ts'
import { type MigrationPlan, neighboursOf } from './plan-migration.ts'

const longestNote = 10_000

/** With what the note of a lost requirement begins where it was taken along: by it one sees that it was. */
const beginning = (lostId: string): string => `Aus der früheren Fassung (${lostId}, `

export const adoptedNote = (
  lostId: string,
  { note, ...said }: Pick<Answer, 'answer' | 'level' | 'target' | 'note'>,
): string => `${beginning(lostId)}${givenInWords(said)})${note === '' ? '' : `: ${note}`}`

export interface Adoption {
  /** Number in the old version, and of the neighbour in the new one. */
  lost: string
  to: string
}

/**
 * Appends what was said about a lost requirement to the note of a neighbour, as a further version with the answer as it was: an open
 * question stays open. Each of them once.
 */
export async function adoptNote(
  ctx: Context,
  { newer, older, plan }: Offered,
  { lost, to }: Adoption,
): Promise<Outcome<true>> {
  const allowed = may.migrate(ctx.actor, newer)
  if (isRefusal(allowed)) return allowed
  const open = whileOpen(newer)
  if (isRefusal(open)) return open
  const found = await findOffer(ctx, { newer, older, plan }, { lost, to })
  if (!found) return refuse('Übernommen ist nichts: Zu dieser Anforderung wird das hier nicht angeboten.')
  if ((await adoptions(ctx, newer)).some((one) => one.lost === lost && one.to === to))
    return refuse('Übernommen ist nichts: Die Notiz steht dort schon.')
  const { answer, topKey } = found.question
  const note = [answer?.note ?? '', adoptedNote(lost, found.said)].filter((part) => part !== '').join('\n\n')
  if (note.length > longestNote)
    return refuse(
      'Übernommen ist nichts: Mit dieser Notiz würde die vorhandene zu lang (höchstens 10.000 Zeichen). Bitte kürzen Sie sie zuerst.',
    )
  const written = await whoSignsWaits(ctx, newer, () => append(ctx, newer, { to, topKey, note }, answer))
  if (isRefusal(written)) return written
  if (!written)
    return refuse('Übernommen ist nichts: In diesem Augenblick hat jemand die Frage beantwortet. Bitte noch einmal.')
  await record(ctx, 'answer.given', {
    organizationId: newer.organizationId,
    subjectId: newer.id,
    data: { controlId: to, version: (answer?.version ?? 0) + 1 },
    needs: answering,
  })
  return true
}

interface Offered {
  newer: Assessment
  older: Assessment
  plan: MigrationPlan
}

/** What was said about the lost one, and the neighbour; undefined where that is not offered. */
async function findOffer({ db }: Context, { newer, older, plan }: Offered, { lost, to }: Adoption) {
  const gone = plan.comparison.lost.find(({ id }) => id === lost)
  if (!gone || !neighboursOf(gone, plan.comparison).some(({ id }) => id === to)) return undefined
  const said = await findAnswer(db, older.id, gone.id)
  const question = await findQuestion(db, newer, to)
  return said && question && { said, question }
}

async function append(
  { db, actor, now }: Context,
  { id, organizationId, catalogId }: Assessment,
  { to, topKey, note }: { to: string; topKey: string; note: string },
  answer: Answer | null,
): Promise<boolean> {
  const { rows } = await sql`
    insert into security.answer (organization_id, assessment_id, catalog_id, control_id, top_key, version, answer, level, target, note,
                                 unconfirmed, answered_by, answered_at)
    values (${organizationId}::uuid, ${id}::uuid, ${catalogId}::uuid, ${to}, ${topKey}, ${(answer?.version ?? 0) + 1},
            ${answer?.answer ?? null}, ${answer?.level ?? null}::smallint, ${answer?.target ?? null}::smallint, ${note},
            ${answer?.unconfirmed ?? false}, ${actor.personId}::uuid, ${now.toString()}::timestamptz)
    on conflict do nothing returning version`.execute(db)
  return rows.length > 0
}

/** Which lost ones were taken along already, and to which neighbour. */
export async function adoptions({ db }: Pick<Context, 'db'>, { id }: Assessment): Promise<Adoption[]> {
  const { rows } = await sql<{ to: string; note: string }>`
    select distinct a.control_id as to, a.note from security.answer a
     where a.assessment_id = ${id}::uuid and a.note like '%Aus der früheren Fassung (%'`.execute(db)
  return rows.flatMap(({ to, note }) =>
    [...note.matchAll(/Aus der früheren Fassung \(([^,\n]+), /g)].map(([, lost = '']) => ({ lost, to })),
  )
}
