import { Temporal } from 'temporal-polyfill'
import type { Context } from '#platform/http/context.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import type { Event } from '../event/event.ts'

export const kickoffJob = 'participation.fillKickoff'

const gathers = 5 * 60_000

/**
 * Who was at a kick-off has a step of the road behind it. Whoever stands at the door taps many names: what is recorded within five minutes goes
 * to the road at once, and what came by the code when that ends.
 */
export async function wakeKickoff(
  { db, now, actor }: Context,
  { id, kind, programmeId }: Pick<Event, 'id' | 'kind' | 'programmeId'>,
  { dateId, dueAt }: { dateId: string; dueAt?: Temporal.Instant },
): Promise<void> {
  if (kind !== 'kickoff' || programmeId === null) return
  const end = (Math.floor(now.epochMilliseconds / gathers) + 1) * gathers
  const due = dueAt ?? Temporal.Instant.fromEpochMilliseconds(end)
  const data = { eventId: id, dateId, personId: actor.personId }
  await enqueue({ db, now }, kickoffJob, data, { key: `${dateId} ${due.toString()}`, dueAt: due })
}
