// Pages about the way into a programme.
import { hvb, manager } from '../harness/house.ts'
import { follow, inTurn, send, type Visit } from './visit.ts'

const admitting = follow(/zu „Digital-Lotsen“ zulassen/)
const joining = inTurn(follow('Zur Erklärung'), follow('Vereinbarungen und Erlaubnisse'))

export const declarationVisits: Visit[] = [
  { name: 'the public page of a programme', path: '/mitmachen/sicherkommunal', heading: /SicherKOMMUNAL/ },
  {
    name: 'an interest that is not complete',
    path: '/mitmachen/sicherkommunal',
    after: send('Interesse erklären'),
    heading: /SicherKOMMUNAL/,
  },
  {
    name: 'the page of a programme for a municipality',
    email: hvb,
    path: '/mitmachen/prozessmanagement',
    heading: /Prozessmanagement/,
  },
  {
    name: 'a declaration to be signed',
    email: hvb,
    path: '/mitmachen/prozessmanagement',
    after: send(/Interesse für Stadt Musterstadt erklären/),
    heading: /Erklärung zur Teilnahme/,
  },
  {
    name: 'a declaration signed without a password',
    email: hvb,
    path: '/mitmachen/prozessmanagement',
    after: inTurn(follow('Zur Erklärung'), send('Als Verwaltungsleitung unterschreiben')),
    heading: /Erklärung zur Teilnahme/,
  },
  {
    name: 'the agreements of a municipality',
    email: hvb,
    path: '/mitmachen/sicherkommunal',
    after: joining,
    heading: /Vereinbarungen/,
  },
  {
    name: 'a permission to scan that is not complete',
    email: hvb,
    path: '/mitmachen/sicherkommunal',
    after: inTurn(joining, follow(/^Erlaubnis zum Scannen$/), send('Text zeigen')),
    heading: /Erlaubnis zum Scannen/,
  },
  {
    name: 'an agreement to be signed',
    email: hvb,
    path: '/mitmachen/sicherkommunal',
    after: inTurn(joining, follow(/^Vereinbarung zur Vertraulichkeit$/), send('Text zeigen')),
    heading: /Vertraulichkeit/,
  },
  {
    name: 'the interests in a programme',
    email: manager,
    path: '/aufgaben',
    after: follow(/Interesse an „Erprobung Prozessmanagement“ beantworten/),
    heading: /Interessenbekundungen/,
  },
  { name: 'a declaration to be admitted', email: manager, path: '/aufgaben', after: admitting, heading: /Erklärung/ },
  {
    name: 'those who wait for their admission',
    email: manager,
    path: '/aufgaben',
    after: inTurn(follow(/Interesse an „Digital-Lotsen“ beantworten/), follow('Warten auf Zulassung')),
    heading: /Warten auf Zulassung/,
  },
]
