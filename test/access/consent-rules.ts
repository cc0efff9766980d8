// Who gets what of consents: table, pages and operations. Giving and taking back are tried in test/consents.
import type { RouteRule } from './rules.ts'
import type { Meeting, TableRule } from './table-rules.ts'
import { story, type StoryPerson } from './world.ts'

export const consentTableRules: Record<string, TableRule> = {
  // Taken back only once and in the own name: what stands there already is nobody's to repeat.
  'consents.consent': { select: ['anyRole'], insert: ['givesConsent'], author: 'given_by' },
}

export const consentMeanings: Readonly<Record<string, (meeting: Meeting) => boolean>> = {
  givesConsent: ({ standing, row, atHome }) =>
    atHome && standing.roles.includes('chiefExecutive') && row['revoked_at'] === null,
}

const asked = new Set(['county', 'independentCity', 'unitaryMunicipality', 'associationMunicipality'])
const kinds = new Map(story.organizations.map(({ key, kind }) => [key, kind]))

/** For whom somebody visits: the first of their organizations. */
const isAsked = ({ roles }: StoryPerson): boolean => asked.has(kinds.get(roles[0]?.organization ?? '') ?? '')
const isHead = ({ roles }: StoryPerson): boolean =>
  roles.some(({ role, organization }) => role === 'chiefExecutive' && organization === roles[0]?.organization)

const rule = (exact: (person: StoryPerson) => number, more: Partial<RouteRule> = {}): RouteRule => {
  const refused = { by: {}, otherwise: 403 }
  return { object: 'nothing', own: refused, foreign: refused, unknown: refused, malformed: refused, exact, ...more }
}

const nowhere = (person: StoryPerson): number => (isAsked(person) ? 404 : 403)
const form: Partial<RouteRule> = { send: () => ({ form: {} }) }
const none = { by: {}, otherwise: 404 }

export const consentPageRules: Record<string, RouteRule> = {
  'GET /einwilligungen': rule((person) => (isAsked(person) ? 200 : 403)),
  // A purpose that is none: what there is, is tried in test/consents.
  'GET /einwilligungen/:purpose': rule(nowhere),
  'POST /einwilligungen/:purpose': rule(nowhere, form),
  'POST /einwilligungen/:purpose/widerruf': rule(nowhere, form),
}

export const consentOperationRules: Record<string, RouteRule> = {
  'GET /consent-purposes': rule(() => 200),
  'GET /consents': rule(() => 200),
  // On a text that is not the current one: nothing is given, whoever it is.
  'POST /consents': rule((person) => (isAsked(person) && isHead(person) ? 409 : 403), {
    send: () => ({ json: { purpose: 'namedInStatePicture', textVersion: 99 } }),
  }),
  'POST /consents/:id/revocation': {
    object: 'catalog',
    own: none,
    foreign: none,
    unknown: none,
    malformed: none,
    exact: () => 404,
    send: () => ({ json: {} }),
  },
}
