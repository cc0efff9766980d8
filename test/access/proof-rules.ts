// Who gets what of proofs of use and of the days before the deadline: those who lead the programme; a municipality its own part.
import type { RouteRule } from './rules.ts'
import type { Meeting, TableRule } from './table-rules.ts'

const led: TableRule = { select: ['programmeLeader'], insert: ['programmeLeader'] }

export const proofTableRules: Record<string, TableRule> = {
  'proofs.terms': { select: ['signedIn', 'operator'], update: ['programmeLeader'] },
  'proofs.proof': { ...led, author: 'begun_by' },
  'proofs.narrative': { ...led, author: 'saved_by' },
  'proofs.proof_version': { ...led, author: 'frozen_by' },
  'proofs.reminder': { ...led, author: 'sent_by' },
}

const leads = ({ standing }: Meeting): boolean => standing.roles.includes('programmeManager')

/** Files of frozen proofs: kept for good. */
const isOfProof = ({ row }: Meeting): boolean => row['owner_type'] === 'proofOfUse'

export const proofMeanings: Readonly<Record<string, (meeting: Meeting) => boolean>> = {
  ofProof: (meeting) => isOfProof(meeting) && leads(meeting),
}

/** On something that is not there, whatever its id: what exists is tried in test/proof-of-use. */
const nowhere = (more: Partial<RouteRule> = {}): RouteRule => {
  const expected = { by: {}, otherwise: 404 }
  return {
    object: 'catalog',
    own: expected,
    foreign: expected,
    unknown: expected,
    malformed: expected,
    exact: () => 404,
    ...more,
  }
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

const form: Partial<RouteRule> = { send: () => ({ form: {} }) }
const json = (body: unknown): Partial<RouteRule> => ({ send: () => ({ json: body }) })

export const proofPageRules: Record<string, RouteRule> = {
  'GET /programme-im-verbund/:id/jahresende': nowhere(),
  'GET /programme-im-verbund/:id/jahresende/tabelle.xlsx': nowhere(),
  'GET /programme-im-verbund/:id/jahresende/erinnerungen': nowhere(),
  'POST /programme-im-verbund/:id/jahresende/erinnerungen': nowhere(form),
  'GET /programme-im-verbund/:id/verwendungsnachweis': nowhere(),
  'POST /programme-im-verbund/:id/verwendungsnachweis': nowhere(form),
  'POST /programme-im-verbund/:id/verwendungsnachweis/sachbericht': nowhere(form),
  'POST /programme-im-verbund/:id/verwendungsnachweis/entwurf': nowhere(form),
  'POST /programme-im-verbund/:id/verwendungsnachweis/fristen': nowhere(form),
  'POST /programme-im-verbund/:id/verwendungsnachweis/versionen': nowhere(form),
  'GET /programme-im-verbund/:id/verwendungsnachweis/fassungen': nowhere(),
  'GET /programme-im-verbund/:id/verwendungsnachweis/entwurf.pdf': nowhere(),
  'GET /programme-im-verbund/:id/verwendungsnachweis/entwurf.xlsx': nowhere(),
  'GET /teilnahmen/:id/verwendungsnachweis': nowhere(),
  'GET /teilnahmen/:id/verwendungsnachweis/nachweis.pdf': nowhere(),
}

const somewhere = '01940d1c-5c00-7a60-8000-6b5c6d7e8fff'

export const proofOperationRules: Record<string, RouteRule> = {
  'GET /programmes/:id/year-end': nowhere(),
  'GET /programmes/:id/year-end/reminders': nowhere(),
  'POST /programmes/:id/year-end/reminder-previews': nowhere(json({})),
  'POST /programmes/:id/year-end/reminders': nowhere(json({})),
  'GET /proofs-of-use': everybody(200),
  'POST /proofs-of-use': everybody(404, json({ programmeId: somewhere })),
  'GET /proofs-of-use/:id': nowhere(),
  'PATCH /proofs-of-use/:id': nowhere(json({ dueMonths: 6, keepYears: 5, version: 1 })),
  'GET /proofs-of-use/:id/figures': nowhere(),
  'GET /proofs-of-use/:id/vouchers': nowhere(),
  'GET /proofs-of-use/:id/narratives': nowhere(),
  'PUT /proofs-of-use/:id/narrative': nowhere(json({ text: 'Von der Rundreise.', version: 1 })),
  'GET /proofs-of-use/:id/draft.pdf': nowhere(),
  'GET /proofs-of-use/:id/draft.xlsx': nowhere(),
  'POST /proofs-of-use/:id/versions': nowhere(json({ kind: 'interim', narrativeVersion: 1 })),
  'GET /enrollments/:id/proof-of-use': nowhere(),
  'GET /enrollments/:id/proof-of-use.pdf': nowhere(),
}
