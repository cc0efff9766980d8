// Pages of the calendar.
import { hvb, isb, observer } from '../harness/house.ts'
import { send, type Visit } from './visit.ts'

export const calendarVisits: Visit[] = [
  { name: 'the calendar as it opens', email: isb, path: '/kalender', heading: /^Kalender$/ },
  { name: 'the calendar as a month', email: isb, path: '/kalender?ansicht=monat', heading: /^Kalender$/ },
  { name: 'the calendar as a week', email: isb, path: '/kalender?ansicht=woche', heading: /^Kalender$/ },
  { name: 'the calendar as a list', email: isb, path: '/kalender?ansicht=liste', heading: /^Kalender$/ },
  { name: 'a calendar without dates', email: observer, path: '/kalender?ansicht=monat', heading: /^Kalender$/ },
  { name: 'the subscriptions of the calendar', email: hvb, path: '/kalender/abonnieren', heading: /abonnieren/ },
  {
    name: 'a new address for a calendar program',
    email: hvb,
    path: '/kalender/abonnieren',
    after: send('Adresse erstellen'),
    heading: /Ihre Adresse/,
  },
  { name: 'the subscriptions with one address', email: hvb, path: '/kalender/abonnieren', heading: /abonnieren/ },
]
