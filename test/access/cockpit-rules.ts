// Who gets what of the cockpit: those who lead a programme or guide in it; nobody of a municipality.
import type { RouteRule } from './rules.ts'
import type { TableRule } from './table-rules.ts'

/** On something that is not there, whatever its id: what exists is tried in test/cockpit. */
const nowhere = (more: Partial<RouteRule> = {}): RouteRule => ({
  object: 'catalog',
  own: { by: {}, otherwise: 404 },
  foreign: { by: {}, otherwise: 404 },
  unknown: { by: {}, otherwise: 404 },
  malformed: { by: {}, otherwise: 404 },
  exact: () => 404,
  ...more,
})
const form: Partial<RouteRule> = { send: () => ({ form: {} }) }

const opens = new Set(['programmeManager', 'guide'])
const start: RouteRule = {
  object: 'nothing',
  own: { by: {}, otherwise: 403 },
  foreign: { by: {}, otherwise: 403 },
  unknown: { by: {}, otherwise: 403 },
  malformed: { by: {}, otherwise: 403 },
  exact: ({ roles }) => (roles.some(({ role }) => opens.has(role)) ? 200 : 403),
}

export const cockpitPageRules: Record<string, RouteRule> = {
  'GET /cockpit': start,
  'GET /programme-im-verbund/:id/cockpit': nowhere(),
  'GET /programme-im-verbund/:id/cockpit/tabelle.xlsx': nowhere(),
  'GET /programme-im-verbund/:id/cockpit/zahlen': nowhere(),
  'GET /programme-im-verbund/:id/cockpit/anrufen': nowhere(),
  'POST /programme-im-verbund/:id/cockpit/auswahl': nowhere(form),
  'GET /programme-im-verbund/:id/cockpit/ansichten': nowhere(),
  'POST /programme-im-verbund/:id/cockpit/ansichten': nowhere(form),
  'GET /programme-im-verbund/:id/cockpit/nachricht': nowhere(),
  'GET /programme-im-verbund/:id/cockpit/nachrichten': nowhere(),
  'POST /programme-im-verbund/:id/cockpit/nachrichten': nowhere(form),
}

const nobody = { id: '01940d1c-5c00-7a60-8000-6b5c6d7e8fff' }
const draft = { subject: 'Frist', text: 'Bitte melden.', audience: ['speakers'], filter: {} }

export const cockpitOperationRules: Record<string, RouteRule> = {
  'GET /programmes/:id/cockpit': nowhere(),
  'GET /programmes/:id/cockpit/summary': nowhere(),
  'POST /programmes/:id/cockpit/guide-assignments': nowhere({
    send: () => ({ json: { enrollmentIds: [nobody.id], guideId: null } }),
  }),
  'GET /programmes/:id/cockpit/views': nowhere(),
  'POST /programmes/:id/cockpit/views': nowhere({ send: () => ({ json: { name: 'Probe' } }) }),
  'PATCH /cockpit-views/:id': nowhere({ send: () => ({ json: {} }) }),
  'DELETE /cockpit-views/:id': nowhere({ send: () => ({ json: {} }) }),
  'GET /programmes/:id/cockpit/messages': nowhere(),
  'POST /programmes/:id/cockpit/message-previews': nowhere({ send: () => ({ json: draft }) }),
  'POST /programmes/:id/cockpit/messages': nowhere({ send: () => ({ json: { ...draft, ...nobody } }) }),
}

export const cockpitTableRules: Record<string, TableRule> = {
  'cockpit.view': {
    select: ['addressee'],
    insert: ['inProgramme'],
    update: ['addressee'],
    delete: ['addressee'],
    author: 'person_id',
  },
  'cockpit.message': { select: ['inProgramme'], insert: ['inProgramme'], author: 'sent_by' },
}
