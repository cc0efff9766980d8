// `kill -9` at random moments on the embedded database: what was answered with success is there, and nothing is half there.
import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { databaseFolder, embeddedPool } from '#platform/db/database.ts'
import { EmbeddedPostgres } from '#platform/db/pglite.ts'
import { type Settings, build, killAll, newFolder, removeFolder, serve, speaker, tokenOf } from './built-product.ts'
import { toldFolder } from './told-folder.ts'

beforeAll(build)
afterAll(killAll)

let folder: string
beforeEach(() => (folder = newFolder()))
afterEach(() => removeFolder(folder))

const isb = 'isb@musterstadt.example'

interface Story {
  people: unknown[]
  assessments: { answers: unknown[] }[]
}

interface Light {
  organizations: unknown[]
  without: number[]
  profiles: unknown[]
  checks: { withoutProfiles: number[]; full: unknown[] }
}

const read = (path: string): unknown => JSON.parse(readFileSync(join(import.meta.dirname, '../..', path), 'utf8'))

const story = read('demo/story.json') as Story
const { light } = read('demo/programmes.json') as { light: Light }

/** What the whole story tells: people and answers by name, and those of whom it says little: a head each, one assessor, and a check answered whole. */
function wholeStory(): Pick<Truth, 'people' | 'answers' | 'entries'> {
  const checked = light.organizations.filter(
    (_, at) => !light.without.includes(at) && !light.checks.withoutProfiles.includes(at % light.profiles.length),
  ).length
  const questions = JSON.stringify(read('catalogs/lotsenwerk-basischeck.oscal.json')).split('"statement"').length - 1
  const told = story.assessments.reduce((sum, assessment) => sum + assessment.answers.length, 0)
  const answers = told + (checked + light.checks.full.length) * questions
  return { people: story.people.length + checked + 1, answers, entries: answers }
}

interface Truth {
  people: number
  answers: number
  entries: number
  gaps: number
}

/** Past the application, in a copy of the folder: how many answers, how many notes of them in the audit trail, and versions that are missing between two. */
async function truthOf(home: string): Promise<Truth> {
  const copy = newFolder()
  cpSync(databaseFolder(home), copy, { recursive: true })
  const server = await EmbeddedPostgres.open(copy)
  const pool = embeddedPool(server)
  const { rows } = await pool.query<Truth>(`
    select (select count(*)::integer from identity.person) as people,
           (select count(*)::integer from security.answer where not unconfirmed) as answers,
           (select count(*)::integer from audit.entry where event = 'answer.given') as entries,
           (select count(*)::integer from (select 1 from security.answer group by assessment_id, control_id having max(version) <> count(*)) g) as gaps`)
  await pool.end()
  await server.close()
  removeFolder(copy)
  return rows[0] ?? { people: -1, answers: -1, entries: -1, gaps: -1 }
}

interface Saved {
  control: string
  version: number
  note: string
}

type Call = ReturnType<typeof speaker>

/** Answers its questions in turn, each a further version, until the server is gone; notes what has been acknowledged. */
async function answerUntilGone(call: Call, assessment: string, controls: string[], saved: Saved[]): Promise<void> {
  const versions = new Map<string, number>()
  for (let at = 0; ; at++) {
    const control = controls[at % controls.length] ?? ''
    const [note, version] = [`Antwort ${at} nach ${saved.length}`, versions.get(control)]
    const path = `/assessments/${assessment}/answers/${control}`
    const body = { answer: 'no', note, ...(version ? { version } : {}) }
    const reply = await call<{ version: number }>('PUT', path, body).catch(() => undefined)
    if (!reply) return
    versions.set(control, reply.body.version) // also of a refusal: it names the version that counts
    if (reply.status === 200) saved.push({ control, note, version: reply.body.version })
  }
}

async function checkOf(call: Call): Promise<{ id: string; controls: string[] }> {
  const checks = await call<{ items: { id: string; catalogId: string }[] }>('GET', '/assessments')
  const { id, catalogId } = checks.body.items[0] ?? { id: '', catalogId: '' }
  const controls = await call<{ items: { id: string }[] }>('GET', `/catalogs/${catalogId}/controls?limit=200`)
  return { id, controls: controls.body.items.map((control) => control.id) }
}

/** Serves, writes from three sides, kills at a random moment after some answers have been acknowledged. */
async function writeAndKill(settings: Settings): Promise<Saved[]> {
  const server = serve(settings)
  const call = speaker(await server.address, await tokenOf(settings, isb))
  const { id, controls } = await checkOf(call)
  const saved: Saved[] = []
  const writers = [0, 1, 2].map((writer) =>
    answerUntilGone(
      call,
      id,
      controls.filter((_, at) => at % 3 === writer),
      saved,
    ),
  )
  while (saved.length < 10 && server.process.exitCode === null) await setTimeout(20)
  await setTimeout(Math.random() * 300)
  await server.stop('SIGKILL')
  await Promise.all(writers)
  return saved
}

test('killed five times while answers are saved, every acknowledged answer is there and nothing is half-written', async () => {
  const settings = { LOTSENWERK_DATA: toldFolder(folder) }
  const saved: Saved[] = []
  for (let round = 0; round < 5; round++) saved.push(...(await writeAndKill(settings)))
  expect(saved.length).toBeGreaterThanOrEqual(50)

  const server = serve(settings)
  const call = speaker(await server.address, await tokenOf(settings, isb))
  const { id } = await checkOf(call)
  const lost: Saved[] = []
  for (const [control, its] of Map.groupBy(saved, (one) => one.control)) {
    const history = await call<{ items: { version: number; note: string }[] }>(
      'GET',
      `/assessments/${id}/answers/${control}/history?limit=200`,
    )
    const there = new Set(history.body.items.map(({ version, note }) => `${version} ${note}`))
    lost.push(...its.filter(({ version, note }) => !there.has(`${version} ${note}`)))
  }
  expect(lost).toEqual([])
  await server.stop()

  const { answers, entries, gaps } = await truthOf(folder)
  expect(answers).toBeGreaterThanOrEqual(saved.length)
  expect({ entries, gaps }).toEqual({ entries: answers, gaps: 0 })
  console.log(`kill -9: ${saved.length} acknowledged answers in 5 rounds, ${answers} in the table, none lost`)
})

test(
  'a first start that is killed at any moment begins anew and tells the whole story',
  { timeout: 600_000 },
  async () => {
    for (const share of [0.3, 0.6, 0.9]) {
      const home = join(folder, String(share))
      const settings = { LOTSENWERK_DATA: home }
      const first = serve(settings)
      const serving = first.address.then(
        () => 'serving',
        () => 'ended',
      )
      // Measured on this machine a moment ago, so that slow and fast ones are both killed in the middle.
      await Promise.race([serving, setTimeout(firstStart * (share + Math.random() * 0.1))])
      await first.stop('SIGKILL')
      const again = serve(settings)
      const call = speaker(await again.address, await tokenOf(settings, isb))
      expect((await checkOf(call)).controls.length).toBeGreaterThan(20)
      await again.stop()
      const { people, answers, entries } = await truthOf(home)
      expect({ people, answers, entries }).toEqual(wholeStory())
    }
  },
)

let firstStart = 0
beforeAll(async () => {
  const home = newFolder()
  const began = performance.now()
  const server = serve({ LOTSENWERK_DATA: home })
  await server.address
  firstStart = performance.now() - began
  await server.stop()
  removeFolder(home)
})
