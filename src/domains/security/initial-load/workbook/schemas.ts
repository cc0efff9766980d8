import { type Programme, parties, partyInWords } from '#foundation/programmes/index.ts'
import { functionNames, kindNames } from '#foundation/organizations/index.ts'
import { stepTitles } from './appointment-steps.ts'
import { accounts } from './amount.ts'
import { type Field, headerKey } from './field.ts'
import { appointmentStates, documentStates, stepWords, takesPartWords } from './words.ts'
import type { SheetKind } from './table.ts'

const field = (key: string, title: string, width: number, hint: string, more: Partial<Field> = {}): Field => ({
  key,
  title,
  width,
  hint,
  words: [],
  ...more,
})

const kindWords = Object.values(kindNames)

const names: readonly Field[] = [
  field('id', 'Kennung', 12, 'Nur, wo Schlüssel, Name und Art nicht reichen', { words: ['id', 'uuid', 'portal id'] }),
  field('ars', 'Regionalschlüssel (ARS)', 18, '5, 9 oder 12 Ziffern; danach wird die Kommune erkannt', {
    words: [
      'ars',
      'regionalschlussel',
      'amtlicher regionalschlussel',
      'schlussel',
      'schluessel',
      'amtlicher schlussel',
      'regionalschluessel',
    ],
  }),
  field('ags', 'Gemeindeschlüssel (AGS)', 18, '8 Ziffern; verlorene führende Nullen werden ergänzt', {
    words: [
      'ags',
      'gemeindeschlussel',
      'amtlicher gemeindeschlussel',
      'gemeindekennziffer',
      'gkz',
      'gemeindeschluessel',
    ],
  }),
  field('name', 'Name', 30, 'Erkennt die Kommune nur zusammen mit der Art, wenn der Schlüssel fehlt', {
    words: ['kommune', 'gemeinde', 'stadt', 'ort', 'name der kommune', 'gebietskorperschaft', 'verwaltung', 'mitglied'],
  }),
  field('kind', 'Art', 20, 'Art der Kommune', {
    words: ['typ', 'art der kommune', 'kommunaltyp', 'gebietsart'],
    allowed: kindWords.slice(0, 4),
  }),
]

const stateFields: readonly Field[] = [
  field('county', 'Landkreis', 24, 'Nur für neue Kommunen gelesen', { words: ['kreis', 'lk'] }),
  field('takesPart', 'Teilnahme', 12, 'Leer heißt: wie die übrigen Angaben der Zeile', {
    words: ['nimmt teil', 'teilnehmer', 'teilnehmend', 'dabei'],
    allowed: Object.values(takesPartWords),
  }),
  field('began', 'Dabei seit', 12, 'Tag der Aufnahme', {
    words: ['beginn', 'teilnahme seit', 'start', 'angemeldet am', 'anmeldung am'],
  }),
  field('withdrawn', 'Beendet am', 12, 'Nur bei beendeter Teilnahme', { words: ['ausgeschieden am', 'ende'] }),
  field('reason', 'Grund', 24, 'Warum die Teilnahme beendet wurde', { words: ['grund der beendigung'] }),
  field('waitingFor', 'Wartet auf', 14, 'Auf wen beim aktuellen Schritt gewartet wird', {
    words: ['warten auf', 'zustandig', 'am zug', 'ball liegt bei', 'wer ist dran'],
    allowed: parties.map(partyInWords),
  }),
  field('missing', 'Was fehlt', 34, 'Beim aktuellen Schritt', {
    words: ['fehlt', 'offen ist', 'offene punkte', 'es fehlt', 'nachster schritt', 'to do', 'todo'],
  }),
  field('since', 'Seit', 12, 'Seit wann gewartet wird; zählt nur, wenn sich der Schritt dabei ändert', {
    words: ['wartet seit', 'stand seit', 'seit wann'],
  }),
  field('guide', 'Betreuung', 28, 'E-Mail-Adresse; die Person leitet oder betreut das Programm', {
    words: ['betreuer', 'betreuerin', 'lotse', 'ansprechpartner verbund', 'betreut von', 'mail betreuung'],
  }),
  field('lastContact', 'Letzter Kontakt', 14, 'Tag', {
    words: ['kontakt am', 'letzter kontakt am', 'zuletzt gesprochen', 'kontakt'],
  }),
  field('note', 'Notiz', 40, 'Zum aktuellen Schritt; mehrere Zeilen sind möglich', {
    words: ['bemerkung', 'bemerkungen', 'anmerkung', 'anmerkungen', 'notizen', 'kommentar'],
  }),
]

const phaseField = ({ phases, steps }: Programme): Field =>
  field('phase', 'Phase', 16, 'Phase oder Schritt; alle Schritte davor gelten dann als erledigt', {
    words: ['stand', 'aktuelle phase', 'status', 'aktueller schritt', 'bearbeitungsstand', 'projektphase'],
    allowed: [...new Set([...phases.map(({ title }) => title), ...steps.map(({ title }) => title), 'Fertig'])],
  })

const stepFields = ({ steps }: Programme): Field[] =>
  steps.map(({ key, title, duty }) =>
    field(`step:${key}`, `Schritt: ${title}`, 20, `${duty}. Mit Tag: „erledigt 12.03.2026“`, {
      words: [headerKey(title), headerKey(`${title} am`), headerKey(`Datum ${title}`), headerKey(key)],
      allowed: Object.values(stepWords),
    }),
  )

const detailFields = ({ steps }: Programme): Field[] => [
  field('step', 'Schritt', 22, 'Welcher Schritt', { allowed: steps.map(({ title }) => title) }),
  field('waitingFor', 'Wartet auf', 14, 'Nur, wenn jemand anderes als sonst', {
    words: ['zustandig'],
    allowed: parties.map(partyInWords),
  }),
  field('missing', 'Was fehlt', 34, 'Nur, wenn etwas anderes als sonst', { words: ['fehlt'] }),
  field('note', 'Notiz', 40, 'Zu diesem Schritt', { words: ['bemerkung', 'anmerkung'] }),
]

const contactFields: readonly Field[] = [
  field('function', 'Funktion', 30, 'Wofür angesprochen wird', {
    words: ['rolle', 'aufgabe', 'zustandigkeit'],
    allowed: Object.values(functionNames),
  }),
  field('person', 'Name oder Stelle', 30, 'Person oder Stelle', {
    words: ['ansprechpartner', 'ansprechpartnerin', 'ansprechperson', 'kontaktperson', 'person', 'vor und nachname'],
  }),
  field('email', 'E-Mail', 30, '', { words: ['mail', 'e mail adresse', 'mailadresse', 'email'] }),
  field('phone', 'Telefon', 20, '', { words: ['tel', 'telefonnummer', 'rufnummer'] }),
  field('address', 'Anschrift', 30, 'Mehrere Zeilen sind möglich', { words: ['adresse', 'postanschrift'] }),
  field('note', 'Hinweis', 30, '', { words: ['bemerkung', 'notiz', 'anmerkung'] }),
]

const appointmentFields = (programme: Programme): Field[] => [
  field('what', 'Termin', 24, 'Worum es geht: Auftakt, Vor-Ort-Termin, Scan', {
    words: ['terminart', 'art des termins', 'anlass', 'thema', 'betreff'],
  }),
  field('step', 'Schritt', 22, 'Wozu der Termin gehört; leer: der Schritt, der so heißt wie der Termin', {
    words: ['zu schritt'],
    allowed: Object.values(stepTitles(programme)),
  }),
  field('day', 'Datum', 12, 'Ein Tag: 31.12.2026', { words: ['tag', 'am', 'termin am'] }),
  field('from', 'Beginn', 8, '09:00; leer heißt: der ganze Tag', { words: ['uhrzeit', 'von', 'zeit', 'start'] }),
  field('until', 'Ende', 8, '16:00; am Tag danach: 02:00 (Folgetag); leer heißt: eine Stunde', { words: ['bis'] }),
  field('place', 'Ort', 26, 'Ort, Adresse einer Videokonferenz, oder beides', { words: ['raum', 'wo', 'anschrift'] }),
  field(
    'state',
    'Zustand',
    14,
    'Leer heißt: bestätigt, oder durchgeführt, wenn der Tag vorbei und der Schritt erledigt ist',
    {
      words: ['status', 'stand'],
      allowed: Object.values(appointmentStates),
    },
  ),
  field('note', 'Hinweis', 30, '', { words: ['bemerkung', 'notiz', 'anmerkung'] }),
]

const amountFields: readonly Field[] = [
  field('stage', 'Stufe', 8, 'Nummer; leer heißt: alle freigegebenen Stufen zusammen', { words: ['stufe nr'] }),
  ...accounts.map(({ key, title, words, hint }) => field(key, title, 16, hint, { words })),
]

const documentFields = ({ documents }: Programme): Field[] =>
  documents.map(({ key, title }) =>
    field(`document:${key}`, title, 22, 'Unterlage', {
      words: [headerKey(key), headerKey(`Unterlage: ${title}`)],
      allowed: Object.values(documentStates),
    }),
  )

/** The columns of a sheet, in the order in which they go out. */
export function fieldsOf(programme: Programme, kind: SheetKind): Field[] {
  switch (kind) {
    case 'state':
      return [...names, ...withPhase(programme), ...stepFields(programme)]
    case 'details':
      return [...names, ...detailFields(programme)]
    case 'contacts':
      return [...names, ...contactFields]
    case 'appointments':
      return [...names, ...appointmentFields(programme)]
    case 'amounts':
      return [...names, ...amountFields]
    case 'documents':
      return [...names, ...documentFields(programme)]
  }
}

/** The phase stands before who is waited for. */
const withPhase = (programme: Programme): Field[] =>
  stateFields.flatMap((one) => (one.key === 'waitingFor' ? [phaseField(programme), one] : [one]))
