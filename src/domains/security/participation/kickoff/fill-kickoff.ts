import { z } from 'zod'
import { localDay } from '#kernel/local-day.ts'
import { findEvent, organizationsPresent } from '#domains/guidance/events/index.ts'
import { notify } from '#foundation/notifications/index.ts'
import { findProgramme, loadRoads, type ToldRoad } from '#foundation/programmes/index.ts'
import type { Actor, PublicContext } from '#platform/http/context.ts'
import { idSchema } from '#platform/http/parse.ts'
import { kickoffKinds } from './notifications.ts'
import { type KickoffStep, listKickoffSteps } from './queries.ts'

/** `personId`: who recorded the attendance, or showed the code for it. */
export const filling = z.object({ eventId: idSchema, dateId: idSchema, personId: idSchema })

/**
 * The job: in the scope of whoever recorded who was there. Municipalities that were have the step behind them; those on no road of the programme are
 * left out, and of those whose step cannot begin yet the person is told. Done once more it changes nothing.
 */
export async function fillKickoff({ db, now }: PublicContext, data: z.infer<typeof filling>): Promise<void> {
  const event = await findEvent(db, data.eventId)
  const date = event?.dates.find(({ id }) => id === data.dateId)
  const programme = event?.programmeId ? await findProgramme(db, event.programmeId) : undefined
  if (!event || !date || !programme || date.cancelledAt) return
  const present = await organizationsPresent(db, date.id)
  if (present.length === 0) return
  const tell = (title: string) =>
    notify(
      { db, now },
      {
        personIds: [data.personId],
        kind: kickoffKinds.left,
        title,
        url: `/kursverwaltung/${event.id}/termine/${date.id}/anwesenheit`,
        organizationId: event.organizerId,
      },
    )
  if (!programme.isLed)
    return tell(
      `Wer bei „${event.title}“ da war, ist erfasst. Auf den Wegen der Kommunen hält den Auftakt die Programmleitung fest: Bitte sagen Sie ihr Bescheid.`,
    )
  const open = (await listKickoffSteps(db, programme.id, present)).filter(
    ({ state }) => state === 'open' || state === 'inProgress',
  )
  const actor: Actor = { personId: data.personId, name: '', email: '', actingFor: null, roles: [], organizations: [] }
  const onDay = localDay(date.startsAt).toString()
  const roads = open.filter(({ canBegin }) => canBegin).map((step) => toldRoad(step, onDay, now.toString()))
  await loadRoads({ actor, db, now }, programme, roads, 'deed')
  const left = open.filter(({ canBegin }) => !canBegin)
  if (left.length > 0) await tell(leftInWords(event.title, left))
}

const toldRoad = ({ organizationId, beganAt, note }: KickoffStep, onDay: string, since: string): ToldRoad => ({
  organizationId,
  beganAt: beganAt.toString(),
  steps: [{ key: 'kickoff', state: 'done', since, onDay, waitingFor: null, missing: '', note }],
})

const mostNames = 3

function leftInWords(title: string, left: readonly KickoffStep[]): string {
  const names = left.slice(0, mostNames).map(({ organizationName }) => organizationName)
  const more = left.length - names.length
  const who = `${names.join(', ')}${more > 0 ? ` und ${more} weiteren` : ''}`
  return `„${title}“: Bei ${who} bleibt der Schritt Auftakt offen, weil davor noch etwas fehlt.`
}
