import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { type NewMail, notify, postMails, withCalendar } from '#foundation/notifications/index.ts'
import { sha256 } from '#platform/crypto/hash.ts'
import { newSecret } from '#platform/crypto/random.ts'
import type { PublicContext } from '#platform/http/context.ts'
import { packageMessage } from './calendar-package.ts'
import { kindOf } from './kind-of.ts'
import { titleOf, wordsOf } from './mail-words.ts'
import { type Occasion, type Untold, calendarDeed, isOccasion } from './untold.ts'

type Telling = Pick<PublicContext, 'db' | 'now'>

/** A secret of a mail, of which only the hash is kept. */
export interface NewLink {
  secretHash: string
  kind: 'offer' | 'guest'
  eventId: string
  registrationId: string
  expiresAt: string | null
}

/** Written here, not taken from routes.ts: verbs know no pages, and an address in a mail stays what it was. */
const paths = {
  event: (id: string) => `/kurse/${id}`,
  people: (id: string) => `/kursverwaltung/${id}/teilnehmende`,
  offer: (secret: string) => `/platzangebote/${secret}`,
  guest: (secret: string) => `/gastplaetze/${secret}`,
}

/**
 * Takes decisions of which nobody has heard and tells those they concern, in one transaction: what is told is marked so if and only if the mails are
 * in the outbox. Returns how many it took; as many as `most` says: there may be more.
 */
export async function tellDecisions(ctx: Telling, most: number): Promise<number> {
  const untold = await takeUntold(ctx, most)
  const links: NewLink[] = []
  const letters: NewMail[] = []
  for (const one of untold) if (isOccasion(one.what)) await tell(ctx, one, { occasion: one.what, links, letters })
  await keepLinks(ctx, links)
  await postMails(ctx, letters)
  return untold.length
}

/** Takes without telling: what the story of the demo says was told long ago. */
export async function takeUntold({ db, now }: Telling, most: number): Promise<Untold[]> {
  const { rows } = await sql<Untold & { decidedAt: Temporal.Instant }>`
    select u.event_id as "eventId", u.what, u.reasons, u.data, u.decided_at as "decidedAt", u.registration_id as "registrationId", u.state,
           u.position, u.ahead, u.person_id as "personId", u.guest_name as "guestName", u.guest_email as "guestEmail",
           u.participant_organization_id as "organizationId", u.organization_name as "organizationName", u.organizer_id as "organizerId",
           u.title, u.kind, u.run, u.sequence, u.offer_stop_hours as "offerStopHours", u.is_cancelled as "isCancelled",
           u.teller_ids as "tellerIds", u.dates, u.capacity, u.per_organization as "perOrganization", u.population_quota as "populationQuota"
      from guidance.take_untold(${now.toString()}::timestamptz, ${most}) u`.execute(db)
  return rows
}

export async function keepLinks({ db, now }: Telling, links: readonly NewLink[]): Promise<void> {
  if (links.length > 0)
    await sql`select guidance.add_links(${JSON.stringify(links)}::jsonb, ${now.toString()}::timestamptz)`.execute(db)
}

interface Out {
  occasion: Occasion
  links: NewLink[]
  letters: NewMail[]
}

async function tell(ctx: Telling, untold: Untold, { occasion, links, letters }: Out): Promise<void> {
  const { registrationId, personId, eventId } = untold
  const template = `events.${occasion}`
  const common = { kind: kindOf[occasion], title: titleOf(occasion, untold) }
  const words = { ...wordsOf(untold) }
  if (registrationId === null) {
    const url = paths.people(eventId)
    const mail = { template, data: { ...words, link: url } }
    await notify(ctx, { ...common, personIds: untold.tellerIds, url, organizationId: untold.organizerId, mail })
    return
  }
  const newLink = (kind: NewLink['kind']): string => {
    const secret = newSecret()
    links.push({ secretHash: sha256(secret), kind, eventId, registrationId, expiresAt: null })
    return paths[kind](secret)
  }
  const link = personId === null ? newLink('guest') : paths.event(eventId)
  const data = withDates(untold, {
    ...words,
    link,
    ...(occasion === 'offered' ? { angebot: newLink('offer') } : {}),
  })
  const organizationId = untold.organizationId ?? undefined
  if (personId !== null) {
    await notify(ctx, { ...common, personIds: [personId], url: link, organizationId, mail: { template, data } })
  } else if (untold.guestEmail) {
    letters.push({ to: { email: untold.guestEmail, name: untold.guestName ?? '' }, template, data, organizationId })
  }
}

function withDates(untold: Untold, data: Record<string, string>): Record<string, string | number> {
  const method = calendarDeed(untold)
  const message = method && packageMessage(untold, method, data['link'] ?? '')
  return message ? withCalendar(data, message) : data
}
