// Who gets what at the organizer's desk: guides and programme managers, on an event that is not there; what is there is tried in test/guidance.
import type { RouteRule } from './rules.ts'
import type { StoryPerson } from './world.ts'

const organizes = ({ roles }: StoryPerson): boolean =>
  roles.some(({ role }) => role === 'guide' || role === 'programmeManager')

const rule = (status: number, more: Partial<RouteRule> = {}): RouteRule => {
  const refused = { by: {}, otherwise: 403 }
  return {
    object: 'catalog',
    own: refused,
    foreign: refused,
    unknown: refused,
    malformed: refused,
    exact: (person) => (organizes(person) ? status : 403),
    ...more,
  }
}

const form: Partial<RouteRule> = { send: () => ({ form: {} }) }
const json: Partial<RouteRule> = { send: () => ({ json: {} }) }
const none = { by: {}, otherwise: 404 }
/** On an event that is not there, for everybody signed in. */
const nowhere: RouteRule = {
  object: 'catalog',
  own: none,
  foreign: none,
  unknown: none,
  malformed: none,
  exact: () => 404,
}

const desk = '/kursverwaltung'
const one = `${desk}/:id`
const place = `${one}/teilnehmende/:registration`

const shown = [
  one,
  `${one}/angaben`,
  `${one}/termine`,
  `${one}/termine/regel`,
  `${one}/termine/datei`,
  `${one}/termine/:date/absage`,
  `${one}/veroeffentlichung`,
  `${one}/absage`,
  `${one}/entfernen`,
  `${one}/naechster`,
  `${one}/plaetze`,
  `${one}/teilnehmende`,
  place,
  `${one}/uebertrag`,
  `${one}/einladungen`,
  `${one}/mails`,
  `${one}/unterlagen`,
  `${one}/liste.pdf`,
  `${one}/namensschilder.pdf`,
  `${one}/teilnehmende.xlsx`,
]
const sent = [
  `${one}/angaben`,
  `${one}/termine`,
  `${one}/termine/datei`,
  `${one}/termine/:date/absage`,
  `${one}/veroeffentlichung`,
  `${one}/absage`,
  `${one}/entfernen`,
  `${one}/naechster`,
  `${one}/plaetze`,
  `${one}/teilnehmende`,
  place,
  `${place}/zulassung`,
  `${place}/abmeldung`,
  `${place}/wechsel`,
  `${one}/uebertrag`,
  `${one}/einladungen`,
  `${one}/einladungen/:hash/ende`,
  `${one}/mails`,
  `${one}/unterlagen`,
  `${one}/unterlagen/:material/ende`,
]

export const guidanceDeskPageRules: Record<string, RouteRule> = {
  [`GET ${desk}`]: rule(200, { object: 'nothing' }),
  [`GET ${desk}/neu`]: rule(200, { object: 'nothing' }),
  // Nothing is filled in.
  [`POST ${desk}/neu`]: rule(422, { object: 'nothing', ...form }),
  [`GET ${desk}/auswertung`]: rule(200, { object: 'nothing' }),
  [`GET ${desk}/auswertung.xlsx`]: rule(200, { object: 'nothing' }),
  ...Object.fromEntries(shown.map((path) => [`GET ${path}`, rule(404)])),
  ...Object.fromEntries(sent.map((path) => [`POST ${path}`, rule(404, form)])),
  'GET /kurse/:id/unterlagen/:material': nowhere,
}

export const guidanceDeskOperationRules: Record<string, RouteRule> = {
  // Without a number the question is none, whatever the event; what is no id at all is looked at first.
  'GET /events/:id/capacity-preview': rule(422, {
    exact: (person, side) => (!organizes(person) ? 403 : side === 'malformed' ? 404 : 422),
  }),
  'GET /events/:id/mails': rule(404),
  'POST /events/:id/mails': rule(404, {
    send: () => ({ json: { audience: 'confirmed', subject: 'Saal', text: 'Ein anderer.' } }),
  }),
  'GET /events/:id/invitations': rule(404),
  'POST /events/:id/invitations': rule(404, json),
  'DELETE /events/:id/invitations/:invitation': rule(404),
  'GET /events/:id/participants.pdf': rule(404),
  'GET /events/:id/participants.xlsx': rule(404),
  'GET /events/:id/badges.pdf': rule(404),
  'GET /event-statistics': rule(422, { object: 'nothing' }),
  'GET /events/:id/materials': nowhere,
  'POST /events/:id/materials': rule(404, {
    send: () => ({ json: { title: 'Folien', url: 'https://beispiel.example/folien' } }),
  }),
  'DELETE /events/:id/materials/:material': rule(404),
}
