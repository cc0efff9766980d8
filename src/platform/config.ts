import { randomBytes } from 'node:crypto'
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import type { SchemaSources } from './db/embedded.ts'
import { type MailSettings, readMailSettings } from './mail/settings.ts'
import { readScannerAddress, type ScannerAddress } from './storage/malware-scanner.ts'

/** The folder of the package: from src/platform in development and tests, from dist/server when built. */
export const packageRoot = fileURLToPath(new URL('../..', import.meta.url))

const { version } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { version: string }

export const productVersion = version

export const schemaSources: SchemaSources = {
  rolesFile: join(packageRoot, 'db/roles.sql'),
  migrationsFolder: join(packageRoot, 'db/migrations'),
  templateFolder: join(packageRoot, 'node_modules/.cache/lotsenwerk/template'),
}

/** Settings, as docs and contract name them; read once, nowhere else. */
export interface Config {
  port: number
  host: string
  dataFolder: string
  databaseUrl: string | undefined
  databaseOwnerUrl: string | undefined
  /** undefined: decided by where it runs. */
  demo: boolean | undefined
  baseUrl: string
  testClock: boolean
  trustedProxies: string[]
  secret: string | undefined
  mail: MailSettings
  /** Where clamd listens (CLAMD_URL); undefined: uploads are not scanned. */
  scanner?: ScannerAddress | undefined
  /** Whom to tell about a weakness (security.txt): `mailto:…` or `https://…`; undefined: the sender of our mail. */
  securityContact?: string | undefined
  /** Whether this process does the work of the queue; otherwise `lotsenwerk worker` has to. */
  work: boolean
}

type Environment = Record<string, string | undefined>

export function readConfig(env: Environment = process.env): Outcome<Config> {
  const port = readPort(env['PORT'])
  if (isRefusal(port)) return port
  const host = env['HOST'] || '127.0.0.1'
  const baseUrl = readBaseUrl(env['LOTSENWERK_BASE_URL'], host, port)
  if (isRefusal(baseUrl)) return baseUrl
  const testClock = env['LOTSENWERK_TEST_CLOCK'] === '1'
  if (testClock && !isLoopback(host))
    return refuse(
      `LOTSENWERK_TEST_CLOCK=1 geht nur auf diesem Rechner selbst. HOST ist ${host}; erlaubt ist 127.0.0.1.`,
    )
  const mail = readMailSettings(env, baseUrl)
  if (isRefusal(mail)) return mail
  const scanner = readScannerAddress(env['CLAMD_URL'])
  if (isRefusal(scanner)) return scanner
  return {
    port,
    host,
    dataFolder: resolve(env['LOTSENWERK_DATA'] || 'data'),
    databaseUrl: env['DATABASE_URL'] || undefined,
    databaseOwnerUrl: env['DATABASE_OWNER_URL'] || undefined,
    demo: readSwitch(env['LOTSENWERK_DEMO']),
    baseUrl,
    testClock,
    trustedProxies: (env['TRUSTED_PROXIES'] ?? '')
      .split(',')
      .map((address) => address.trim())
      .filter(Boolean),
    secret: env['LOTSENWERK_SECRET'] || undefined,
    mail,
    scanner,
    securityContact: readContact(env['LOTSENWERK_SECURITY_CONTACT']),
    work: env['LOTSENWERK_WORK'] !== '0',
  }
}

/** Undefined when nothing was said. */
const readSwitch = (text: string | undefined): boolean | undefined =>
  text === undefined || text === '' ? undefined : text === '1'

const readContact = (text: string | undefined): string | undefined =>
  text && /^(mailto:|https:\/\/|tel:)/.test(text) ? text : text && `mailto:${text}`

/** Of a command line that speaks to a server: the own token, and where the server is unless --url says otherwise. */
export const readCaller = (env: Environment = process.env): { token: string | undefined; url: string } => ({
  token: env['LOTSENWERK_TOKEN'] || undefined,
  url: `http://127.0.0.1:${env['PORT'] || 3000}`,
})

export const isLoopback = (host: string): boolean => /^(127\.\d+\.\d+\.\d+|::1|\[::1\]|localhost)$/.test(host)

function readPort(text: string | undefined): Outcome<number> {
  const port = Number(text || 3000)
  return Number.isInteger(port) && port >= 0 && port < 65_536
    ? port
    : refuse(`PORT=${text} ist keine Portnummer. Bitte eine Zahl von 1 bis 65535 angeben.`)
}

function readBaseUrl(text: string | undefined, host: string, port: number): Outcome<string> {
  if (!text) return `http://${host.includes(':') && !host.startsWith('[') ? `[${host}]` : host}:${port}`
  const url = URL.parse(text)
  return url && (url.protocol === 'http:' || url.protocol === 'https:')
    ? url.origin
    : refuse(`LOTSENWERK_BASE_URL=${text} ist keine Adresse. Beispiel: https://portal.verbund.example`)
}

/** The secret as it is, without making one: for commands that may run on another machine than the server. */
export function storedSecret({ secret, dataFolder }: Pick<Config, 'secret' | 'dataFolder'>): string | undefined {
  const file = join(dataFolder, 'secret')
  return secret ?? (existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined)
}

/** Makes the data folder when it is missing; a sentence when it cannot be made or written. */
export function prepareDataFolder(dataFolder: string): Outcome<true> {
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
    accessSync(dataFolder, constants.R_OK | constants.W_OK | constants.X_OK)
    return true
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    return refuse(
      `Der Datenordner ${dataFolder} lässt sich nicht anlegen oder beschreiben (${reason}). Bitte prüfen Sie die Rechte, oder wählen Sie mit LOTSENWERK_DATA einen anderen.`,
    )
  }
}

/** Key of the tamper-proof marks in forms and cookies: from the setting, else made once in the data folder (0600). */
export function readSecret({ secret, dataFolder }: Pick<Config, 'secret' | 'dataFolder'>): Outcome<string> {
  if (secret !== undefined)
    return secret.length >= 32
      ? secret
      : refuse('LOTSENWERK_SECRET ist zu kurz. Bitte mindestens 32 zufällige Zeichen angeben.')
  const file = join(dataFolder, 'secret')
  if (!existsSync(file)) {
    const folder = prepareDataFolder(dataFolder)
    if (isRefusal(folder)) return folder
    try {
      writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
  const stored = readFileSync(file, 'utf8').trim()
  return stored.length >= 32
    ? stored
    : refuse(`Die Datei ${file} ist beschädigt. Bitte löschen; beim nächsten Start entsteht sie neu.`)
}
