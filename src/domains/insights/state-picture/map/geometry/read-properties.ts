import { type Faults, own, type Properties, type Thing } from './feature.ts'

const usual = { key: ['ARS', 'AGS', 'RS', 'ars', 'ags', 'key'], name: ['GEN', 'gen', 'NAME', 'name'] } as const
const words = { key: 'Schlüssel', name: 'Name' } as const
const longest = 100

/** Key and name of an area, or undefined with the faults told. */
export function readProperties(
  properties: Thing,
  wanted: Properties,
  path: string,
  faults: Faults,
): { key: string; name: string } | undefined {
  const key = readOne('key', properties, wanted.key, path, faults)
  const name = readOne('name', properties, wanted.name, path, faults)
  return key === undefined || name === undefined ? undefined : { key, name }
}

function readOne(
  what: 'key' | 'name',
  properties: Thing,
  wanted: string | undefined,
  path: string,
  faults: Faults,
): string | undefined {
  const tried = wanted ? [wanted] : usual[what]
  const property = tried.find((name) => own(properties, name) !== undefined)
  if (property === undefined) {
    const there = Object.keys(properties).slice(0, 8).join(', ')
    faults.add(
      path,
      `Es fehlt der ${words[what]} der Fläche (${tried.join(', ')}). ${there ? `Die Datei nennt: ${there.slice(0, 200)}.` : 'Die Datei nennt keine Eigenschaften.'}`,
    )
    return
  }
  const value = own(properties, property)
  const text = typeof value === 'number' && Number.isFinite(value) ? String(value) : value
  const wrong = typeof text === 'string' ? wrongText(text.trim()) : 'ist kein Text.'
  if (wrong !== undefined) faults.add(`${path}.${property}`, `Der ${words[what]} der Fläche ${wrong}`)
  return wrong === undefined && typeof text === 'string' ? text.trim().normalize('NFC') : undefined
}

function wrongText(text: string): string | undefined {
  if (text === '') return 'ist leer.'
  if (text.length > longest) return `hat mehr als ${longest} Zeichen.`
  return /[\p{Cc}\p{Cs}]/u.test(text) ? 'enthält ein Zeichen, das sich nicht speichern lässt.' : undefined
}
