import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'

/** One property with the line it begins in, for whoever looks for a fault. */
export interface IcsProperty {
  name: string
  parameters: Readonly<Record<string, string>>
  value: string
  line: number
}

export interface IcsComponent {
  name: string
  line: number
  properties: IcsProperty[]
  components: IcsComponent[]
}

const mostLines = 50_000
const deepest = 8

export const atLine = (line: number, message: string) =>
  refuse(`Zeile ${line}: ${message}`, [{ path: 'file', message: `Zeile ${line}: ${message}` }])

/** The calendars of a file, as RFC 5545 has its lines; refused with the number of the first line that is none. */
export function readComponents(text: string): Outcome<IcsComponent[]> {
  const lines = unfolded(text)
  if (isRefusal(lines)) return lines
  const [roots, open] = [[] as IcsComponent[], [] as IcsComponent[]]
  for (const { text: words, line } of lines) {
    const property = propertyOf(words, line)
    if (isRefusal(property)) return property
    const fault = place(property, { roots, open })
    if (fault) return fault
  }
  const left = open.at(-1)
  if (left) return atLine(left.line, `${left.name} beginnt hier und endet nicht.`)
  return roots
}

interface Line {
  text: string
  line: number
}

/** Long lines are written in pieces, each further one after a blank. Empty lines may stand at the ends alone. */
function unfolded(text: string): Outcome<Line[]> {
  const raw = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
  if (raw.length > mostLines) return refuse(`Die Datei hat mehr als ${mostLines.toLocaleString('de')} Zeilen.`)
  const pieces: { parts: string[]; line: number }[] = []
  let empty: number | undefined
  for (const [at, words] of raw.entries()) {
    if (words === '') {
      if (pieces.length > 0) empty ??= at + 1
      continue
    }
    if (empty !== undefined)
      return words.trim() === ''
        ? refuse('Die Datei ist leer.')
        : atLine(empty, 'Hier steht eine leere Zeile mitten im Kalender.')
    if (/^[ \t]/.test(words)) {
      const last = pieces.at(-1)
      if (!last) return atLine(at + 1, 'Die Datei beginnt mitten in einer Zeile.')
      last.parts.push(words.slice(1))
    } else pieces.push({ parts: [words], line: at + 1 })
  }
  return pieces.map(({ parts, line }) => ({ text: parts.join(''), line }))
}

const head = /^(?:[A-Za-z0-9-]+\.)?([A-Za-z0-9-]+)/
const parameter = /^;([A-Za-z0-9-]+)=((?:"[^"]*"|[^";:,])*(?:,(?:"[^"]*"|[^";:,])*)*)/

function propertyOf(text: string, line: number): Outcome<IcsProperty> {
  const [whole = '', name] = head.exec(text) ?? []
  if (name === undefined) return atLine(line, 'Das ist keine Zeile eines Kalenders.')
  const parameters: Record<string, string> = {}
  let rest = text.slice(whole.length)
  while (rest.startsWith(';')) {
    const [part = '', key = '', value = ''] = parameter.exec(rest) ?? []
    if (part === '') return atLine(line, `Die Angaben bei ${name} sind nicht vollständig.`)
    parameters[key.toUpperCase()] = value.replaceAll('"', '')
    rest = rest.slice(part.length)
  }
  if (!rest.startsWith(':')) return atLine(line, `Nach ${name} fehlt der Doppelpunkt.`)
  return { name: name.toUpperCase(), parameters, value: rest.slice(1), line }
}

function place(
  { name, value, line, parameters }: IcsProperty,
  { roots, open }: Record<'roots' | 'open', IcsComponent[]>,
) {
  const word = value.trim().toUpperCase()
  const there = open.at(-1)
  if (name === 'BEGIN') {
    if (open.length >= deepest) return atLine(line, 'Hier ist zu viel ineinander geschachtelt.')
    if (!there && word !== 'VCALENDAR') return atLine(line, `${word} steht außerhalb eines Kalenders.`)
    const begun: IcsComponent = { name: word, line, properties: [], components: [] }
    ;(there?.components ?? roots).push(begun)
    open.push(begun)
    return undefined
  }
  if (!there) return atLine(line, 'Ein Kalender beginnt mit BEGIN:VCALENDAR.')
  if (name !== 'END') {
    there.properties.push({ name, parameters, value, line })
    return undefined
  }
  if (there.name !== word) return atLine(line, `Hier endet ${word}, offen ist aber ${there.name}.`)
  open.pop()
  return undefined
}

/** A text as people read it, in one line. */
export const plainText = (value: string): string =>
  value
    .replaceAll(/\\([nN,;\\])/g, (_, sign: string) => (sign.toLowerCase() === 'n' ? ' ' : sign))
    .replaceAll(/[\p{C}\s]+/gu, ' ')
    .toWellFormed()
    .trim()
