// A second reader of iCal, written from RFC 5545 alone: it refuses what the standard refuses, where calendar programs are kind.

export interface Property {
  name: string
  parameters: Record<string, string>
  value: string
}

export interface Component {
  name: string
  properties: Property[]
  components: Component[]
}

/** Throws with the place at the first thing that is not as the standard has it. */
export function readStrictly(bytes: Uint8Array): Component {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  if (!text.endsWith('\r\n')) throw new Error('does not end with CRLF')
  const lines = text.slice(0, -2).split('\r\n')
  lines.forEach((line, at) => {
    if (/[\r\n]/.test(line)) throw new Error(`line ${at + 1}: a bare CR or LF`)
    const octets = new TextEncoder().encode(line).length
    if (octets > 75) throw new Error(`line ${at + 1}: ${octets} octets`)
    // oxlint-disable-next-line no-control-regex -- a calendar holds no control characters but tabs
    if (/[\u0000-\u0008\u000B-\u001F\u007F]/.test(line)) throw new Error(`line ${at + 1}: a control character`)
  })
  const unfolded: string[] = []
  for (const line of lines)
    if (line.startsWith(' ')) unfolded.push(`${unfolded.pop() ?? ''}${line.slice(1)}`)
    else unfolded.push(line)
  return componentOf(unfolded.map(propertyOf))
}

function propertyOf(line: string): Property {
  const [, name, parameters, value] = /^([A-Z][A-Z0-9-]*)((?:;[A-Z-]+=(?:"[^"]*"|[^;:,"]*))*):(.*)$/su.exec(line) ?? []
  if (name === undefined || value === undefined) throw new Error(`no content line: ${line}`)
  const pairs = (parameters ?? '').split(';').slice(1)
  return {
    name,
    value,
    parameters: Object.fromEntries(pairs.map((pair) => [pair.split('=')[0] ?? '', pair.split('=')[1] ?? ''])),
  }
}

function componentOf(properties: Property[]): Component {
  const open: Component[] = []
  let root: Component | undefined
  for (const property of properties) {
    if (root) throw new Error(`something follows the end: ${property.name}`)
    if (property.name === 'BEGIN') {
      open.push({ name: property.value, properties: [], components: [] })
    } else if (property.name === 'END') {
      const closed = open.pop()
      if (closed?.name !== property.value) throw new Error(`END:${property.value} ends nothing`)
      const parent = open.at(-1)
      if (parent) parent.components.push(closed)
      else root = closed
    } else {
      const there = open.at(-1)
      if (!there) throw new Error(`${property.name} stands outside`)
      there.properties.push(property)
    }
  }
  if (!root) throw new Error('nothing is closed')
  return checked(root)
}

const values: Record<string, RegExp> = {
  DTSTAMP: /^\d{8}T\d{6}Z$/,
  'LAST-MODIFIED': /^\d{8}T\d{6}Z$/,
  SEQUENCE: /^\d{1,10}$/,
  STATUS: /^(TENTATIVE|CONFIRMED|CANCELLED)$/,
  TRANSP: /^(OPAQUE|TRANSPARENT)$/,
  VERSION: /^2\.0$/,
  URL: /^[a-z]+:\/\/[\x21-\x7E]+$/,
  'REFRESH-INTERVAL': /^PT\d+H$/,
}

/** Text is escaped: nothing but `\\`, `\;`, `\,` and `\n` after a backslash, and no bare comma or semicolon. */
const text = /^(?:[^\\;,]|\\[\\;,nN])*$/su
const texts = new Set(['SUMMARY', 'DESCRIPTION', 'LOCATION', 'UID', 'X-WR-CALNAME', 'NAME', 'PRODID'])
const once = ['UID', 'DTSTAMP', 'DTSTART', 'DTEND', 'SUMMARY', 'SEQUENCE', 'STATUS', 'URL', 'RECURRENCE-ID']

function checked(root: Component): Component {
  if (root.name !== 'VCALENDAR') throw new Error(`${root.name} is no calendar`)
  for (const needed of ['VERSION', 'PRODID'])
    if (root.properties.filter(({ name }) => name === needed).length !== 1) throw new Error(`${needed} is needed once`)
  const zones = root.components
    .filter(({ name }) => name === 'VTIMEZONE')
    .map((zone) => zone.properties.find(({ name }) => name === 'TZID')?.value)
  const events = root.components.filter(({ name }) => name === 'VEVENT')
  for (const event of events) checkEvent(event, zones)
  const uids = events.map((event) =>
    [propertyIn(event, 'UID')?.value, propertyIn(event, 'RECURRENCE-ID')?.value].join(' ').trim(),
  )
  const twice = uids.find((uid, at) => uids.indexOf(uid) !== at)
  if (twice !== undefined) throw new Error(`two events are ${twice}`)
  root.properties.forEach(checkValue)
  return root
}

function checkEvent(event: Component, zones: (string | undefined)[]): void {
  for (const name of once)
    if (event.properties.filter((each) => each.name === name).length > 1) throw new Error(`${name} twice`)
  const [uid, start, stamp] = ['UID', 'DTSTART', 'DTSTAMP'].map((name) => propertyIn(event, name))
  if (!uid || !start || !stamp) throw new Error('an event needs UID, DTSTART and DTSTAMP')
  checkTime(start, zones)
  const end = propertyIn(event, 'DTEND')
  if (end) {
    checkTime(end, zones)
    if (end.parameters['VALUE'] !== start.parameters['VALUE']) throw new Error('DTEND is of another kind')
    if (end.value.length === start.value.length && end.value <= start.value) throw new Error('ends before it begins')
  }
  for (const name of ['RDATE', 'RECURRENCE-ID'])
    for (const property of event.properties.filter((each) => each.name === name)) checkTime(property, zones)
  event.properties.forEach(checkValue)
}

function checkValue({ name, value }: Property): void {
  if (texts.has(name) && !text.test(value)) throw new Error(`${name} is not escaped: ${value}`)
  if (values[name] && !values[name].test(value)) throw new Error(`${name} is ${value}`)
}

function checkTime({ name, parameters, value }: Property, zones: (string | undefined)[]): void {
  const zone = parameters['TZID']
  if (parameters['VALUE'] === 'DATE') {
    if (!/^\d{8}$/.test(value)) throw new Error(`${name} is ${value}`)
  } else if (zone === undefined) {
    if (!/^\d{8}T\d{6}Z$/.test(value)) throw new Error(`${name} floats: ${value}`)
  } else {
    if (!zones.includes(zone)) throw new Error(`there is no VTIMEZONE of ${zone}`)
    if (!/^\d{8}T\d{6}$/.test(value)) throw new Error(`${name} is ${value}`)
  }
}

export const propertyIn = (component: Component, name: string): Property | undefined =>
  component.properties.find((each) => each.name === name)

export const eventsOf = (calendar: Component): Component[] =>
  calendar.components.filter(({ name }) => name === 'VEVENT')

/** The value of a text as people read it. */
export const plain = (component: Component, name: string): string | undefined =>
  propertyIn(component, name)?.value.replaceAll(/\\(.)/gsu, (_, sign: string) =>
    sign === 'n' || sign === 'N' ? '\n' : sign,
  )
