import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { localDay } from '#kernel/local-day.ts'
import { assessorsOf, holdersOf, namesOf } from '#foundation/identity/index.ts'
import { notify } from '#foundation/notifications/index.ts'
import { findEnrollment } from '#foundation/programmes/index.ts'
import type { Context, PublicContext } from '#platform/http/context.ts'
import { idSchema } from '#platform/http/parse.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { participationKinds } from './notifications.ts'
import type { Side } from './side.ts'

type Occasion = keyof typeof participationKinds
const occasions = Object.keys(participationKinds) as [Occasion, ...Occasion[]]

export const tellingJob = 'participation.tellSide'

export const telling = z.object({
  enrollmentId: idSchema,
  occasion: z.enum(occasions),
  side: z.enum(['organization', 'assessor']).optional(),
  /** Title of what it is about. */
  about: z.string(),
  /** What follows the address of the road. */
  path: z.string(),
  /** Who did it, and when. */
  personId: idSchema,
  at: z.iso.datetime(),
})

interface Told {
  about: string
  path?: string | undefined
  /** Only where both sides do the same to each other. */
  side?: Side | undefined
}

/** Tells the other side, after the deed is kept. */
export const tellSide = (
  ctx: Context,
  { enrollmentId }: { enrollmentId: string },
  occasion: Occasion,
  { about, path, side }: Told,
): Promise<boolean> =>
  enqueue(ctx, tellingJob, {
    enrollmentId,
    occasion,
    side,
    about,
    path: path ?? ways[occasion].path,
    personId: ctx.actor.personId,
    at: ctx.now.toString(),
  } satisfies z.infer<typeof telling>)

interface Way {
  kind: (typeof participationKinds)[Occasion]
  to: Side
  /** Written here, not taken from routes.ts: an address in a mail stays what it was. */
  path: string
  title: (who: string, about: string, place: string) => string
}

const ways: Record<Occasion, Way> = {
  documentReceived: {
    kind: participationKinds.documentReceived,
    to: 'assessor',
    path: '/unterlagen',
    title: (who, about, place) => `${who} hat für ${place} „${about}“ abgelegt.`,
  },
  findingWritten: {
    kind: participationKinds.findingWritten,
    to: 'organization',
    path: '/unterlagen',
    title: (who, about) => `${who} hat einen Befund zu „${about}“ geschrieben.`,
  },
  policiesReviewed: {
    kind: participationKinds.policiesReviewed,
    to: 'organization',
    path: '/unterlagen',
    title: (who) => `${who} hat alle Ihre Unterlagen geprüft.`,
  },
  spotChecksClosed: {
    kind: participationKinds.spotChecksClosed,
    to: 'organization',
    path: '/stichproben',
    title: (who) => `${who} hat das Protokoll der Stichproben abgeschlossen.`,
  },
  spotCheckCommented: {
    kind: participationKinds.spotCheckCommented,
    to: 'assessor',
    path: '/stichproben',
    title: (who, about, place) => `${who} hat für ${place} etwas zur Stichprobe „${about}“ geschrieben.`,
  },
  reportDelivered: {
    kind: participationKinds.reportDelivered,
    to: 'organization',
    path: '/berichte',
    title: (who, about) => `${who} hat den Bericht geliefert (${about}). Bitte prüfen Sie ihn.`,
  },
  reportChangesAsked: {
    kind: participationKinds.reportChangesAsked,
    to: 'assessor',
    path: '/berichte',
    title: (who, about, place) => `${who} bittet für ${place} um Änderungen am Bericht (${about}).`,
  },
  reportAccepted: {
    kind: participationKinds.reportAccepted,
    to: 'assessor',
    path: '/berichte',
    title: (who, about, place) => `${who} hat für ${place} den Bericht abgenommen (${about}).`,
  },
  reportCommented: {
    kind: participationKinds.reportCommented,
    to: 'assessor',
    path: '/berichte',
    title: (who, about, place) => `${who} hat etwas zum Bericht von ${place} geschrieben (${about}).`,
  },
}

/** The job: in the scope of whoever did the deed, dated as the deed. */
export async function tellPeople({ db }: PublicContext, data: z.infer<typeof telling>): Promise<void> {
  const road = await findEnrollment(db, data.enrollmentId)
  if (!road) return
  const now = Temporal.Instant.from(data.at)
  const { kind, to, title } = ways[data.occasion]
  const side = data.side ?? to
  const today = localDay(now).toString()
  const { organizationId, organizationName: place } = road
  const people =
    side === 'organization'
      ? await holdersOf(db, { organizationId, roles: ['chiefExecutive', 'securityOfficer'], today })
      : (await assessorsOf(db, organizationId, today)).map(({ id }) => id)
  const who = (await namesOf(db, [data.personId])).get(data.personId) ?? 'Jemand'
  const link = `/teilnahmen/${road.id}${data.path}`
  const told = title(who, data.about, place)
  await notify(
    { db, now },
    {
      personIds: people.filter((id) => id !== data.personId),
      kind,
      title: told,
      url: link,
      organizationId,
      mail: {
        template: `participation.${data.occasion}`,
        data: { satz: told, wer: who, organisation: place, worum: data.about, link },
      },
    },
  )
}
