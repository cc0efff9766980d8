import { sortKey } from '#kernel/sort-key.ts'

/** What is known of a list of WiBA 2.0 without its texts: a short code of ours, BSI's priority, and how many questions it has. */
export interface WibaList {
  code: string
  name: string
  /** 1 is worked on first. */
  priority: 1 | 2 | 3 | 4
  questions: number
}

/** In the order of work that BSI recommends. BSI has no short codes; the keys of answers are made of these. */
export const wibaLists: readonly WibaList[] = [
  { code: 'BAK', name: 'Backup', priority: 1, questions: 7 },
  { code: 'ADM', name: 'IT-Administration', priority: 1, questions: 22 },
  { code: 'ORG', name: 'Organisation und Personal', priority: 1, questions: 18 },
  { code: 'RBA', name: 'Rollen / Berechtigungen / Authentisierung', priority: 1, questions: 16 },
  { code: 'VSV', name: 'Vorbereitung für Sicherheitsvorfälle', priority: 1, questions: 7 },
  { code: 'BSW', name: 'Bürosoftware', priority: 2, questions: 19 },
  { code: 'CLI', name: 'Client', priority: 2, questions: 13 },
  { code: 'NET', name: 'Netze', priority: 2, questions: 26 },
  { code: 'SRV', name: 'Serversysteme', priority: 2, questions: 35 },
  { code: 'SRR', name: 'Serverraum und Datenträgerarchiv', priority: 2, questions: 11 },
  { code: 'SIM', name: 'Sicherheitsmechanismen', priority: 2, questions: 10 },
  { code: 'WEB', name: 'Webserver und Webanwendungen', priority: 2, questions: 16 },
  { code: 'AAI', name: 'Arbeit außerhalb der Institution', priority: 3, questions: 10 },
  { code: 'AII', name: 'Arbeit innerhalb der Institution / Haustechnik', priority: 3, questions: 7 },
  { code: 'MOB', name: 'Mobile Endgeräte', priority: 3, questions: 18 },
  { code: 'OUT', name: 'Outsourcing und Cloud', priority: 3, questions: 6 },
  { code: 'INF', name: 'Umgang mit Informationen', priority: 3, questions: 6 },
  { code: 'DRU', name: 'Drucker und Multifunktionsgeräte', priority: 4, questions: 6 },
  { code: 'TEL', name: 'Telefonie und Fax', priority: 4, questions: 4 },
]

/** How many questions have which effort in WiBA 2.0. */
export const wibaEfforts: readonly (readonly [effort: string, questions: number])[] = [
  ['1', 72],
  ['1-2', 18],
  ['2', 136],
  ['2-3', 12],
  ['3', 14],
  ['4', 1],
  ['1-4', 4],
]

/** The spelling of a name differs a little between BSI's files: case, spaces, hyphens, slashes, a number in front. */
export const listKey = (name: string): string => sortKey(name).replace(/^\d+ /, '').replaceAll(' ', '')

const known = new Map(wibaLists.map((list) => [listKey(list.name), list]))

export const knownList = (name: string): WibaList | undefined => known.get(listKey(name))
