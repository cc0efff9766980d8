import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { localDay } from '#kernel/local-day.ts'
import { holdersOf } from '#foundation/identity/index.ts'
import { notify } from '#foundation/notifications/index.ts'
import type { Context, PublicContext } from '#platform/http/context.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { idSchema } from '#platform/http/parse.ts'
import { placeInWords, type Slot, slotInWords } from './appointment.ts'
import type { Guest } from './kickoff-roads.ts'
import { appointmentKinds } from './notifications.ts'

export const kickoffJob = 'appointments.tellKickoff'

export const kickoffTelling = z.object({
  title: z.string(),
  when: z.string(),
  guests: z.array(z.object({ enrollmentId: idSchema, organizationId: idSchema })),
  at: z.iso.datetime(),
})

interface Planned {
  kickoffId: string
  guests: readonly Guest[]
  title: string
  slot: Slot
}

/** Tells each municipality invited, after the deed is kept. */
export const tellKickoff = ({ db, now }: Context, { kickoffId, guests, title, slot }: Planned): Promise<boolean> =>
  enqueue(
    { db, now },
    kickoffJob,
    {
      title,
      when: [slotInWords(slot), placeInWords(slot)].join(', '),
      guests: guests.map(({ enrollmentId, organizationId }) => ({ enrollmentId, organizationId })),
      at: now.toString(),
    } satisfies z.infer<typeof kickoffTelling>,
    { key: kickoffId },
  )

/** The job: in the scope of whoever planned it. */
export async function tellGuests({ db }: PublicContext, data: z.infer<typeof kickoffTelling>): Promise<void> {
  const now = Temporal.Instant.from(data.at)
  const today = localDay(now).toString()
  for (const { enrollmentId, organizationId } of data.guests)
    await notify(
      { db, now },
      {
        personIds: await holdersOf(db, {
          organizationId,
          roles: ['chiefExecutive', 'securityOfficer', 'organizationAdmin'],
          today,
        }),
        kind: appointmentKinds.kickoff,
        title: `„${data.title}“ steht fest: ${data.when}.`,
        url: `/teilnahmen/${enrollmentId}/termine`,
        organizationId,
      },
    )
}
