// Who gets what of the state picture: whoever leads, guides, observes or takes part; of one municipality nobody anything.
import { pictureOscalOperationRules, pictureOscalPageRules } from './picture-oscal-rules.ts'
import { mapOperationRules, mapPageRules } from './map-rules.ts'
import type { RouteRule } from './rules.ts'
import { actsFor, story, type StoryPerson } from './world.ts'

type More = Partial<RouteRule>

const each = (exact: (person: StoryPerson) => number, more: More = {}): RouteRule => {
  const expected = { by: {}, otherwise: 403 }
  return { object: 'nothing', own: expected, foreign: expected, unknown: expected, malformed: expected, exact, ...more }
}

/** On something that is not there, whatever its id: what has appeared is tried in test/state-picture. */
const onNone = (exact: (person: StoryPerson) => number, more: More = {}): RouteRule =>
  each(exact, { object: 'catalog', ...more })

const municipal = new Set(['county', 'independentCity', 'unitaryMunicipality', 'associationMunicipality'])

const holds = ({ roles }: StoryPerson, ...wanted: string[]): boolean => roles.some(({ role }) => wanted.includes(role))

const isMunicipal = (person: StoryPerson): boolean =>
  municipal.has(story.organizations.find(({ key }) => key === actsFor(person))?.kind ?? '')

const sees =
  (status: number) =>
  (person: StoryPerson): number =>
    isMunicipal(person) || holds(person, 'observer', 'programmeManager', 'guide') ? status : 403

/** Who takes part in the programme of which the demo has pictures; of the others' municipalities nobody sees one. */
const participants = new Set(['musterstadt', 'elbaue', 'kleinweiler', 'auental'])

const seesNewest = (person: StoryPerson): number =>
  isMunicipal(person) && !participants.has(actsFor(person)) ? 404 : sees(200)(person)

const compares =
  (status: number) =>
  (person: StoryPerson): number =>
    isMunicipal(person) && holds(person, 'chiefExecutive', 'securityOfficer', 'itStaff', 'dataProtectionOfficer')
      ? status
      : 403

const releases = (person: StoryPerson): number => (holds(person, 'observer') ? 404 : 403)
const orders = (person: StoryPerson): number => (holds(person, 'programmeManager') ? 404 : 403)
const everybody = (status: number): RouteRule =>
  each(() => status, {
    open: true,
    own: { by: {}, otherwise: status },
    foreign: { by: {}, otherwise: status },
    unknown: { by: {}, otherwise: status },
    malformed: { by: {}, otherwise: status },
  })
const form: More = { send: () => ({ form: {} }) }
const noProgramme = (more: More = {}): RouteRule => onNone(() => 404, more)

export const picturePageRules: Record<string, RouteRule> = {
  ...pictureOscalPageRules,
  ...mapPageRules,
  'GET /landesbild': each(sees(200)),
  'GET /landesbild/staende': each(sees(200)),
  'GET /landesbild/vergleich': each(compares(200)),
  'GET /landesbild/:id': onNone(sees(404)),
  'GET /landesbild/:id/druck': onNone(sees(404)),
  'GET /landesbild/:id/bericht.pdf': onNone(sees(404)),
  'GET /landesbild/:id/tabelle.csv': onNone(sees(404)),
  'GET /landesbild/:id/tabelle.xlsx': onNone(sees(404)),
  'GET /landesbild/:id/daten.json': onNone(sees(404)),
  'GET /landesbild/:id/veroeffentlichung': onNone(releases),
  'POST /landesbild/:id/veroeffentlichung': onNone(releases, form),
  'GET /programme-im-verbund/:id/landesbild': noProgramme(),
  'POST /programme-im-verbund/:id/landesbild': noProgramme(form),
  'POST /programme-im-verbund/:id/landesbild/bestellung': noProgramme(form),
  'GET /oeffentlich/landesbild': everybody(200),
  'GET /oeffentlich/landesbild/tabelle.csv': everybody(200),
  'GET /oeffentlich/landesbild/daten.json': everybody(200),
}

const programmeId = '01940d1c-5c00-7a60-8000-6b5c6d7e8fff'

export const pictureOperationRules: Record<string, RouteRule> = {
  ...pictureOscalOperationRules,
  ...mapOperationRules,
  'GET /state-picture': each(seesNewest),
  'GET /state-pictures': each(sees(200)),
  'GET /state-pictures/:id': onNone(sees(404)),
  'GET /state-picture/comparison': each((person) => compares(actsFor(person) === 'auental' ? 200 : 404)(person)),
  'GET /state-picture/public': everybody(200),
  'POST /state-pictures': each(orders, { send: () => ({ json: { programmeId } }) }),
  'POST /state-pictures/:id/publication': onNone(releases, { send: () => ({ json: {} }) }),
  'GET /programmes/:id/picture-plan': noProgramme(),
  'PUT /programmes/:id/picture-plan': noProgramme({ send: () => ({ json: { days: ['02-01'], version: 0 } }) }),
}
