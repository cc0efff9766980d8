import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { type NewMail, notify, postMails } from '#foundation/notifications/index.ts'
import { localDay } from '#kernel/local-day.ts'
import { sha256 } from '#platform/crypto/hash.ts'
import { newSecret } from '#platform/crypto/random.ts'
import type { PublicContext } from '#platform/http/context.ts'
import { dayInWords } from '../event/event.ts'
import { dateLine } from './mail-words.ts'
import { eventKinds } from './notifications.ts'
import { keepLinks, type NewLink } from './tell-decisions.ts'

/** So long before a date everybody with a seat is reminded of it, once. */
export const reminderHours = 48

interface Reminded {
  eventId: string
  title: string
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
  place: string
  isOnline: boolean
  videoUrl: string | null
  topic: string
  registrationId: string
  personId: string | null
  guestName: string
  guestEmail: string
  organizationId: string | null
}

/** Reminds everybody with a seat of the dates of the next days: one mail for each person and event. Returns how many were reminded. */
export async function remind(ctx: Pick<PublicContext, 'db' | 'now'>, most: number): Promise<number> {
  const rows = await takeReminders(ctx, most)
  const links: NewLink[] = []
  const letters: NewMail[] = []
  const places = [...Map.groupBy(rows, ({ registrationId }) => registrationId).values()]
  for (const [first, ...more] of places) {
    if (!first) continue
    const { personId, eventId, registrationId, organizationId } = first
    const link = personId === null ? guestLink(links, { eventId, registrationId }) : `/kurse/${eventId}`
    const day = dayInWords(localDay(first.startsAt))
    const mail = {
      template: 'events.reminder',
      data: {
        anlass: first.title,
        tag: day,
        termine: [first, ...more].map((date) => `- ${lineOf(date)}`).join('\n'),
        link,
      },
    }
    const common = { organizationId: organizationId ?? undefined }
    if (personId !== null)
      await notify(ctx, {
        ...common,
        personIds: [personId],
        kind: eventKinds.reminder,
        title: `„${first.title}“ ist am ${day}.`,
        url: link,
        mail,
      })
    else if (first.guestEmail !== '')
      letters.push({ ...common, ...mail, to: { email: first.guestEmail, name: first.guestName } })
  }
  await keepLinks(ctx, links)
  await postMails(ctx, letters)
  return places.length
}

async function takeReminders({ db, now }: Pick<PublicContext, 'db' | 'now'>, most: number): Promise<Reminded[]> {
  const until = now.add({ hours: reminderHours })
  const { rows } = await sql<Reminded>`
    select t.event_id as "eventId", t.title, t.starts_at as "startsAt", t.ends_at as "endsAt", t.place, t.is_online as "isOnline",
           t.video_url as "videoUrl", t.topic, t.registration_id as "registrationId", t.person_id as "personId", t.guest_name as "guestName",
           t.guest_email as "guestEmail", t.participant_organization_id as "organizationId"
      from guidance.take_reminders(${now.toString()}::timestamptz, ${until.toString()}::timestamptz, ${most}) t`.execute(
    db,
  )
  return rows
}

function guestLink(
  links: NewLink[],
  { eventId, registrationId }: Pick<Reminded, 'eventId' | 'registrationId'>,
): string {
  const secret = newSecret()
  links.push({ secretHash: sha256(secret), kind: 'guest', eventId, registrationId, expiresAt: null })
  return `/gastplaetze/${secret}`
}

const lineOf = (date: Reminded): string =>
  dateLine({ ...date, startsAt: date.startsAt.toString(), endsAt: date.endsAt.toString() }, true)
