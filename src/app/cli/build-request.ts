import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { type Outcome, refuse } from '#kernel/outcome.ts'
import type { Command } from './commands.ts'
import { type Flag, flagsOf, isSecret, needsFile, placesOf, takesFile } from './flags.ts'

export interface ApiRequest {
  method: string
  /** Below /api/v1, without the query. */
  path: string
  query: URLSearchParams
  body: string | FormData | undefined
}

/** Switches of every command, besides those that name the fields of its request. */
export const switches = {
  all: { type: 'boolean' },
  body: { type: 'string' },
  output: { type: 'string' },
  'password-stdin': { type: 'boolean' },
  'idempotency-key': { type: 'string' },
} as const

export interface Given {
  request: ApiRequest
  all: boolean
  output: string | undefined
  idempotencyKey: string | undefined
}

/** The words were not understood: the usage of the command belongs beside the sentence. */
export interface Misused {
  misused: string
}

/** Reads a secret from the person or from the standard input; undefined when neither is possible. */
export type AskSecret = (field: string) => Promise<string | undefined>

export async function buildRequest(
  { operation }: Command,
  args: string[],
  askSecret: (fromStdin: boolean) => AskSecret,
): Promise<Given | Misused | Outcome<never>> {
  const flags = flagsOf(operation)
  const parsed = read(args, flags)
  if ('misused' in parsed) return parsed
  const { values, positionals } = parsed
  const places = placesOf(operation)
  const file = takesFile(operation) ? positionals[places.length] : undefined
  if (positionals.length < places.length + (needsFile(operation) ? 1 : 0)) return { misused: 'Es fehlt eine Angabe.' }
  if (positionals.length > places.length + (takesFile(operation) ? 1 : 0))
    return { misused: 'Das sind zu viele Angaben.' }
  // As parts of an address these would lead to another one.
  if (positionals.slice(0, places.length).some((place) => /^\.{0,2}$/.test(place)))
    return { misused: 'Eine Kennung ist leer oder besteht nur aus Punkten.' }
  const filled = collect(flags, values)
  if ('misused' in filled) return filled
  const missing = await fillSecrets(filled.body, flags, {
    all: values['password-stdin'] === true,
    ask: askSecret(values['password-stdin'] === true),
  })
  if (missing) return missing
  const path = places.reduce(
    (text, name, at) => text.replace(`{${name}}`, encodeURIComponent(positionals[at] ?? '')),
    operation.path,
  )
  const body = bodyOf(operation, filled.body, { file, whole: text(values['body']) })
  if (typeof body === 'object' && 'refused' in body) return body
  const hasBody = operation.body !== undefined || takesFile(operation)
  return {
    request: { method: operation.method.toUpperCase(), path, query: filled.query, body: hasBody ? body : undefined },
    all: values['all'] === true,
    output: text(values['output']),
    idempotencyKey: text(values['idempotency-key']),
  }
}

/** Those that are needed are asked for; the others only when they come by the standard input. */
async function fillSecrets(
  body: Record<string, unknown>,
  flags: Flag[],
  { all, ask }: { all: boolean; ask: AskSecret },
): Promise<Misused | undefined> {
  for (const { field, required } of flags.filter((flag) => flag.where === 'body' && isSecret(flag.field))) {
    if (!required && !all) continue
    const secret = await ask(field)
    if (secret !== undefined) body[field] = secret
    else if (required)
      return { misused: `${field} wird gebraucht: bitte mit --password-stdin über die Standardeingabe geben.` }
  }
  return undefined
}

type Values = Record<string, string | boolean | (string | boolean)[] | undefined>

const text = (value: Values[string]): string | undefined => (typeof value === 'string' ? value : undefined)

function read(args: string[], flags: Flag[]): { values: Values; positionals: string[] } | Misused {
  const own = flags
    .filter(({ field }) => !isSecret(field))
    .map(({ flag, kind }) => [
      flag,
      { type: kind === 'boolean' ? ('boolean' as const) : ('string' as const), multiple: kind === 'texts' },
    ])
  try {
    return parseArgs({
      args,
      options: { ...Object.fromEntries(own), ...switches },
      allowPositionals: true,
      allowNegative: true,
    })
  } catch (error) {
    const unknown = /'(-[^']*)'/.exec(String(error))?.[1]
    return { misused: unknown ? `Die Angabe ${unknown} passt hier nicht.` : 'Der Befehl ist so nicht zu verstehen.' }
  }
}

interface Filled {
  query: URLSearchParams
  body: Record<string, unknown>
}

function collect(flags: Flag[], values: Values): Filled | Misused {
  const filled: Filled = { query: new URLSearchParams(), body: {} }
  for (const flag of flags) {
    const given = values[flag.flag]
    if (given === undefined) continue
    const value = valueOf(flag, given)
    if (value === undefined) return { misused: `--${flag.flag} erwartet JSON.` }
    if (flag.where === 'query') filled.query.set(flag.field, String(value.is))
    else filled.body[flag.field] = value.is
  }
  return filled
}

/** What is no number stays as it is typed: the server says in German what is wrong with it. */
function valueOf(
  { kind, nullable }: Flag,
  given: string | boolean | (string | boolean)[],
): { is: unknown } | undefined {
  if (given === '' && nullable) return { is: null }
  switch (kind) {
    case 'number':
      return { is: given !== '' && Number.isFinite(Number(given)) ? Number(given) : given }
    case 'json':
      try {
        return { is: JSON.parse(String(given)) as unknown }
      } catch {
        return undefined
      }
    case 'texts':
      // One empty value is the empty list.
      return { is: Array.isArray(given) && given.length === 1 && given[0] === '' ? [] : given }
    case 'boolean':
    case 'text':
      return { is: given }
  }
}

function bodyOf(
  { upload, rawJson }: Command['operation'],
  fields: Record<string, unknown>,
  { file, whole }: { file: string | undefined; whole: string | undefined },
): Outcome<string | FormData> {
  try {
    if (file !== undefined && upload !== undefined) {
      const form = new FormData()
      for (const [name, value] of Object.entries(fields))
        form.set(name, typeof value === 'string' ? value : JSON.stringify(value))
      form.set('file', new Blob([readFileSync(file)]), basename(file))
      return form
    }
    if (file !== undefined && rawJson) return readFileSync(file, 'utf8')
    if (whole === undefined) return JSON.stringify(fields)
    const document: unknown = JSON.parse(readFileSync(whole === '-' ? 0 : whole, 'utf8'))
    return JSON.stringify(typeof document === 'object' && document ? { ...document, ...fields } : document)
  } catch (error) {
    if (error instanceof SyntaxError) return refuse(`In ${whole ?? file} steht kein gültiges JSON.`)
    return refuse(`Die Datei ${file ?? whole} gibt es nicht, oder sie lässt sich nicht lesen.`)
  }
}
