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
  ['/vor-ort', 'termine'],
  ['/redaktion', 'meldungen'],
]

const within = (path: string, prefix: string): boolean => path === prefix || path.startsWith(`${prefix}/`)

/** Where "Hilfe" leads from here; without a page of its own, to the table of contents. */
export function helpFor(path: string): string {
  const found = chapterByPath.filter(([prefix]) => within(path, prefix)).toSorted(([a], [b]) => b.length - a.length)[0]
  return found ? helpRoutes.chapter.href({ slug: found[1] }) : helpRoutes.start.href()
}
