import { sql } from 'kysely'
import { record } from '#foundation/audit/index.ts'
import { sha256 } from '#platform/crypto/hash.ts'
import type { Context, PublicContext } from '#platform/http/context.ts'
import type { SeatState } from './registration.ts'
import { wakeTeller } from './wake-teller.ts'

/** `state` as the place is now; `unknown`: there is no such offer. `isNew`: this answer made it so. */
export interface Answered {
  state: SeatState | 'unknown'
  isNew: boolean
  eventId: string | null
  registrationId: string | null
}

interface Row {
  outcome: SeatState | 'unknown'
  changed: boolean
  event_id: string | null
  registration_id: string | null
}

/** By the link of the mail, signed in or not. Asked again it says the same. A term that is over ends the offer, and the next one gets it. */
export const answerOfferByLink = (ctx: PublicContext, secret: string, accepts: boolean): Promise<Answered> =>
  answered(
    ctx,
    sql`select * from guidance.answer_offer(${sha256(secret)}, null, ${accepts}, ${ctx.now.toString()}::timestamptz)`,
    accepts,
  )

/** In the portal: by the person, or by those who register colleagues. */
export const answerOffer = (ctx: Context, registrationId: string, accepts: boolean): Promise<Answered> =>
  answered(
    ctx,
    sql`select * from guidance.answer_offer(null, ${registrationId}::uuid, ${accepts}, ${ctx.now.toString()}::timestamptz)`,
    accepts,
  )

async function answered(ctx: PublicContext, query: ReturnType<typeof sql>, accepts: boolean): Promise<Answered> {
  const { rows } = await query.execute(ctx.db)
  const said = readAnswer(rows[0] as Row | undefined)
  if (!said.isNew || said.eventId === null) return said
  await wakeTeller(ctx, said.eventId)
  if (said.state !== 'expired')
    await record(ctx, accepts ? 'seatOffer.accepted' : 'seatOffer.declined', {
      organizationId: ctx.actor?.actingFor?.id ?? null,
      subjectId: said.eventId,
      data: {},
      needs: [],
    })
  return said
}

const readAnswer = (row: Row | undefined): Answered => ({
  state: row?.outcome ?? 'unknown',
  isNew: row?.changed ?? false,
  eventId: row?.event_id ?? null,
  registrationId: row?.registration_id ?? null,
})

/** What the answer came to, in one sentence; `accepts` as it was asked. */
export function answerInWords({ state }: Answered, accepts: boolean): string {
  switch (state) {
    case 'confirmed':
      return accepts
        ? 'Der Platz gehört Ihnen. Die Termine kommen mit der Bestätigung per E-Mail.'
        : 'Dieser Platz ist schon angenommen. Wenn Sie nicht teilnehmen können, melden Sie sich bitte ab.'
    case 'declined':
      return accepts
        ? 'Dieses Angebot wurde schon abgelehnt, und der Platz ging an die nächste Person auf der Warteliste.'
        : 'Sie haben den Platz nicht angenommen. Er geht an die nächste Person auf der Warteliste.'
    case 'expired':
      return 'Die Frist für dieses Angebot ist vorbei. Der Platz ging an die nächste Person auf der Warteliste.'
    case 'cancelled':
      return 'Diese Anmeldung gilt nicht mehr, und damit auch das Angebot nicht.'
    case 'waiting':
      return 'Dieses Angebot gilt nicht mehr; die Anmeldung steht wieder auf der Warteliste.'
    case 'offered':
    case 'unknown':
      return 'Dieses Angebot gibt es nicht. Vielleicht fehlt in der Adresse etwas.'
  }
}
