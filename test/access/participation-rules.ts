// Who gets what of documents, spot checks and contractor's reports: tables, files, pages and operations.
import { demoPassword } from '../harness/house.ts'
import { deliveryFiles, isOfDelivery } from './delivery-rules.ts'
import type { RouteRule } from './rules.ts'
import type { Meeting, TableRule } from './table-rules.ts'

/** Who speaks for a municipality towards a programme. */
const speakers = ['chiefExecutive', 'securityOfficer', 'navigator', 'officeHead', 'organizationAdmin', 'itStaff']
const answering = ['chiefExecutive', 'securityOfficer', 'itStaff']

const content = ['assigned', ...speakers]
const states = ['anyRole', 'assigned', 'inProgramme']

export const participationTableRules: Record<string, TableRule> = {
  'participation.document': {
    select: ['anyRole', 'assigned', 'inProgrammeWanted'],
    insert: ['handsIn', 'bringsIn'],
    update: ['handsIn', 'reviewsDocument', 'bringsIn'],
    author: 'changed_by',
  },
  // Taken back only in the own name: what stands there already is nobody's to repeat (test/participation).
  'participation.document_file': { select: content, insert: speakers, author: 'added_by' },
  'participation.finding': { select: content, insert: ['assigned'], author: 'found_by' },
  'participation.spot_protocol': { select: states, insert: ['assigned'], author: 'closed_by' },
  'participation.spot_check': { select: content, insert: ['assigned'], author: 'written_by' },
  'participation.spot_comment': { select: content, insert: speakers, author: 'written_by' },
  'participation.report': { select: states, insert: ['delivers'], author: 'delivered_by' },
  'participation.report_content': { select: content, insert: ['assigned'] },
  'participation.report_comment': { select: content, insert: ['commentsOnReport'], author: 'written_by' },
}

export const fileRule: TableRule = {
  select: ['readsFile', 'ofDeclaration', 'readsInvoice', 'ofProof'],
  insert: ['storesFile', 'ofDeclaration', 'storesInvoice', 'ofProof'],
  delete: ['removesFile'],
  author: 'uploaded_by',
}

const isAssigned = ({ standing, row }: Meeting): boolean => standing.assigned.includes(String(row['organization_id']))
const has = ({ standing, atHome }: Meeting, roles: readonly string[]): boolean =>
  atHome && standing.roles.some((role) => roles.includes(role))

interface FileWho {
  reads(meeting: Meeting): boolean
  stores(meeting: Meeting): boolean
  removes(meeting: Meeting): boolean
}

const nobody = (): boolean => false
const ofSpeakers = (meeting: Meeting): boolean => has(meeting, speakers)
const byBothSides = (meeting: Meeting): boolean => isAssigned(meeting) || ofSpeakers(meeting)
const ofCheck: FileWho = {
  reads: (meeting) => isAssigned(meeting) || has(meeting, [...answering, 'dataProtectionOfficer']),
  stores: (meeting) => has(meeting, answering),
  removes: (meeting) => has(meeting, answering),
}
const byAssessor: FileWho = { reads: byBothSides, stores: isAssigned, removes: nobody }

/** By what carries the file; of a check where nothing else is said. Words of their own: declarations, invoices, proofs of use. */
const fileWho: Readonly<Record<string, FileWho>> = {
  participationDocument: { reads: byBothSides, stores: ofSpeakers, removes: ofSpeakers },
  spotCheck: byAssessor,
  contractorReport: byAssessor,
  declaration: { ...ofCheck, removes: nobody },
  agreement: { ...ofCheck, removes: nobody },
  measureProof: {
    reads: (meeting) => isAssigned(meeting) || has(meeting, [...speakers, 'dataProtectionOfficer']),
    stores: ofSpeakers,
    removes: ofSpeakers,
  },
  invoice: { reads: nobody, stores: nobody, removes: nobody },
  proofOfUse: { reads: nobody, stores: nobody, removes: nobody },
}
const whoOf = (meeting: Meeting): FileWho =>
  isOfDelivery(meeting)
    ? { ...deliveryFiles, removes: nobody }
    : (fileWho[String(meeting.row['owner_type'])] ?? ofCheck)

export const participationMeanings: Readonly<Record<string, (meeting: Meeting) => boolean>> = {
  inProgrammeWanted: ({ standing, row }) =>
    row['key'] !== null && standing.roles.some((role) => ['programmeManager', 'guide'].includes(role)),
  bringsIn: ({ standing, row }) =>
    row['brought_in'] === true && row['key'] !== null && standing.roles.includes('programmeManager'),
  handsIn: (meeting) => meeting.row['state'] !== 'reviewed' && has(meeting, speakers),
  reviewsDocument: (meeting) => ['received', 'reviewed'].includes(String(meeting.row['state'])) && isAssigned(meeting),
  delivers: (meeting) => meeting.row['state'] === 'submitted' && isAssigned(meeting),
  commentsOnReport: (meeting) =>
    meeting.row['side'] === 'organization' ? has(meeting, speakers) : isAssigned(meeting),
  readsFile: (meeting) => whoOf(meeting).reads(meeting),
  storesFile: (meeting) => whoOf(meeting).stores(meeting),
  removesFile: (meeting) => whoOf(meeting).removes(meeting),
}

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

/** On something that is not there, whatever its id. */
const nowhere = (more: Partial<RouteRule> = {}): RouteRule => everybody(404, { object: 'catalog', ...more })
const form: Partial<RouteRule> = { send: () => ({ form: {} }) }
const json = (body: unknown): Partial<RouteRule> => ({ send: () => ({ json: body }) })
const reason = { reason: 'Von der Rundreise.' }
const text = { text: 'Von der Rundreise.' }
const check = {
  object: 'Probe',
  what: 'Probe',
  expected: 'Probe',
  result: 'asExpected',
  checkedOn: '2026-01-01',
  version: 1,
  ...reason,
}

export const participationPageRules: Record<string, RouteRule> = {
  'GET /teilnahmen/:id/unterlagen': nowhere(),
  'POST /teilnahmen/:id/unterlagen': nowhere(form),
  'POST /teilnahmen/:id/unterlagen/vollstaendig': nowhere(form),
  'POST /teilnahmen/:id/unterlagen/geprueft': nowhere(form),
  'GET /teilnahmen/:id/unterlagen/:document': nowhere(),
  'POST /teilnahmen/:id/unterlagen/:document/datei': nowhere(form),
  'POST /teilnahmen/:id/unterlagen/:document/stand': nowhere(form),
  'POST /teilnahmen/:id/unterlagen/:document/datei/:file/zuruecknehmen': nowhere(form),
  'POST /teilnahmen/:id/unterlagen/:document/befund': nowhere(form),
  'POST /teilnahmen/:id/unterlagen/:document/befund/:finding/zuruecknehmen': nowhere(form),
  'GET /teilnahmen/:id/stichproben': nowhere(),
  'GET /teilnahmen/:id/stichproben/neu': nowhere(),
  'POST /teilnahmen/:id/stichproben/neu': nowhere(form),
  'POST /teilnahmen/:id/stichproben/abschliessen': nowhere(form),
  'GET /teilnahmen/:id/stichproben/protokoll.pdf': nowhere(),
  'GET /teilnahmen/:id/stichproben/protokoll.xlsx': nowhere(),
  'GET /teilnahmen/:id/stichproben/:check': nowhere(),
  'POST /teilnahmen/:id/stichproben/:check': nowhere(form),
  'POST /teilnahmen/:id/stichproben/:check/kommentar': nowhere(form),
  'GET /teilnahmen/:id/berichte': nowhere(),
  'POST /teilnahmen/:id/berichte': nowhere(form),
  'GET /teilnahmen/:id/berichte/:report': nowhere(),
  'POST /teilnahmen/:id/berichte/:report/kommentar': nowhere(form),
  'POST /teilnahmen/:id/berichte/:report/kommentar/:comment/erledigt': nowhere(form),
  'POST /teilnahmen/:id/berichte/:report/aenderungen': nowhere(form),
  'POST /teilnahmen/:id/berichte/:report/abnahme': nowhere(form),
}

export const participationOperationRules: Record<string, RouteRule> = {
  'GET /documents': everybody(200),
  'GET /documents/:id': nowhere(),
  'POST /documents': everybody(422, json({})),
  'POST /documents/:id/files': nowhere(json({})),
  'POST /documents/:id/files/:fileId/withdrawal': nowhere(json(reason)),
  'PATCH /documents/:id': nowhere(json({ state: 'missing', version: 0 })),
  'POST /documents/:id/findings': nowhere(json({ severity: 'none', ...text })),
  'POST /documents/:id/findings/:findingId/withdrawal': nowhere(json(reason)),
  'GET /spot-check-templates': everybody(200),
  'GET /spot-checks': everybody(422),
  'GET /spot-checks/:id': nowhere(),
  'POST /spot-checks': everybody(422, json({})),
  'PATCH /spot-checks/:id': nowhere(json(check)),
  'POST /spot-checks/:id/comments': nowhere(json(text)),
  'POST /spot-checks/closures': everybody(422, json({})),
  'GET /enrollments/:id/spot-checks.pdf': nowhere(),
  'GET /enrollments/:id/spot-checks.xlsx': nowhere(),
  'GET /contractor-reports': everybody(200),
  'GET /contractor-reports/:id': nowhere(),
  'POST /contractor-reports': everybody(422, json({})),
  'POST /contractor-reports/:id/comments': nowhere(json(text)),
  'PATCH /contractor-reports/:id/comments/:commentId': nowhere(json({ settled: true })),
  'POST /contractor-reports/:id/change-requests': nowhere(json({ wish: 'Von der Rundreise.' })),
  'POST /contractor-reports/:id/acceptance': nowhere(json({ password: demoPassword })),
}
