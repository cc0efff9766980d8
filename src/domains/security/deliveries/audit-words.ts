import { type Deed, type EventWord, fact } from '#foundation/audit/index.ts'

const order = (deed: Deed): string => `„${fact(deed, 'title')}“ (${fact(deed, 'reference')})`

/** What the audit trail says about deliveries and acceptances. */
export const deliveryWords = {
  'delivery.reported': {
    title: 'Leistung als erbracht gemeldet',
    tell: (deed) => `${deed.who} hat Lieferung ${fact(deed, 'number')} zu ${order(deed)} gemeldet.`,
  },
  'delivery.withdrawn': {
    title: 'Meldung einer Leistung zurückgenommen',
    tell: (deed) => `${deed.who} hat Lieferung ${fact(deed, 'number')} zu ${order(deed)} zurückgenommen.`,
  },
  'acceptance.prepared': {
    title: 'Abnahme vorbereitet',
    tell: (deed) => `${deed.who} hat die Abnahme von ${order(deed)} vorbereitet.`,
  },
  'acceptance.signed': {
    title: 'Abnahme unterschrieben',
    tell: (deed) => `${deed.who} hat für die Kommune ${order(deed)} abgenommen.`,
  },
  'acceptance.refused': {
    title: 'Abnahme verweigert',
    tell: (deed) => `${deed.who} hat für die Kommune ${order(deed)} nicht abgenommen.`,
  },
  'acceptance.countersigned': {
    title: 'Abnahme gegengezeichnet',
    tell: (deed) => `${deed.who} hat die Abnahme von ${order(deed)} gegengezeichnet.`,
  },
  'acceptance.sentBack': {
    title: 'Abnahme zurückgegeben',
    tell: (deed) => `${deed.who} hat die Abnahme von ${order(deed)} nicht gegengezeichnet.`,
  },
  'acceptance.withdrawn': {
    title: 'Abnahme zurückgenommen',
    tell: (deed) => `${deed.who} hat die Abnahme von ${order(deed)} zurückgenommen.`,
  },
  'acceptance.reservationFixed': {
    title: 'Vorbehalt behoben',
    tell: (deed) => `${deed.who} hat Vorbehalt ${fact(deed, 'number')} zu ${order(deed)} als behoben vermerkt.`,
  },
} as const satisfies Record<string, EventWord>
