import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import { type Config, readConfig, schemaSources } from '#platform/config.ts'
import { newSecret } from '#platform/crypto/random.ts'
import { migrateNow, openHouse } from './house.ts'
import { type Done, type Options, operatorVerbs, runVerb } from './operator.ts'
import { askServer } from './operator-socket.ts'
import { serve } from './serve.ts'

const usage = `Aufruf: npx lotsenwerk BEFEHL [--json]

  serve                                        Server starten
  migrate                                      PostgreSQL einrichten oder aktualisieren (DATABASE_OWNER_URL)
  roles                                        SQL der Datenbankrollen ausgeben
  demo load                                    Vorführung in eine leere Installation laden
  admin create --email E --name N              ersten Zugang anlegen
               [--organization NAME] [--password-stdin]
  token create --email E                       Zugangsschlüssel für die Schnittstelle
  organization import DATEI                    Liste der Kommunen (CSV) einlesen
  catalog import DATEI                         OSCAL-Katalog einlesen
`

/** Exit codes: 0 done, 1 refused or failed, 2 wrong usage. */
type Exit = 0 | 1 | 2

const options = {
  json: { type: 'boolean' },
  email: { type: 'string' },
  name: { type: 'string' },
  organization: { type: 'string' },
  'password-stdin': { type: 'boolean' },
  help: { type: 'boolean' },
} as const

async function main(args: string[]): Promise<Exit> {
  const parsed = read(args)
  if (!parsed) return wrongUsage()
  const { values, positionals } = parsed
  if (values.help) return print(usage)
  const config = readConfig()
  if (isRefusal(config)) return complain(config.refused)
  const [noun = 'serve', verb, ...rest] = positionals
  if (positionals.length <= 1) return runSingle(noun, config)
  const name = `${noun} ${verb}`
  const takesFile = verb === 'import'
  if (!operatorVerbs[name] || rest.length !== (takesFile ? 1 : 0)) return wrongUsage()
  const given: Options = { email: values.email, name: values.name, organization: values.organization }
  if (takesFile) given['file'] = resolve(rest[0] ?? '')
  if ((name === 'admin create' || name === 'token create') && !values.email) return wrongUsage()
  const generated = name === 'admin create' ? await choosePassword(given, values['password-stdin'] ?? false) : undefined
  const outcome = await perform(config, name, given)
  if (isRefusal(outcome)) return complain(inWords(outcome))
  if (values.json)
    return print(`${JSON.stringify(generated ? { ...outcome.data, password: generated } : outcome.data)}\n`)
  return print(`${outcome.sentence}\n${generated ? `Das Passwort lautet: ${generated}\n` : ''}`)
}

function read(args: string[]) {
  try {
    return parseArgs({ args, options, allowPositionals: true })
  } catch {
    return undefined
  }
}

async function runSingle(noun: string, config: Config): Promise<Exit> {
  switch (noun) {
    case 'serve':
      return serve(config)
    case 'roles':
      return print(readFileSync(schemaSources.rolesFile, 'utf8'))
    case 'migrate': {
      const ran = await migrateNow(config)
      if (isRefusal(ran)) return complain(ran.refused)
      return print(
        ran.length === 0
          ? 'Die Datenbank ist auf dem neuesten Stand.\n'
          : `${ran.length} Schritte ausgeführt: ${ran.join(', ')}\n`,
      )
    }
    default:
      return wrongUsage()
  }
}

/** Through the running server where the embedded database is in use, else directly. */
async function perform(config: Config, verb: string, given: Options): Promise<Outcome<Done>> {
  const answer = config.databaseUrl ? undefined : await askServer(config.dataFolder, verb, given)
  if (answer) return answer
  const house = await openHouse(config)
  if (isRefusal(house)) return house
  try {
    return await runVerb(house, verb, given)
  } finally {
    await house.database.close()
  }
}

/** Never from the arguments, which every user of the machine can see. Returns it when it was made here and has to be shown once. */
async function choosePassword(given: Options, fromStdin: boolean): Promise<string | undefined> {
  if (fromStdin) given['password'] = readFileSync(0, 'utf8').split(/\r?\n/)[0]
  else if (process.stdin.isTTY) given['password'] = await ask('Passwort (mindestens 12 Zeichen): ')
  else return (given['password'] = newSecret())
  return undefined
}

async function ask(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  const answer = await terminal.question(question)
  terminal.close()
  return answer
}

const inWords = ({ refused, errors = [] }: { refused: string; errors?: { path: string; message: string }[] }): string =>
  [refused, ...errors.map(({ path, message }) => `  ${path}: ${message}`)].join('\n')

function print(text: string): Exit {
  process.stdout.write(text)
  return 0
}

function complain(text: string): Exit {
  process.stderr.write(`${text}\n`)
  return 1
}

function wrongUsage(): Exit {
  process.stderr.write(usage)
  return 2
}

process.exitCode = await main(process.argv.slice(2))
