import { expect } from 'vitest'
import { isId } from '#kernel/id.ts'
import { nobody } from '#platform/db/unit-of-work.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { isb, manager, test, type TestHouse } from '../../../test/harness/house.ts'
import { leave, noteData, personId, put, traces, within, workerOn } from '../../../test/harness/work.ts'
import { job } from '#platform/jobs/job.ts'

const admin = 'admin@verbund.example'

interface Listed {
  items: { id: string; name: string; failure: string | null; attempts: number }[]
  next: string | null
}

/** Puts a job into the queue that fails at its only try while `broken.now`. */
async function workerThatBreaks(house: TestHouse, name: string) {
  const jana = await personId(house, isb)
  const broken = { now: true }
  const worker = workerOn(house, [
    job({
      name,
      title: 'Probe',
      data: noteData,
      attempts: 1,
      run: (tools, { note }) =>
        tools.finish(async (ctx) => {
          await leave(ctx, jana, note)
          if (broken.now) throw new Error('Der Drucker hat kein Papier')
        }),
    }),
  ])
  return { worker, broken, jana }
}

test('what was given up is listed with its reason, tried again on the page, and done once', async ({ house }) => {
  const { worker, broken, jana } = await workerThatBreaks(house, 'page.retried')
  await put(house, 'page.retried', 'geheim und fremd')
  await worker.runDue()
  const browser = await house.signedIn(admin)
  const page = await browser.get('/betrieb/auftraege')
  expect(page.text).toContain('Ein Auftrag ist aufgegeben und wartet auf Sie.')
  expect(page.text).toContain('Der Drucker hat kein Papier')
  expect(page.html).not.toContain('geheim')
  const id = /auftraege\/([0-9a-f-]{36})\/noch-einmal/.exec(page.html)?.[1] ?? ''
  expect(isId(id)).toBe(true)
  broken.now = false
  const after = await browser.post(`/betrieb/auftraege/${id}/noch-einmal`, {})
  expect(after.text).toContain('steht wieder in der Warteschlange')
  expect(await worker.runDue()).toBe(1)
  expect((await traces(house, jana)).get('geheim und fremd')).toBe(1)
  const again = await browser.post(`/betrieb/auftraege/${id}/noch-einmal`, {})
  expect([again.status, again.text.includes('nicht mehr aufgegeben')]).toEqual([422, true])
})

test('discarding needs a reason, keeps what was typed, and then the job is gone from the list', async ({ house }) => {
  const { worker } = await workerThatBreaks(house, 'page.discarded')
  await put(house, 'page.discarded', '')
  await worker.runDue()
  const browser = await house.signedIn(admin)
  const page = await browser.get('/betrieb/auftraege')
  const id = /auftraege\/([0-9a-f-]{36})\/verwerfen/.exec(page.html)?.[1] ?? ''
  const refused = await browser.post(`/betrieb/auftraege/${id}/verwerfen`, { reason: '  ' })
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('Bitte sagen Sie, warum')
  expect(refused.html).toMatch(/<details open/)
  const long = await browser.post(`/betrieb/auftraege/${id}/verwerfen`, { reason: 'x'.repeat(501) })
  expect(long.html).toContain(`value="${'x'.repeat(501)}"`)
  const done = await browser.post(`/betrieb/auftraege/${id}/verwerfen`, { reason: 'Die Person ist ausgeschieden.' })
  expect(done.text).toContain('Der Auftrag ist verworfen')
  const listed = await (await house.as(admin)).get<Listed>('/jobs')
  expect(listed.body.items.map(({ name }) => name)).not.toContain('page.discarded')
})

test('the same work that is already queued again is not doubled by trying the dead job again', async ({ house }) => {
  const { worker } = await workerThatBreaks(house, 'page.keyed')
  const add = () => within(house, nobody, (ctx) => enqueue(ctx, 'page.keyed', { note: '' }, { key: 'k' }))
  await add()
  await worker.runDue()
  await add()
  const api = await house.as(admin)
  const { body } = await api.get<Listed>('/jobs?state=dead')
  const id = body.items.find(({ name }) => name === 'page.keyed')?.id
  const refused = await api.post(`/jobs/${id}/retry`)
  expect([refused.status, String(refused.body['title'])]).toEqual([422, expect.stringContaining('steht schon neu')])
  expect((await api.post(`/jobs/${id}/discard`, { reason: 'doppelt' })).status).toBe(200)
})

test('the list is read in pages, and a foreign cursor is refused', async ({ house }) => {
  const { worker } = await workerThatBreaks(house, 'page.many')
  for (let at = 0; at < 5; at++) await put(house, 'page.many', '')
  await worker.runDue()
  const api = await house.as(admin)
  const seen: string[] = []
  let next: string | null = ''
  while (next !== null) {
    const { body }: { body: Listed } = await api.get<Listed>(`/jobs?limit=2${next ? `&cursor=${next}` : ''}`)
    seen.push(...body.items.map(({ id }) => id))
    next = body.next
  }
  expect(new Set(seen).size).toBe(seen.length)
  expect(seen.length).toBeGreaterThanOrEqual(5)
  const foreign = Buffer.from(JSON.stringify(['gestern', seen[0]])).toString('base64url')
  expect((await api.get(`/jobs?cursor=${foreign}`)).status).toBe(422)
  expect((await api.get('/jobs?cursor=x')).status).toBe(422)
})

test('only the administrator sees and tends the queue', async ({ house }) => {
  for (const email of [isb, manager]) {
    const api = await house.as(email)
    expect((await api.get('/jobs')).status).toBe(403)
    expect((await api.get('/job-counts')).status).toBe(403)
    expect((await api.post('/jobs/01940d1c-5c00-7a60-8000-3a4b5c6d7e8f/retry')).status).toBe(403)
    const browser = await house.signedIn(email)
    expect((await browser.get('/betrieb/auftraege')).status).toBe(403)
    expect((await browser.get('/')).html).not.toContain('/betrieb/')
  }
  expect((await house.stranger.get('/jobs')).status).toBe(401)
})

test('a job that is not there is a refusal, an id that is none is not found', async ({ house }) => {
  const api = await house.as(admin)
  expect((await api.post('/jobs/01940d1c-5c00-7a60-8000-3a4b5c6d7e8f/retry')).status).toBe(422)
  expect((await api.post('/jobs/keine/retry')).status).toBe(404)
})

test('with the test clock, all due jobs run to the end on request', async ({ house }) => {
  const first = await house.app.request('http://127.0.0.1:3000/api/v1/test/jobs', { method: 'POST' })
  expect(first.status).toBe(200)
  await house.app.request('http://127.0.0.1:3000/api/v1/test/jobs', { method: 'POST' })
  const again = await house.app.request('http://127.0.0.1:3000/api/v1/test/jobs', { method: 'POST' })
  expect(await again.json()).toEqual({ ran: 0 })
})
