import type { ErrorObject } from 'ajv'

const kinds: Record<string, string> = {
  string: 'ein Text',
  array: 'eine Liste',
  object: 'ein Objekt',
  boolean: 'wahr oder falsch',
  integer: 'eine ganze Zahl',
  number: 'eine Zahl',
}

/** By a word in the name of the definition that failed, or in the name of the format: the first that occurs. */
const forms: readonly [RegExp, string][] = [
  [/uuid/i, 'Hier wird eine UUID erwartet.'],
  [/date-?time|last-modified|published/i, 'Hier wird ein Zeitpunkt mit Zeitzone erwartet, etwa 2026-03-01T08:00:00Z.'],
  [/date/i, 'Hier wird ein Datum erwartet, etwa 2026-03-01.'],
  [/email/i, 'Hier wird eine E-Mail-Adresse erwartet.'],
  [/uri/i, 'Hier wird eine Adresse (URI) erwartet.'],
  [/token/i, 'Erlaubt sind Buchstaben, Ziffern, „.“, „-“ und „_“, am Anfang ein Buchstabe oder „_“.'],
  [/string|\^\\S/i, 'Der Text ist leer, oder er beginnt oder endet mit einem Leerzeichen.'],
]

const textIn = (value: unknown): string => (typeof value === 'string' ? value : '')

const words = (values: unknown): string => (Array.isArray(values) ? values.slice(0, 12).map(String).join(', ') : '')

/** What is wrong, as a sentence about its place. */
export function inGerman({ keyword, params, schemaPath }: ErrorObject): string {
  const given: Record<string, unknown> = params
  const about = [schemaPath, textIn(given['format']), textIn(given['pattern'])].join(' ')
  switch (keyword) {
    case 'required':
      return 'Diese Angabe fehlt.'
    case 'additionalProperties':
      return 'Diese Angabe ist hier nicht vorgesehen.'
    case 'type':
      return `Hier wird ${kinds[String(given['type'])] ?? 'etwas anderes'} erwartet.`
    case 'enum':
      return `Möglich ist: ${words(given['allowedValues'])}.`
    case 'minItems':
      return 'Diese Liste ist leer; ohne Einträge wird sie weggelassen.'
    case 'anyOf':
    case 'oneOf':
      return 'Das passt zu keiner der Formen, die hier möglich sind.'
    default:
      return forms.find(([form]) => form.test(about))?.[1] ?? 'Das hat nicht die verlangte Form.'
  }
}
