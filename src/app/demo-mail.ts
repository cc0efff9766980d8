import type { Temporal } from 'temporal-polyfill'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import {
  changeLetterhead,
  changeWording,
  notificationKinds,
  notificationMails,
  notify,
  postMailToPerson,
} from '#foundation/notifications/index.ts'
import type { Db } from '#platform/db/database.ts'
import { operator, speakAs } from '#platform/db/unit-of-work.ts'
import type { Actor, Place } from '#platform/http/context.ts'

interface DemoOffice {
  /** Who words the mails of the cooperative. */
  administrator: { id: string; name: string; email: string }
  cooperative: Place
  personIds: string[]
}

const letterhead = {
  closing: 'Freundliche Grüße aus der Geschäftsstelle',
  footer:
    'Telefon 0391 5550-120, montags bis donnerstags 9 bis 15 Uhr\nportal@verbund.example\nDas Portal erreichen Sie unter {{portal}}.',
}

/** The cooperative has words of its own for its mails, and everybody of the story finds a first one. */
export async function tellMail(db: Db, now: Temporal.Instant, office: DemoOffice): Promise<void> {
  const { administrator, cooperative, personIds } = office
  await speakAs(db, { personId: administrator.id, actingFor: cooperative.id }, now)
  const actor: Actor = {
    personId: administrator.id,
    name: administrator.name,
    email: administrator.email,
    actingFor: cooperative,
    roles: ['administrator'],
    organizations: [cooperative],
  }
  const ctx = { actor, db, now }
  must(await changeLetterhead(ctx, { sender: cooperative.name, ...letterhead, version: 0 }))
  for (const template of notificationMails.filter(({ name }) => name === 'demo.welcome'))
    must(await changeWording(ctx, template, { ...template, subject: 'Willkommen in der Vorführung', version: 0 }))
  await speakAs(db, operator, now)
  await notify(ctx, {
    personIds,
    kind: notificationKinds.welcome,
    title: 'In Ihrem Postfach der Demo liegt eine erste Mail.',
    url: '/demo/postfach',
  })
  for (const personId of personIds) await postMailToPerson(ctx, { personId, template: 'demo.welcome', data: {} })
}

function must(outcome: Outcome<unknown>): void {
  if (isRefusal(outcome)) throw new Error(`demo: ${outcome.refused}`)
}
