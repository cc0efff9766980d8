// What is too large is refused while it arrives; what breaks off or is not allowed leaves nothing behind.
import { afterAll, beforeAll, describe, expect, test as plain } from 'vitest'
import { demoPassword, manager, openTestHouse, type TestHouse } from '../harness/house.ts'
import { smallCatalog } from './checks.ts'
import { readable } from './html.ts'
import { bearerOf, openSession, origin } from './raw-calls.ts'
import { countRows } from './rows.ts'
import { fieldStart, fileEnd, fileStart, leftovers, memoryOf, multipart, type Sent, send } from './uploads.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

interface Huge {
  path: string
  headers: Record<string, string>
  before: string
  after: string
}

const path = '/api/v1/catalogs'

const asJson = async (): Promise<Huge> => ({
  path,
  headers: { ...(await bearerOf(house, manager)), 'content-type': 'application/json' },
  before: '{"catalog":',
  after: '{}}',
})

const asUpload = async (): Promise<Huge> => ({
  path,
  headers: { ...(await bearerOf(house, manager)), ...multipart },
  before: fileStart,
  after: fileEnd,
})

async function onThePage(): Promise<Huge> {
  const { cookie, csrf } = await openSession(house.app, manager, demoPassword)
  const before = `${fieldStart('_csrf')}${csrf}\r\n${fileStart}`
  return { path: '/kataloge/einlesen', headers: { cookie, ...multipart }, before, after: fileEnd }
}

describe('a hundred megabytes', () => {
  plain.each([
    ['as JSON', asJson],
    ['as an upload', asUpload],
    ['as an upload on the page', onThePage],
  ])('%s are 413; nothing is kept, the memory stays flat', async (_name, make) => {
    const huge = await make()
    const counted = await countRows(house)
    let reply: Sent | undefined
    let memory = 0
    const left = await leftovers(async () => {
      memory = await memoryOf(async () => {
        reply = await send(house.app, huge, { ...huge, filling: ' ', megabytes: 100 })
      })
    })
    expect(reply?.status).toBe(413)
    expect(readable(reply?.text ?? '')).toContain(
      'Das ist zu groß. Möglich sind höchstens 32 MB; gespeichert wurde nichts.',
    )
    expect(left).toEqual([])
    expect(memory).toBeLessThan(64)
    expect(await countRows(house)).toEqual(counted)
  })

  plain('that are announced are refused by the announcement', async () => {
    const { headers } = await asJson()
    const announced = { ...headers, 'content-length': String(33 * 1024 * 1024) }
    const reply = await house.app.request(origin + path, { method: 'POST', body: '{}', headers: announced })
    expect(reply.status).toBe(413)
  })

  plain('in many small fields are too large together', async () => {
    const { headers } = await asUpload()
    const field = `${fieldStart('feld')}${'x'.repeat(500_000)}\r\n`
    let reply: Sent | undefined
    const memory = await memoryOf(async () => {
      reply = await send(house.app, { path, headers }, { before: '', filling: field, megabytes: 100, after: fileEnd })
    })
    expect(reply?.status).toBe(413)
    expect(memory).toBeLessThan(64)
  })
})

plain('a transfer that breaks off is 400, and nothing of it is left', async () => {
  const { headers } = await asUpload()
  const left = await leftovers(async () => {
    const half = { before: fileStart, filling: ' ', megabytes: 1, after: '' }
    const reply = await send(house.app, { path, headers }, half)
    expect(reply.status).toBe(400)
    expect(reply.text).toContain('Die Übertragung ist unvollständig angekommen.')
  })
  expect(left).toEqual([])
})

plain('whoever may not import is refused before anything is read', async () => {
  const { before, after } = await asUpload()
  const left = await leftovers(async () => {
    const headers = { authorization: 'Bearer lw_unbekannt1234567890', ...multipart }
    const reply = await send(house.app, { path, headers }, { before, after, filling: ' ', megabytes: 60 })
    expect([reply.status, reply.megabytesRead < 1]).toEqual([401, true])
  })
  expect(left).toEqual([])
})

plain('a good one is taken afterwards, and leaves no temporary file', async () => {
  const client = await house.as(manager)
  const left = await leftovers(async () => {
    expect((await client.post('/catalogs', smallCatalog())).status).toBe(201)
    expect((await client.upload('/catalogs', smallCatalog())).status).toBe(200)
  })
  expect(left).toEqual([])
})
