// The organizer's desk: an event from its draft to the people in it.
import type { Page } from 'playwright-core'
import { manager } from '../harness/house.ts'
import { follow, inTurn, press, send, type Visit } from './visit.ts'

const email = 'lotse@verbund.example'
const desk = '/kursverwaltung'

const title = 'Besuch am Schreibtisch'

const fill =
  (values: Readonly<Record<string, string>>) =>
  async (page: Page): Promise<void> => {
    for (const [name, value] of Object.entries(values)) await page.locator(`[name="${name}"]`).first().fill(value)
  }

const drafted = inTurn(fill({ title }), press('Als Entwurf anlegen'))
const dated = inTurn(
  drafted,
  fill({ day1: '2027-09-02', from1: '09:00', until1: '15:00', place1: 'Musterstadt' }),
  press('Termine speichern'),
)
const published = inTurn(dated, press('Jetzt veröffentlichen'))
const guest = fill({ guestName: 'Rita Rad', guestEmail: 'rita@beispiel.example' })
const people = follow('Teilnehmende und Warteliste')

const from = (name: string, heading: RegExp, ...steps: NonNullable<Visit['after']>[]): Visit => ({
  name,
  email,
  path: `${desk}/neu?art=course`,
  after: inTurn(...steps),
  heading,
})

export const guidanceDeskVisits: Visit[] = [
  { name: 'the desk without an event', email: manager, path: desk, heading: /Kursverwaltung/ },
  { name: 'adding an event', email, path: `${desk}/neu?art=course`, heading: /Veranstaltung anlegen/ },
  from('an event without a title', /Veranstaltung anlegen/, send('Als Entwurf anlegen')),
  from('the dates of a draft, with one more row', /Termine/, drafted, press('Zeile für einen weiteren Termin')),
  from('dates of a rule', /Termine nach einer Regel/, drafted, follow('Termine nach einer Regel')),
  from('dates of a file', /Termine aus einer Kalenderdatei/, drafted, follow('Aus einer Kalenderdatei')),
  from('what becomes public', /Veröffentlichen/, dated),
  from('an event at a glance', new RegExp(title), published),
  from('facts to change', /Angaben ändern/, published, follow('Angaben')),
  from('calling it off', /Veranstaltung absagen/, published, follow('Absagen')),
  from('once more', /Noch einmal anbieten/, published, follow('Noch einmal anbieten')),
  from('nobody yet', /Teilnehmende/, published, people),
  from('somebody with a place', /Teilnehmende/, published, people, guest, press('Gast anmelden')),
  from('one place', /Rita Rad/, published, people, guest, press('Gast anmelden'), follow('Rita Rad')),
  from('seats to change', /Zahl der Plätze/, published, follow('Zahl der Plätze'), press('Folgen zeigen')),
  from('links for guests', /Einladungslinks/, published, follow('Einladungslinks für Gäste')),
  from(
    'a mail that says nothing',
    /Mail an eine Gruppe/,
    published,
    follow('Mail an eine Gruppe'),
    send('Vorschau zeigen'),
  ),
  from('what goes with it', /Unterlagen/, published, follow('Unterlagen')),
  { name: 'what each municipality got', email, path: `${desk}/auswertung`, heading: /Auswertung nach Kommunen/ },
]
