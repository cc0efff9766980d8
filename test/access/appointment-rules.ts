// Who gets what of appointments: tables, pages and operations.
import type { RouteRule } from './rules.ts'
import type { TableRule } from './table-rules.ts'
import type { StoryPerson } from './world.ts'

/** Who speaks for a municipality. */
const speakers = ['chiefExecutive', 'securityOfficer', 'navigator', 'officeHead', 'organizationAdmin', 'itStaff']
const sides = ['programmeLeader', 'assigned', ...speakers]
const select = ['anyRole', 'assigned', 'inProgramme']

export const appointmentTableRules: Record<string, TableRule> = {
  'appointments.appointment': {
    select,
    insert: ['programmeLeader', 'assigned'],
    update: sides,
    author: 'proposed_by',
  },
  'appointments.proposal': { select, insert: sides, author: 'proposed_by' },
  'appointments.participant': { select, insert: sides, update: sides, delete: sides },
}

const nobody: RouteRule['own'] = { by: {}, otherwise: 404 }

/** On something that is not there, whatever its id. */
const nowhere = (more: Partial<RouteRule> = {}): RouteRule => ({
  object: 'catalog',
  own: nobody,
  foreign: nobody,
  unknown: nobody,
  malformed: nobody,
  exact: () => 404,
  ...more,
})

const everybody = (status: number, more: Partial<RouteRule> = {}): RouteRule => {
  const expected = { by: {}, otherwise: status }
  return {
    object: 'nothing',
    own: expected,
    foreign: expected,
    unknown: expected,
    malformed: expected,
    exact: () => status,
    ...more,
  }
}

const ofAssessors =
  (status: number) =>
  (person: StoryPerson): number =>
    person.roles.some(({ role }) => role === 'assessor') ? status : 403

const json = (body: object): Partial<RouteRule> => ({ send: () => ({ json: body }) })
const form: Partial<RouteRule> = { send: () => ({ form: {} }) }

const id = '01940d1c-7a00-7000-8000-000000000531'
const time = { startsAt: '2030-12-03T08:00:00Z', endsAt: '2030-12-03T09:00:00Z', place: 'Rathaus' }

export const appointmentOperationRules: Record<string, RouteRule> = {
  'GET /appointments': everybody(200),
  'POST /appointments': everybody(422, json({})),
  'GET /appointments/:id': nowhere(),
  'PATCH /appointments/:id': nowhere(json({ version: 1 })),
  'POST /appointments/:id/confirmation': nowhere(json({ proposalId: id })),
  'POST /appointments/:id/declination': nowhere(json({ reason: 'Rundreise' })),
  'POST /appointments/:id/cancellation': nowhere(json({ reason: 'Rundreise' })),
  'POST /appointments/:id/held': nowhere(json({})),
  'POST /programmes/:id/kickoffs': nowhere(json({ title: 'Auftakt', time, enrollmentIds: [id] })),
  'PUT /programmes/:id/kickoffs/:kickoffId/attendance': nowhere(json({ attended: [] })),
}

export const appointmentPageRules: Record<string, RouteRule> = {
  'GET /teilnahmen/:id/termine': nowhere(),
  'GET /teilnahmen/:id/termine/neu': nowhere(),
  'POST /teilnahmen/:id/termine/neu': nowhere(form),
  'GET /teilnahmen/:id/termine/:appointmentId': nowhere(),
  'POST /teilnahmen/:id/termine/:appointmentId/bestaetigung': nowhere(form),
  'POST /teilnahmen/:id/termine/:appointmentId/ablehnung': nowhere(form),
  'GET /teilnahmen/:id/termine/:appointmentId/aendern': nowhere(),
  'POST /teilnahmen/:id/termine/:appointmentId/aendern': nowhere(form),
  'POST /teilnahmen/:id/termine/:appointmentId/absage': nowhere(form),
  'POST /teilnahmen/:id/termine/:appointmentId/stattgefunden': nowhere(form),
  'GET /vor-ort': everybody(200, { exact: ofAssessors(200) }),
  'GET /vor-ort/:day': nowhere({ exact: ofAssessors(404) }),
  'GET /programme-im-verbund/:id/termine': nowhere(),
  'GET /programme-im-verbund/:id/auftakt': nowhere(),
  'POST /programme-im-verbund/:id/auftakt': nowhere(form),
  'GET /programme-im-verbund/:id/auftakt/:kickoffId': nowhere(),
  'POST /programme-im-verbund/:id/auftakt/:kickoffId': nowhere(form),
}
