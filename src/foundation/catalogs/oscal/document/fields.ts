import { limits } from '../limits.ts'
import { placeIn, type Place } from './place.ts'
import type { Problems } from './problems.ts'
import { quoted, wholeNumber } from './wording.ts'

/** An object out of a JSON file of which nothing is known yet. */
export interface JsonObject {
  readonly [name: string]: unknown
}

export interface Located {
  json: JsonObject
  at: Place
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** OSCAL's token: what may be an id, and therefore part of an address. */
const token = /^[\p{L}_][\p{L}\p{N}.\-_]*$/u
/** Control characters except tab and line feed, and two code points that XML cannot carry: DOCX and PDF are made from these texts. */
const unprintable = /[^\P{Cc}\t\n]|[\ufffe\uffff]/gu

function kindOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'eine Liste'
  if (typeof value === 'number') return 'eine Zahl'
  if (typeof value === 'boolean') return 'ein Wahrheitswert'
  return typeof value === 'string' ? 'ein Text' : 'ein Objekt'
}

/** Line ends as LF, unprintable characters as spaces, no white space around. */
const cleanText = (text: string): string => text.replace(/\r\n?/g, '\n').replace(unprintable, ' ').trim()

const cleanLine = (text: string): string => cleanText(text).replace(/\s+/g, ' ')

function readText(
  value: unknown,
  outer: Place,
  step: string | number,
  limit: number,
  problems: Problems,
): string | null {
  if (typeof value === 'string' && value.length <= limit) return cleanText(value)
  const clause = typeof value === 'string' ? tooLong(value.length, limit) : `steht ${kindOf(value)} statt eines Textes`
  problems.add(placeIn(outer, step), clause)
  return null
}

/** A text of any number of lines; null when the field is missing. A wrong type or length is a problem and reads as null. */
export function textIn(
  { json, at }: Located,
  name: string,
  problems: Problems,
  limit: number = limits.proseLength,
): string | null {
  const value = json[name]
  return value === undefined ? null : readText(value, at, name, limit, problems)
}

export const tooLong = (length: number, limit: number): string =>
  `ist der Text mit ${wholeNumber(length)} Zeichen zu lang; erlaubt sind ${wholeNumber(limit)}`

/** As `textIn`, on one line; an empty text reads as null. */
export function lineIn(from: Located, name: string, problems: Problems, limit?: number): string | null {
  const text = textIn(from, name, problems, limit)
  return text === null ? null : cleanLine(text) || null
}

/** A line that must be there: missing or empty is a problem ("fehlt der Titel") and reads as ''. */
export function requiredLine(from: Located, name: string, what: string, problems: Problems, limit?: number): string {
  const value = from.json[name]
  const line = lineIn(from, name, problems, limit)
  if (line !== null) return line
  if (value === undefined) problems.add(placeIn(from.at, name), `fehlt ${what}`)
  else if (typeof value === 'string' && value.length <= (limit ?? limits.proseLength))
    problems.add(placeIn(from.at, name), `ist ${what} leer`)
  return ''
}

/** An id: an OSCAL token of at most 255 characters, null when missing or (reported) invalid. */
export function tokenIn(from: Located, name: string, problems: Problems): string | null {
  const value = textIn(from, name, problems, limits.idLength)
  if (value === null || (token.test(value) && value === from.json[name])) return value
  const clause =
    value === ''
      ? 'ist die ID leer'
      : `ist ${quoted(String(from.json[name]))} keine gültige ID; sie beginnt mit einem Buchstaben oder Unterstrich, danach folgen Buchstaben, Ziffern, „.“, „-“ und „_“`
  problems.add(placeIn(from.at, name), clause)
  return null
}

/** An object that may be missing. */
export function objectIn({ json, at }: Located, name: string, problems: Problems): Located | null {
  const value = json[name]
  if (value === undefined) return null
  const place = placeIn(at, name)
  if (isObject(value)) return { json: value, at: place }
  problems.add(place, `steht ${kindOf(value)} statt eines Objekts`)
  return null
}

function listIn({ json, at }: Located, name: string, problems: Problems): { items: unknown[]; at: Place } {
  const value = json[name]
  const place = placeIn(at, name)
  if (Array.isArray(value)) return { items: value, at: place }
  if (value !== undefined) problems.add(place, `steht ${kindOf(value)} statt einer Liste`)
  return { items: [], at: place }
}

/** The objects of a list that may be missing; items of another kind are problems. */
export function objectsIn(from: Located, name: string, problems: Problems): Located[] {
  const { items, at } = listIn(from, name, problems)
  const found: Located[] = []
  items.forEach((item, index) => {
    const place = placeIn(at, index)
    if (isObject(item)) found.push({ json: item, at: place })
    else problems.add(place, `steht ${kindOf(item)} statt eines Objekts`)
  })
  return found
}

/** The non-empty texts of a list that may be missing; items of another kind are problems. */
export function linesIn(from: Located, name: string, problems: Problems): string[] {
  const { items, at } = listIn(from, name, problems)
  return items.flatMap((item, index) => {
    const line = cleanLine(readText(item, at, index, limits.proseLength, problems) ?? '')
    return line === '' ? [] : [line]
  })
}
