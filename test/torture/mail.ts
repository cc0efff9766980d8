// Torture of mail: a thousand mails, a moody mail server that is restarted, workers killed with SIGKILL. Nothing may be lost; what arrives
// twice must bear the same Message-ID, and only as many may as were under way when a worker or the server died.
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { openHouse } from '#app/house.ts'
import { postMail } from '#foundation/notifications/index.ts'
import { isRefusal } from '#kernel/outcome.ts'
import { packageRoot, readConfig } from '#platform/config.ts'
import { nobody, operator, unitOfWork } from '#platform/db/unit-of-work.ts'
import { type MailPost, startMailServer } from '../harness/mail-server.ts'
import { findPostgres, startPostgres } from '../harness/postgres.ts'

const mailCount = Number(process.env['TORTURE_MAILS'] ?? 1000)

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
  const now = house.clock.now()
  for (let at = 0; at < mailCount; at++)
    await unitOfWork(house.database, { as: nobody, now, mode: 'read write' }, (db) =>
      postMail({ db, now }, { to: { email: `f${at}@x.example`, name: '' }, template: 'demo.welcome', data: {} }),
    )
  const workers = [begin(), begin()]
  const received: string[] = []
  let accidents = 0
  try {
    const began = performance.now()
    for (;;) {
      await setTimeout(1500)
      const { rows } = await unitOfWork(
        house.database,
        { as: operator, now: house.clock.now(), mode: 'read only' },
        (db) => sql<{ state: string; count: number }>`select state, count::integer from mail.counts()`.execute(db),
      )
      const count = (state: string): number => rows.find((row) => row.state === state)?.count ?? 0
      const seconds = (performance.now() - began) / 1000
      if (count('sent') + count('failed') === mailCount || seconds > 900) {
        received.push(...post.received)
        return verdict(received, { sent: count('sent'), failed: count('failed') }, accidents, seconds)
      }
      if (accidents === 30) continue // whatever died last is taken up again when its lease has run out
      accidents += 1
      const at = accidents % 3
      if (at < 2) {
        workers[at]?.kill('SIGKILL')
        workers[at] = begin()
      } else {
        const { port } = post.server
        await post.stop()
        received.push(...post.received)
        post = await startMailServer({}, port)
      }
    }
  } finally {
    for (const worker of workers) worker.kill('SIGKILL')
    await house.database.close()
    await post.stop()
    await server.stop()
  }
}

function verdict(
  received: string[],
  { sent, failed }: { sent: number; failed: number },
  accidents: number,
  seconds: number,
): string {
  const ids = received.map((mail) => /^Message-ID: <([^@>]+)/im.exec(mail)?.[1] ?? 'none')
  const different = new Set(ids).size
  const line = `torture mail: ${mailCount} mails, ${sent} sent, ${failed} failed, ${different} different arrived, ${received.length - different} again with the same Message-ID, ${accidents} accidents, ${seconds.toFixed(0)} s`
  // A worker has four under way at once; an accident can make no more of them come again.
  if (sent !== mailCount || different !== mailCount || received.length - different > accidents * 8)
    throw new Error(line)
  return line
}

export const tortureMails = [tortureMail]
