import { writeFileSync } from 'node:fs'
import { isRefusal } from '#kernel/outcome.ts'
import { type AskSecret, buildRequest, type Given } from './build-request.ts'
import { type ApiReply, callApi, type Caller } from './call-api.ts'
import { type Command, findCommand } from './commands.ts'
import { helpForAll, helpForCommand, helpForNoun } from './help.ts'
import { problemInWords, replyInWords } from './reply-in-words.ts'

/** Exit codes: 0 done, 1 refused or failed, 2 wrong usage. */
export type Exit = 0 | 1 | 2

/** What the command line touches besides the network. */
export interface Terminal {
  out(text: string | Uint8Array): void
  err(text: string): void
  askSecret(fromStdin: boolean): AskSecret
}

export interface Surroundings {
  commands: readonly Command[]
  /** Words that the operator's verbs have too: without a token they are theirs. */
  isOperators(words: string): boolean
  /** From LOTSENWERK_TOKEN. */
  token: string | undefined
  url: string
  /** Of the operator's verbs. */
  usage: string
  terminal: Terminal
}

/** The command through the REST API as the person behind the token; undefined when the words are the operator's. */
export async function actAsPerson(args: string[], around: Surroundings): Promise<Exit | undefined> {
  const { terminal, commands } = around
  const shared = takeShared(args)
  const [noun = '', verb = '', ...rest] = shared.rest
  if (noun === 'help') return help(shared.rest.slice(1), around)
  const command = findCommand(commands, noun, verb)
  const wantsHelp = shared.rest.includes('--help')
  if (command && wantsHelp) return say(terminal, helpForCommand(command))
  const token = shared.token ?? around.token
  const operators = around.isOperators(`${noun} ${verb}`)
  if (!command) {
    const own = commands.filter((one) => one.noun === noun)
    return own.length === 0 || operators ? undefined : unknownVerb(noun, verb, own, terminal)
  }
  if (token === undefined || token === '') {
    if (operators) return undefined
    return misuse(
      terminal,
      `Für „${noun} ${verb}“ brauchen Sie einen Zugangsschlüssel: in LOTSENWERK_TOKEN oder mit --token.\n`,
    )
  }
  const caller = { url: (shared.url ?? around.url).replace(/\/+$/, ''), token, actingFor: shared.actingFor }
  return run(command, rest, { caller, asJson: shared.json, terminal })
}

/** A noun alone or with --help is a question, a wrong verb is wrong usage; both get the verbs there are. */
function unknownVerb(noun: string, verb: string, own: Command[], terminal: Terminal): Exit {
  const verbs = helpForNoun(noun, own)
  if (verb === '--help') return say(terminal, verbs)
  return misuse(terminal, verb === '' ? verbs : `„${noun} ${verb}“ gibt es nicht. Möglich ist:\n\n${verbs}`)
}

function help(words: string[], { terminal, commands, usage }: Surroundings): Exit {
  const [noun, verb] = words
  if (noun === undefined) return say(terminal, `${usage}\n${helpForAll(commands)}`)
  const command = findCommand(commands, noun, verb ?? '')
  if (command) return say(terminal, helpForCommand(command))
  const own = commands.filter((one) => one.noun === noun)
  return own.length > 0
    ? say(terminal, helpForNoun(noun, own))
    : misuse(terminal, `„${noun}“ gibt es nicht. Alle Befehle zeigt: npx lotsenwerk help\n`)
}

interface Shared {
  json: boolean
  token: string | undefined
  url: string | undefined
  actingFor: string | undefined
  rest: string[]
}

/** What every command knows, wherever it stands among the words. */
function takeShared(args: string[]): Shared {
  const given = new Map<string, string>()
  const rest: string[] = []
  for (let at = 0; at < args.length; at++) {
    const word = args[at] ?? ''
    const [, name = '', , value] = /^--(token|url|acting-for|json)(=(.*))?$/s.exec(word) ?? []
    if (name === '') rest.push(word)
    else if (name === 'json') given.set(name, 'yes')
    else given.set(name, value ?? args[++at] ?? '')
  }
  return {
    json: given.has('json'),
    token: given.get('token'),
    url: given.get('url'),
    actingFor: given.get('acting-for'),
    rest,
  }
}

interface Running {
  caller: Caller
  asJson: boolean
  terminal: Terminal
}

async function run(command: Command, args: string[], running: Running): Promise<Exit> {
  const { caller, asJson, terminal } = running
  if (!URL.canParse(caller.url))
    return misuse(terminal, `--url ${caller.url} ist keine Adresse. Beispiel: https://portal.verbund.example\n`)
  const given = await buildRequest(command, args, (fromStdin) => terminal.askSecret(fromStdin))
  if ('misused' in given) return misuse(terminal, `${given.misused}\n\n${helpForCommand(command)}`)
  if (isRefusal(given)) return fail(terminal, given.refused)
  const reply = given.all ? await collectAll(caller, given) : await callApi(caller, given.request, given.idempotencyKey)
  if (isRefusal(reply)) return fail(terminal, reply.refused)
  if ('problem' in reply) return fail(terminal, problemInWords(reply.problem))
  if ('file' in reply) return keep(terminal, reply, given.output)
  if ('done' in reply) return asJson ? 0 : say(terminal, 'Erledigt.\n')
  if (asJson) return say(terminal, `${JSON.stringify(reply.json)}\n`)
  const next = nextOf(reply.json)
  const exit = say(terminal, replyInWords(reply.json))
  if (next !== null) terminal.err(`Das ist nicht alles. Weiter geht es mit --cursor ${next}, alles zeigt --all.\n`)
  return exit
}

const nextOf = (body: unknown): string | null =>
  typeof body === 'object' && body !== null && 'next' in body && typeof body.next === 'string' ? body.next : null

/** One page after the other, as one list. What is no list is taken as it is. */
async function collectAll(caller: Caller, { request }: Given): ReturnType<typeof callApi> {
  const items: unknown[] = []
  const query = new URLSearchParams(request.query)
  if (!query.has('limit')) query.set('limit', '200')
  for (;;) {
    const reply = await callApi(caller, { ...request, query })
    if (isRefusal(reply) || !('json' in reply)) return reply
    const body = reply.json
    if (typeof body !== 'object' || body === null || !('items' in body) || !Array.isArray(body.items)) return reply
    items.push(...(body.items as unknown[]))
    const next = nextOf(body)
    if (next === null) return { json: { items, next: null } }
    query.set('cursor', next)
  }
}

function keep(terminal: Terminal, { file }: Extract<ApiReply, { file: Buffer }>, output: string | undefined): Exit {
  if (output === undefined) {
    terminal.out(file)
    return 0
  }
  try {
    writeFileSync(output, file, { mode: 0o600 })
  } catch {
    return fail(terminal, `Die Datei ${output} lässt sich nicht schreiben.`)
  }
  return say(terminal, `Gespeichert in ${output}.\n`)
}

function say(terminal: Terminal, text: string): 0 {
  terminal.out(text)
  return 0
}

function fail(terminal: Terminal, text: string): 1 {
  terminal.err(`${text}\n`)
  return 1
}

function misuse(terminal: Terminal, text: string): 2 {
  terminal.err(text)
  return 2
}
