import { type Deed, type EventWord, fact } from '#foundation/audit/index.ts'
import { allRoles, roleName } from './roles.ts'

/** Before somebody is signed in, the entry knows only whom it is about. */
const self = ({ who, about }: Deed): string => about ?? who

const roleOf = (deed: Deed): string => {
  const role = allRoles.find((each) => each === fact(deed, 'role'))
  return role ? `: ${roleName(role)}` : ''
}

/** What the audit trail says about people and the ways in. */
export const identityWords = {
  'administrator.created': {
    title: 'Betriebszugang angelegt',
    tell: ({ about }) => `Auf der Kommandozeile wurde ein Zugang für ${about ?? 'den Betrieb'} angelegt.`,
  },
  'token.issued': {
    title: 'Zugangsschlüssel ausgestellt',
    tell: ({ who, about }) =>
      `${who} hat einen Zugangsschlüssel${about && about !== who ? ` für ${about}` : ''} ausgestellt.`,
  },
  'token.revoked': {
    title: 'Zugangsschlüssel widerrufen',
    tell: ({ who }) => `${who} hat einen Zugangsschlüssel widerrufen.`,
  },
  'session.opened': { title: 'Angemeldet', tell: (deed) => `${self(deed)} hat sich angemeldet.` },
  'sessions.ended': { title: 'Abgemeldet', tell: (deed) => `${self(deed)} hat andere Sitzungen beendet.` },
  'invitation.sent': { title: 'Eingeladen', tell: ({ who }) => `${who} hat jemanden eingeladen.` },
  'invitation.resent': {
    title: 'Einladung wiederholt',
    tell: ({ who }) => `${who} hat eine Einladung noch einmal verschickt.`,
  },
  'invitation.revoked': {
    title: 'Einladung zurückgezogen',
    tell: ({ who }) => `${who} hat eine Einladung zurückgezogen.`,
  },
  'invitation.accepted': {
    title: 'Einladung angenommen',
    tell: (deed) => `${self(deed)} hat eine Einladung angenommen.`,
  },
  'password.resetAsked': {
    title: 'Neues Passwort angefordert',
    tell: ({ about }) => `Für ${about ?? 'einen Zugang'} wurde ein neues Passwort angefordert.`,
  },
  'password.reset': { title: 'Passwort neu gesetzt', tell: (deed) => `${self(deed)} hat das Passwort neu gesetzt.` },
  'password.changed': { title: 'Passwort geändert', tell: (deed) => `${self(deed)} hat das Passwort geändert.` },
  'email.changeAsked': {
    title: 'Neue Adresse angegeben',
    tell: (deed) => `${self(deed)} hat eine neue E-Mail-Adresse angegeben.`,
  },
  'email.changed': {
    title: 'Adresse geändert',
    tell: (deed) => `${self(deed)} hat die neue E-Mail-Adresse bestätigt.`,
  },
  'secondFactor.enabled': {
    title: 'Zweiter Faktor eingeschaltet',
    tell: (deed) => `${self(deed)} hat den zweiten Faktor eingeschaltet.`,
  },
  'secondFactor.disabled': {
    title: 'Zweiter Faktor abgeschaltet',
    tell: (deed) => `${self(deed)} hat den zweiten Faktor abgeschaltet.`,
  },
  'recoveryCode.used': {
    title: 'Wiederherstellungscode verwendet',
    tell: (deed) =>
      `${self(deed)} hat sich mit einem Wiederherstellungscode angemeldet; es bleiben ${fact(deed, 'left')}.`,
  },
  'recoveryCodes.renewed': {
    title: 'Wiederherstellungscodes erneuert',
    tell: (deed) => `${self(deed)} hat neue Wiederherstellungscodes erstellt.`,
  },
  'role.granted': {
    title: 'Aufgabe übertragen',
    tell: (deed) => `${deed.who} hat ${deed.about ?? 'jemandem'} eine Aufgabe übertragen${roleOf(deed)}.`,
  },
  'role.ended': {
    title: 'Aufgabe beendet',
    tell: (deed) => `${deed.who} hat eine Aufgabe von ${deed.about ?? 'jemandem'} beendet${roleOf(deed)}.`,
  },
  'substitution.named': { title: 'Vertretung benannt', tell: ({ who }) => `${who} hat eine Vertretung benannt.` },
  'substitution.ended': { title: 'Vertretung beendet', tell: ({ who }) => `${who} hat eine Vertretung beendet.` },
  'assignment.made': {
    title: 'Prüfung zugewiesen',
    tell: ({ who, about, organization }) =>
      `${who} hat ${about ?? 'eine Prüferin oder einen Prüfer'} für ${organization ?? 'eine Kommune'} eingeteilt.`,
  },
  'assignment.ended': {
    title: 'Zuweisung beendet',
    tell: ({ who, about, organization }) =>
      `${who} hat den Einsatz von ${about ?? 'einer Prüferin oder einem Prüfer'} bei ${organization ?? 'einer Kommune'} beendet.`,
  },
  'assignment.objected': {
    title: 'Zuweisung widersprochen',
    tell: ({ who, about }) =>
      `${who} hat dem Einsatz von ${about ?? 'einer Prüferin oder einem Prüfer'} widersprochen.`,
  },
  'person.left': {
    title: 'Ausgeschieden',
    tell: ({ who, about }) => `${who} hat eingetragen, dass ${about ?? 'jemand'} ausgeschieden ist.`,
  },
  'replacement.proposed': {
    title: 'Ersatz für Zugänge vorgeschlagen',
    tell: ({ who, about, organization }) =>
      `${who} hat vorgeschlagen, dass ${about ?? 'jemand'} die Zugänge von ${organization ?? 'einer Kommune'} verwaltet.`,
  },
  'replacement.confirmed': {
    title: 'Ersatz für Zugänge bestätigt',
    tell: ({ who, about, organization }) =>
      `${who} hat als zweite Person bestätigt, dass ${about ?? 'jemand'} die Zugänge von ${organization ?? 'einer Kommune'} verwaltet; alle dort sind benachrichtigt.`,
  },
  'replacement.objected': {
    title: 'Ersatz für Zugänge widersprochen',
    tell: ({ who, about }) =>
      `${who} hat widersprochen: ${about ?? 'Die vorgesehene Person'} verwaltet die Zugänge nicht.`,
  },
  'replacement.withdrawn': {
    title: 'Ersatz für Zugänge zurückgezogen',
    tell: ({ who, about }) => `${who} hat zurückgezogen, dass ${about ?? 'jemand'} die Zugänge verwaltet.`,
  },
  'replacement.lapsed': {
    title: 'Ersatz für Zugänge hinfällig',
    tell: ({ about }) =>
      `Dass ${about ?? 'jemand'} die Zugänge verwaltet, war nicht mehr nötig oder nicht mehr möglich.`,
  },
  'replacement.effected': {
    title: 'Ersatz für Zugänge wirksam',
    tell: ({ about }) =>
      `Nach 72 Stunden ohne Widerspruch wurde der Ersatz für die Zugänge wirksam: ${about ?? 'eine eingeladene Person'}.`,
  },
} as const satisfies Record<string, EventWord>
