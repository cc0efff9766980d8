// The state picture as each of its readers sees it.
import { isb, manager, observer } from '../harness/house.ts'
import { follow, inTurn, press, type Visit } from './visit.ts'

const path = '/landesbild'

export const pictureVisits: Visit[] = [
  { name: 'the state picture', email: observer, path, heading: /Landesbild Informationssicherheit/ },
  {
    name: 'the state picture for printing',
    email: observer,
    path,
    after: follow('Zum Drucken'),
    heading: /Landesbild/,
  },
  { name: 'earlier state pictures', email: observer, path: '/landesbild/staende', heading: /Frühere Stände/ },
  {
    name: 'releasing a state picture',
    email: observer,
    path,
    // The story's pictures are public already: the page is there all the same, and says so when it is sent.
    after: inTurn(follow('Zum Drucken'), async (page) => {
      await page.goto(page.url().replace(/druck$/, 'veroeffentlichung'))
    }),
    heading: /Für die Öffentlichkeit freigeben/,
  },
  { name: 'a municipality beside its class', email: isb, path: '/landesbild/vergleich', heading: /im Vergleich/ },
  {
    name: 'when state pictures appear',
    email: manager,
    path,
    after: follow('Erscheinungstage und Bestellung'),
    heading: /Erscheinungstage/,
  },
  {
    name: 'a state picture that is ordered',
    email: manager,
    path,
    after: inTurn(follow('Erscheinungstage und Bestellung'), press('Landesbild bestellen')),
    heading: /Erscheinungstage/,
  },
  { name: 'the public state picture', path: '/oeffentlich/landesbild', heading: /Landesbild Informationssicherheit/ },
]
