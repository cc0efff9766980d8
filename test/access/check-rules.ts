// Rules of what belongs to a check besides its answers: delegation, evidence, comments, and many answers at once.
import { sql } from 'kysely'
import { newId } from '#platform/crypto/random.ts'
import type { TestHouse } from '../harness/house.ts'
import { asOwner } from './as-owner.ts'
import type { Expected, RouteRule } from './rules.ts'
import { openControl, type Standing } from './world.ts'

const readers: readonly Standing[] = ['ownStaff', 'dataProtection', 'assessor']
const visitors: readonly Standing[] = ['dataProtection', 'assessor']
const notFound: Expected = { by: {}, otherwise: 404 }

/** Somebody's check: 404 for everybody who may not see it, whether it is there or not. */
const onCheck = (by: Expected['by'], more: Partial<RouteRule> = {}): RouteRule => ({
  object: 'check',
  own: { by, otherwise: 404 },
  foreign: notFound,
  unknown: notFound,
  malformed: notFound,
  ...more,
})

const form = (fields: Record<string, string>): Partial<RouteRule> => ({ send: () => ({ form: fields }) })
const json = (body: Record<string, unknown>): Partial<RouteRule> => ({ send: () => ({ json: body }) })
const control = openControl
const onOpen = (more: Partial<RouteRule>): Partial<RouteRule> => ({ control, ...more })
const answering = (status: number): Expected['by'] => ({ [status]: ['ownStaff'], 403: visitors })
/** Own staff and the data protection officer among themselves. */
const commenting = (status: number): Expected['by'] => ({ [status]: ['ownStaff', 'dataProtection'], 403: ['assessor'] })
const link = { link: 'https://wiki.besuch.example/karte', title: 'Von der Rundreise' }

export const checkPageRules: Record<string, RouteRule> = {
  'GET /pruefungen/:id/zustaendig': onCheck({ 200: readers }),
  'POST /pruefungen/:id/zustaendig': onCheck(answering(422), form({})),
  'POST /pruefungen/:id/zustaendig/:delegationId/beenden': onCheck({}, form({})),
  'POST /pruefungen/:id/fragen/:controlId/nachweise': onCheck(answering(303), onOpen(form(link))),
  'POST /pruefungen/:id/fragen/:controlId/nachweise/:evidenceId/entfernen': onCheck({}, onOpen(form({}))),
  'POST /pruefungen/:id/fragen/:controlId/kommentare': onCheck(commenting(303), onOpen(form({ text: 'Rundreise' }))),
  'POST /pruefungen/:id/fragen/:controlId/kommentare/:commentId/entfernen': onCheck({}, onOpen(form({}))),
  'POST /pruefungen/:id/fragen/:controlId/rueckgaengig': onCheck(answering(422), onOpen(form({ version: '1' }))),
  'POST /pruefungen/:id/fragen/:controlId/wiederherstellen': onCheck(
    answering(422),
    onOpen(form({ from: '1', version: '1' })),
  ),
  'GET /pruefungen/:id/nicht-relevant': onCheck({ 200: readers }),
  'POST /pruefungen/:id/nicht-relevant': onCheck(answering(422), form({ note: '' })),
  'POST /pruefungen/:id/bestaetigung': onCheck(answering(422), form({})),
  'POST /pruefungen/:id/rueckgaengig': onCheck(answering(422), form({ am: '2026-01-01T00:00:00Z' })),
  'GET /pruefungen/:id/druck': onCheck({ 200: readers }),
  'GET /pruefungen/:id/fassung': onCheck({ 200: readers }),
  // To a version that is not there, so that nothing moves.
  'POST /pruefungen/:id/fassung': onCheck(answering(422), form({})),
  // This check was not moved.
  'GET /pruefungen/:id/fassung/zuruecknehmen': onCheck(answering(404)),
  'POST /pruefungen/:id/fassung/zuruecknehmen': onCheck(answering(404), form({})),
  'GET /pruefungen/:id/uebernommen': onCheck({}),
  'POST /pruefungen/:id/uebernommen/notiz': onCheck(answering(404), form({ lost: 'A.1', to: 'A.2' })),
  'GET /pruefungen/:id/vorschlaege': onCheck({ 200: readers }),
  'POST /pruefungen/:id/vorschlaege/alle': onCheck(
    { 404: ['ownStaff'], 403: visitors },
    form({ liste: 'gibt-es-nicht' }),
  ),
  'POST /pruefungen/:id/vorschlaege/:controlId': onCheck(answering(422), onOpen(form({ answer: '' }))),
  'POST /pruefungen/:id/vorschlaege/:controlId/ablehnen': onCheck(answering(303), onOpen(form({}))),
  'POST /pruefungen/:id/vorschlaege/:controlId/wieder': onCheck(answering(303), onOpen(form({}))),
}

export const checkOperationRules: Record<string, RouteRule> = {
  'GET /assessments/:id/delegations': onCheck({ 200: readers }),
  // To nobody we know, so that nothing is given away.
  'POST /assessments/:id/delegations': onCheck(
    answering(422),
    json({ personId: '01940d1c-5c00-7a60-8000-2f1d3a4b5c6d', groupKeys: ['gibt-es-nicht'] }),
  ),
  'DELETE /assessments/:id/delegations/:delegationId': onCheck({}, json({})),
  'POST /assessments/:id/migration': onCheck(answering(422), json({ undo: true })),
  'GET /assessments/:id/migration': onCheck({}),
  'GET /assessments/:id/answers/:controlId/evidence': onCheck({ 200: readers }, { control }),
  'POST /assessments/:id/answers/:controlId/evidence': onCheck(answering(201), onOpen(json(link))),
  'DELETE /assessments/:id/answers/:controlId/evidence/:evidenceId': onCheck({}, onOpen(json({}))),
  'GET /assessments/:id/answers/:controlId/comments': onCheck(commenting(200), { control }),
  'POST /assessments/:id/answers/:controlId/comments': onCheck(commenting(201), onOpen(json({ text: 'Rundreise' }))),
  'DELETE /assessments/:id/answers/:controlId/comments/:commentId': onCheck({}, onOpen(json({}))),
  'POST /assessments/:id/answers/bulk': onCheck(
    answering(422),
    json({ groupKey: 'gibt-es-nicht', answer: 'notApplicable', note: 'Rundreise' }),
  ),
  'POST /assessments/:id/answers/confirmation': onCheck(answering(422), json({ groupKey: 'gibt-es-nicht' })),
  'GET /assessments/:id/proposals': onCheck({ 200: readers }),
  'POST /assessments/:id/proposals': onCheck(answering(422), json({ group: 'gibt-es-nicht' })),
  'POST /assessments/:id/proposals/:controlId': onCheck(answering(422), onOpen(json({ answer: 'yes' }))),
  'DELETE /assessments/:id/proposals/:controlId': onCheck(answering(200), onOpen(json({}))),
  'GET /assessments/:id/coverage': onCheck({ 200: readers }),
  'POST /assessments/:id/answers/undo': onCheck(answering(422), json({ answeredAt: '2026-01-01T00:00:00Z' })),
  'POST /assessments/:id/answers/:controlId/restorations': onCheck(
    { 404: ['ownStaff'], 403: visitors },
    onOpen(json({ from: 1, version: 1 })),
  ),
}

/** In each town with a running check a second one, from which an answer was taken, and a proposal that was declined. */
export const carryOversArrive = (house: TestHouse): Promise<unknown> =>
  asOwner(house, async (db) => {
    const now = house.clock.now().toString()
    const { rows } = await sql<{ id: string; place: string; catalog: string; question: string; person: string }>`
      select distinct on (a.organization_id) a.assessment_id as id, a.organization_id as place, a.catalog_id as catalog,
             a.control_id as question, a.answered_by as person
        from security.answer a join security.assessment s on s.id = a.assessment_id and s.in_review_at is null
       order by a.organization_id, a.assessment_id, a.control_id`.execute(db)
    for (const { id, place, catalog, question, person } of rows) {
      const second = newId()
      await sql`
        insert into security.assessment (id, organization_id, catalog_id, started_at, started_by, wave)
        select ${second}::uuid, ${place}::uuid, k.id, ${now}, ${person}::uuid, 1 from catalogs.catalog k
         where k.id not in (select s.catalog_id from security.assessment s where s.organization_id = ${place}::uuid)
         order by k.id limit 1`.execute(db)
      await sql`
        insert into security.answer (organization_id, assessment_id, catalog_id, control_id, top_key, version, answer, note, answered_by,
                                     answered_at)
        select ${place}::uuid, s.id, s.catalog_id, c.id, c.top_key, 1, 'yes', '', ${person}::uuid, ${now}
          from security.assessment s join catalogs.control c on c.catalog_id = s.catalog_id where s.id = ${second}::uuid
         order by c.position limit 1`.execute(db)
      await sql`
        insert into security.answer_source (organization_id, assessment_id, catalog_id, control_id, top_key, version,
          source_assessment_id, source_catalog_id, source_control_id, source_version, relationship, is_default, sub_requirements,
          taken_by, taken_at)
        select b.organization_id, b.assessment_id, b.catalog_id, b.control_id, b.top_key, b.version, ${id}::uuid, ${catalog}::uuid,
               ${question}, 1, 'equal-to', false, '{CON.3.A2-UA.1}', ${person}::uuid, ${now}
          from security.answer b where b.assessment_id = ${second}::uuid`.execute(db)
      await sql`
        insert into security.declined_proposal (organization_id, assessment_id, catalog_id, control_id, top_key, declined_by, declined_at)
        select b.organization_id, b.assessment_id, b.catalog_id, b.control_id, b.top_key, ${person}::uuid, ${now}
          from security.answer b where b.assessment_id = ${second}::uuid`.execute(db)
    }
  })
