import { type EventWord, fact } from '#foundation/audit/index.ts'

const title = (deed: Parameters<EventWord['tell']>[0]): string => `„${fact(deed, 'title')}“`

/** What the audit trail says about events and places in them. */
export const eventWords = {
  'event.added': {
    title: 'Veranstaltung angelegt',
    tell: (deed) => `${deed.who} hat ${title(deed)} als Entwurf angelegt.`,
  },
  'event.published': {
    title: 'Veranstaltung veröffentlicht',
    tell: (deed) => `${deed.who} hat ${title(deed)} veröffentlicht.`,
  },
  'event.changed': { title: 'Veranstaltung geändert', tell: (deed) => `${deed.who} hat ${title(deed)} geändert.` },
  'event.capacityChanged': {
    title: 'Zahl der Plätze geändert',
    tell: (deed) =>
      `${deed.who} hat die Plätze in ${title(deed)} geändert: ${fact(deed, 'from')} → ${fact(deed, 'to')}.`,
  },
  'event.cancelled': { title: 'Veranstaltung abgesagt', tell: (deed) => `${deed.who} hat ${title(deed)} abgesagt.` },
  'event.dateCancelled': {
    title: 'Termin einer Veranstaltung abgesagt',
    tell: (deed) => `${deed.who} hat einen Termin von ${title(deed)} abgesagt.`,
  },
  'event.removed': {
    title: 'Entwurf entfernt',
    tell: (deed) => `${deed.who} hat den Entwurf ${title(deed)} entfernt.`,
  },
  'registration.made': {
    title: 'Zu einer Veranstaltung angemeldet',
    tell: (deed) => `${deed.who} hat zu ${title(deed)} angemeldet.`,
  },
  'registration.cancelled': {
    title: 'Von einer Veranstaltung abgemeldet',
    tell: (deed) => `${deed.who} hat von ${title(deed)} abgemeldet.`,
  },
  'registration.approved': {
    title: 'Anmeldung zugelassen',
    tell: (deed) => `${deed.who} hat eine Anmeldung zu ${title(deed)} zugelassen.`,
  },
  'registration.rejected': {
    title: 'Anmeldung nicht zugelassen',
    tell: (deed) => `${deed.who} hat eine Anmeldung zu ${title(deed)} nicht zugelassen.`,
  },
  'registration.substituted': {
    title: 'Vertretung in einer Veranstaltung benannt',
    tell: (deed) => `${deed.who} hat für ${title(deed)} eine Vertretung benannt.`,
  },
  'registrations.transferred': {
    title: 'In einen anderen Durchgang übernommen',
    tell: (deed) =>
      `${deed.who} hat ${fact(deed, 'moved')} Anmeldungen von ${title(deed)} in Durchgang ${fact(deed, 'toRun')} übernommen.`,
  },
  'seatOffer.accepted': {
    title: 'Platz angenommen',
    tell: (deed) => `${deed.who} hat einen angebotenen Platz angenommen.`,
  },
  'seatOffer.declined': {
    title: 'Platz nicht angenommen',
    tell: (deed) => `${deed.who} hat einen angebotenen Platz nicht angenommen.`,
  },
  'event.attendanceRecorded': {
    title: 'Anwesenheit erfasst',
    tell: (deed) => `${deed.who} hat die Anwesenheit bei ${title(deed)} erfasst.`,
  },
  'event.checkInOpened': {
    title: 'Code für die Anwesenheit gezeigt',
    tell: (deed) => `${deed.who} hat für ${title(deed)} einen Code zum Eintragen geöffnet.`,
  },
  'certificate.issued': {
    title: 'Zertifikat ausgestellt',
    tell: (deed) => `${deed.who} hat zu ${title(deed)} ein Zertifikat ausgestellt (${fact(deed, 'number')}).`,
  },
  'certificate.replaced': {
    title: 'Zertifikat ersetzt',
    tell: (deed) => `${deed.who} hat ein Zertifikat zu ${title(deed)} ersetzt (${fact(deed, 'number')}).`,
  },
  'certificate.revoked': {
    title: 'Zertifikat zurückgezogen',
    tell: (deed) => `${deed.who} hat ein Zertifikat zu ${title(deed)} zurückgezogen (${fact(deed, 'number')}).`,
  },
  'event.mailed': {
    title: 'Teilnehmenden geschrieben',
    tell: (deed) => `${deed.who} hat ${fact(deed, 'recipients')} Personen zu ${title(deed)} geschrieben.`,
  },
  'event.invitationMade': {
    title: 'Einladungslink erstellt',
    tell: (deed) => `${deed.who} hat für ${title(deed)} einen Einladungslink erstellt.`,
  },
  'event.invitationRevoked': {
    title: 'Einladungslink beendet',
    tell: (deed) => `${deed.who} hat einen Einladungslink für ${title(deed)} beendet.`,
  },
  'event.materialAdded': {
    title: 'Unterlage hinzugefügt',
    tell: (deed) => `${deed.who} hat zu ${title(deed)} eine Unterlage hinzugefügt.`,
  },
  'event.materialRemoved': {
    title: 'Unterlage entfernt',
    tell: (deed) => `${deed.who} hat bei ${title(deed)} eine Unterlage entfernt.`,
  },
} as const satisfies Record<string, EventWord>
