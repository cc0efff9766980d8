import { accessibilityText, imprintText, privacyText } from './legal-texts.ts'
import { guideText, procurementText, securityText } from './programme-texts.ts'

/** A page of plain text that everybody reads and the office words. */
export interface PlainPage {
  /** Stable; the database and the API know it by this name. */
  name: string
  title: string
  path: string
  /** Ours, until the office writes its own. Markdown with `{{verbund}}` and `[[what has to be filled in]]`. */
  text: string
  kind: 'legal' | 'programme'
}

const legal = (name: string, title: string, text: string): PlainPage => ({
  name,
  title,
  path: `/${name}`,
  text,
  kind: 'legal',
})

const programme = (name: string, title: string, text: string): PlainPage => ({
  name,
  title,
  path: `/programme/${name}`,
  text,
  kind: 'programme',
})

export const everyPlainPage: readonly PlainPage[] = [
  legal('impressum', 'Impressum', imprintText),
  legal('datenschutz-hinweise', 'Datenschutzhinweise', privacyText),
  legal('barrierefreiheit', 'Erklärung zur Barrierefreiheit', accessibilityText),
  programme('sicherkommunal', 'SicherKOMMUNAL', securityText),
  programme('digital-lotsen', 'Digital-Lotsen', guideText),
  programme('gemeinsam-beschaffen', 'Gemeinsam beschaffen', procurementText),
]

export const findPlainPage = (name: string): PlainPage | undefined => everyPlainPage.find((page) => page.name === name)

const gap = /\[\[([^[\]\n]{1,200})\]\]/g

/** What still has to be filled in: the office's duty, nobody's invention. */
export const gapsIn = (text: string): string[] => [...text.matchAll(gap)].map(([, name]) => (name ?? '').trim())

const plain = (text: string): string => text.replaceAll(/[\\`*_[\]<>#|]/g, (mark) => `\\${mark}`)

/** As everybody reads it: with the operator's name, and in the place of each gap the words that it is one. */
export const asRead = (text: string, operator: string): string =>
  text
    .replaceAll(gap, (_, name: string) => `*(noch nicht eingetragen: ${plain(name.trim())})*`)
    .replaceAll('{{verbund}}', plain(operator))

/** The first paragraph, for the start page. */
export const teaserOf = (text: string): string =>
  text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .find((part) => part !== '' && !/^[#|`-]/.test(part)) ?? ''
