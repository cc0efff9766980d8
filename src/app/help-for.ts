import { helpRoutes } from '#domains/publishing/help/index.ts'

/** Which page of the handbook belongs to which part of the portal; the longest beginning of the path wins. */
export const chapterByPath: readonly [prefix: string, slug: string][] = [
  ['/pruefungen', 'pruefung-beantworten'],
  ['/kataloge', 'kataloge-und-organisationen'],
  ['/organisationen', 'organisationen'],
  ['/personen', 'personen-und-rollen'],
  ['/einladungen', 'personen-und-rollen'],
  ['/vertretung', 'personen-und-rollen'],
  ['/zuweisungen', 'personen-und-rollen'],
  ['/mein-zugang', 'sicher-anmelden'],
  ['/mein-zugang/daten', 'protokoll-und-datenschutz'],
  ['/protokoll', 'protokoll-und-datenschutz'],
  ['/datenschutz', 'protokoll-und-datenschutz'],
  ['/redaktion', 'meldungen'],
]

const within = (path: string, prefix: string): boolean => path === prefix || path.startsWith(`${prefix}/`)

/** Parts of one thing that have a page of their own, whatever its id is. */
export const chapterByPart: readonly [part: RegExp, slug: string][] = [
  [/^\/programme-im-verbund\/[^/]+\/einlesen(?:\/|$)/, 'programm-einlesen'],
]

/** Where "Hilfe" leads from here; without a page of its own, to the table of contents. */
export function helpFor(path: string): string {
  const part = chapterByPart.find(([pattern]) => pattern.test(path))
  if (part) return helpRoutes.chapter.href({ slug: part[1] })
  const found = chapterByPath.filter(([prefix]) => within(path, prefix)).toSorted(([a], [b]) => b.length - a.length)[0]
  return found ? helpRoutes.chapter.href({ slug: found[1] }) : helpRoutes.start.href()
}
