// PostgreSQL is restarted under load while the product runs: clean answers meanwhile, and afterwards everything once and nothing lost.
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type MailPost, startMailServer } from '../harness/mail-server.ts'
import { findPostgres, startPostgres, type TestServer } from '../harness/postgres.ts'
import {
  build,
  killAll,
  newFolder,
  removeFolder,
  type Running,
  serve,
  type Settings,
  speaker,
  startWorker,
  tokenOf,
} from './built-product.ts'
import { type Refused, steadyWriter, type Steady } from './steady-writer.ts'
import { signIn, whoIs } from './visitor.ts'

const bin = findPostgres()
const [isb, office] = ['isb@musterstadt.example', 'amt@musterstadt.example']

describe.skipIf(!bin)(
  'PostgreSQL restarted under load (skipped where there is none: apt-get install postgresql)',
  () => {
    let folder: string
    let postgres: TestServer
    let post: MailPost
    let settings: Settings
    let server: Running
    let worker: Running
    let address: string

    beforeAll(build)
    beforeEach(async () => {
      folder = newFolder()
      post = await startMailServer()
      postgres = await startPostgres(bin ?? '')
      settings = {
        DATABASE_URL: postgres.url,
        LOTSENWERK_DATA: folder,
        LOTSENWERK_DEMO: '1',
        LOTSENWERK_SECRET: 'the same long secret for all of the processes',
        SMTP_URL: post.url,
      }
      server = serve(settings)
      address = await server.address
      worker = await startWorker(settings)
    })
    afterEach(async () => {
      killAll()
      await postgres.stop()
      await post.stop()
      removeFolder(folder)
    })
    afterAll(killAll)

    const query = async <Row extends pg.QueryResultRow>(text: string): Promise<Row[]> => {
      const client = new pg.Client({ connectionString: postgres.url })
      await client.connect()
      try {
        return (await client.query<Row>(text)).rows
      } finally {
        await client.end()
      }
    }

    const single = async <Row extends pg.QueryResultRow>(text: string): Promise<Row> => {
      const [row] = await query<Row>(text)
      if (!row) throw new Error(`no row: ${text}`)
      return row
    }

    test('every answer and every mail is there once, and neither process had to be restarted', async () => {
      const cookie = (await signIn(address, isb, 'lotsenwerk-demo')) ?? ''
      const [isbToken, officeToken] = [await tokenOf(settings, isb), await tokenOf(settings, office)]
      const load = await begin(address, isbToken, officeToken)
      for (const mode of ['fast', 'immediate', 'fast', 'immediate'] as const) {
        const before = load.notes.length
        await load.until(() => load.notes.length >= before + 10)
        await postgres.halt(mode)
        await setTimeout(300 + Math.random() * 700)
        await postgres.resume()
        const after = load.notes.length
        await load.until(() => load.notes.length >= after + 5)
      }
      await load.end()

      const refused = load.writers.flatMap((writer) => writer.refused)
      expect(refused.length).toBeGreaterThan(0)
      for (const reply of refused) expectClean(reply)
      const replayed = load.writers.reduce((sum, writer) => sum + writer.replayed, 0)

      const answers = await query<{ note: string; count: string }>(
        `select note, count(*)::text as count from security.answer where note like 'Last %' group by note`,
      )
      expect(answers.map(({ note }) => note).toSorted()).toEqual(load.notes.toSorted())
      expect(answers.filter(({ count }) => count !== '1')).toEqual([])
      expect(
        await single(`select count(*) filter (where event = 'answer.given') = (select count(*) from security.answer where not unconfirmed) as answers,
        count(*) filter (where event = 'invitation.sent' and at >= (select min(sent_at) from identity.invitation where email like 'last-%')) >= ${load.emails.length} as invitations
        from audit.entry`),
      ).toEqual({ answers: true, invitations: true })

      const invited = await query<{ email: string }>(`select email from identity.invitation where email like 'last-%'`)
      expect(invited.map(({ email }) => email).toSorted()).toEqual(load.emails.toSorted())
      const began = performance.now()
      const unsent = `select count(*)::integer as n from mail.message where recipient_email like 'last-%' and state <> 'sent'`
      while ((await single<{ n: number }>(unsent)).n > 0 && performance.now() - began < 60_000) {
        // Half a minute's pause after a failed try is what users get; here nobody waits for it.
        await query(`update jobs.job set due_at = now() where failure is not null and done_at is null`)
        await setTimeout(500)
      }
      expect(
        await single(`select (select count(*)::integer from mail.message where recipient_email like 'last-%' and state = 'sent') as sent,
        (select count(*)::integer from jobs.job where done_at is null and name = 'mail.send') as open,
        (select count(*)::integer from jobs.job where dead_at is not null) as dead`),
      ).toEqual({ sent: load.emails.length, open: 0, dead: 0 })
      const arrived = post.recipients.filter((email) => email.startsWith('last-'))
      // What was handed over when the database went is noted as soon as it is back, and not handed over again.
      expect(arrived.toSorted()).toEqual(load.emails.toSorted())

      expect(await whoIs(address, cookie)).toBe(isb)
      expect([server.process.exitCode, worker.process.exitCode]).toEqual([null, null])
      const ended = await Promise.all([server.stop(), worker.stop()])
      expect(ended.map(({ code }) => code)).toEqual([0, 0])
      console.log(
        `restarted four times: ${load.notes.length} answers, ${load.emails.length} mails, ${refused.length} requests refused meanwhile, ${replayed} replayed`,
      )
    })

    test('while it is away pages and API say so in German, and a restarted one is found again at once', async () => {
      const token = await tokenOf(settings, isb)
      const call = speaker(address, token)
      const cookie = (await signIn(address, isb, 'lotsenwerk-demo')) ?? ''
      await postgres.halt('fast')
      const page = await fetch(`${address}/organisationen`, { headers: { cookie } })
      const html = await page.text()
      expect([page.status, page.headers.get('retry-after')]).toEqual([503, '30'])
      expect(html).toMatch(
        /<h1[^>]*>Das Lotsenwerk ist gerade nicht erreichbar<\/h1><p>Gespeichert wurde nichts; bitte/,
      )
      expect(html).toContain(page.headers.get('x-request-id'))
      expect(html).not.toMatch(/ECONNREFUSED|node_modules|\bat \S+ \(/)
      const reply = await call<{ type: string; requestId: string }>('GET', '/assessments')
      expect(reply).toMatchObject({
        status: 503,
        body: { type: '/fehler/nicht-erreichbar', requestId: expect.stringMatching(/^[\dA-Z-]{14}$/) },
      })
      const health = async (path: string): Promise<number> => (await fetch(`${address}/health/${path}`)).status
      expect([await health('ready'), await health('live')]).toEqual([503, 200])
      expect(await (await fetch(`${address}/metrics`)).text()).toContain('lotsenwerk_database_up 0')
      await postgres.resume()
      expect((await call('GET', '/assessments')).status).toBe(200)
      expect(await health('ready')).toBe(200)
    })
  },
)

/** What somebody reads whose request met the restart. */
function expectClean({ status, contentType, text }: Refused): void {
  expect({ status, contentType }).toEqual({
    status: expect.toSatisfy((each: number) => each === 503 || each === 500 || each === 409),
    contentType: 'application/problem+json; charset=utf-8',
  })
  expect(JSON.parse(text)).toMatchObject({
    title: expect.stringMatching(/^[A-ZÄÖÜ].*\.$/),
    requestId: expect.stringMatching(/^[\dA-Z-]{14}$/),
    errors: [],
  })
  expect(text).not.toMatch(/ECONN|terminat|node_modules|\.ts:|\.js:|select |stack/)
}

interface Load {
  writers: Steady[]
  /** Of answers that were acknowledged. */
  notes: string[]
  /** Of invitations that were acknowledged. */
  emails: string[]
  until(reached: () => boolean): Promise<void>
  end(): Promise<void>
}

/** Three who answer, each its own questions, and one who invites. */
async function begin(address: string, isbToken: string, officeToken: string): Promise<Load> {
  const call = speaker(address, isbToken)
  const checks = await call<{ items: { id: string; catalogId: string; state: string }[] }>('GET', '/assessments')
  const { id, catalogId } = checks.body.items.find(({ state }) => state === 'open') ?? { id: '', catalogId: '' }
  const controls = await call<{ items: { id: string }[] }>('GET', `/catalogs/${catalogId}/controls?limit=200`)
  const me = await speaker(address, officeToken)<{ actingFor: { id: string } }>('GET', '/me')
  const stop = new AbortController()
  const load: Load = {
    writers: [],
    notes: [],
    emails: [],
    until: async (reached) => {
      const latest = performance.now() + 60_000
      while (!reached()) {
        if (performance.now() > latest)
          throw new Error(`no progress: ${JSON.stringify(load.writers.map(({ refused }) => refused.at(-1)))}`)
        await setTimeout(20)
      }
    },
    end: async () => {
      stop.abort()
      await Promise.all(work)
    },
  }
  const answerer = async (place: number): Promise<void> => {
    const writer = steadyWriter(address, isbToken)
    load.writers.push(writer)
    const own = controls.body.items.filter((_, at) => at % 3 === place)
    const versions = new Map<string, number>()
    for (let at = 0; !stop.signal.aborted; at++) {
      const control = own[at % own.length]?.id ?? ''
      const path = `/assessments/${id}/answers/${control}`
      const [note, known] = [`Last ${place} ${at}`, versions.get(control)]
      const body = { answer: 'no', note, ...(known ? { version: known } : {}) }
      const reply = await writer.send<{ version: number }>('PUT', path, body)
      versions.set(control, reply.body.version) // also of a refusal: it names the version that counts
      if (reply.status === 200) load.notes.push(note)
    }
  }
  const inviter = async (): Promise<void> => {
    const writer = steadyWriter(address, officeToken)
    load.writers.push(writer)
    for (let at = 0; !stop.signal.aborted; at++) {
      const email = `last-${at}@musterstadt.example`
      const body = { email, name: `Person ${at}`, organizationId: me.body.actingFor.id, roles: ['itStaff'] }
      const reply = await writer.send('POST', '/invitations', body)
      if (reply.status !== 201) throw new Error(JSON.stringify(reply))
      load.emails.push(email)
    }
  }
  const work = [...[0, 1, 2].map(answerer), inviter()]
  return load
}
