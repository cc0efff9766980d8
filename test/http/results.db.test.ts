// Reports, OSCAL and results over time of the checks of the demo story and of those made here.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import formats from 'ajv-formats'
import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { newId } from '#platform/crypto/random.ts'
import { asOwner } from '../access/as-owner.ts'
import { hasProgram, needsProgram } from '../fixtures/programs.ts'
import { needsSharedData, sharedData } from '../fixtures/shared-data.ts'
import { assessor, isb, itStaff, manager, test, type TestHouse } from '../harness/house.ts'
import { importCatalog, levelCatalog, ownOrganization, startCheck, storyCheck } from './checks.ts'
import { readable } from './html.ts'

interface Results {
  percent: number | null
  previous: { wave: number; percent: number; change: number } | null
  strengths: string[]
  gaps: string[]
  waves: { wave: number; percent: number }[]
  course: { answered: number; total: number; percent: number | null }[]
  groups: { key: string; percent: number | null; before: number | null; change: number | null; course: unknown[] }[]
}

/** Both sides have signed: written behind the policies' back, since only the rows matter here. */
const signOff = (house: TestHouse, checkId: string): Promise<void> =>
  asOwner(house, async (db) => {
    const people = [
      [isb, 'organization', 'securityOfficer'],
      [assessor, 'assessor', 'assessor'],
    ] as const
    for (const [email, side, role] of people) {
      const signature = newId()
      await sql`
        with who as (select p.id as person, s.organization_id as place, s.catalog_id as catalog from identity.person p, security.assessment s
                      where p.email = ${email} and s.id = ${checkId}::uuid),
             signed as (insert into signatures.signature (id, organization_id, subject_type, subject_id, signed_by, acting_for, role, signed_at, shown, shown_sha256)
               select ${signature}::uuid, place, 'assessment', ${checkId}::uuid, person, place, ${role}, ${house.clock.now().toString()}::timestamptz,
                      'Gezeigt', encode(sha256(convert_to('Gezeigt', 'UTF8')), 'hex') from who returning id)
        insert into security.sign_off (id, organization_id, assessment_id, catalog_id, side, signature_id, signed_by, signed_at)
        select ${newId()}::uuid, place, ${checkId}::uuid, catalog, ${side}, ${signature}::uuid, person, ${house.clock.now().toString()}::timestamptz from who`.execute(
        db,
      )
    }
  })

async function secondWave(house: TestHouse, title: string): Promise<{ first: string; second: string }> {
  const jana = await house.as(isb)
  const check = await startCheck(house, isb, title)
  await jana.put(`/assessments/${check.id}/answers/AKT.0`, { answer: 'no' })
  await jana.put(`/assessments/${check.id}/answers/TEL.1`, { answer: 'yes', note: 'aus dem ersten Durchgang' })
  await signOff(house, check.id)
  const { organizationId, catalogId } = check
  const { body } = await jana.post<{ id: string }>('/assessments', { organizationId, catalogId })
  await jana.put(`/assessments/${body.id}/answers/AKT.0`, { answer: 'yes', version: 1 })
  return { first: check.id, second: body.id }
}

describe('results over time', () => {
  test('of the story grow from its first answers to today', async ({ house }) => {
    const jana = await house.as(isb)
    const { id, progress, score } = await storyCheck(jana)
    const { body } = await jana.get<Results>(`/assessments/${id}/results`)
    const counts = body.course.map(({ answered }) => answered)
    expect(counts).toEqual(counts.toSorted((a, b) => a - b))
    expect(body.course.at(-1)).toMatchObject({ answered: progress.answered, total: 24, percent: score.percent })
    expect(body.groups.every(({ course }) => course.length === body.course.length)).toBe(true)
  })

  test('compare a second wave with the first, and count nothing that nobody has confirmed', async ({ house }) => {
    const jana = await house.as(isb)
    const { second } = await secondWave(house, 'Zweiter Durchgang')
    const { body } = await jana.get<Results>(`/assessments/${second}/results`)
    expect(body).toMatchObject({ percent: 100, previous: { wave: 1, percent: 50, change: 50 } })
    expect(body.waves).toMatchObject([{ wave: 1, percent: 50 }])
    expect(body.groups).toMatchObject([
      { key: 'AKT', percent: 100, before: 0, change: 100 },
      { key: 'TEL', percent: null, before: 100, change: null },
    ])
    const page = await (await house.signedIn(isb)).get(`/pruefungen/${second}/ergebnisse`)
    expect(readable(page.html)).toContain('Das sind 50 Punkte mehr als bei der letzten Prüfung')
    expect(readable(page.html)).toContain('1. Durchgang, Ende')
  })

  test('are for readers of the whole check: a delegate is told who sees them', async ({ house }) => {
    const { id, catalogId, organizationId } = await startCheck(house, isb, 'Übertragen')
    const navigator = 'amt@musterstadt.example'
    await asOwner(house, (db) =>
      sql`insert into security.delegation (id, organization_id, assessment_id, catalog_id, person_id, group_keys, delegated_by, delegated_at)
          select ${newId()}::uuid, ${organizationId}::uuid, ${id}::uuid, ${catalogId}::uuid, d.id, '{AKT}', b.id, ${house.clock.now().toString()}::timestamptz
            from identity.person d, identity.person b where d.email = ${navigator} and b.email = ${isb}`.execute(db),
    )
    const client = await house.as(navigator)
    for (const path of [
      'results',
      'report.pdf',
      'summary.docx',
      'assessment-results.json',
      'answers.xlsx',
      'poam.json',
    ]) {
      const reply = await client.get(`/assessments/${id}/${path}`)
      expect([path, reply.status, reply.text.includes('sehen Verwaltungsleitung')]).toEqual([path, 403, true])
    }
    expect((await (await house.signedIn(navigator)).get(`/pruefungen/${id}/ergebnisse`)).status).toBe(403)
  })
})

describe('reports', () => {
  const isHere = process.platform === 'linux' && process.arch === 'x64'

  test.skipIf(!isHere || !hasProgram('pdfinfo') || !hasProgram('pdftotext'))(
    `as PDF are tagged and say state, catalog and answers (${needsProgram('pdfinfo', 'poppler-utils')}, Linux on x64)`,
    async ({ house }) => {
      const jana = await house.as(isb)
      const { first, second } = await secondWave(house, 'Bericht')
      const folder = mkdtempSync(join(tmpdir(), 'lotsenwerk-report-'))
      const textOf = async (id: string, kind: string) => {
        const file = join(folder, `${kind}.pdf`)
        writeFileSync(file, await jana.download(`/assessments/${id}/${kind}.pdf`))
        const run = (program: string, ...args: string[]) =>
          execFileSync(program, args, { encoding: 'utf8', stdio: 'pipe' })
        return { info: run('pdfinfo', file), text: run('pdftotext', file, '-').replaceAll('\u00ad\n', '') }
      }
      const draft = await textOf(second, 'report')
      expect(draft.info).toMatch(
        /Title: +Bericht Informationssicherheit: Stadt Musterstadt, Bericht[\s\S]*Tagged: +yes/,
      )
      expect(draft.text).toContain('ENTWURF')
      expect(draft.text).toContain('Zuletzt')
      expect(draft.text).toContain('Noch zu bestätigen (zuletzt: Ja)')
      const signed = await textOf(first, 'report')
      expect(signed.text).not.toContain('ENTWURF')
      expect(signed.text).toContain('Jana Wiesner')
      expect(signed.text).toContain('aus dem ersten Durchgang')
      const short = await textOf(first, 'summary')
      expect(short.info).toMatch(/Tagged: +yes[\s\S]*Pages: +1\n/)
    },
  )

  test('as DOCX are Word files of that name', async ({ house }) => {
    const jana = await house.as(isb)
    const { id } = await storyCheck(jana)
    for (const kind of ['report', 'summary']) {
      const reply = await jana.get(`/assessments/${id}/${kind}.docx`)
      expect(reply.headers.get('content-type')).toContain('wordprocessingml')
      expect(reply.headers.get('content-disposition')).toContain('bericht-Stadt_Musterstadt.docx')
    }
  })

  test.skipIf(!hasProgram('soffice'))(
    `as DOCX open in LibreOffice (${needsProgram('soffice', 'libreoffice-writer-nogui')})`,
    { timeout: 240_000 },
    async ({ house }) => {
      const jana = await house.as(isb)
      const { id } = await storyCheck(jana)
      const folder = mkdtempSync(join(tmpdir(), 'lotsenwerk-word-'))
      writeFileSync(join(folder, 'a.docx'), await jana.download(`/assessments/${id}/report.docx`))
      execFileSync('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, 'a.docx')], {
        stdio: 'pipe',
      })
      expect(readFileSync(join(folder, 'a.pdf')).length).toBeGreaterThan(10_000)
    },
  )
})

const schemas = ['assessment-plan', 'assessment-results', 'poam'].map((kind) => ({
  kind,
  file: sharedData('oscal', 'schemas', '1.1.3', `oscal_${kind}_schema.json`),
}))

test.skipIf(schemas.some(({ file }) => !file))(
  `every OSCAL file of every check is valid by the schemas of NIST (${needsSharedData('oscal/schemas/1.1.3')})`,
  async ({ house }) => {
    const jana = await house.as(isb)
    const catalogId = await importCatalog(house, levelCatalog())
    const organizationId = await ownOrganization(jana)
    const levels = (await jana.post<{ id: string }>('/assessments', { organizationId, catalogId })).body.id
    await (
      await house.as(itStaff)
    ).put(`/assessments/${levels}/answers/lw-post-1`, { level: 1, target: 3, note: ' <b>\n"😀"\t ' })
    await secondWave(house, 'Gültig')
    const checks = (await jana.get<{ items: { id: string; state: string }[] }>('/assessments?limit=200')).body.items
    expect(checks.map(({ state }) => state)).toEqual(expect.arrayContaining(['open', 'signedOff']))
    for (const { kind, file } of schemas) {
      const ajv = new Ajv({ strict: false, unicodeRegExp: true })
      formats.default(ajv)
      const validate = ajv.compile(JSON.parse(readFileSync(file ?? '', 'utf8')))
      for (const { id } of checks) {
        validate((await jana.get(`/assessments/${id}/${kind}.json`)).body)
        expect([kind, validate.errors]).toEqual([kind, null])
      }
    }
    expect((await (await house.as(manager)).get(`/assessments/${levels}/assessment-plan.json`)).status).toBe(404)
  },
)
