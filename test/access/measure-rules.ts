// Who gets what of measures and their templates: tables, pages and operations.
import { sql } from 'kysely'
import type { TestHouse } from '../harness/house.ts'
import { asOwner } from './as-owner.ts'
import type { RouteRule } from './rules.ts'
import type { Meeting, TableRule } from './table-rules.ts'
import type { Standing, StoryPerson } from './world.ts'

/** Own staff: who speaks for a municipality towards a programme. */
const keepers = ['chiefExecutive', 'securityOfficer', 'navigator', 'officeHead', 'organizationAdmin', 'itStaff']
const readers = [...keepers, 'dataProtectionOfficer']
const givers = [...keepers, 'programmeManager', 'guide']

export const measureTableRules: Record<string, TableRule> = {
  'measures.measure': {
    select: ['assigned', ...readers, 'paysMeasure', 'proposedMeasure'],
    insert: [...keepers, 'proposes'],
    update: keepers,
  },
  'measures.detail': {
    select: ['assigned', ...readers],
    insert: [...keepers, 'assigned', 'guides'],
    update: keepers,
    author: 'created_by',
  },
  'measures.move': {
    select: ['assigned', ...readers],
    insert: [...keepers, 'proposesMove'],
    author: 'person_id',
  },
  'measures.source': {
    select: ['assigned', ...readers],
    insert: [...keepers, 'assigned', 'guides'],
    delete: keepers,
    author: 'added_by',
  },
  // Taken back only in the own name: what stands there already is nobody's to repeat (test/measures).
  'measures.proof': { select: ['assigned', ...readers], insert: keepers, author: 'added_by' },
  'measures.reminder': {},
  'measures.template': { select: ['seesTemplate'], insert: ['gives'], update: ['gives'] },
}

const isAssigned = ({ standing, row }: Meeting): boolean => standing.assigned.includes(String(row['organization_id']))
/** In the story there is one guide, and looks after everybody who takes part. */
const guides = ({ standing }: Meeting): boolean => standing.roles.includes('guide')
const gives = ({ standing, row }: Meeting): boolean =>
  standing.own !== null && row['giver_id'] === standing.own && standing.roles.some((role) => givers.includes(role))

export const measureMeanings: Readonly<Record<string, (meeting: Meeting) => boolean>> = {
  paysMeasure: ({ standing, row }) => row['programme_id'] !== null && standing.roles.includes('programmeManager'),
  // The only one of the story: the workshop for Elbaue; another town has decided on one by its package.
  proposedMeasure: (meeting) =>
    guides(meeting) && row(meeting, 'title') === 'Workshop Notfallvorsorge' && row(meeting, 'state') === 'proposed',
  guides,
  proposes: (meeting) => row(meeting, 'state') === 'proposed' && (isAssigned(meeting) || guides(meeting)),
  proposesMove: (meeting) =>
    row(meeting, 'from_state') === null &&
    row(meeting, 'to_state') === 'proposed' &&
    (isAssigned(meeting) || guides(meeting)),
  gives,
  seesTemplate: (meeting) =>
    gives(meeting) || (meeting.row['withdrawn_at'] === null && meeting.standing.subject.personId !== null),
}

const row = ({ row: found }: Meeting, name: string): unknown => found[name]

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

const holds = ({ roles }: StoryPerson, names: readonly string[]): boolean =>
  roles.some(({ role }) => names.includes(role))

/** Without an organization somebody acts for it is the own one. */
const forThose = (names: readonly string[], status: number, more: Partial<RouteRule> = {}): RouteRule =>
  everybody(status, { exact: (person) => (holds(person, names) ? status : 403), ...more })

const signedIn: readonly Standing[] = [
  'ownStaff',
  'dataProtection',
  'assessor',
  'manager',
  'administrator',
  'other',
  'colleague',
  'staff',
]
const page = (): RouteRule => {
  const expected = { by: { 200: signedIn }, otherwise: 403 }
  return { object: 'nothing', own: expected, foreign: expected, unknown: expected, malformed: expected }
}

export const measurePageRules: Record<string, RouteRule> = {
  'GET /massnahmen': page(),
  // Who keeps no list is led to the one with what they see.
  'GET /massnahmen/tafel': everybody(200, { exact: (person) => (holds(person, readers) ? 200 : 303) }),
  'GET /massnahmen/neu': forThose(keepers, 200),
  'POST /massnahmen/neu': forThose(keepers, 422, form),
  'POST /massnahmen/mehrere': forThose(keepers, 422, form),
  'GET /massnahmen/ausgabe.xlsx': forThose(readers, 200),
  'GET /massnahmen/einlesen': forThose(keepers, 200),
  'POST /massnahmen/einlesen': forThose(keepers, 422, form),
  'POST /massnahmen/einlesen/uebernehmen': forThose(keepers, 422, form),
  'GET /massnahmen/vorlagen': page(),
  'GET /massnahmen/vorlagen/:id': nowhere(),
  'POST /massnahmen/vorlagen/:id/zuruecknehmen': nowhere(form),
  'GET /massnahmen/:id': nowhere(),
  'GET /massnahmen/:id/bearbeiten': nowhere(),
  'POST /massnahmen/:id/bearbeiten': nowhere(form),
  'POST /massnahmen/:id/stand': nowhere(form),
  'POST /massnahmen/:id/wiedervorlage': nowhere(form),
  'POST /massnahmen/:id/nachweis': nowhere(form),
  'POST /massnahmen/:id/nachweis/:proof/zuruecknehmen': nowhere(form),
  'GET /massnahmen/:id/vorlage': nowhere(),
  'POST /massnahmen/:id/vorlage': nowhere(form),
}

const spare = '01940d1c-5c00-7a60-8000-6b5c6d7e8fff'

export const measureOperationRules: Record<string, RouteRule> = {
  'GET /measures': everybody(200),
  'POST /measures': everybody(422, {
    ...json({}),
    exact: ({ roles }) => (roles.some(({ role }) => keepers.includes(role)) ? 422 : 403),
  }),
  'PATCH /measures': everybody(422, json({})),
  'GET /measures/:id': nowhere(),
  'PATCH /measures/:id': nowhere(json({})),
  'GET /measures/:id/history': nowhere(),
  'POST /measures/:id/checks': nowhere(json({ note: 'Von der Rundreise.' })),
  'GET /measures/:id/proofs': nowhere(),
  'POST /measures/:id/proofs': nowhere(json({})),
  'POST /measures/:id/proofs/:proofId/withdrawal': nowhere(json({ reason: 'Von der Rundreise.' })),
  'GET /measures.xlsx': forThose(readers, 200),
  'POST /measures/import': forThose(keepers, 422, json({})),
  'GET /measure-templates': everybody(200),
  'POST /measure-templates': everybody(404, {
    exact: (person) => (holds(person, givers) ? 404 : 403),
    ...json({ title: 'Von der Rundreise', kind: 'other', measureId: spare }),
  }),
  'POST /measure-templates/:id/withdrawal': nowhere(json({})),
}

/** What the demo does not hold: that somebody was reminded already. */
export const remindersArrive = (house: TestHouse): Promise<void> =>
  asOwner(house, async (db) => {
    await sql`insert into measures.reminder (measure_id, occasion, for_day, at)
      select id, 'dueSoon', due_on, ${house.clock.now().toString()}::timestamptz from measures.measure where due_on is not null
      on conflict do nothing`.execute(db)
  })
