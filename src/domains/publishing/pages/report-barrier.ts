import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { normalizeEmail } from '#kernel/email.ts'
import { germanDay } from '#kernel/local-day.ts'
import { type Outcome, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { countAttempts } from '#foundation/identity/index.ts'
import { notify, postMail } from '#foundation/notifications/index.ts'
import { sha256 } from '#platform/crypto/hash.ts'
import { newId } from '#platform/crypto/random.ts'
import type { PublicContext } from '#platform/http/context.ts'
import { answerDueOn } from './barrier-report.ts'
import { pageKinds } from './notifications.ts'

interface NewReport {
  what: string
  place: string
  /** Empty when no answer is wanted. */
  email: string
}

/** A town hall has one network address; a script that floods has one too. The house as a whole takes what people can write. */
const fromAddress = (address: string) => ({ key: sha256(`barrier from ${address}`), most: 10, minutes: 60 })
const everywhere = { key: sha256('barrier reports'), most: 100, minutes: 60 }
/** Beyond it the report is kept, but no further receipt is sent: nobody floods a mailbox with our mail. */
const receiptsTo = (email: string) => ({ key: sha256(`barrier receipt ${email}`), most: 3, minutes: 24 * 60 })

export const tooMany =
  'Ihre Meldung ist noch nicht angekommen: In der letzten Stunde kamen sehr viele. Ihr Text steht noch unten. Bitte schicken Sie ihn später noch einmal ab, oder rufen Sie uns an.'

/** Keeps what somebody could not use, whoever it is; tells those who answer, and confirms it where an address was given. */
export async function reportBarrier(
  ctx: PublicContext,
  { what, place, email }: NewReport,
  address: string,
): Promise<Outcome<{ id: string; dueOn: Temporal.PlainDate }>> {
  const { db, now } = ctx
  const [here, all] = await countAttempts(db, [fromAddress(address), everywhere], now)
  if ((here ?? 0) > 0 || (all ?? 0) > 0) return refuse(tooMany)
  const id = newId()
  const dueOn = answerDueOn(now)
  const to = normalizeEmail(email) ?? ''
  const { rows } = await sql<{ organization: string; keepers: string[] }>`
    select * from publishing.report_barrier(${id}::uuid, ${what}, ${place}, ${to}, ${now.toString()}::timestamptz, ${dueOn.toString()}::date)`.execute(
    db,
  )
  const kept = rows[0]
  if (!kept)
    return refuse('Ihre Meldung ist nicht angekommen: Hier ist noch niemand eingerichtet, der sie beantwortet.')
  await record(ctx, 'barrier.reported', { organizationId: null, subjectId: id, needs: [] })
  await notify(ctx, {
    personIds: kept.keepers,
    kind: pageKinds.barrierReported,
    title: `Eine Barriere wurde gemeldet. Die Antwort ist bis ${germanDay(dueOn)} fällig.`,
    url: `/redaktion/barrieren/${id}`,
    organizationId: kept.organization,
  })
  if (to !== '') await confirm(ctx, { to, what, dueOn })
  return { id, dueOn }
}

async function confirm(
  ctx: PublicContext,
  { to, what, dueOn }: { to: string; what: string; dueOn: Temporal.PlainDate },
): Promise<void> {
  const [wait] = await countAttempts(ctx.db, [receiptsTo(to)], ctx.now)
  if ((wait ?? 0) > 0) return
  await postMail(ctx, {
    to: { email: to, name: '' },
    template: 'publishing.barrierReceived',
    data: { meldung: what, frist: germanDay(dueOn) },
  })
}
