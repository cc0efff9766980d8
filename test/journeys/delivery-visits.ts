// Pages of orders, deliveries and acceptances.
import { hvb, manager } from '../harness/house.ts'
import { part } from './contact-visits.ts'
import { follow, inTurn, send, type Visit } from './visit.ts'

const office = { email: 'auftrag@pruefhaus.example', path: '/auftraege' }
const auental = { email: 'isb@auental.example', path: '/teilnahmen' }
const head = { email: hvb, path: '/teilnahmen' }
const leader = { email: manager, path: '/auftraege' }

const ownOrders = inTurn(follow('SicherKOMMUNAL'), part('orders'))
const ownOrder = inTurn(ownOrders, follow('Schwachstellen-Scan'))
const acceptances = inTurn(ownOrders, follow('Abnahmen'))

export const deliveryVisits: Visit[] = [
  { name: "the orders of a contractor's office", ...office, heading: /^Aufträge/ },
  { name: 'an order to be delivered', ...office, after: follow('Schulung der Beschäftigten'), heading: /^Schulung/ },
  {
    name: 'a delivery without its proof',
    ...office,
    after: inTurn(follow('Schulung der Beschäftigten'), send('Als erbracht melden')),
    heading: /^Schulung/,
  },
  { name: 'the orders of a road', ...head, after: ownOrders, heading: /^Aufträge:/ },
  { name: 'a delivery to be decided on', ...head, after: ownOrder, heading: /^Schwachstellen-Scan/ },
  {
    name: 'a refusal without a reason',
    ...head,
    after: inTurn(
      ownOrder,
      async (page) => page.getByLabel('Nicht abnehmen', { exact: true }).check(),
      send('Abnahme vorbereiten'),
    ),
    heading: /^Schwachstellen-Scan/,
  },
  { name: 'a road without an acceptance', ...head, after: acceptances, heading: /^Abnahmen:/ },
  {
    name: 'an acceptance with an open reservation',
    ...auental,
    after: inTurn(acceptances, follow(/^Workshop/)),
    heading: /^Abnahme/,
  },
  {
    name: 'a reservation put right on no day',
    ...auental,
    after: inTurn(acceptances, follow(/^Workshop/), send('Als behoben vermerken')),
    heading: /^Abnahme/,
  },
  { name: 'the programmes with orders', ...leader, heading: /^Aufträge/ },
  { name: 'the orders of a programme', ...leader, after: follow('SicherKOMMUNAL'), heading: /^Aufträge/ },
  { name: 'an order to be placed', ...leader, after: inTurn(follow('SicherKOMMUNAL'), follow('Auftrag anlegen')) },
  {
    name: 'an order that is refused',
    ...leader,
    after: inTurn(follow('SicherKOMMUNAL'), follow('Auftrag anlegen'), send('Auftrag anlegen')),
    heading: /^Auftrag anlegen/,
  },
  {
    name: 'an order as its leader sees it',
    ...leader,
    after: inTurn(follow('SicherKOMMUNAL'), follow('Schulung der Beschäftigten')),
    heading: /^Schulung/,
  },
]
