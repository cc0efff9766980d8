import { isRefusal } from '#kernel/outcome.ts'
import type { Config } from '#platform/config.ts'
import { systemClock } from '#platform/clock.ts'
import { jsonLog } from '#platform/log.ts'
import { demoPassword, demoSignIns } from './demo.ts'
import { type RunningServer, startServer } from './server.ts'

/** The command `serve`: words for people on stdout, the JSON log on stderr; ends with SIGTERM. */
export async function serve(config: Config): Promise<0 | 1> {
  const log = jsonLog(
    (line) => process.stderr.write(line),
    () => systemClock.now().toString(),
  )
  if (!config.databaseUrl)
    process.stdout.write('Lotsenwerk wird gestartet, die eingebettete Datenbank wird geöffnet …\n')
  const server = await startServer(config, log)
  if (isRefusal(server)) {
    process.stderr.write(`${server.refused}\n`)
    return 1
  }
  process.stdout.write(welcome(config, server))
  process.on('uncaughtException', (error) => {
    log.error('crash', error)
    process.exit(1)
  })
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => resolve())
  })
  await server.stop()
  return 0
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
