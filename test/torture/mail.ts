// Torture of mail: 10,000 mails, a mail server and a PostgreSQL that are restarted, workers killed with SIGKILL. Nothing may be lost; what
// arrives twice must bear the same Message-ID, and only as many may as were under way when a worker or the mail server died.
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { type House, openHouse } from '#app/house.ts'
import { postMail } from '#foundation/notifications/index.ts'
import { isRefusal } from '#kernel/outcome.ts'
import { packageRoot, readConfig } from '#platform/config.ts'
import { nobody, operator, unitOfWork } from '#platform/db/unit-of-work.ts'
import { type MailPost, startMailServer } from '../harness/mail-server.ts'
import { findPostgres, startPostgres } from '../harness/postgres.ts'

const mailCount = Number(process.env['TORTURE_MAILS'] ?? 10_000)
/** Then it goes on in peace: a killed worker's mails come free when its lease ends, after 150 s. */
const mostAccidents = 40
/** In seconds; some four minutes were measured for 10,000 on two cores. */
const patience = 1500

async function tortureMail(): Promise<string> {
  const bin = findPostgres()
  if (!bin) return 'torture mail: skipped, because there is no PostgreSQL (apt install postgresql)'
  const server = await startPostgres(bin)
  let post: MailPost = await startMailServer()
  const settings: Record<string, string> = {
    DATABASE_URL: server.url,
    LOTSENWERK_DATA: server.folder,
    LOTSENWERK_TEST_CLOCK: '1',
    LOTSENWERK_DEMO: '0',
    LOTSENWERK_SECRET: 'a secret that only the torture knows, long enough',
    SMTP_URL: post.url,
  }
  const config = readConfig(settings)
  if (isRefusal(config)) throw new Error(config.refused)
  const house = await openHouse(config)
  if (isRefusal(house)) throw new Error(house.refused)
  const begin = (): ChildProcess =>
    spawn(process.execPath, [join(packageRoot, 'dist/server/cli.js'), 'worker'], {
      env: { ...process.env, ...settings },
      stdio: 'ignore',
    })
  await fill(house)
  const workers = [begin(), begin()]
  const received: string[] = []
  const accidents = { kills: 0, mailServer: 0, database: 0 }
  const happen = async (count: number): Promise<void> => {
    const at = count % 5
    if (at < 2) {
      workers[at]?.kill('SIGKILL')
      workers[at] = begin()
      accidents.kills += 1
    } else if (at === 2) {
      const { port } = post.server
      await post.stop()
      received.push(...post.received)
      post = await startMailServer({}, port)
      accidents.mailServer += 1
    } else {
      await server.halt(at === 3 ? 'fast' : 'immediate')
      await server.resume()
      accidents.database += 1
    }
  }
  try {
    const began = performance.now()
    for (let count = 0; ; count++) {
      await setTimeout(2000)
      const counts = await countMails(house)
      const seconds = (performance.now() - began) / 1000
      if (counts.sent + counts.failed === mailCount || seconds > patience)
        return verdict([...received, ...post.received], counts, accidents, seconds)
      if (count < mostAccidents) await happen(count)
    }
  } finally {
    for (const worker of workers) worker.kill('SIGKILL')
    await house.database.close()
    await post.stop()
    await server.stop()
  }
}

async function fill({ database, clock }: House): Promise<void> {
  const now = clock.now()
  for (let from = 0; from < mailCount; from += 500)
    await unitOfWork(database, { as: nobody, now, mode: 'read write' }, async (db) => {
      for (let at = from; at < Math.min(from + 500, mailCount); at++)
        await postMail({ db, now }, { to: { email: `f${at}@x.example`, name: '' }, template: 'demo.welcome', data: {} })
    })
}

interface Counts {
  sent: number
  failed: number
}

async function countMails({ database, clock }: House): Promise<Counts> {
  const { rows } = await unitOfWork(database, { as: operator, now: clock.now(), mode: 'read only' }, (db) =>
    sql<{ state: string; count: number }>`select state, count::integer from mail.counts()`.execute(db),
  )
  const count = (state: string): number => rows.find((row) => row.state === state)?.count ?? 0
  return { sent: count('sent'), failed: count('failed') }
}

function verdict(
  received: string[],
  { sent, failed }: Counts,
  { kills, mailServer, database }: { kills: number; mailServer: number; database: number },
  seconds: number,
): string {
  const ids = received.map((mail) => /^Message-ID: <([^@>]+)/im.exec(mail)?.[1] ?? 'none')
  const different = new Set(ids).size
  const again = received.length - different
  const line = `torture mail: ${mailCount} mails, ${sent} sent, ${failed} failed, ${different} different arrived, ${again} again with the same Message-ID, ${kills} kills, ${mailServer} restarts of the mail server, ${database} of the database, ${seconds.toFixed(0)} s`
  // A worker has four under way at once: so many it takes with it, and so many both may have at a mail server that goes. A database that goes costs none.
  if (sent !== mailCount || different !== mailCount || again > kills * 4 + mailServer * 8) throw new Error(line)
  return line
}

export const tortureMails = [tortureMail]
