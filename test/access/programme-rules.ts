// Who gets what of programmes: tables, pages and operations.
import type { RouteRule } from './rules.ts'
import type { Meeting, TableRule } from './table-rules.ts'
import type { StoryPerson } from './world.ts'

const part: TableRule = {
  select: ['signedIn', 'operator'],
  insert: ['programmeLeader'],
  update: ['programmeLeader'],
  delete: ['programmeLeader'],
}

/** Who speaks for a municipality towards a programme. */
const speakers = ['chiefExecutive', 'securityOfficer', 'navigator', 'officeHead', 'organizationAdmin', 'itStaff']

const progress: TableRule = { select: ['anyRole', 'assigned', 'inProgramme'] }

export const programmeTableRules: Record<string, TableRule> = {
  'programmes.programme': {
    select: ['signedIn', 'operator'],
    insert: ['programmeManager'],
    update: ['programmeLeader'],
  },
  'programmes.phase': part,
  'programmes.step': part,
  'programmes.stage': part,
  'programmes.wanted_document': part,
  'programmes.staff': part,
  'programmes.observer': part,
  'programmes.enrollment': {
    ...progress,
    insert: ['programmeLeader', ...speakers],
    update: ['inProgramme', 'chiefExecutive'],
  },
  'programmes.enrollment_step': {
    ...progress,
    insert: ['programmeLeader', ...speakers],
    update: ['programmeLeader', 'actsInStep'],
  },
  'programmes.contact_entry': {
    select: ['inProgramme'],
    insert: ['inProgramme'],
    update: ['inProgramme'],
    author: 'written_by',
  },
  'programmes.campaign': {
    select: ['inProgramme'],
    insert: ['inProgramme'],
    update: ['inProgramme'],
    author: 'begun_by',
  },
  'programmes.approach': { select: ['inProgramme'], insert: ['inProgramme'], update: ['inProgramme'] },
  'programmes.navigator': {
    select: ['anyRole', 'inProgramme'],
    insert: ['chiefExecutive'],
    update: ['chiefExecutive'],
    author: 'named_by',
  },
  'programmes.step_change': { ...progress, insert: ['inProgramme', 'assigned', ...speakers], author: 'person_id' },
}

/** Of all programmes of the demo: those whose step is the municipality's, and those whose step is the contractor's. */
const ofTheContractor = new Set(['onSite', 'policyReview', 'spotChecks', 'scans', 'report', 'execution'])
const ofTheCooperative = new Set(['admission', 'settlement', 'evaluation'])

export const programmeMeanings: Readonly<Record<string, (meeting: Meeting) => boolean>> = {
  programmeLeader: ({ standing }) => standing.roles.includes('programmeManager'),
  inProgramme: ({ standing }) => standing.roles.some((role) => ['programmeManager', 'guide'].includes(role)),
  actsInStep: ({ standing, row, atHome }) => {
    const step = String(row['step'])
    const waits = row['waiting_for']
    const isOwn = atHome && standing.roles.some((role) => speakers.includes(role))
    const isAssessor = standing.assigned.includes(String(row['organization_id']))
    const isContractors = ofTheContractor.has(step)
    return (
      (isOwn && (waits === 'organization' || !(isContractors || ofTheCooperative.has(step)))) ||
      (isAssessor && (waits === 'contractor' || isContractors))
    )
  },
}

const both = (expected: RouteRule['own'], more: Partial<RouteRule>): RouteRule => ({
  object: 'nothing',
  own: expected,
  foreign: expected,
  unknown: expected,
  malformed: expected,
  ...more,
})

const everybody = (status: number, more: Partial<RouteRule> = {}): RouteRule =>
  both({ by: {}, otherwise: status }, { exact: () => status, ...more })

const holds =
  (roles: readonly string[], status: number, otherwise = 403) =>
  (person: StoryPerson): number =>
    person.roles.some(({ role }) => roles.includes(role)) ? status : otherwise

/** On something that is not there, whatever its id. */
const nowhere = (more: Partial<RouteRule> = {}): RouteRule => everybody(404, { object: 'catalog', ...more })

const reason: Partial<RouteRule> = { send: () => ({ json: { reason: 'Besuch' } }) }
const managers = ['programmeManager']

/** Only programme managers; everybody else is told why. */
const forManagers = (status: number, more: Partial<RouteRule> = {}): RouteRule =>
  both({ by: {}, otherwise: 403 }, { exact: holds(managers, status), ...more })

const emptyJson: Partial<RouteRule> = { send: () => ({ json: {} }) }
const emptyForm: Partial<RouteRule> = { send: () => ({ form: {} }) }

export const programmeOperationRules: Record<string, RouteRule> = {
  'GET /programmes': everybody(200),
  'GET /programmes/:id': nowhere(),
  'POST /programmes': forManagers(422, emptyJson),
  'PATCH /programmes/:id': nowhere(emptyJson),
  'POST /programmes/:id/steps': nowhere({
    send: () => ({ json: { phaseKey: 'entry', title: 'Probe', duty: 'Probieren', acts: 'organization' } }),
  }),
  'PATCH /programmes/:id/steps/:step': nowhere(emptyJson),
  'DELETE /programmes/:id/steps/:step': nowhere(),
  'PUT /programmes/:id/phases/:phase': nowhere({ send: () => ({ json: { title: 'Probe' } }) }),
  'DELETE /programmes/:id/phases/:phase': nowhere(),
  'PUT /programmes/:id/documents/:document': nowhere({ send: () => ({ json: { title: 'Probe' } }) }),
  'DELETE /programmes/:id/documents/:document': nowhere(),
  'PUT /programmes/:id/stages/:number': nowhere({ send: () => ({ json: { title: 'Probe', amountCents: 100 } }) }),
  'POST /programmes/:id/releases': nowhere({
    send: () => ({ json: { number: 1, on: '2026-01-01', decision: 'Probe' } }),
  }),
  'GET /programmes/:id/staff': nowhere(),
  'POST /programmes/:id/staff': nowhere({
    send: ({ id }) => ({ json: { personId: id, function: 'guide' } }),
  }),
  'DELETE /programmes/:id/staff/:staffId': nowhere(),
  'GET /enrollments': everybody(200),
  'GET /enrollments/:id': nowhere(),
  'GET /enrollments/:id/changes': nowhere(),
  'POST /enrollments': everybody(422, emptyJson),
  'PUT /enrollments/:id/steps/:step': nowhere({ send: () => ({ json: { state: 'done' } }) }),
  'POST /enrollments/:id/withdrawal': nowhere(reason),
  'POST /enrollments/:id/reentry': nowhere(reason),
  'GET /enrollments/:id/navigators': nowhere(),
  'POST /enrollments/:id/navigators': nowhere({
    send: () => ({ json: { personId: '01940d1c-5c00-7a60-8000-6b5c6d7e8f90' } }),
  }),
  'GET /contact-entries': everybody(200),
  'POST /contact-entries': everybody(422, { send: () => ({ json: {} }) }),
  'POST /contact-entries/:id/follow-up': nowhere(),
  'DELETE /contact-entries/:id': nowhere(),
  'GET /campaigns': everybody(422),
  'POST /campaigns': everybody(422, { send: () => ({ json: {} }) }),
  'POST /campaigns/:id/closing': nowhere(),
  'GET /campaigns/:id/approaches': nowhere(),
  'PUT /campaigns/:id/approaches/:organizationId': nowhere({ send: () => ({ json: { state: 'open', version: 1 } }) }),
}

/** What they do with programmes and roads that are there: test/programmes. */
export const programmePageRules: Record<string, RouteRule> = {
  'GET /programme-im-verbund/:id/anlaufen': nowhere(),
  'POST /programme-im-verbund/:id/anlaufen': nowhere(emptyForm),
  'GET /programme-im-verbund/:id/anlaufen/:campaignId': nowhere(),
  'POST /programme-im-verbund/:id/anlaufen/:campaignId/schliessen': nowhere(emptyForm),
  'POST /programme-im-verbund/:id/anlaufen/:campaignId/:organizationId': nowhere(emptyForm),
  'GET /programme-im-verbund/:id/bericht': nowhere(),
  'GET /programme-im-verbund/:id/bericht.pdf': nowhere(),
  'GET /programme-im-verbund/:id/bericht.xlsx': nowhere(),
  'GET /teilnahmen/:id/kontakte': nowhere(),
  'POST /teilnahmen/:id/kontakte': nowhere(emptyForm),
  'POST /teilnahmen/:id/kontakte/:entryId/erledigt': nowhere(emptyForm),
  'POST /teilnahmen/:id/kontakte/:entryId/entfernen': nowhere(emptyForm),
  'GET /teilnahmen/:id/navigator': nowhere(),
  'POST /teilnahmen/:id/navigator': nowhere(emptyForm),
  'GET /teilnahmen/:id/beenden': nowhere(),
  'POST /teilnahmen/:id/beenden': nowhere(emptyForm),
  'POST /teilnahmen/:id/wiedereintritt': nowhere(emptyForm),
  'GET /programme-im-verbund': everybody(200),
  'GET /programme-im-verbund/neu': forManagers(200),
  'POST /programme-im-verbund/neu': forManagers(422, emptyForm),
  'GET /programme-im-verbund/:id': nowhere(),
  'GET /programme-im-verbund/:id/aendern': nowhere(),
  'POST /programme-im-verbund/:id/aendern': nowhere(emptyForm),
  'GET /programme-im-verbund/:id/phasen': nowhere(),
  'POST /programme-im-verbund/:id/phasen': nowhere(emptyForm),
  'POST /programme-im-verbund/:id/phasen/:phase': nowhere(emptyForm),
  'POST /programme-im-verbund/:id/phasen/:phase/entfernen': nowhere(emptyForm),
  'GET /programme-im-verbund/:id/schritte': nowhere(),
  'POST /programme-im-verbund/:id/schritte': nowhere(emptyForm),
  'GET /programme-im-verbund/:id/schritte/:step': nowhere(),
  'POST /programme-im-verbund/:id/schritte/:step': nowhere(emptyForm),
  'POST /programme-im-verbund/:id/schritte/:step/entfernen': nowhere(emptyForm),
  'GET /programme-im-verbund/:id/unterlagen': nowhere(),
  'POST /programme-im-verbund/:id/unterlagen': nowhere(emptyForm),
  'GET /programme-im-verbund/:id/unterlagen/:document': nowhere(),
  'POST /programme-im-verbund/:id/unterlagen/:document': nowhere(emptyForm),
  'POST /programme-im-verbund/:id/unterlagen/:document/entfernen': nowhere(emptyForm),
  'GET /programme-im-verbund/:id/stufen/:number': nowhere(),
  'POST /programme-im-verbund/:id/stufen/:number': nowhere(emptyForm),
  'GET /programme-im-verbund/:id/stufen/:number/freigabe': nowhere(),
  'POST /programme-im-verbund/:id/stufen/:number/freigabe': nowhere(emptyForm),
  'POST /programme-im-verbund/:id/zustaendige': nowhere(emptyForm),
  'POST /programme-im-verbund/:id/zustaendige/:staff/beenden': nowhere(emptyForm),
  'GET /teilnahmen': everybody(200),
  'GET /teilnahmen/:id': nowhere(),
  'GET /teilnahmen/:id/schritte/:step': nowhere(),
  'POST /teilnahmen/:id/schritte/:step': nowhere(emptyForm),
  'GET /teilnahmen/:id/verlauf': nowhere(),
}
