// BSI's catalog of May, half answered, moves to what July became (../shared/reference/security.md, 2.1), where this machine has the files.
import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { asOwner } from '../access/as-owner.ts'
import { needsSharedData, sharedData } from '../fixtures/shared-data.ts'
import { isb, manager, test, type TestHouse } from '../harness/house.ts'
import { type AssessmentJson, ownOrganization } from '../http/checks.ts'
import { migrate } from './editions.ts'

const files = {
  methods: 'BSI-Methodik-Grundschutz++-catalog.json',
  risks: 'BSI-Anforderungen-zum-Risikomanagement-catalog.json',
  kernel: 'BSI-Stand-der-Technik-Kernel-catalog.json',
  may: 'Grundschutz++-Anwenderkatalog-2026-05-28-full-998-controls.json',
  profile: 'Grundschutz++-profile.json',
}
const resourceOf = {
  methods: '5fa04faf-937c-48e0-8764-9b2cd55e2170',
  risks: 'd139a8e0-1d74-4e33-ad25-6385c53b4fbe',
  kernel: '41fb0187-c393-4342-827f-173e6323a6c0',
}

async function importFile(house: TestHouse, name: keyof typeof files, resources?: Record<string, string>) {
  const form = new FormData()
  if (resources) form.set('resources', JSON.stringify(resources))
  form.set('file', new Blob([readFileSync(sharedData('oscal', files[name]) ?? '')]), files[name])
  const { status, body, text } = await (await house.as(manager)).call<{ id: string }>('POST', '/catalogs', form)
  if (status !== 201) throw new Error(text)
  return body.id
}

interface Said {
  key: string
  id: string
  title: string
  versions: [string | null, string][]
}

/** What was said in a check, by the identity of the requirement; without what only asks for confirmation. */
const saidIn = (house: TestHouse, assessment: string): Promise<Map<string, Said>> =>
  asOwner(house, async (db) => {
    const { rows } = await sql<Said>`
      select c.key, c.id, c.title, jsonb_agg(jsonb_build_array(a.answer, a.note) order by a.version) as versions
        from security.answer a join catalogs.control c on c.catalog_id = a.catalog_id and c.id = a.control_id
       where a.assessment_id = ${assessment}::uuid and not a.unconfirmed group by c.key, c.id, c.title`.execute(db)
    return new Map(rows.map((row) => [row.key, row]))
  })

/** Every second requirement answered, every sixth in two versions, each with a note that names it; written as rows. */
const answerHalf = (house: TestHouse, assessment: string) =>
  asOwner(house, (db) =>
    sql`
      insert into security.answer (organization_id, assessment_id, catalog_id, control_id, top_key, version, answer, note, answered_by, answered_at)
      select s.organization_id, s.id, s.catalog_id, c.id, c.top_key, v, case when (c.position + v) % 3 = 0 then 'no' else 'yes' end,
             'Zu ' || c.title || ', Stand ' || v, s.started_by, s.started_at
        from security.assessment s join catalogs.control c on c.catalog_id = s.catalog_id
       cross join generate_series(1, 2) v
       where s.id = ${assessment}::uuid and (c.position % 6 = 0 or c.position % 2 = 0 and v = 1)`.execute(db),
  )

describe.skipIf(!sharedData('oscal', files.profile))(`May to July (${needsSharedData('oscal')})`, () => {
  test('no answer is lost: 859 stay, 128 are renumbered, 87 ask, 11 are gone, 13 are new', async ({ house }) => {
    const may = await importFile(house, 'may')
    const resources: Record<string, string> = {}
    for (const name of ['methods', 'risks', 'kernel'] as const)
      resources[resourceOf[name]] = await importFile(house, name)
    const july = await importFile(house, 'profile', resources)
    const jana = await house.as(isb)
    const organizationId = await ownOrganization(jana)
    const { body } = await jana.post<AssessmentJson>('/assessments', { organizationId, catalogId: may })
    await answerHalf(house, body.id)
    const before = await saidIn(house, body.id)
    expect(before.size).toBe(499)

    const browser = await house.signedIn(isb)
    const preview = await browser.get(`/pruefungen/${body.id}/fassung`)
    expect(preview.text).toContain('987 Anforderungen gibt es weiter, 128 davon unter anderer Nummer.')
    const check = { jana, organizationId, old: may, new: july, id: body.id, at: `/assessments/${body.id}` }
    const moved = await migrate(jana, check)
    const { same, renumbered, changed, lost, new: added } = moved.body
    expect([same, renumbered, changed, lost, added].map(({ count }) => count)).toEqual([859, 128, 87, 11, 13])

    const after = await saidIn(house, moved.body.assessmentId)
    const gone = new Set(lost.items.map(({ before: one }) => one?.id))
    const byOld = new Map([...same.items, ...renumbered.items].map((one) => [one.before?.id, one.after?.id]))
    const there = new Map([...after.values()].map((one) => [one.id, one]))
    let found = 0
    for (const { id, versions } of before.values()) {
      if (gone.has(id)) continue
      expect([id, there.get(byOld.get(id) ?? '')?.versions]).toEqual([id, versions])
      found++
    }
    expect([found, after.size]).toEqual([found, found])
    expect(found + [...before.values()].filter(({ id }) => gone.has(id)).length).toBe(499)
    // What is gone is still where it was said.
    expect(await saidIn(house, body.id)).toEqual(before)

    // Negative control: by number alone 75 answers would stand at requirements that mean something else.
    const { rows } = await asOwner(house, (db) =>
      sql<{ foreign: number }>`
        select count(*)::integer as foreign from catalogs.control o
          join catalogs.control n on n.catalog_id = ${july}::uuid and n.id = o.id and n.key <> o.key
         where o.catalog_id = ${may}::uuid
           and exists (select from catalogs.control w where w.catalog_id = ${july}::uuid and w.key = o.key)`.execute(
        db,
      ),
    )
    expect(rows[0]?.foreign).toBe(75)
    const atForeign = [...after.values()].filter(
      ({ title, versions }) => !versions.some(([, note]) => note.includes(title)),
    )
    // Only those whose title is another now.
    const renamed = new Set(
      changed.items.filter(({ changes }) => changes.includes('title')).map((one) => one.after?.id),
    )
    expect(atForeign.filter(({ id }) => !renamed.has(id))).toEqual([])
  })
})
