import { type Outcome, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { notify, postMails } from '#foundation/notifications/index.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import { organizers } from '../access.ts'
import type { Event } from '../event/event.ts'
import { allRegistrations } from '../places/queries.ts'
import type { Registration } from '../places/registration.ts'
import { lastHeld, recipientsOf } from './group-mail.ts'
import { deskKinds, groupTemplate } from './notifications.ts'
import { presentAt } from './queries.ts'
import type { MailInput } from './schemas.ts'

/** Whom a mail to this group would reach now. */
export async function reachedBy(
  { db, now }: Pick<Context, 'db' | 'now'>,
  event: Event,
  audience: MailInput['audience'],
): Promise<Registration[]> {
  const last = audience === 'absent' ? lastHeld(event, now) : undefined
  const present = last ? await presentAt(db, event.id, last.id) : undefined
  return recipientsOf(await allRegistrations(db, event.id), audience, present)
}

/** One mail for each person, never with the addresses of others; what was written is kept with the event. */
export async function mailGroup(ctx: Context, event: Event, mail: MailInput): Promise<Outcome<{ id: string }>> {
  const { db, now, actor } = ctx
  const { audience, subject, text } = mail
  const places = await reachedBy(ctx, event, audience)
  if (places.length === 0)
    return refuse('Geschrieben ist niemandem: In dieser Gruppe ist gerade niemand.', [
      { path: 'audience', message: 'In dieser Gruppe ist gerade niemand.' },
    ])
  const id = newId()
  const people = [...new Set(places.flatMap(({ personId }) => personId ?? []))]
  const guests = places.filter(({ personId }) => personId === null)
  await db
    .insertInto('guidance.group_mail')
    .values({
      id,
      event_id: event.id,
      organization_id: event.organizerId,
      audience,
      subject,
      text,
      sent_at: now.toString(),
      sent_by: actor.personId,
      recipients: people.length + guests.length,
    })
    .execute()
  const data = { betreff: subject, text, veranstaltung: event.title }
  await notify(ctx, {
    personIds: people,
    kind: deskKinds.group,
    title: `${event.title}: ${subject}`,
    url: `/kurse/${event.id}`,
    organizationId: event.organizerId,
    mail: { template: groupTemplate, data },
  })
  await postMails(
    ctx,
    guests.map(({ name, guestEmail }) => ({
      to: { name, email: guestEmail },
      template: groupTemplate,
      data,
      organizationId: event.organizerId,
    })),
  )
  await record(ctx, 'event.mailed', {
    organizationId: event.organizerId,
    subjectId: event.id,
    data: { title: event.title, recipients: people.length + guests.length, audience },
    needs: organizers,
  })
  return { id }
}
