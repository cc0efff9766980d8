import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import { findShippedCatalog, shippedNames } from '#foundation/catalogs/index.ts'
import { type Config, readCaller, readConfig, schemaSources } from '#platform/config.ts'
import { newSecret } from '#platform/crypto/random.ts'
import { actAsPerson } from './cli/as-person.ts'
import type { AskSecret } from './cli/build-request.ts'
import { commandsOf } from './cli/commands.ts'
import { migrateNow, openHouse } from './house.ts'
import { operations } from './modules.ts'
import { type Done, type Options, operatorVerbs, runVerb } from './operator.ts'
import { askServer } from './operator-socket.ts'
import { backUp } from './operations/backup.ts'
import { restore } from './operations/restore.ts'
import { serve, work } from './serve.ts'

const usage = `Aufruf: npx lotsenwerk BEFEHL [--json]

  serve                                        Server starten
  worker                                       nur die Aufträge erledigen (PostgreSQL, neben dem Server)
  migrate                                      PostgreSQL einrichten oder aktualisieren (DATABASE_OWNER_URL)
  roles                                        SQL der Datenbankrollen ausgeben
  demo load                                    Vorführung in eine leere Installation laden
  admin create --email E --name N              ersten Zugang anlegen
               [--organization NAME] [--password-stdin]
  token create --email E                       Zugangsschlüssel für die Schnittstelle
  person invite --email E --name N             erste Person einer Organisation einladen
               --organization ID|ARS|NAME --role R [--role R …]
  organization import DATEI                    Liste der Kommunen (CSV) einlesen
  catalog import DATEI|NAME [--resources JSON] OSCAL-Katalog, OSCAL-Profil oder WiBA-Arbeitsmappe einlesen;
                                               zu einem Profil {"UUID": "Kennung des Katalogs"};
                                               mitgeliefert, ohne Datei:
                                               ${shippedNames.join(', ')}
  mapping-collection import DATEI              OSCAL-Zuordnung zwischen Katalogen einlesen
  map import DATEI --title T --attribution A   Umrisse der Landkreise (GeoJSON, TopoJSON) einlesen;
             [--key-property P] [--name-property P] [--object EBENE]
  audit verify [--head SIEGEL]                 Protokoll prüfen; mit einem aufbewahrten Siegel auch sein Ende
  search rebuild                               die Suche neu aufbauen, auch bei laufendem Server
  maintenance on|off [--message TEXT]          Seiten und Schnittstelle schließen und wieder öffnen
  backup DATEI [--passphrase-file P]           alles sichern, auch bei laufendem Server; mit Kennwort verschlüsselt
  restore DATEI [--passphrase-file P]          Sicherung in eine leere Installation einspielen
  help [NOMEN [VERB]]                          alle Befehle, auch die mit einem Zugangsschlüssel
`

/** Exit codes: 0 done, 1 refused or failed, 2 wrong usage. */
type Exit = 0 | 1 | 2

const options = {
  json: { type: 'boolean' },
  email: { type: 'string' },
  name: { type: 'string' },
  organization: { type: 'string' },
  'password-stdin': { type: 'boolean' },
  'passphrase-file': { type: 'string' },
  head: { type: 'string' },
  message: { type: 'string' },
  resources: { type: 'string' },
  title: { type: 'string' },
  attribution: { type: 'string' },
  'key-property': { type: 'string' },
  'name-property': { type: 'string' },
  object: { type: 'string' },
  role: { type: 'string', multiple: true },
  help: { type: 'boolean' },
} as const

async function main(args: string[]): Promise<Exit> {
  const asPerson = await actAsPerson(args, {
    ...readCaller(),
    commands: commandsOf(operations),
    isOperators: (words) => words in operatorVerbs,
    usage,
    terminal: {
      out: (text) => void process.stdout.write(text),
      err: (text) => void process.stderr.write(text),
      askSecret,
    },
  })
  if (asPerson !== undefined) return asPerson
  const parsed = read(args)
  if (!parsed) return wrongUsage()
  if (parsed.values.help) return print(usage)
  const config = readConfig()
  if (isRefusal(config)) return complain(config.refused)
  const [noun = 'serve', ...rest] = parsed.positionals
  const command = fileCommands[noun]
  if (command) return runFileCommand(config, command, rest, parsed.values)
  return rest.length === 0
    ? runSingle(noun, config)
    : runOperator(config, `${noun} ${rest[0]}`, rest.slice(1), parsed.values)
}

type Values = NonNullable<ReturnType<typeof read>>['values']

async function runOperator(config: Config, verb: string, files: string[], values: Values): Promise<Exit> {
  if (!operatorVerbs[verb]) return wrongUsage(isSingle(verb.split(' ')[0]) ? undefined : verb)
  const given = givenFor(verb, files, values)
  if (!given) return wrongUsage()
  const generated = verb === 'admin create' ? await choosePassword(given, values['password-stdin'] ?? false) : undefined
  const outcome = await perform(config, verb, given)
  if (isRefusal(outcome)) return complain(inWords(outcome))
  if (values.json)
    return print(`${JSON.stringify(generated ? { ...outcome.data, password: generated } : outcome.data)}\n`)
  return print(`${outcome.sentence}\n${generated ? `Das Passwort lautet: ${generated}\n` : ''}`)
}

/** Commands that are one word and work on a file themselves, with or without a server. */
const fileCommands: Record<string, typeof backUp> = { backup: backUp, restore }

async function runFileCommand(config: Config, command: typeof backUp, files: string[], values: Values): Promise<Exit> {
  const [file, ...more] = files
  if (file === undefined || more.length > 0) return wrongUsage()
  const passphraseFile = values['passphrase-file']
  const outcome = await command(config, {
    file: resolve(file),
    passphraseFile: passphraseFile === undefined ? undefined : resolve(passphraseFile),
  })
  if (isRefusal(outcome)) return complain(outcome.refused)
  return print(values.json ? `${JSON.stringify(outcome.data)}\n` : `${outcome.sentence}\n`)
}

/** What the verb needs, or nothing when the words are not those of its usage. */
function givenFor(
  verb: string,
  files: string[],
  { email, name, organization, head, message, resources, role, title, attribution, object, ...properties }: Values,
): Options | undefined {
  const takesFile = verb.endsWith(' import')
  if (files.length !== (takesFile ? 1 : 0)) return undefined
  if ((verb === 'admin create' || verb === 'token create') && !email) return undefined
  if (verb === 'person invite' && !(email && name && organization && role)) return undefined
  return {
    email,
    name,
    organization,
    head,
    message,
    resources,
    role: role?.join(','),
    title,
    attribution,
    object,
    'key-property': properties['key-property'],
    'name-property': properties['name-property'],
    ...(takesFile ? { file: fileFor(verb, files[0] ?? '') } : {}),
  }
}

/** A shipped catalog goes by its word, also where a file is called so: that one is `./basischeck`. */
const fileFor = (verb: string, word: string): string =>
  verb === 'catalog import' && findShippedCatalog(word) ? word : resolve(word)

function read(args: string[]) {
  try {
    return parseArgs({ args, options, allowPositionals: true })
  } catch {
    return undefined
  }
}

const isSingle = (word = ''): boolean => ['serve', 'worker', 'migrate', 'roles'].includes(word)

async function runSingle(noun: string, config: Config): Promise<Exit> {
  switch (noun) {
    case 'serve':
      return serve(config)
    case 'worker':
      return work(config)
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
      return wrongUsage(Object.keys(operatorVerbs).some((verb) => verb.startsWith(`${noun} `)) ? undefined : noun)
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

/** One line each from the standard input, or typed; undefined when nobody is there to ask. */
function askSecret(fromStdin: boolean): AskSecret {
  const lines = fromStdin ? readFileSync(0, 'utf8').split(/\r?\n/) : []
  return async (field) => {
    if (fromStdin) return lines.shift() || undefined
    return process.stdin.isTTY ? ask(`${field}: `) : undefined
  }
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

function wrongUsage(unknown?: string): Exit {
  process.stderr.write(`${unknown === undefined ? '' : `„${unknown}“ gibt es nicht.\n\n`}${usage}`)
  return 2
}

/** What nobody foresaw: still a sentence first, then what whoever mends it has to know. */
const failed = (error: unknown): Exit =>
  complain(`Das hat nicht geklappt, und es liegt an uns.\n${error instanceof Error ? error.stack : String(error)}`)

process.exitCode = await main(process.argv.slice(2)).catch(failed)
