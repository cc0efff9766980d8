import { sql } from 'kysely'
import { type Outcome, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import type { Context } from '#platform/http/context.ts'
import { enqueueSending } from './post-mail.ts'

/** Hands a mail over once more that the mail server had refused. */
export async function sendAgain(ctx: Context, id: string): Promise<Outcome<true>> {
  const { rows } = await sql<{ again: boolean }>`
    select mail.send_again(${id}::uuid, ${ctx.now.toString()}::timestamptz) as again`.execute(ctx.db)
  if (!rows[0]?.again)
    return refuse(
      'Diese Mail lässt sich nicht noch einmal senden: Sie ist schon unterwegs, oder ihr Inhalt ist gelöscht, weil sie übergeben war.',
    )
  await enqueueSending(ctx, id)
  await record(ctx, 'mail.sentAgain', { organizationId: null, subjectId: id })
  return true
}
