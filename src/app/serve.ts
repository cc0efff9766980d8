import { isRefusal } from '#kernel/outcome.ts'
import type { Config } from '#platform/config.ts'
import { systemClock } from '#platform/clock.ts'
import { jsonLog, type Log } from '#platform/log.ts'
import { demoPassword, demoSignIns } from './demo.ts'
import { openHouse } from './house.ts'
import { type RunningServer, startServer } from './server.ts'
import { createWorker } from './worker.ts'

/** The command `serve`: words for people on stdout, the JSON log on stderr; ends with SIGTERM. */
export async function serve(config: Config): Promise<0 | 1> {
  const log = logOfProcess()
  if (!config.databaseUrl)
    process.stdout.write('Lotsenwerk wird gestartet, die eingebettete Datenbank wird geöffnet …\n')
  const server = await startServer(config, log)
  if (isRefusal(server)) {
    process.stderr.write(`${server.refused}\n`)
    return 1
  }
  process.stdout.write(welcome(config, server))
  await untilTold(log)
  await server.stop()
  return 0
}

/** The command `worker`: no pages, only the work of the queue, beside any number of servers on the same PostgreSQL. */
export async function work(config: Config): Promise<0 | 1> {
  const log = logOfProcess()
  if (!config.databaseUrl) {
    process.stderr.write(
      'Die eingebettete Datenbank gehört einem Prozess allein; dort erledigt der Server die Aufträge selbst. Für weitere Prozesse bitte PostgreSQL nehmen (DATABASE_URL).\n',
    )
    return 1
  }
  const house = await openHouse(config)
  if (isRefusal(house)) {
    process.stderr.write(`${house.refused}\n`)
    return 1
  }
  const worker = createWorker(house, log)
  worker.start()
  process.stdout.write('Lotsenwerk erledigt Aufträge.\n')
  await untilTold(log)
  await worker.stop()
  await house.database.close()
  return 0
}

const logOfProcess = (): Log =>
  jsonLog(
    (line) => process.stderr.write(line),
    () => systemClock.now().toString(),
  )

/** Until SIGTERM; a bug that nobody caught ends the process at once, since nobody knows what it left. */
async function untilTold(log: Log): Promise<void> {
  process.on('uncaughtException', (error) => {
    log.error('crash', error)
    process.exit(1)
  })
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => resolve())
  })
}

function welcome(config: Config, { address, services }: RunningServer): string {
  const lines = ['', `  Lotsenwerk: ${address}`, '']
  if (services.database.embedded)
    lines.push(
      `  Daten in ${config.dataFolder}. Die eingebettete Datenbank übersteht das Ende des Programms jederzeit,`,
      '  aber keinen Stromausfall; für den Betrieb nehmen Sie PostgreSQL (DATABASE_URL).',
      '',
    )
  if (services.installation.demo)
    lines.push(`  Vorführung, alle mit dem Passwort ${demoPassword}:`, '', ...demoSignIns(), '')
  return `${lines.join('\n')}\n`
}
