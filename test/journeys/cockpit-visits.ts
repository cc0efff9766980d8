// The cockpit of a programme, as those who lead or guide in it see it.
import { manager } from '../harness/house.ts'
import { follow, inTurn, press, type Visit } from './visit.ts'

const email = manager
const path = '/cockpit'
const inside = follow('SicherKOMMUNAL')

export const cockpitVisits: Visit[] = [
  { name: 'the choice of cockpits', email, path, heading: /Cockpit/ },
  { name: 'the cockpit', email, path, after: inside, heading: /alle \d+ Kommunen/ },
  { name: 'the cockpit with nothing found', email, path, after: inTurn(inside, follow('Paket')), heading: /alle/ },
  { name: 'who does not take part', email, path, after: inTurn(inside, follow('Ohne Teilnahme')), heading: /alle/ },
  { name: 'the figures of a programme', email, path, after: inTurn(inside, follow('Zahlen')), heading: /Zahlen/ },
  { name: 'whom to call', email, path, after: inTurn(inside, follow('Anrufen')), heading: /Wer wartet/ },
  { name: 'own views', email, path, after: inTurn(inside, follow('Ansichten ordnen')), heading: /Ihre Ansichten/ },
  {
    name: 'a message to many',
    email,
    path,
    after: inTurn(inside, follow('Sammelnachricht')),
    heading: /Sammelnachricht/,
  },
  {
    name: 'a message that is refused',
    email,
    path,
    after: inTurn(inside, follow('Sammelnachricht'), press('Vorschau zeigen')),
    heading: /Sammelnachricht/,
  },
]
