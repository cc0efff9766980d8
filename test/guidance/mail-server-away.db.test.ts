// The mail server is away for a day: nothing is lost, nothing comes twice, and what ran out meanwhile says so.
import { expect } from 'vitest'
import { mailTemplates } from '#app/modules.ts'
import { mailJobs } from '#foundation/notifications/index.ts'
import { contentType, decoded, readPart, readParts } from '#platform/mail/mime-part.ts'
import { Smtp } from '#platform/mail/smtp.ts'
import { eventsOf, propertyIn, readStrictly } from '../calendar/strict-ical.ts'
import { test, type TestHouse } from '../harness/house.ts'
import { type MailPost, startMailServer } from '../harness/mail-server.ts'
import { workerOn } from '../harness/work.ts'
import { Desk, hours } from './desk.ts'

type Part = ReturnType<typeof readPart>
const leaves = (part: Part): Part[] => {
  const inner = readParts(part)
  return inner.length === 0 ? [part] : inner.flatMap(leaves)
}

const wordsOf = (raw: string, type = 'text/plain'): string | undefined => {
  const part = leaves(readPart(raw)).find((one) => contentType(one).type === type)
  return part && decoded(part)
}

const subjectsTo = (post: MailPost, email: string): string[] =>
  post.received.filter((_, at) => post.recipients[at] === email).map((raw) => wordsOf(raw) ?? '')

async function runFor(house: TestHouse, post: MailPost, times: number, pause: number): Promise<void> {
  const machines = { smtp: new Smtp(post.server, { rest: 0 }), mailbox: undefined, sender: 'portal@verbund.example', portal: 'https://portal.example', templates: mailTemplates } // prettier-ignore
  const sender = workerOn(house, mailJobs(machines))
  for (let at = 0; at < times; at += 1) {
    // The house itself has no mail server: whoever has one takes waiting mails up first.
    await sender.runDue()
    await house.services.worker.runDue()
    house.clock.set(hours(house.clock.now(), pause))
  }
  await sender.runDue()
}

test(
  'after a day without a mail server each mail arrives once, and the offer that ran out explains itself',
  { timeout: 120_000 },
  async ({ house }) => {
    const post = await startMailServer()
    try {
      await runFor(house, post, 3, 0.3) // what the story has left
      post.received.length = 0
      post.recipients.length = 0
      post.mood = 'later'
      const desk = await Desk.open(house, { title: 'Ohne Post', capacity: 2, offerHours: 12 })
      const places = await desk.guests(1, 5)
      await desk.leave(places[0]?.id ?? '')
      await runFor(house, post, 13, 2)
      expect(post.received).toEqual([])
      post.mood = 'accept'
      await runFor(house, post, 6, 0.3)
      const to = (number: number): string[] => subjectsTo(post, `gast${number}@beispiel.example`)
      expect([1, 2, 3, 4].map((number) => to(number).length)).toEqual([2, 1, 3, 3])
      const offer = to(3).find((text) => text.includes('/platzangebote/')) ?? ''
      expect(offer).toMatch(/Er ist für Sie zurückgelegt bis:/)
      const secret = /\/platzangebote\/([\w-]+)/.exec(offer)?.[1] ?? ''
      const late = await desk.accept(secret)
      expect([late.status, late.text]).toEqual([
        422,
        expect.stringContaining('Die Frist für dieses Angebot ist vorbei'),
      ])
      expect((await desk.accept(secret)).status).toBe(422)
      // Each message once, by its own number.
      const ids = post.received.map((raw) => /^Message-ID: (.*)$/im.exec(raw)?.[1])
      expect(new Set(ids).size).toBe(ids.length)
      const confirmation = post.received.find((_, at) => post.recipients[at] === 'gast2@beispiel.example')
      const calendar = wordsOf(confirmation ?? '', 'text/calendar') ?? ''
      const [event] = eventsOf(readStrictly(new TextEncoder().encode(calendar.replaceAll('\n', '\r\n'))))
      expect(event && propertyIn(event, 'UID')?.value).toBe(`kurs-${desk.event}@termine.lotsenwerk`)
      expect(event?.properties.filter(({ name }) => name === 'ATTENDEE').map(({ value }) => value)).toEqual([
        'mailto:gast2@beispiel.example',
      ])
      for (const [at, raw] of post.received.entries()) {
        const others = [1, 2, 3, 4]
          .map((number) => `gast${number}@`)
          .filter((mark) => !(post.recipients[at] ?? '').startsWith(mark))
        const whole = leaves(readPart(raw)).map(decoded).join('\n') + raw
        if ((post.recipients[at] ?? '').endsWith('@beispiel.example'))
          expect(others.filter((mark) => whole.includes(mark))).toEqual([])
      }
    } finally {
      await post.stop()
    }
  },
)
