// Who gets what of invoices: who leads the programme, the office of the contractor its own, a municipality its shares.
import type { StoryPerson } from './world.ts'
import type { RouteRule } from './rules.ts'
import type { Meeting, TableRule } from './table-rules.ts'

/** Who speaks for a municipality towards a programme. */
const speakers = ['chiefExecutive', 'securityOfficer', 'navigator', 'officeHead', 'organizationAdmin', 'itStaff']

const seen = ['programmeLeader', 'billsOwn']

// What is decided about them is written only in the own name: rows that exist already are nobody's to repeat (test/invoices).
export const invoiceTableRules: Record<string, TableRule> = {
  'invoices.invoice': { select: seen, insert: ['handsInInvoice'], author: 'uploaded_by' },
  'invoices.line': { select: seen, insert: seen },
  'invoices.event': { select: seen, insert: ['programmeLeader', 'notesArrival'], author: 'person_id' },
  'invoices.payment_run': { select: ['programmeLeader'], insert: ['programmeLeader'], author: 'made_by' },
  'invoices.share': { select: [...seen, ...speakers], insert: ['booksShare'] },
}

const bills = ({ standing, row }: Meeting): boolean =>
  standing.roles.includes('contractorOffice') && row['contractor_id'] === standing.own
const leads = ({ standing }: Meeting): boolean => standing.roles.includes('programmeManager')

export const invoiceMeanings: Readonly<Record<string, (meeting: Meeting) => boolean>> = {
  billsOwn: bills,
  handsInInvoice: (meeting) => meeting.row['state'] === 'received' && (bills(meeting) || leads(meeting)),
  notesArrival: (meeting) => meeting.row['what'] === 'received' && bills(meeting),
  booksShare: (meeting) => meeting.row['settled_by'] === null && leads(meeting),
  // Files of the office of the contractor, in its own name.
  storesInvoice: ({ standing, row, atHome }) =>
    row['owner_type'] === 'invoice' && atHome && standing.roles.includes('contractorOffice'),
  readsInvoice: (meeting) =>
    meeting.row['owner_type'] === 'invoice' &&
    (leads(meeting) || (meeting.atHome && meeting.standing.roles.includes('contractorOffice'))),
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

/** On something that is not there, whatever its id: what exists is tried in test/invoices. */
const nowhere = (more: Partial<RouteRule> = {}): RouteRule => everybody(404, { object: 'catalog', ...more })
const form: Partial<RouteRule> = { send: () => ({ form: {} }) }
const json = (body: unknown): Partial<RouteRule> => ({ send: () => ({ json: body }) })
const noInvoice: Partial<RouteRule> = { send: () => ({ file: 'Nummer;Betrag\n' }) }

const isOffice = ({ roles }: StoryPerson): boolean => roles.some(({ role }) => role === 'contractorOffice')
const handsIn = (person: StoryPerson): boolean =>
  isOffice(person) || person.roles.some(({ organization }) => organization === 'verbund')

const reason = { reason: 'Von der Rundreise.' }
const nobody = '01940d1c-5c00-7a60-8000-6b5c6d7e8fff'

export const invoiceOperationRules: Record<string, RouteRule> = {
  'GET /invoices': everybody(200),
  'POST /invoices': everybody(403, { exact: (person) => (handsIn(person) ? 422 : 403), ...noInvoice }),
  'GET /invoices/:id': nowhere(),
  'PATCH /invoices/:id/lines/:lineId': nowhere(json({ orderReference: '' })),
  'POST /invoices/:id/approval': nowhere(json({})),
  'POST /invoices/:id/disputes': nowhere(json(reason)),
  'POST /invoices/:id/resolutions': nowhere(json(reason)),
  'POST /invoices/:id/rejections': nowhere(json(reason)),
  'GET /invoice-shares': everybody(200),
  'GET /payment-runs': everybody(200),
  'POST /payment-runs': everybody(404, json({ programmeId: nobody, shareIds: [nobody] })),
  'GET /payment-runs/:id/payments.csv': nowhere(),
}

export const invoicePageRules: Record<string, RouteRule> = {
  'GET /programme-im-verbund/:id/rechnungen': nowhere(),
  'POST /programme-im-verbund/:id/rechnungen': nowhere({
    ...noInvoice,
    exact: (person) => (handsIn(person) ? 404 : 403),
  }),
  'GET /programme-im-verbund/:id/rechnungen/:invoice': nowhere(),
  'POST /programme-im-verbund/:id/rechnungen/:invoice/zuordnung': nowhere(form),
  'POST /programme-im-verbund/:id/rechnungen/:invoice/richtigkeit': nowhere(form),
  'POST /programme-im-verbund/:id/rechnungen/:invoice/beanstandung': nowhere(form),
  'POST /programme-im-verbund/:id/rechnungen/:invoice/klaerung': nowhere(form),
  'POST /programme-im-verbund/:id/rechnungen/:invoice/zurueckweisung': nowhere(form),
  'GET /programme-im-verbund/:id/zahlungen': nowhere(),
  'POST /programme-im-verbund/:id/zahlungen': nowhere(form),
  'GET /programme-im-verbund/:id/zahlungen/:run/zahlungsliste.csv': nowhere(),
  'GET /rechnungen': everybody(403, { exact: (person) => (isOffice(person) ? 200 : 403) }),
  'POST /rechnungen': everybody(403, { exact: (person) => (isOffice(person) ? 422 : 403), ...noInvoice }),
  'GET /rechnungen/:invoice': everybody(403, { object: 'catalog', exact: (person) => (isOffice(person) ? 404 : 403) }),
}
