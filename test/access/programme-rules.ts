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

const form: Partial<RouteRule> = { send: () => ({ form: {} }) }
const reason: Partial<RouteRule> = { send: () => ({ json: { reason: 'Besuch' } }) }

export const programmeOperationRules: Record<string, RouteRule> = {
  'GET /programmes': everybody(200),
  'GET /programmes/:id': nowhere(),
  'POST /programmes': both(
    { by: {}, otherwise: 403 },
    { exact: holds(['programmeManager'], 422), send: () => ({ json: {} }) },
  ),
  'GET /enrollments': everybody(200),
  'GET /enrollments/:id': nowhere(),
  'POST /enrollments': everybody(422, { send: () => ({ json: {} }) }),
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

export const programmePageRules: Record<string, RouteRule> = {
  'GET /programme-im-verbund/:id/anlaufen': nowhere(),
  'POST /programme-im-verbund/:id/anlaufen': nowhere(form),
  'GET /programme-im-verbund/:id/anlaufen/:campaignId': nowhere(),
  'POST /programme-im-verbund/:id/anlaufen/:campaignId/schliessen': nowhere(form),
  'POST /programme-im-verbund/:id/anlaufen/:campaignId/:organizationId': nowhere(form),
  'GET /programme-im-verbund/:id/bericht': nowhere(),
  'GET /programme-im-verbund/:id/bericht.pdf': nowhere(),
  'GET /programme-im-verbund/:id/bericht.xlsx': nowhere(),
  'GET /teilnahmen/:id/kontakte': nowhere(),
  'POST /teilnahmen/:id/kontakte': nowhere(form),
  'POST /teilnahmen/:id/kontakte/:entryId/erledigt': nowhere(form),
  'POST /teilnahmen/:id/kontakte/:entryId/entfernen': nowhere(form),
  'GET /teilnahmen/:id/navigator': nowhere(),
  'POST /teilnahmen/:id/navigator': nowhere(form),
  'GET /teilnahmen/:id/beenden': nowhere(),
  'POST /teilnahmen/:id/beenden': nowhere(form),
  'POST /teilnahmen/:id/wiedereintritt': nowhere(form),
}
