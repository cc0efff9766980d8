// Who reads a foreign check leaves a note before the page is sent: no note, no page.
import { sql } from 'kysely'
import { expect } from 'vitest'
import { unitOfWork } from '#platform/db/unit-of-work.ts'
import { assessor, isb, test, type TestHouse } from '../harness/house.ts'
import { answeredEverywhere } from './elbaue-begins.ts'
import { asOwner } from './as-owner.ts'
import { placeNamed } from './standings.ts'

const note = 'Schreiben von Herrn Köhler liegt in meiner Akte'

interface Check {
  id: string
  place: string
  catalogId: string
}

const check = (house: TestHouse): Promise<Check> =>
  asOwner(house, async (db) => {
    const place = await placeNamed(db, 'Stadt Musterstadt')
    const { id, catalog_id } = await db
      .selectFrom('security.assessment')
      .select(['id', 'catalog_id'])
      .where('organization_id', '=', place)
      .executeTakeFirstOrThrow()
    return { id, place, catalogId: catalog_id }
  })

const reads = (house: TestHouse, id: string) =>
  asOwner(house, (db) =>
    db
      .selectFrom('audit.entry as e')
      .leftJoin('audit.personal as w', 'w.entry_id', 'e.id')
      .leftJoin('identity.person as p', 'p.id', 'w.person_id')
      .select(['p.email', 'e.organization_id', 'e.subject_id'])
      .where('e.event', '=', 'assessment.read')
      .where('e.subject_id', '=', id)
      .execute(),
  )

const pagesOf = (id: string): string[] => [
  '/',
  '/pruefungen',
  `/pruefungen/${id}`,
  `/pruefungen/${id}/fragen`,
  `/pruefungen/${id}/fragen/${answeredEverywhere}`,
  `/pruefungen/${id}/offene-punkte.json`,
  `/pruefungen/${id}/abnahme`,
  `/pruefungen/${id}/ergebnisse`,
  `/pruefungen/${id}/kurzbericht.pdf`,
  `/pruefungen/${id}/pruefergebnisse.json`,
  `/pruefungen/${id}/antworten.xlsx`,
  `/pruefungen/${id}/fassung`,
  `/pruefungen/${id}/vorschlaege`,
  `/pruefungen/rahmenwerke?pruefung=${id}`,
]

const operationsOf = (id: string): string[] => [
  '/assessments',
  `/assessments/${id}`,
  `/assessments/${id}/answers/${answeredEverywhere}`,
  `/assessments/${id}/answers/${answeredEverywhere}/history`,
  `/assessments/${id}/poam.json`,
  `/assessments/${id}/reviews`,
  `/assessments/${id}/reviews/${answeredEverywhere}`,
  `/assessments/${id}/sign-off-protocol`,
  `/assessments/${id}/sign-offs`,
  `/assessments/${id}/reopenings`,
  `/assessments/${id}/results`,
  `/assessments/${id}/summary.docx`,
  `/assessments/${id}/assessment-plan.json`,
  `/assessments/${id}/answers.xlsx`,
  `/assessments/${id}/proposals`,
  `/assessments/${id}/coverage`,
]

test('an assessor with an assignment reads the answers, and each page and each operation leaves a note for the municipality', async ({
  house,
}) => {
  const { id, place } = await check(house)
  const felix = await house.signedIn(assessor)
  const client = await house.as(assessor)
  let before = (await reads(house, id)).length
  const visit = async (read: () => Promise<{ status: number }>, what: string): Promise<void> => {
    expect([what, (await read()).status]).toEqual([what, 200])
    const found = await reads(house, id)
    expect([what, found.length]).toEqual([what, before + 1])
    expect(found.at(-1)).toEqual({ email: assessor, organization_id: place, subject_id: id })
    before = found.length
  }
  for (const path of pagesOf(id)) await visit(() => felix.get(path), path)
  for (const path of operationsOf(id)) await visit(() => client.get(path), path)
  expect((await felix.get(`/pruefungen/${id}/fragen/${answeredEverywhere}`)).text).toContain(note)
})

test('own staff reads without a note', async ({ house }) => {
  const { id } = await check(house)
  const before = (await reads(house, id)).length
  const [jana, client] = [await house.signedIn(isb), await house.as(isb)]
  for (const path of pagesOf(id)) expect((await jana.get(path)).status).toBe(200)
  for (const path of operationsOf(id)) expect((await client.get(path)).status).toBe(200)
  expect(await reads(house, id)).toHaveLength(before)
})

test('an assessor cannot answer: refused with the reason by page and operation, and by the database itself', async ({
  house,
}) => {
  const { id, place } = await check(house)
  const answers = () =>
    asOwner(house, (db) => db.selectFrom('security.answer').selectAll().where('assessment_id', '=', id).execute())
  const before = await answers()
  const [felix, client] = [await house.signedIn(assessor), await house.as(assessor)]
  expect(
    (await felix.post(`/pruefungen/${id}/fragen/lw-start-20/antwort`, { answer: 'yes', note: 'geprüft' })).status,
  ).toBe(403)
  expect((await client.put(`/assessments/${id}/answers/lw-start-20`, { answer: 'yes' })).status).toBe(403)
  const me = await client.get<{ person: { id: string }; actingFor: { id: string } }>('/me')
  const as = { personId: me.body.person.id, actingFor: me.body.actingFor.id }
  const now = house.clock.now()
  await expect(
    unitOfWork(house.services.database, { as, now, mode: 'read write' }, (db) =>
      sql`insert into security.answer (organization_id, assessment_id, catalog_id, control_id, version, answer, note, answered_by, answered_at, top_key)
          select ${place}::uuid, id, catalog_id, 'lw-start-20', 1, 'yes', '', ${as.personId}::uuid, ${now.toString()}, 'lw-start-notfall'
            from security.assessment where id = ${id}::uuid`.execute(db),
    ),
  ).rejects.toThrow('row-level security')
  expect(await answers()).toEqual(before)
})

test('an answer cannot be filed under one’s own organization on the check of another', async ({ house }) => {
  const { id, catalogId } = await check(house)
  const client = await house.as('alles@kleinweiler.example')
  const me = await client.get<{ person: { id: string }; actingFor: { id: string } }>('/me')
  const as = { personId: me.body.person.id, actingFor: me.body.actingFor.id }
  const now = house.clock.now()
  await expect(
    unitOfWork(house.services.database, { as, now, mode: 'read write' }, (db) =>
      sql`insert into security.answer (organization_id, assessment_id, catalog_id, control_id, version, answer, note, answered_by, answered_at, top_key)
          select ${as.actingFor}::uuid, ${id}::uuid, c.catalog_id, c.id, 1, 'yes', '', ${as.personId}::uuid, ${now.toString()}, c.top_key
            from catalogs.control c where c.id = 'lw-start-20' and c.catalog_id = ${catalogId}::uuid`.execute(db),
    ),
  ).rejects.toThrow('foreign key')
})

// Last: from here on this copy can write no note.
test('when the note cannot be written, nothing of the check is sent', async ({ house }) => {
  const { id } = await check(house)
  const [felix, client] = [await house.signedIn(assessor), await house.as(assessor)]
  const [jana, own] = [await house.signedIn(isb), await house.as(isb)]
  await asOwner(house, (db) => sql`revoke execute on function audit.record_audit from lotsenwerk_app`.execute(db))
  for (const path of pagesOf(id)) {
    const page = await felix.get(path)
    expect([path, page.status]).toEqual([path, 500])
    // The link that reports a barrier repeats the address that was asked for, and nothing else does.
    const said = page.html.replaceAll(encodeURIComponent(path.replace(/\?.*/, '')), '')
    expect(said).not.toMatch(/Musterstadt|Köhler|Tagesordnung|lw-start/)
  }
  for (const path of operationsOf(id)) {
    const reply = await client.get(path)
    expect([path, reply.status]).toEqual([path, 500])
    expect(reply.text).not.toMatch(/Köhler|Tagesordnung|progress|"items"/)
  }
  expect((await jana.get(`/pruefungen/${id}/fragen/${answeredEverywhere}`)).text).toContain(note)
  expect((await own.get(`/assessments/${id}`)).status).toBe(200)
})
