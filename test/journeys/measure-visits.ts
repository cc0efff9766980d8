// Pages of measures: list, board, one measure, forms, templates, the table.
import { assessor, isb, manager } from '../harness/house.ts'
import { follow, send, type Visit } from './visit.ts'

const list = { path: '/massnahmen', email: isb }

export const measureVisits: readonly Visit[] = [
  { name: 'measures', ...list, heading: /^Maßnahmen$/ },
  { name: 'measures as a board', path: '/massnahmen/tafel', email: isb, heading: /^Maßnahmen als Tafel$/ },
  {
    name: 'measures of many, for the programme that pays',
    path: '/massnahmen',
    email: manager,
    heading: /^Maßnahmen$/,
  },
  { name: 'measures of assigned municipalities', path: '/massnahmen', email: assessor, heading: /^Maßnahmen$/ },
  {
    name: 'one measure that is done',
    path: '/massnahmen?stand=done',
    email: isb,
    after: follow(/^Telefonliste/),
    heading: /^Telefonliste/,
  },
  {
    name: 'a measure that is proven',
    path: '/massnahmen?stand=proven',
    email: isb,
    after: follow(/^Vertretung/),
    heading: /^Vertretung/,
  },
  { name: 'a new measure', path: '/massnahmen/neu', email: isb, heading: /^Maßnahme anlegen$/ },
  {
    name: 'a new measure that is refused',
    path: '/massnahmen/neu',
    email: isb,
    after: send('Maßnahme speichern'),
    heading: /^Maßnahme anlegen$/,
  },
  { name: 'templates of measures', path: '/massnahmen/vorlagen', email: isb, heading: /^Vorlagen für Maßnahmen$/ },
  {
    name: 'one template',
    path: '/massnahmen/vorlagen',
    email: isb,
    after: follow(/^Rücksicherung/),
    heading: /^Rücksicherung/,
  },
  { name: 'measures from a table', path: '/massnahmen/einlesen', email: isb, heading: /^Maßnahmen aus einer Tabelle$/ },
]
