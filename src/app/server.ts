import { createAdaptorServer, type ServerType } from '@hono/node-server'
import type { Server } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import { type Config, readSecret } from '#platform/config.ts'
import { dumpTables } from '#platform/backup/dump-tables.ts'
import { packTar } from '#platform/backup/tar.ts'
import type { Log } from '#platform/log.ts'
import { loadAssets } from './assets.ts'
import { createApp } from './create-app.ts'
import { openHouse } from './house.ts'
import { openInstallation, readInstallation } from './installation.ts'
import { runVerb } from './operator.ts'
import { listenForOperator, type Streams } from './operator-socket.ts'
import { watchInstallation } from './operations/watch-installation.ts'
import type { Services } from './services.ts'
import { createWorker } from './worker.ts'

export interface RunningServer {
  services: Services
  address: string
  /** No new requests, those under way finish, then the database is closed. */
  stop(): Promise<void>
}

/** Everything from the settings to the open port; every expected reason not to start is a sentence. */
export async function startServer(config: Config, log: Log): Promise<Outcome<RunningServer>> {
  const secret = readSecret(config)
  if (isRefusal(secret)) return secret
  const house = await openHouse(config)
  if (isRefusal(house)) return house
  const installation = await openInstallation(house)
  if (isRefusal(installation)) {
    await house.database.close()
    return installation
  }
  const stopping = new AbortController()
  const worker = createWorker(house, log)
  const services: Services = {
    ...house,
    log,
    secret,
    assets: loadAssets(),
    installation,
    worker,
    stopping: stopping.signal,
  }
  const socket = house.database.embedded
    ? await listenForOperator(config.dataFolder, operatorOf(services), streamsOf(services))
    : undefined
  const server = createAdaptorServer({ fetch: createApp(services).fetch })
  limitTimes(server as Server)
  const port = await listen(server, config)
  if (isRefusal(port)) {
    socket?.close()
    await house.database.close()
    return port
  }
  if (config.work) worker.start()
  const unwatch = watchInstallation(services)
  const stop = async (): Promise<void> => {
    stopping.abort()
    unwatch()
    socket?.close()
    await Promise.all([closeServer(server as Server), worker.stop()])
    await house.database.close()
  }
  return { services, address: addressOf(config, port), stop }
}

/** Rows of a backup, read at one moment through the one connection: requests wait until they are on their way. */
const streamsOf = ({ database, log }: Services): Streams => ({
  backup: async (sink) => {
    const began = performance.now()
    try {
      await database.asOwner?.((client) => pipeline(packTar(dumpTables(client)), sink))
      log.info('backup', { ms: Math.round(performance.now() - began) })
    } catch (error) {
      log.error('backup', error)
      throw error
    }
  },
})

/** An operator's verb can change what pages say about the installation. */
const operatorOf = (services: Services) => async (verb: string, options: Record<string, string | undefined>) => {
  const outcome = await runVerb(services, verb, options)
  services.installation = await readInstallation(services)
  return outcome
}

/** A client that sends slowly or not at all must not hold a connection for ever. */
function limitTimes(server: Server): void {
  server.headersTimeout = 20_000
  server.requestTimeout = 120_000
  server.keepAliveTimeout = 10_000
}

function listen(server: ServerType, { host, port }: Config): Promise<Outcome<number>> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE')
        resolve(refuse(`Der Anschluss ${port} ist schon belegt. Bitte mit PORT einen anderen wählen.`))
      else if (error.code === 'EADDRNOTAVAIL' || error.code === 'EACCES')
        resolve(refuse(`Auf ${host}:${port} lässt sich nicht lauschen (${error.code}). Bitte HOST und PORT prüfen.`))
      else reject(error)
    })
    server.listen(port, host.replace(/^\[|\]$/g, ''), () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
}

const addressOf = (config: Config, port: number): string =>
  config.port === 0 ? `http://${config.host}:${port}` : config.baseUrl

async function closeServer(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve))
  server.closeIdleConnections()
  const patience = setTimeout(() => server.closeAllConnections(), 15_000)
  await closed
  clearTimeout(patience)
}
