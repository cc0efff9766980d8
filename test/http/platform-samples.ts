// What the operations of the queue and of mail need to succeed: two jobs that were given up, and a mail that was refused.
import { sql } from 'kysely'
import { nobody, operator, worker } from '#platform/db/unit-of-work.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { postMail } from '#foundation/notifications/index.ts'
import type { TestHouse } from '../harness/house.ts'
import { inboxSamples } from './inbox-samples.ts'
import { within } from '../harness/work.ts'

const email = 'admin@verbund.example'

/** By operation; the template of the demo and the letterhead stand at their first version. */
export async function platformSamples(house: TestHouse) {
  const [first = '', second = ''] = await deadJobs(house)
  const wording = { subject: 'Probe', text: 'Guten Tag {{name}}' }
  const letterhead = { sender: 'Verbund', closing: 'Gruß', footer: '' }
  return {
    ...(await inboxSamples(house)),
    listJobs: { email },
    countJobs: { email },
    retryJob: { of: first, email },
    discardJob: { of: second, email, body: { reason: 'Probe' } },
    listMails: { email },
    resendMail: { of: await refusedMail(house), email },
    listMailTemplates: { email },
    changeMailTemplate: { of: 'demo.welcome', email, body: { ...wording, version: 1 } },
    resetMailTemplate: { of: 'demo.welcome', email, body: { version: 2 } },
    getMailLetterhead: { email },
    changeMailLetterhead: { email, body: { ...letterhead, version: 1 } },
    resetMailLetterhead: { email, body: { version: 2 } },
  }
}

async function deadJobs(house: TestHouse): Promise<string[]> {
  for (const key of ['a', 'b']) await within(house, nobody, (ctx) => enqueue(ctx, 'sample.dead', {}, { key }))
  await within(house, worker, ({ db, now }) =>
    sql`select jobs.fail(c.id, 'sample', 1, ${now.toString()}::timestamptz, 'Probe', null)
          from jobs.claim('sample', '{sample.dead}', '{60}', ${now.toString()}::timestamptz, 2) c`.execute(db),
  )
  const { rows } = await within(house, operator, ({ db }) =>
    sql<{ id: string }>`select id from jobs.list('dead', null, null, 10) where name = 'sample.dead'`.execute(db),
  )
  return rows.map(({ id }) => id)
}

async function refusedMail(house: TestHouse): Promise<string> {
  await within(house, nobody, (ctx) =>
    postMail(ctx, { to: { email: 'probe@x.example', name: '' }, template: 'demo.welcome', data: {} }),
  )
  await within(house, worker, ({ db, now }) =>
    sql`select mail.settle(id, 'failed', 'Probe', ${now.toString()}::timestamptz) from mail.waiting(${now.toString()}::timestamptz, 1000) as id`.execute(
      db,
    ),
  )
  const { rows } = await within(house, operator, ({ db }) =>
    sql<{ id: string }>`select id from mail.outbox('{failed}', 1000) where recipient_email = 'probe@x.example'`.execute(
      db,
    ),
  )
  return rows[0]?.id ?? ''
}
