// Who gets what of the way into a programme: tables, pages and operations. The journeys themselves are in test/declarations.
import { consentOperationRules, consentPageRules } from './consent-rules.ts'
import type { RouteRule } from './rules.ts'
import type { Meeting, TableRule } from './table-rules.ts'
import type { StoryPerson } from './world.ts'

/** Who speaks for a municipality towards a programme. */
const speakers = ['chiefExecutive', 'securityOfficer', 'navigator', 'officeHead', 'organizationAdmin', 'itStaff']
const progress: TableRule = { select: ['anyRole', 'assigned', 'inProgramme'] }

export const declarationTableRules: Record<string, TableRule> = {
  'declarations.interest': { select: ['inProgramme'], update: ['programmeLeader'] },
  'declarations.declaration': {
    ...progress,
    insert: ['recordsPaper', 'chiefExecutive'],
    update: ['programmeLeader', 'chiefExecutive'],
    author: 'recorded_by',
  },
  'declarations.admission': { ...progress, insert: ['programmeLeader'], author: 'decided_by' },
  'declarations.agreement': {
    ...progress,
    insert: ['recordsPaper', 'chiefExecutive'],
    update: ['programmeLeader', ...speakers],
    author: 'recorded_by',
  },
}

const leads = ({ standing }: Meeting): boolean => standing.roles.includes('programmeManager')
const speaks = ({ standing, atHome }: Meeting): boolean =>
  atHome && standing.roles.some((role) => speakers.includes(role))
const ofDeclarations = new Set<unknown>(['declaration', 'agreement'])

export const declarationMeanings: Readonly<Record<string, (meeting: Meeting) => boolean>> = {
  recordsPaper: (meeting) => meeting.row['way'] === 'paper' && (leads(meeting) || speaks(meeting)),
  // Signatures and papers of declarations and agreements have readers of their own beside those of the answers.
  ofDeclaration: (meeting) =>
    ofDeclarations.has(meeting.row['subject_type'] ?? meeting.row['owner_type']) && (leads(meeting) || speaks(meeting)),
  looseFile: ({ standing, row, atHome }) =>
    atHome &&
    !ofDeclarations.has(row['owner_type']) &&
    standing.roles.some((role) => ['chiefExecutive', 'securityOfficer', 'itStaff'].includes(role)),
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

const anybody = (status: number): RouteRule => both({ by: {}, otherwise: status }, { open: true })

const speaksSomewhere = ({ roles }: StoryPerson): boolean => roles.some(({ role }) => speakers.includes(role))

/** On something that is not there, whatever its id. */
const nowhere = (more: Partial<RouteRule> = {}): RouteRule => everybody(404, { object: 'catalog', ...more })
const formNowhere = nowhere({ send: () => ({ form: {} }) })

export const declarationPageRules: Record<string, RouteRule> = {
  ...consentPageRules,
  'GET /mitmachen/:key': anybody(404),
  'POST /mitmachen/:key': { ...anybody(404), send: () => ({ form: {} }) },
  'POST /mitmachen/:key/anmeldung': everybody(404, { send: () => ({ form: {} }) }),
  'GET /programme-im-verbund/:id/interessen': nowhere(),
  'POST /programme-im-verbund/:id/interessen/:interestId/uebernahme': formNowhere,
  'POST /programme-im-verbund/:id/interessen/:interestId/absage': formNowhere,
  'GET /programme-im-verbund/:id/zulassungen': nowhere(),
  'GET /teilnahmen/:id/erklaerung': nowhere(),
  'POST /teilnahmen/:id/erklaerung': formNowhere,
  'GET /teilnahmen/:id/erklaerung.pdf': nowhere(),
  'POST /teilnahmen/:id/erklaerung/papier': formNowhere,
  'POST /teilnahmen/:id/erklaerung/ruecknahme': formNowhere,
  'POST /teilnahmen/:id/zulassung': formNowhere,
  'GET /teilnahmen/:id/zulassung.pdf': nowhere(),
  'GET /teilnahmen/:id/vereinbarungen': nowhere(),
  'GET /teilnahmen/:id/vereinbarungen/:kind': nowhere(),
  'POST /teilnahmen/:id/vereinbarungen/:kind': formNowhere,
  'GET /teilnahmen/:id/vereinbarungen/:kind/text.pdf': nowhere(),
  'POST /teilnahmen/:id/vereinbarungen/:kind/papier': formNowhere,
  'POST /teilnahmen/:id/vereinbarung/:agreementId/zustimmung': formNowhere,
  'POST /teilnahmen/:id/vereinbarung/:agreementId/widerruf': formNowhere,
}

const reason = { send: () => ({ json: { reason: 'Probe' } }) }

export const declarationOperationRules: Record<string, RouteRule> = {
  ...consentOperationRules,
  'GET /interests': everybody(200),
  'POST /interests': both(
    { by: {}, otherwise: 403 },
    { exact: (person) => (speaksSomewhere(person) ? 422 : 403), send: () => ({ json: {} }) },
  ),
  'POST /interests/:id/takeover': nowhere({ send: () => ({ json: {} }) }),
  'POST /interests/:id/refusal': nowhere(reason),
  'GET /enrollments/:id/declaration': nowhere(),
  'PUT /enrollments/:id/declaration': nowhere({ send: () => ({ json: {} }) }),
  'POST /enrollments/:id/declaration/withdrawal': nowhere(reason),
  'POST /enrollments/:id/admission': nowhere({ send: () => ({ json: { decision: 'admitted' } }) }),
  'GET /enrollments/:id/admission-letter.pdf': nowhere(),
  'GET /agreements': everybody(200),
  'POST /agreements': everybody(422, { send: () => ({ json: {} }) }),
  'POST /agreements/:id/owner-consent': nowhere({ send: () => ({ json: { signedBy: 'X', signedOn: '2026-11-20' } }) }),
  'POST /agreements/:id/revocation': nowhere(reason),
}
