// The words of the Basis-Check, explained: from catalogs/basischeck/glossar.json to a page of the handbook.
import { readInRepository } from './own-catalog-files.ts'

/** A word, in brackets another name for it or what it belongs to, and one sentence. */
export type Glossary = [term: string, explanation: string][]

const german = new Intl.Collator('de')

export const readGlossary = (): Glossary =>
  Object.entries(JSON.parse(readInRepository('catalogs/basischeck/glossar.json')) as Record<string, string>)

export const inAlphabet = (glossary: Glossary): Glossary => glossary.toSorted(([a], [b]) => german.compare(a, b))

const initial = (term: string): string => folded(term).charAt(0).toUpperCase()

const folded = (text: string): string => text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '')

export function glossaryPage(glossary: Glossary): string {
  const letters = Map.groupBy(glossary, ([term]) => initial(term))
  const sections = [...letters].map(
    ([letter, entries]) =>
      `## ${letter}\n\n${entries.map(([term, explanation]) => `- **${term}**: ${explanation}`).join('\n')}\n`,
  )
  return `# Wörter der Sicherheitsprüfung

Was die Wörter im [Basis-Check](basis-check.md) bedeuten, in je einem Satz. Sie finden ein Wort nicht? Fragen Sie Ihre IT, und sagen Sie uns Bescheid.

${sections.join('\n')}`
}

/** Whether a term stands in the text, in any case or number: „Eingebauter Zugang“ in „eingebaute Zugänge“. What stands in brackets explains it. */
export function occurs(term: string, text: string): boolean {
  const names = term.replace(/ \(.*\)$/, '').split(', ')
  const all = folded(text)
  return names.every((name) => new RegExp(`(?<!\\p{L})${patternOf(name)}`, 'u').test(all))
}

const patternOf = (name: string): string =>
  folded(name)
    .split(' ')
    .map((word) => word.replace(/(?<=.{4})(er|es|en|em|e|n|s)$/, ''))
    .map((stem) => `${stem.replaceAll(/[.*+?^$()[\]{}|\\]/g, '\\$&')}\\p{L}*`)
    .join(' ')
