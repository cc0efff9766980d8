import { type RawBuilder, sql } from 'kysely'
import { newId } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import type { Appointment, Side, Slot } from './appointment.ts'

type Road = Pick<Appointment, 'id' | 'organizationId' | 'programmeId'>

interface Offer {
  round: number
  side: Side
  slots: readonly Slot[]
}

/** Offers of one side in one round, by one statement; none is none. */
export async function writeProposals(ctx: Context, road: Road, offer: Offer): Promise<void> {
  if (offer.slots.length > 0) await sql`${insertProposals(ctx, road, offer)}`.execute(ctx.db)
}

/** The statement that does so, for one that writes more. */
export function insertProposals(
  { actor, now }: Context,
  { id, organizationId, programmeId }: Road,
  { round, side, slots }: Offer,
): RawBuilder<unknown> {
  const rows = slots.map(({ startsAt, endsAt, ...where }, at) => ({
    ...where,
    id: newId(),
    position: at + 1,
    startsAt: startsAt.toString(),
    endsAt: endsAt.toString(),
  }))
  return sql`insert into appointments.proposal
      (id, appointment_id, organization_id, programme_id, round, position, side, starts_at, ends_at, place, video_url, proposed_by, proposed_at)
    select r.id, ${id}::uuid, ${organizationId}::uuid, ${programmeId}::uuid, ${round}::integer, r.position, ${side}::text, r."startsAt", r."endsAt",
           r.place, r."videoUrl", ${actor.personId}::uuid, ${now.toString()}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r(id uuid, position integer, "startsAt" timestamptz, "endsAt" timestamptz, place text, "videoUrl" text)`
}
