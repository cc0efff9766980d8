// Who gets what of orders as people work on them, of deliveries and acceptances.
import { demoPassword } from '../harness/house.ts'
import type { RouteRule } from './rules.ts'
import type { Meeting, TableRule } from './table-rules.ts'

const speakers = ['chiefExecutive', 'securityOfficer', 'navigator', 'officeHead', 'organizationAdmin', 'itStaff']
const readers = ['anyRole', 'assigned', 'programmeLeader']

export const deliveryTableRules: Record<string, TableRule> = {
  // Taken back only in the own name: what stands there already is nobody's to repeat (test/deliveries).
  'deliveries.delivery': { select: [...readers, 'suppliesOrder'], insert: ['suppliesOrder'], author: 'reported_by' },
  'deliveries.proof': { select: [...readers, 'suppliesOrder'], insert: ['suppliesOrder'] },
  'deliveries.acceptance': {
    select: [...readers, 'suppliesDecided'],
    insert: ['preparesAcceptance'],
    author: 'prepared_by',
  },
  'deliveries.reservation': { select: [...readers, 'suppliesOrder'], insert: speakers },
}

const has = ({ standing, atHome }: Meeting, roles: readonly string[]): boolean =>
  atHome && standing.roles.some((role) => roles.includes(role))
const supplies = ({ standing, row }: Meeting): boolean =>
  standing.roles.includes('contractorOffice') && row['contractor_id'] === standing.own

/** Proofs and signed papers, by the noun that carries them. */
export const isOfDelivery = ({ row }: Meeting): boolean =>
  ['delivery', 'acceptance'].includes(String(row['owner_type']))

/** In the demo one house supplies all, and its office reads and writes proofs; papers are the municipality's. */
export const deliveryFiles = {
  reads: (meeting: Meeting): boolean =>
    has(meeting, speakers) ||
    meeting.standing.roles.includes('programmeManager') ||
    (meeting.row['owner_type'] === 'delivery' && meeting.standing.roles.includes('contractorOffice')),
  stores: (meeting: Meeting): boolean =>
    meeting.row['owner_type'] === 'delivery'
      ? meeting.standing.roles.includes('contractorOffice')
      : has(meeting, speakers),
}

export const deliveryMeanings: Readonly<Record<string, (meeting: Meeting) => boolean>> = {
  ofAcceptance: (meeting) =>
    meeting.row['subject_type'] === 'acceptance' &&
    (has(meeting, speakers) || meeting.standing.roles.includes('programmeManager')),
  countersigns: ({ standing, row }) =>
    row['subject_type'] === 'acceptance' &&
    standing.roles.includes('programmeManager') &&
    row['acting_for'] === standing.own,
  suppliesDecided: (meeting) =>
    supplies(meeting) && ['signed', 'accepted', 'refused'].includes(String(meeting.row['state'])),
  preparesAcceptance: (meeting) => meeting.row['state'] === 'prepared' && has(meeting, speakers),
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
const password = { password: demoPassword }

export const deliveryPageRules: Record<string, RouteRule> = {
  'GET /auftraege': everybody(403, {
    exact: ({ roles }) =>
      roles.some(({ role }) => ['contractorOffice', 'programmeManager'].includes(role)) ? 200 : 403,
  }),
  'GET /programme-im-verbund/:id/auftraege': nowhere(),
  'GET /programme-im-verbund/:id/auftraege/neu': nowhere(),
  'POST /programme-im-verbund/:id/auftraege/neu': nowhere(form),
  'POST /programme-im-verbund/:id/auftraege/beauftragen': nowhere(form),
  'GET /teilnahmen/:id/auftraege': nowhere(),
  'GET /auftraege/:order': nowhere(),
  'GET /auftraege/:order/auftrag.pdf': nowhere(),
  'POST /auftraege/:order/beauftragung': nowhere(form),
  'POST /auftraege/:order/zurueckziehen': nowhere(form),
  'POST /auftraege/:order/angaben': nowhere(form),
  'POST /auftraege/:order/lieferungen': nowhere(form),
  'POST /auftraege/:order/lieferungen/:delivery/nachweise': nowhere(form),
  'POST /auftraege/:order/lieferungen/:delivery/zuruecknehmen': nowhere(form),
  'POST /auftraege/:order/abnahmen': nowhere(form),
  'GET /teilnahmen/:id/abnahmen': nowhere(),
  'GET /teilnahmen/:id/abnahmen/:acceptance': nowhere(),
  'GET /teilnahmen/:id/abnahmen/:acceptance/protokoll.pdf': nowhere(),
  'POST /teilnahmen/:id/abnahmen/:acceptance/unterschrift': nowhere(form),
  'POST /teilnahmen/:id/abnahmen/:acceptance/papier': nowhere(form),
  'POST /teilnahmen/:id/abnahmen/:acceptance/zuruecknehmen': nowhere(form),
  'POST /teilnahmen/:id/abnahmen/:acceptance/gegenzeichnung': nowhere(form),
  'POST /teilnahmen/:id/abnahmen/:acceptance/rueckgabe': nowhere(form),
  'POST /teilnahmen/:id/abnahmen/:acceptance/vorbehalte/:number': nowhere(form),
}

export const deliveryOperationRules: Record<string, RouteRule> = {
  'GET /orders': everybody(200),
  'POST /orders': everybody(422, json({})),
  'GET /orders/:id': nowhere(),
  'PATCH /orders/:id': nowhere(json({ version: 1 })),
  'GET /orders/:id/order.pdf': nowhere(),
  'POST /orders/:id/commission': nowhere(json({})),
  'POST /orders/:id/withdrawal': nowhere(json(reason)),
  'POST /orders/:id/deliveries': nowhere(json({ deliveredOn: '2026-01-01' })),
  'POST /orders/:id/deliveries/:deliveryId/proofs': nowhere(json({ kind: 'report' })),
  'POST /orders/:id/deliveries/:deliveryId/withdrawal': nowhere(json(reason)),
  'GET /acceptances': everybody(200),
  'POST /acceptances': everybody(422, json({})),
  'GET /acceptances/:id': nowhere(),
  'GET /acceptances/:id/protocol.pdf': nowhere(),
  'POST /acceptances/:id/paper': nowhere(json({ signer: 'Rundreise', signedOn: '2026-01-01' })),
  'POST /acceptances/:id/countersignature': nowhere(json(password)),
  'POST /acceptances/:id/refusal': nowhere(json(reason)),
  'POST /acceptances/:id/withdrawal': nowhere(json(reason)),
  'PATCH /acceptances/:id/reservations/:number': nowhere(json({ fixedOn: '2026-01-01' })),
  'POST /signatures': everybody(422, json({})),
}
