import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { postMails } from '#foundation/notifications/index.ts'
import { programmeRoutes } from '#foundation/programmes/index.ts'
import type { Context } from '#platform/http/context.ts'
import type { Look } from '../queries.ts'
import type { MessageIn } from '../schemas.ts'
import { type Draft, draftMessage } from './draft-message.ts'
import type { Message } from './message.ts'
import { findMessage } from './queries.ts'

interface Sending {
  /** Made once for the form: a second click sends nothing. */
  id: string
  /** As the preview counted them. */
  expectedRecipients?: number | undefined
}

/** Sends the message to everybody of the draft, through the outbox; the same id once more changes nothing. */
export async function sendMessage(
  ctx: Context,
  look: Look,
  { id, expectedRecipients, ...wanted }: MessageIn & Sending,
): Promise<Outcome<{ message: Message; isNew: boolean }>> {
  const { programme } = look
  const there = await findMessage(ctx.db, programme.id, id)
  if (there) return { message: there, isNew: false }
  const draft = await draftMessage(ctx, look, wanted)
  if (isRefusal(draft)) return draft
  if (expectedRecipients !== undefined && expectedRecipients !== draft.recipients)
    return refuse(
      `Inzwischen sind es ${draft.recipients} statt ${expectedRecipients} Empfänger. Gesendet ist noch nichts; bitte sehen Sie sich die Vorschau noch einmal an.`,
      [{ path: 'audience', message: 'Es hat sich geändert, wer die Nachricht bekommt.' }],
    )
  if (!(await keep(ctx, look, id, draft))) return sentMeanwhile(ctx, look, id)
  await postMails(ctx, mailsOf(draft))
  await record(ctx, 'cockpit.messageSent', {
    organizationId: ctx.actor.actingFor?.id ?? null,
    subjectId: id,
    data: { programme: programme.name, municipalities: draft.letters.length, recipients: draft.recipients },
  })
  const message = await findMessage(ctx.db, programme.id, id)
  if (!message) throw new Error('a message that was just kept is not there')
  return { message, isNew: true }
}

/** Whoever sends the same at the same time waits here for the other one, and finds it kept. */
async function keep(ctx: Context, { programme }: Look, id: string, draft: Draft): Promise<boolean> {
  const kept = await ctx.db
    .insertInto('cockpit.message')
    .values({
      id,
      organization_id: ctx.actor.actingFor?.id ?? programme.runBy.id,
      programme_id: programme.id,
      subject: draft.subject,
      text: draft.text,
      audience: [...draft.audience],
      to_contacts: draft.toContacts,
      enrollment_ids: draft.letters.map(({ row }) => row.id),
      municipalities: draft.letters.length,
      recipients: draft.recipients,
      sent_at: ctx.now.toString(),
      sent_by: ctx.actor.personId,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return kept.numInsertedOrUpdatedRows === 1n
}

async function sentMeanwhile(
  { db }: Context,
  { programme }: Look,
  id: string,
): Promise<Outcome<{ message: Message; isNew: boolean }>> {
  const message = await findMessage(db, programme.id, id)
  return message
    ? { message, isNew: false }
    : refuse('Diese Kennung gehört schon zu einer anderen Nachricht. Gesendet ist nichts.', [
        { path: 'id', message: 'Schon vergeben.' },
      ])
}

const mailsOf = ({ letters }: Draft) =>
  letters.flatMap(({ row, subject, text, recipients }) =>
    recipients.map(({ personId, name, email }) => ({
      to: { email, name: name || row.name },
      template: personId === null ? 'cockpit.toContact' : 'cockpit.message',
      data: {
        betreff: subject,
        text,
        kommune: row.name,
        ...(personId === null ? {} : { adresse: programmeRoutes.road.href({ id: row.id }) }),
      },
      personId: personId ?? undefined,
      organizationId: row.organizationId,
    })),
  )
