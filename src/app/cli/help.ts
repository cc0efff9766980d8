import type { Command } from './commands.ts'
import { type Flag, flagsOf, isSecret, needsFile, placesOf, takesFile } from './flags.ts'
import { nounInWords, verbInWords } from './words.ts'

const wide = 34

const line = (left: string, right: string): string =>
  `  ${left.length < wide ? left.padEnd(wide) : `${left}\n${' '.repeat(wide + 2)}`}${right}`.trimEnd()

const argumentsOf = ({ operation }: Command): string =>
  [
    ...placesOf(operation).map((name) => name.replaceAll(/([A-Z])/g, '_$1').toUpperCase()),
    ...(takesFile(operation) ? [needsFile(operation) ? 'DATEI' : '[DATEI]'] : []),
  ].join(' ')

const title = (command: Command): string => verbInWords(command) ?? command.operation.summary

/** All nouns with their verbs. */
export function helpForAll(commands: readonly Command[]): string {
  const nouns = Map.groupBy(commands, ({ noun }) => noun)
  const parts = [...nouns].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([noun, own]) => helpForNoun(noun, own))
  return `Mit einem Zugangsschlüssel (LOTSENWERK_TOKEN oder --token) als Sie selbst, über die Schnittstelle:

${parts.join('\n')}
  Überall: --json · --acting-for ID · --url ADRESSE (sonst der Server auf diesem Rechner)
  Listen: --limit N · --cursor C · --all (alle Seiten)
  Schreiben: --body DATEI (alle Felder als JSON, - liest die Standardeingabe) · --idempotency-key K · --password-stdin
  Dateien: --output DATEI (sonst auf die Standardausgabe)
  Alle Angaben eines Befehls: npx lotsenwerk help NOMEN VERB
`
}

export const helpForNoun = (noun: string, commands: readonly Command[]): string =>
  `${[`${noun}  ${nounInWords(noun)}`.trimEnd(), ...commands.map((command) => line(`${command.verb} ${argumentsOf(command)}`, title(command)))].join('\n')}\n`

/** One command with all its flags. */
export function helpForCommand(command: Command): string {
  const { noun, verb, operation } = command
  const flags = flagsOf(operation)
  const secrets = flags.filter(({ field }) => isSecret(field)).map(({ field }) => field)
  return `Aufruf: npx lotsenwerk ${`${noun} ${verb} ${argumentsOf(command)}`.trim()}${flags.length > 0 ? ' [Angaben]' : ''}

  ${nounInWords(noun)}: ${title(command)}

${flags
  .filter(({ field }) => !isSecret(field))
  .map((flag) => `${line(`--${flag.flag} ${valueOf(flag)}`, notes(flag))}\n`)
  .join(
    '',
  )}${secrets.length > 0 ? `  Gefragt wird nach ${secrets.join(', ')}, oder mit --password-stdin je Zeile gelesen.\n` : ''}${operation.upload ? `  DATEI: ${operation.upload}\n` : ''}  Schnittstelle: ${operation.method.toUpperCase()} /api/v1${operation.path}
`
}

const values: Record<Flag['kind'], string> = {
  text: 'TEXT',
  number: 'ZAHL',
  boolean: '',
  texts: 'TEXT …',
  json: 'JSON',
}

const valueOf = ({ kind, values: words }: Flag): string =>
  kind !== 'boolean' && words.length > 0 && words.length <= 6 ? words.join('|') : values[kind]

const notes = ({ required, nullable, kind, values: words, where }: Flag): string =>
  [
    required && where === 'body' ? 'nötig' : '',
    words.length > 6 ? `eines von ${words.join(', ')}` : '',
    nullable ? 'leer: wegnehmen' : '',
    kind === 'texts' ? 'mehrmals möglich' : '',
  ]
    .filter(Boolean)
    .join('; ')
