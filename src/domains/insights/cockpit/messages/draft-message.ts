import { germanDay, localDay } from '#kernel/local-day.ts'
import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import { Temporal } from 'temporal-polyfill'
import type { Context } from '#platform/http/context.ts'
import { listRows, type Look } from '../queries.ts'
import type { Row } from '../row.ts'
import type { MessageIn } from '../schemas.ts'
import { type Audience, faultsIn, fill, mostRecipients, type Recipient, type Values } from './message.ts'
import { listRecipients } from './queries.ts'

/** What one municipality gets, and who there. */
export interface Letter {
  row: Row
  subject: string
  text: string
  recipients: readonly Recipient[]
}

/** A message as it would go out now. */
export interface Draft {
  subject: string
  text: string
  audience: readonly Audience[]
  toContacts: boolean
  /** Those that somebody gets, in German order of the municipalities. */
  letters: readonly Letter[]
  /** Municipalities where nobody gets it. */
  unreached: readonly Row[]
  recipients: number
}

const notSent = 'Die Nachricht ist noch nicht gesendet.'

/** What preview and sending have in common: so what is sent is what was shown. */
export async function draftMessage(ctx: Context, look: Look, wanted: MessageIn): Promise<Outcome<Draft>> {
  const { subject, text, audience, toContacts } = wanted
  const faults = [...faultsIn('subject', subject), ...faultsIn('text', text)]
  if (faults.length > 0) return refuse(`${notSent} Bitte ändern Sie einen Platzhalter.`, faults)
  if (audience.length === 0 && !toContacts)
    return refuse(`${notSent} Bitte wählen Sie, wer sie bekommt.`, [
      { path: 'audience', message: 'Bitte wählen Sie mindestens eine Gruppe.' },
    ])
  const rows = await targets(ctx, look, wanted)
  if (isRefusal(rows)) return rows
  const recipients = await listRecipients(
    ctx.db,
    rows.map(({ id }) => id),
    { audience, toContacts },
  )
  if (recipients.length === 0)
    return refuse(`${notSent} In diesen Kommunen gibt es niemanden, auf den die Auswahl passt.`, [
      { path: 'audience', message: 'Niemand gefunden.' },
    ])
  if (recipients.length > mostRecipients)
    return refuse(
      `${notSent} Sie ginge an ${recipients.length} Empfänger; auf einmal sind ${mostRecipients} möglich. Bitte filtern Sie enger, und senden Sie in Teilen.`,
      [{ path: 'audience', message: `Mehr als ${mostRecipients} Empfänger.` }],
    )
  const byRoad = Map.groupBy(recipients, ({ enrollmentId }) => enrollmentId)
  const letters = rows.flatMap((row) => {
    const there = byRoad.get(row.id)
    if (!there) return []
    const values = valuesOf(row, look)
    return [{ row, subject: fill(subject, values), text: fill(text, values), recipients: there }]
  })
  return {
    subject,
    text,
    audience,
    toContacts,
    letters,
    unreached: rows.filter(({ id }) => !byRoad.has(id)),
    recipients: recipients.length,
  }
}

const ticked = 'ticked'

async function targets(
  { db }: Context,
  look: Look,
  { enrollmentIds, filter }: Pick<MessageIn, 'enrollmentIds' | 'filter'>,
): Promise<Outcome<Row[]>> {
  const asked = enrollmentIds ? { need: ticked, phase: 'all' } : (filter ?? {})
  const at = enrollmentIds ? { ...look, needs: new Map([[ticked, enrollmentIds]]) } : look
  const found = await listRows(db, { ...asked, order: 'name', isReversed: undefined }, at, { limit: mostRecipients })
  if (isRefusal(found)) return found
  if (found.items.length === 0 || filter?.state === 'withdrawn')
    return refuse(`${notSent} Es ist keine Kommune ausgewählt, die teilnimmt.`, [
      { path: 'enrollmentIds', message: 'Bitte wählen Sie mindestens eine Kommune.' },
    ])
  if (found.next !== null)
    return refuse(
      `${notSent} Ausgewählt sind mehr als ${mostRecipients} Kommunen. Bitte filtern Sie enger, und senden Sie in Teilen.`,
      [{ path: 'enrollmentIds', message: `Mehr als ${mostRecipients} Kommunen.` }],
    )
  return found.items
}

const valuesOf = (row: Row, { programme }: Look): Values => ({
  kommune: row.name,
  schritt: programme.steps.find(({ key }) => key === row.currentStep)?.title ?? 'alle Schritte sind erledigt',
  seit: row.waitingSince ? germanDay(localDay(row.waitingSince)) : '–',
  fehlt: row.missing || 'nichts',
  frist: programme.deadline === null ? 'ohne Frist' : germanDay(Temporal.PlainDate.from(programme.deadline)),
})
