// Two servers and two workers as processes of their own on one PostgreSQL: they share people, schedules and work.
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { createDatabase, type OwnDatabase } from '../database/own-database.ts'
import { type MailPost, startMailServer } from '../harness/mail-server.ts'
import {
  build,
  killAll,
  newFolder,
  removeFolder,
  serve,
  type Settings,
  speaker,
  startWorker,
  tokenOf,
} from './built-product.ts'
import { signIn, signOut, whoIs } from './visitor.ts'

const [isb, office] = ['isb@musterstadt.example', 'amt@musterstadt.example']

describe.skipIf(!inject('templates').postgres)(
  'two servers and two workers (skipped where there is no PostgreSQL: apt-get install postgresql)',
  () => {
    let database: OwnDatabase
    let post: MailPost
    let folder: string
    let settings: Settings
    beforeAll(build)
    beforeEach(async () => {
      database = await createDatabase('demo')
      post = await startMailServer()
      folder = newFolder()
      settings = {
        DATABASE_URL: database.url,
        LOTSENWERK_DATA: folder,
        LOTSENWERK_DEMO: '1',
        LOTSENWERK_SECRET: 'the same long secret for all of the processes',
        SMTP_URL: post.url,
      }
    })
    afterEach(async () => {
      killAll()
      await database.drop()
      await post.stop()
      removeFolder(folder)
    })
    afterAll(killAll)

    const query = async <Row extends pg.QueryResultRow>(text: string): Promise<Row[]> => {
      const client = new pg.Client({ connectionString: database.url })
      await client.connect()
      try {
        return (await client.query<Row>(text)).rows
      } finally {
        await client.end()
      }
    }

    const settled = async (unfinished: string): Promise<void> => {
      const until = performance.now() + 60_000
      for (;;) {
        const rows = await query(unfinished)
        if (rows.length === 0) return
        if (performance.now() > until) throw new Error(`unfinished: ${JSON.stringify(rows)}`)
        await setTimeout(100)
      }
    }

    test('who signs in at one is signed in at the other, and signed out everywhere', async () => {
      const servers = [serve({ ...settings, LOTSENWERK_WORK: '0' }), serve({ ...settings, LOTSENWERK_WORK: '0' })]
      const [one = '', two = ''] = await Promise.all(servers.map((server) => server.address))
      const cookie = (await signIn(one, isb, 'lotsenwerk-demo')) ?? ''
      expect([await whoIs(one, cookie), await whoIs(two, cookie)]).toEqual([isb, isb])
      await signOut(two, cookie)
      expect([await whoIs(one, cookie), await whoIs(two, cookie)]).toEqual([undefined, undefined])
      const ended = await Promise.all(servers.map((server) => server.stop()))
      expect(ended.map(({ code }) => code)).toEqual([0, 0])
    })

    test('what is due by schedule runs once, whoever sees it first', async () => {
      const first = await startWorker(settings)
      await settled(`select 1 where not exists (select from jobs.schedule)`)
      await first.stop()
      await query(`delete from jobs.job`)
      await query(`update jobs.schedule set next_at = now() - interval '1 day'`)
      const servers = [serve(settings), serve(settings)]
      const processes = [...(await Promise.all([startWorker(settings), startWorker(settings)])), ...servers]
      await Promise.all(servers.map((server) => server.address))
      await settled(`select name from jobs.schedule where next_at <= now()`)
      // What quiet hours of somebody hold back is due tomorrow.
      await settled(`select name from jobs.job where done_at is null and due_at <= now()`)
      const runs = await query<{ name: string; runs: number }>(
        `select s.name, (select count(*)::integer from jobs.job j where j.name = s.name and j.key = 'schedule') as runs
           from jobs.schedule s order by 1`,
      )
      expect(runs.length).toBeGreaterThan(4)
      expect(runs.filter(({ runs: count }) => count !== 1)).toEqual([])
      const ended = await Promise.all(processes.map((each) => each.stop()))
      expect(ended.map(({ code }) => code)).toEqual([0, 0, 0, 0])
    })

    test('mails that two servers ask for are sent once each by two workers, of which one is stopped in between', async () => {
      await query(`update mail.message set state = 'failed' where state = 'waiting'`)
      const workers = [await startWorker(settings), await startWorker(settings)]
      const servers = [serve({ ...settings, LOTSENWERK_WORK: '0' }), serve({ ...settings, LOTSENWERK_WORK: '0' })]
      const addresses = await Promise.all(servers.map((server) => server.address))
      const token = await tokenOf(settings, office)
      const me = await speaker(addresses[0] ?? '', token)<{ actingFor: { id: string } }>('GET', '/me')
      const emails = Array.from({ length: 60 }, (_, at) => `neu-${at}@musterstadt.example`)
      const invite = async (place: number): Promise<void> => {
        const call = speaker(addresses[place] ?? '', token)
        for (const [at, email] of emails.entries()) {
          if (at % 2 !== place) continue
          const body = { email, name: `Neu ${at}`, organizationId: me.body.actingFor.id, roles: ['itStaff'] }
          expect((await call('POST', '/invitations', body)).status).toBe(201)
        }
      }
      await Promise.all([invite(0), invite(1), setTimeout(300).then(() => workers[0]?.stop())])
      await settled(
        `select recipient_email, state from mail.message where recipient_email like 'neu-%' and state <> 'sent'`,
      )
      expect(post.recipients.filter((email) => email.startsWith('neu-')).toSorted()).toEqual(emails.toSorted())
      expect(await query(`select name from jobs.job where dead_at is not null`)).toEqual([])
    })
  },
)
