import { helpRoutes } from '#domains/publishing/help/index.ts'

/** Which page of the handbook belongs to which part of the portal; the longest beginning of the path wins. `*` is any one part of it. */
export const chapterByPath: readonly [prefix: string, slug: string][] = [
  ['/pruefungen', 'pruefung-beantworten'],
  ['/pruefungen/rahmenwerke', 'mehrere-rahmenwerke'],
  ['/pruefungen/*/vorschlaege', 'mehrere-rahmenwerke'],
  ['/kataloge', 'kataloge-und-organisationen'],
  ['/organisationen', 'organisationen'],
  ['/programme-im-verbund', 'programme'],
  ['/teilnahmen', 'programme'],
  ['/budget', 'budget'],
  ['/teilnahmen/*/budget', 'budget'],
  ['/programme-im-verbund/*/budgets', 'budget'],
  ['/personen', 'personen-und-rollen'],
  ['/einladungen', 'personen-und-rollen'],
  ['/vertretung', 'personen-und-rollen'],
  ['/einwilligungen', 'einwilligungen'],
  ['/zuweisungen', 'personen-und-rollen'],
  ['/mein-zugang', 'sicher-anmelden'],
  ['/mein-zugang/daten', 'protokoll-und-datenschutz'],
  ['/protokoll', 'protokoll-und-datenschutz'],
  ['/datenschutz', 'protokoll-und-datenschutz'],
  ['/massnahmen', 'massnahmen'],
  ['/cockpit', 'cockpit'],
  ['/landesbild', 'landesbild'],
  ['/oeffentlich/landesbild', 'landesbild'],
  ['/kurse', 'kurse'],
  ['/anmeldungen', 'kurse'],
  ['/platzangebote', 'kurse'],
  ['/gastplaetze', 'kurse'],
  ['/kurseinladungen', 'kurse'],
  ['/kursverwaltung', 'kurse-verwalten'],
  ['/kursverwaltung/*/termine', 'kurse-verwalten'],
  ['/kursverwaltung/*/zertifikate', 'kurs-anwesenheit'],
  ['/kursverwaltung/*/rueckmeldungen', 'kurs-anwesenheit'],
  ['/zertifikate', 'kurs-anwesenheit'],
  ['/vor-ort', 'termine'],
  ['/redaktion', 'meldungen'],
  ['/mitmachen', 'teilnehmen'],
  ['/auftraege', 'auftraege-und-abnahmen'],
  ['/teilnahmen/*/auftraege', 'auftraege-und-abnahmen'],
  ['/teilnahmen/*/abnahmen', 'auftraege-und-abnahmen'],
  ['/programme-im-verbund/*/auftraege', 'auftraege-und-abnahmen'],
  ['/teilnahmen/*/erklaerung', 'teilnehmen'],
  ['/teilnahmen/*/vereinbarungen', 'teilnehmen'],
  ['/teilnahmen/*/kontakte', 'programm-betreuen'],
  ['/teilnahmen/*/navigator', 'programm-betreuen'],
  ['/teilnahmen/*/beenden', 'programm-betreuen'],
  ['/teilnahmen/*/termine', 'termine'],
  ['/teilnahmen/*/unterlagen', 'unterlagen-stichproben-bericht'],
  ['/teilnahmen/*/stichproben', 'unterlagen-stichproben-bericht'],
  ['/teilnahmen/*/berichte', 'unterlagen-stichproben-bericht'],
  ['/teilnahmen/*/massnahmenpaket', 'massnahmenpaket'],
  ['/programme-im-verbund/*/angebote', 'massnahmenpaket'],
  ['/programme-im-verbund/*/cockpit', 'cockpit'],
  ['/programme-im-verbund/*/landesbild', 'landesbild'],
  ['/programme-im-verbund/*/termine', 'termine'],
  ['/programme-im-verbund/*/auftakt', 'termine'],
  ['/programme-im-verbund/*/anlaufen', 'programm-betreuen'],
  ['/programme-im-verbund/*/bericht', 'programm-betreuen'],
  ['/programme-im-verbund/*/jahresende', 'jahresende-und-nachweis'],
  ['/programme-im-verbund/*/verwendungsnachweis', 'jahresende-und-nachweis'],
  ['/teilnahmen/*/verwendungsnachweis', 'jahresende-und-nachweis'],
  ['/programme-im-verbund/*/interessen', 'teilnehmen'],
  ['/programme-im-verbund/*/rechnungen', 'rechnungen'],
  ['/programme-im-verbund/*/zahlungen', 'rechnungen'],
  ['/rechnungen', 'rechnungen'],
]

function within(path: string, prefix: string): boolean {
  const parts = path.split('/')
  return prefix.split('/').every((part, at) => part === parts[at] || (part === '*' && Boolean(parts[at])))
}

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
