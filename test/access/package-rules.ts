// Who gets what of measure packages and of what programmes offer: tables, pages and operations.
import { demoPassword } from '../harness/house.ts'
import type { RouteRule } from './rules.ts'
import type { Meeting, TableRule } from './table-rules.ts'

const answering = ['chiefExecutive', 'securityOfficer', 'itStaff']
const states = ['anyRole', 'assigned', 'programmeLeader']

export const packageTableRules: Record<string, TableRule> = {
  'packages.offer': {
    select: ['signedIn'],
    insert: ['programmeLeader'],
    update: ['changesOffer'],
    author: 'changed_by',
  },
  'packages.package': {
    select: states,
    insert: ['draftsPackage'],
    update: ['changesPackage'],
    author: 'created_by',
  },
  'packages.package_version': { select: states, insert: answering, author: 'saved_by' },
  'packages.item': { select: states, insert: answering },
  // The gaps behind it: neither the programme nor anybody else.
  'packages.reasoning': { select: [...answering, 'dataProtectionOfficer', 'assigned'], insert: answering },
}

const answers = ({ standing, atHome }: Meeting): boolean =>
  atHome && standing.roles.some((role) => answering.includes(role))

const isOwnChange = ({ standing, row }: Meeting): boolean =>
  standing.subject.personId !== null && row['changed_by'] === standing.subject.personId

export const packageMeanings: Readonly<Record<string, (meeting: Meeting) => boolean>> = {
  draftsPackage: (meeting) => meeting.row['state'] === 'draft' && answers(meeting),
  // Changes are made in the own name: a row that somebody else changed last is nobody's to repeat. What is decided stays as it is.
  changesOffer: (meeting) => meeting.standing.roles.includes('programmeManager') && isOwnChange(meeting),
  changesPackage: (meeting) => meeting.row['state'] !== 'decided' && answers(meeting) && isOwnChange(meeting),
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

const road = '/teilnahmen/:id/massnahmenpaket'
const offers = '/programme-im-verbund/:id/angebote'
const facts = {
  title: 'Von der Rundreise',
  kind: 'other',
  priceCents: 0,
  workDays: 0,
  acceptanceDays: 0,
  validFrom: '2026-01-01',
}

export const packagePageRules: Record<string, RouteRule> = {
  [`GET ${road}`]: nowhere(),
  [`GET ${road}/verlauf`]: nowhere(),
  [`GET ${road}/hinzufuegen`]: nowhere(),
  [`GET ${road}/entscheidung`]: nowhere(),
  [`GET ${road}/:item`]: nowhere(),
  ...Object.fromEntries(
    ['vorschlag', 'neu-berechnen', 'vorlage', 'rueckgabe', 'entscheidung', 'papier', 'hinzufuegen', 'angebot'].map(
      (deed) => [`POST ${road}/${deed}`, nowhere(form)],
    ),
  ),
  [`POST ${road}/:item`]: nowhere(form),
  [`POST ${road}/:item/entfernen`]: nowhere(form),
  [`POST ${road}/:item/verschieben`]: nowhere(form),
  [`GET ${offers}`]: nowhere(),
  [`GET ${offers}/neu`]: nowhere(),
  [`POST ${offers}/neu`]: nowhere(form),
  [`GET ${offers}/:offer`]: nowhere(),
  [`POST ${offers}/:offer`]: nowhere(form),
  [`POST ${offers}/:offer/beenden`]: nowhere(form),
}

export const packageOperationRules: Record<string, RouteRule> = {
  'GET /programmes/:id/measure-offers': nowhere(),
  'POST /programmes/:id/measure-offers': nowhere(json({ key: 'rundreise', ...facts })),
  'PATCH /measure-offers/:id': nowhere(json({ ...facts, version: 1 })),
  'POST /measure-offers/:id/end': nowhere(json({ version: 1, lastDay: '2026-12-31' })),
  'POST /measure-packages/proposals': everybody(422, json({})),
  'GET /measure-packages': everybody(200),
  'GET /measure-packages/:id': nowhere(),
  'POST /measure-packages': everybody(422, json({})),
  'PATCH /measure-packages/:id': nowhere(json({ version: 1, items: [] })),
  'POST /measure-packages/:id/submission': nowhere(json({ version: 1 })),
  'POST /measure-packages/:id/return': nowhere(json({ version: 1, reason: 'Von der Rundreise.' })),
  'POST /measure-packages/:id/decision': nowhere(json({ version: 1, password: demoPassword })),
}
