// Rules of review, sign-off, reopening and signatures: tables, pages and operations. Who may do which deed when is tried in test/review.
import { sql } from 'kysely'
import { newId } from '#platform/crypto/random.ts'
import type { TestHouse } from '../harness/house.ts'
import { asOwner } from './as-owner.ts'
import type { Expected, RouteRule } from './rules.ts'
import type { Meeting, TableRule } from './table-rules.ts'
import { openControl, type Standing } from './world.ts'

const readers = ['chiefExecutive', 'securityOfficer', 'itStaff', 'dataProtectionOfficer', 'assigned']

/** Of rows that say for which side they are. */
const speaks =
  (side: 'organization' | 'assessor', column: string, roles: readonly string[]) =>
  ({ standing, row, atHome }: Meeting): boolean =>
    row[column] === side &&
    (side === 'assessor'
      ? standing.assigned.includes(String(row['organization_id']))
      : atHome && roles.some((role) => standing.roles.includes(role)))

const heads = ['chiefExecutive', 'securityOfficer']

export const reviewMeanings: Readonly<Record<string, (meeting: Meeting) => boolean>> = {
  // The side that the row names, by those who may speak for it.
  remarkingOrganization: speaks('organization', 'side', [...heads, 'itStaff']),
  remarkingAssessor: speaks('assessor', 'side', []),
  signingOrganization: speaks('organization', 'side', heads),
  signingAssessor: speaks('assessor', 'side', []),
  askingOrganization: speaks('organization', 'asked_side', heads),
  askingAssessor: speaks('assessor', 'asked_side', []),
  // A signature says for whom: who repeats a row that exists must act for the same.
  signer: ({ standing, row, atHome }) =>
    row['acting_for'] === standing.own &&
    ((atHome && heads.some((role) => standing.roles.includes(role))) ||
      standing.assigned.includes(String(row['organization_id']))),
}

export const reviewTableRules: Record<string, TableRule> = {
  'security.review': { select: readers, insert: ['assigned'], author: 'reviewed_by' },
  'security.remark': {
    select: readers,
    insert: ['remarkingOrganization', 'remarkingAssessor'],
    author: 'written_by',
  },
  // Withdrawn and decided only in the own name: what stands there already is nobody's to repeat (test/review).
  'security.sign_off': {
    select: readers,
    insert: ['signingOrganization', 'signingAssessor'],
    author: 'signed_by',
  },
  'security.reopening': {
    select: readers,
    insert: ['askingOrganization', 'askingAssessor'],
    author: 'asked_by',
  },
  'signatures.signature': {
    select: [...readers, 'ofDeclaration', 'ofAcceptance'],
    insert: ['signer', 'countersigns'],
    author: 'signed_by',
  },
}

/** What the demo does not hold: somebody asks for a signed check to be open again, once from each side. */
export const reopeningsArrive = (house: TestHouse): Promise<unknown> =>
  asOwner(house, async (db) => {
    const { rows } = await sql<{ id: string; place: string; catalog: string; side: string; person: string }>`
      select distinct on (o.side) o.assessment_id as id, o.organization_id as place, o.catalog_id as catalog, o.side, o.signed_by as person
        from security.sign_off o join security.assessment a on a.id = o.assessment_id where a.signed_off_at is not null`.execute(
      db,
    )
    const now = house.clock.now().toString()
    for (const { id, place, catalog, side, person } of rows)
      await sql`insert into security.reopening (id, organization_id, assessment_id, catalog_id, reason, asked_side, asked_by, asked_at,
                                                decided_by, decided_at, agreed)
        values (${newId()}::uuid, ${place}::uuid, ${id}::uuid, ${catalog}::uuid, 'Probe', ${side}, ${person}::uuid, ${now},
                (select p.id from identity.person p where p.id <> ${person}::uuid limit 1), ${now}, false)`.execute(db)
  })

type By = Expected['by']

const notFound: Expected = { by: {}, otherwise: 404 }

/** Somebody's check: 404 for everybody who may not see it. */
const onCheck = (by: By, more: Partial<RouteRule> = {}): RouteRule => ({
  object: 'check',
  own: { by, otherwise: 404 },
  foreign: notFound,
  unknown: notFound,
  malformed: notFound,
  ...more,
})

const seers: readonly Standing[] = ['ownStaff', 'dataProtection', 'assessor']
const control = openControl
const review = { verdict: 'comment', remark: 'Von der Rundreise.' }
const remark = { text: 'Von der Rundreise.' }
/** The right one for nobody, so that no visit signs anything. */
const signature = {
  side: 'organization',
  password: 'nicht-das-passwort',
  shownAt: '2026-01-01T00:00:00Z',
  shownSha256: '0'.repeat(64),
}
const { shownAt: _, ...signatureJson } = signature
const reason = { reason: 'Von der Rundreise.' }

/** Only its chief executive and security officer sign for a municipality; IT staff are turned away. */
const bySigner =
  (status: number): NonNullable<RouteRule['exact']> =>
  ({ roles, assignments }, side) => {
    if (side !== 'own') return 404
    if (roles.some(({ role }) => heads.includes(role))) return status
    if (roles.some(({ role }) => role === 'itStaff')) return 403
    return roles.some(({ role }) => role === 'assessor') && (assignments ?? []).length > 0 ? status : 404
  }

export const reviewPageRules: Record<string, RouteRule> = {
  'POST /pruefungen/:id/fragen/:controlId/urteil': onCheck(
    { 303: ['assessor'], 403: ['ownStaff', 'dataProtection'] },
    { control, send: () => ({ form: review }) },
  ),
  'POST /pruefungen/:id/fragen/:controlId/beitrag': onCheck(
    { 303: ['ownStaff', 'assessor'], 403: ['dataProtection'] },
    { control, send: () => ({ form: remark }) },
  ),
  'GET /pruefungen/:id/abnahme': onCheck({ 200: seers }),
  // The text has changed since: 409, before anything else.
  'POST /pruefungen/:id/abnahme': onCheck(
    {},
    {
      exact: (person, side) => {
        const status = bySigner(409)(person, side)
        return status === 409 && person.roles.some(({ role }) => role === 'assessor') ? 403 : status
      },
      send: () => ({ form: signature }),
    },
  ),
  'POST /pruefungen/:id/abnahme/:signOffId/ruecknahme': onCheck(
    {},
    { exact: bySigner(404), send: () => ({ form: reason }) },
  ),
  'POST /pruefungen/:id/wiederoeffnung': onCheck({}, { exact: bySigner(422), send: () => ({ form: reason }) }),
  'POST /pruefungen/:id/wiederoeffnung/:reopeningId/zustimmung': onCheck(
    {},
    { exact: bySigner(404), send: () => ({ form: {} }) },
  ),
  'POST /pruefungen/:id/wiederoeffnung/:reopeningId/ablehnung': onCheck(
    {},
    { exact: bySigner(404), send: () => ({ form: {} }) },
  ),
}

export const reviewOperationRules: Record<string, RouteRule> = {
  'GET /assessments/:id/reviews': onCheck({ 200: seers }),
  'GET /assessments/:id/reviews/:controlId': onCheck({ 200: seers }, { control }),
  'PUT /assessments/:id/reviews/:controlId': onCheck(
    { 200: ['assessor'], 403: ['ownStaff', 'dataProtection'] },
    { control, send: () => ({ json: review }) },
  ),
  'POST /assessments/:id/reviews/:controlId/remarks': onCheck(
    { 201: ['ownStaff', 'assessor'], 403: ['dataProtection'] },
    { control, send: () => ({ json: remark }) },
  ),
  'GET /assessments/:id/sign-off-protocol': onCheck({ 200: seers }),
  'GET /assessments/:id/sign-offs': onCheck({ 200: seers }),
  'POST /assessments/:id/sign-offs': onCheck(
    {},
    {
      exact: (person, side) => {
        const status = bySigner(409)(person, side)
        return status === 409 && person.roles.some(({ role }) => role === 'assessor') ? 403 : status
      },
      send: () => ({ json: signatureJson }),
    },
  ),
  'POST /assessments/:id/sign-offs/:signOffId/withdrawal': onCheck(
    {},
    { exact: bySigner(404), send: () => ({ json: reason }) },
  ),
  'GET /assessments/:id/reopenings': onCheck({ 200: seers }),
  'POST /assessments/:id/reopenings': onCheck({}, { exact: bySigner(422), send: () => ({ json: reason }) }),
  'POST /assessments/:id/reopenings/:reopeningId/agreement': onCheck(
    {},
    { exact: bySigner(404), send: () => ({ json: {} }) },
  ),
  'POST /assessments/:id/reopenings/:reopeningId/refusal': onCheck(
    {},
    { exact: bySigner(404), send: () => ({ json: {} }) },
  ),
}
