import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { isRefusal } from '#kernel/outcome.ts'
import { idSchema } from '#platform/http/parse.ts'
import { writeItip } from '#platform/calendar/write-itip.ts'
import { type Job, type JobTools, job } from '#platform/jobs/job.ts'
import { readBounce } from '#platform/mail/bounce.ts'
import type { Mailbox } from '#platform/mail/mailbox.ts'
import { idOfMessage, messageIdOf } from '#platform/mail/outgoing-mail.ts'
import type { MailTransport } from '#platform/mail/smtp.ts'
import type { CalendarMessage } from './calendar-part.ts'
import type { MailTemplate } from './mail-template.ts'
import { clearOld, delayMail, noteBounce, noteFailed, noteSent, resumeWaiting, takeMail, tellOffice } from './outbox.ts'
import { letterheadToSend } from './queries.ts'
import { notificationRoutes } from './routes.ts'

/** What sending and reading mail stands on; without `smtp` mail waits in the outbox. */
export interface MailMachines {
  smtp: MailTransport | undefined
  mailbox: Mailbox | undefined
  /** Our address. */
  sender: string
  /** Address of this installation. */
  portal: string
  templates: readonly MailTemplate[]
}

const noServer = 'Es ist noch kein Mailserver eingerichtet (SMTP_URL)'

/** After so long a mail server that says "later" has said "no". */
const patienceHours = 5 * 24

/** Sends, takes up again, reads what came back, and tidies up. */
export const mailJobs = (machines: MailMachines): Job[] => [
  job({
    name: 'mail.send',
    title: 'Mail versenden',
    data: z.object({ id: idSchema }),
    as: 'system',
    attempts: 2000, // the mail itself gives up, after days
    longestPause: 15 * 60,
    leaseSeconds: 150, // longer than a mail server may take for one mail
    run: (tools, { id }) => send(machines, tools, id),
  }),
  job({
    name: 'mail.resume',
    title: 'Wartende Mails aufgreifen',
    data: z.unknown(),
    as: 'system',
    schedule: { everyMinutes: 10 },
    run: (tools) =>
      tools.finish(async (ctx) => {
        if (machines.smtp) await resumeWaiting(ctx, 500)
      }),
  }),
  job({
    name: 'mail.bounces',
    title: 'Unzustellbare Mails erkennen',
    data: z.unknown(),
    as: 'system',
    schedule: { everyMinutes: 5 },
    attempts: 3,
    run: (tools) => readBounces(machines, tools),
  }),
  job({
    name: 'mail.clear',
    title: 'Alte Mails und Mitteilungen löschen',
    data: z.unknown(),
    as: 'system',
    schedule: { dailyAt: '03:40' },
    run: (tools) => tools.finish(clearOld),
  }),
]

/**
 * Words the mail, hands it over outside of any transaction, notes what became of it. A process that dies between the server's
 * yes and our note hands it over again with the same Message-ID: SMTP allows no better.
 */
async function send({ smtp, sender, ...words }: MailMachines, tools: JobTools, id: string): Promise<void> {
  const { mail, name } = await tools.unit(async (ctx) => ({
    mail: await takeMail(ctx, id, { ...words, tries: smtp ? 1 : 0 }),
    name: (await letterheadToSend(ctx.db)).sender,
  }))
  if (isRefusal(mail)) return giveUp(tools, id, mail.refused)
  if (!mail) return
  if (!smtp) return tools.finish(async (ctx) => void (await delayMail(ctx, id, noServer)))
  const { to, subject, text, unsubscribe, createdAt: at } = mail
  const calendar =
    mail.calendar && invitationOf(mail.calendar, { portal: words.portal, organizer: { email: sender, name }, to })
  const messageId = messageIdOf(id, sender)
  const from = { email: sender, name }
  const delivery = await smtp.deliver({ messageId, from, to, subject, text, at, unsubscribe, calendar })
  if (delivery.outcome === 'accepted') return tools.finish(async (ctx) => void (await noteSent(ctx, id)))
  if (delivery.outcome === 'refused') return giveUp(tools, id, delivery.reason)
  if (tools.now().since(at).total('hours') > patienceHours)
    return giveUp(tools, id, `Der Mailserver hat sie fünf Tage lang nicht angenommen. Zuletzt: ${delivery.reason}`)
  await tools.unit((ctx) => delayMail(ctx, id, delivery.reason))
  throw new Error(delivery.reason)
}

interface Between {
  portal: string
  organizer: { email: string; name: string }
  to: { email: string; name: string }
}

/** The part of the mail that calendar programs read. */
const invitationOf = (
  { at, startsAt, endsAt, path, dates, ...message }: CalendarMessage,
  { portal, organizer, to }: Between,
): { method: string; text: string } => ({
  method: message.method,
  text: writeItip({
    ...message,
    at: Temporal.Instant.from(at),
    startsAt: Temporal.Instant.from(startsAt),
    endsAt: Temporal.Instant.from(endsAt),
    dates: dates?.map((date) => ({
      ...date,
      startsAt: Temporal.Instant.from(date.startsAt),
      endsAt: Temporal.Instant.from(date.endsAt),
    })),
    url: portal + path,
    organizer,
    attendee: to,
  }),
})

const giveUp = (tools: JobTools, id: string, reason: string): Promise<void> =>
  tools.finish(async (ctx) => {
    await noteFailed(ctx, id, reason)
    await tellOffice(ctx, notificationRoutes.outbox.href())
  })

/** Each report is noted before it is marked as read: a process that dies between the two reads it again, which changes nothing. */
async function readBounces({ mailbox }: MailMachines, tools: JobTools): Promise<void> {
  await mailbox?.readNew(async (source) => {
    const bounce = readBounce(source)
    if (!bounce) return false
    const { messageId, recipient: email, reason } = bounce
    await tools.unit(async (ctx) => {
      if (await noteBounce(ctx, { id: idOfMessage(messageId), email, reason }))
        await tellOffice(ctx, notificationRoutes.outbox.href())
    })
    return true
  }, tools.stopping)
}
