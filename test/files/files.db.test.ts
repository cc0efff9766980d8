// Files of nouns: who gets them, how much there may be, and what becomes of those that do harm or belong to nobody.
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test as base } from 'vitest'
import { fileJobs, findFile, prepareFile, type PreparedFile, removeFile, storeFile } from '#foundation/files/index.ts'
import { isRefusal } from '#kernel/outcome.ts'
import { openServer } from '#platform/db/database.ts'
import { unitOfWork } from '#platform/db/unit-of-work.ts'
import type { Actor, Context } from '#platform/http/context.ts'
import { Worker } from '#platform/jobs/worker.ts'
import { silentLog } from '#platform/log.ts'
import { type Storage, storageOf } from '#platform/storage/storage.ts'
import { asOwner } from '../access/as-owner.ts'
import { assessor, elbaue, hvb, isb, manager, openTestHouse, type TestHouse } from '../harness/house.ts'
import { eicar, type FakeClamd, startClamd } from './clamd.ts'

interface Cellar {
  house: TestHouse
  clamd: FakeClamd
  /** With the scanner. */
  storage: Storage
}

const test = base.extend<{ cellar: Cellar }>({
  cellar: [
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'lotsenwerk-files-'))
      const house = await openTestHouse(
        undefined,
        process.env['LOTSENWERK_TEST_DATABASE'] === 'postgres' ? { dataFolder: folder } : {},
      )
      const clamd = await startClamd()
      const storage = storageOf({ dataFolder: house.config.dataFolder, scanner: clamd.address }, house.clock)
      await use({ house, clamd, storage })
      await clamd.stop()
      await house.close()
      rmSync(folder, { recursive: true })
    },
    { scope: 'file' },
  ],
})

const noun = randomUUID()

async function actorOf(house: TestHouse, email: string): Promise<Actor> {
  const { body } = await (
    await house.as(email)
  ).get<{
    person: Actor['organizations'][0] & { email: string }
    actingFor: { id: string; name: string }
    roles: string[]
  }>('/me')
  const place = { ...body.actingFor, kind: '' }
  return {
    personId: body.person.id,
    name: body.person.name,
    email,
    actingFor: place,
    roles: body.roles,
    organizations: [place],
  }
}

async function as<T>(
  house: TestHouse,
  email: string,
  work: (ctx: Context) => Promise<T>,
  database = house.services.database,
): Promise<T> {
  const actor = await actorOf(house, email)
  const now = house.clock.now()
  const subject = { personId: actor.personId, actingFor: actor.actingFor?.id ?? null }
  return unitOfWork(database, { as: subject, now, mode: 'read write', undo: isRefusal }, (db) =>
    work({ actor, db, now }),
  )
}

async function prepared(
  { storage }: { storage: Storage },
  name: string,
  content: string | Buffer,
): Promise<PreparedFile> {
  const path = join(tmpdir(), `upload-${randomUUID()}`)
  writeFileSync(path, content)
  const done = await prepareFile({ name, type: '', path, size: statSync(path).size }, storage)
  rmSync(path)
  if (isRefusal(done)) throw new Error(done.errors?.[0]?.message ?? done.refused)
  return done
}

const ownerOf = ({ actor }: Context) => ({
  organizationId: actor.actingFor?.id ?? '',
  type: 'probe',
  id: noun,
})

const stored = async (cellar: Cellar, email: string, content: PreparedFile): Promise<string> => {
  const id = await as(cellar.house, email, (ctx) => storeFile(ctx, ownerOf(ctx), content))
  if (isRefusal(id)) throw new Error(id.refused)
  return id
}

const runJobs = async ({ house }: Cellar, storage: Storage, name: string): Promise<void> => {
  const { clock, database } = house.services
  const jobs = fileJobs(storage).map((job) => ({ ...job, schedule: undefined }))
  const worker = new Worker({ database, clock, log: silentLog, jobs })
  await asOwner(house, (db) =>
    sql`insert into jobs.job (id, name, data, as_operator, due_at, created_at) values (gen_random_uuid(), ${name}, '{}', true, ${clock.now().toString()}, ${clock.now().toString()})`.execute(
      db,
    ),
  )
  await worker.runDue()
}

const setAllowance = (house: TestHouse, bytes: number) =>
  asOwner(house, (db) => sql`update files.allowance set bytes = ${bytes}`.execute(db))

test('who sees the noun gets the file as an attachment, byte by byte; everybody else gets 404', async ({ cellar }) => {
  const { house } = cellar
  const id = await stored(cellar, isb, await prepared(cellar, 'Notfallkarte Köhler.txt', 'Grüße aus dem Keller'))
  for (const email of [isb, hvb, assessor]) {
    const reply = await (await house.as(email)).get(`/files/${id}`)
    expect([email, reply.status, reply.text]).toEqual([email, 200, 'Grüße aus dem Keller'])
    expect(reply.headers.get('content-disposition')).toBe(
      `attachment; filename="Notfallkarte_K_hler.txt"; filename*=UTF-8''Notfallkarte%20K%C3%B6hler.txt`,
    )
    expect(reply.headers.get('x-content-type-options')).toBe('nosniff')
    expect(reply.headers.get('content-type')).toBe('text/plain')
    expect(reply.headers.get('content-length')).toBe('22')
  }
  const reads = await (await house.as(isb)).get<{ items: { sentence: string }[] }>('/audit-events?event=file.read')
  expect(reads.body.items.map(({ sentence }) => sentence)).toEqual([
    expect.stringMatching(/\(.+\) hat eine Datei gelesen\.$/),
  ])
  for (const email of [elbaue, manager, 'admin@verbund.example', 'land@ministerium.example'])
    expect([email, (await (await house.as(email)).get(`/files/${id}`)).status]).toEqual([email, 404])
  expect((await house.stranger.get(`/files/${id}`)).status).toBe(401)
  for (const guess of [randomUUID(), '../../secret', '%00', 'x'.repeat(300)])
    expect((await (await house.as(isb)).get(`/files/${guess}`)).status).toBe(404)
  const page = await (await house.signedIn(isb)).get(`/dateien/${id}`)
  expect([page.status, page.html]).toEqual([200, 'Grüße aus dem Keller'])
  expect((await (await house.signedIn(elbaue)).get(`/dateien/${id}`)).status).toBe(404)
})

test('who has the file already is told so, and who asks for its head gets no bytes', async ({ cellar }) => {
  const { house } = cellar
  const content = await prepared(cellar, 'Lang.txt', 'x'.repeat(200_000))
  const id = await stored(cellar, isb, content)
  const client = await house.as(isb)
  const first = await client.get(`/files/${id}`)
  expect(first.headers.get('etag')).toBe(`"${content.sha256}"`)
  const again = await client.get(`/files/${id}`, { 'if-none-match': `"anderes", W/"${content.sha256}"` })
  expect([again.status, again.text]).toEqual([304, ''])
  const head = await client.call('HEAD', `/files/${id}`)
  expect([head.status, head.text, head.headers.get('content-length')]).toEqual([200, '', '200000'])
})

test('nobody stores for a foreign organization, not even the database lets them', async ({ cellar }) => {
  const { house } = cellar
  const content = await prepared(cellar, 'Fremd.txt', 'fremd')
  const foreign = (await actorOf(house, elbaue)).actingFor?.id ?? ''
  await expect(
    as(house, isb, (ctx) => storeFile(ctx, { ...ownerOf(ctx), organizationId: foreign }, content)),
  ).rejects.toThrow('row-level security')
  await expect(
    as(house, manager, (ctx) => storeFile(ctx, { ...ownerOf(ctx), organizationId: foreign }, content)),
  ).rejects.toThrow('row-level security')
})

test('a removed file is gone at once, its room is free, and its content stays for others who have it', async ({
  cellar,
}) => {
  const { house } = cellar
  const content = await prepared(cellar, 'Doppelt.txt', 'doppelt abgelegt')
  const [mine, theirs] = [await stored(cellar, isb, content), await stored(cellar, elbaue, content)]
  const used = () => as(house, isb, (ctx) => ctx.db.selectFrom('files.space').select('used').executeTakeFirst())
  const before = (await used())?.used ?? 0
  expect(
    await as(house, isb, async (ctx) => {
      const file = await findFile(ctx.db, mine)
      return file && removeFile(ctx, file)
    }),
  ).toBe(true)
  expect((await used())?.used).toBe(before - content.size)
  expect((await (await house.as(isb)).get(`/files/${mine}`)).status).toBe(404)
  expect((await (await house.as(elbaue)).get(`/files/${theirs}`)).text).toBe('doppelt abgelegt')
})

test('over the allowance nothing is stored, and the sentence says what to do', async ({ cellar }) => {
  const { house } = cellar
  const content = await prepared(cellar, 'Voll.txt', 'v'.repeat(1000))
  await setAllowance(house, 900)
  const refused = await as(house, 'alles@kleinweiler.example', (ctx) => storeFile(ctx, ownerOf(ctx), content))
  expect(isRefusal(refused) && refused.refused).toContain('Speicherplatz Ihrer Organisation ist voll')
  await setAllowance(house, 2 ** 31)
  expect(await stored(cellar, 'alles@kleinweiler.example', content)).toBeTruthy()
})

test('of many who store at once only as many succeed as there is room for', async ({ cellar }) => {
  const { house } = cellar
  if (house.kind === 'embedded') return // one connection: they come one after the other anyway
  const other = openServer(house.config.databaseUrl ?? '', { stepDown: true, max: 20 })
  // Each its own: the same content counts once, however many files have it.
  const contents = await Promise.all(
    Array.from({ length: 30 }, (_, at) => prepared(cellar, 'Rennen.txt', String(at).padStart(1000, 'r'))),
  )
  const place = (await actorOf(house, elbaue)).actingFor?.id ?? ''
  await asOwner(house, (db) =>
    sql`insert into files.space (organization_id, used, allowed) values (${place}::uuid, 0, 7500)
    on conflict (organization_id) do update set allowed = files.space.used + 7500`.execute(db),
  )
  const outcomes = await Promise.all(
    contents.map((content) => as(house, elbaue, (ctx) => storeFile(ctx, ownerOf(ctx), content), other)),
  )
  expect(outcomes.filter((outcome) => !isRefusal(outcome))).toHaveLength(7)
  const { rows } = await asOwner(house, (db) =>
    sql<{ sum: number; used: number }>`
    select (select sum(size)::bigint from (select distinct sha256, size from files.file where organization_id = ${place}::uuid) f) as sum, used from files.space where organization_id = ${place}::uuid`.execute(
      db,
    ),
  )
  expect(rows[0]?.sum).toBe(rows[0]?.used)
  const same = await prepared(cellar, 'Noch einmal.txt', String(30).padStart(400, 's'))
  const copies = await Promise.all(
    Array.from({ length: 5 }, () => as(house, elbaue, (ctx) => storeFile(ctx, ownerOf(ctx), same), other)),
  )
  expect(copies.filter(isRefusal)).toEqual([])
  await other.close()
})

test('while the scanner is away the file waits, then it is handed out; infected ones never are', async ({ cellar }) => {
  const { house, clamd, storage } = cellar
  clamd.mood = 'drops'
  const harmless = await stored(cellar, isb, await prepared(cellar, 'Harmlos.txt', 'harmlos, aber ungeprüft'))
  const harmful = await stored(cellar, isb, await prepared(cellar, 'Harmlos auch.txt', `angeblich ${eicar}`))
  const client = await house.as(isb)
  const waiting = await client.get(`/files/${harmless}`)
  expect([waiting.status, waiting.body['title']]).toEqual([
    403,
    expect.stringContaining('noch nicht auf Schadsoftware geprüft'),
  ])
  await runJobs(cellar, storage, 'files.scan')
  expect((await client.get(`/files/${harmless}`)).status).toBe(403)
  clamd.mood = 'works'
  await runJobs(cellar, storage, 'files.scan')
  expect((await client.get(`/files/${harmless}`)).text).toBe('harmlos, aber ungeprüft')
  const refused = await client.get(`/files/${harmful}`)
  expect([refused.status, refused.body['title']]).toEqual([403, expect.stringContaining('Schadsoftware gefunden')])
  const events = await client.get<{ items: { subjectId: string }[] }>('/audit-events?event=file.infected')
  expect(events.body.items.map(({ subjectId }) => subjectId)).toEqual([harmful])
  await expect(prepared(cellar, 'Noch einmal.txt', `angeblich ${eicar}`)).rejects.toThrow(
    'Schadsoftware gefunden (Eicar-Test-Signature)',
  )
  const unscanned = await prepared(
    { storage: { ...storage, scanner: undefined } },
    'Noch einmal.txt',
    `angeblich ${eicar}`,
  )
  expect(await as(house, isb, (ctx) => storeFile(ctx, ownerOf(ctx), unscanned))).toHaveProperty('refused')
})

test('without a scanner files are handed out, and scanned as soon as there is one', async ({ cellar }) => {
  const { house, clamd, storage } = cellar
  const without = { ...storage, scanner: undefined }
  const id = await stored(cellar, isb, await prepared({ storage: without }, 'Ungeprüft.txt', 'ohne Scanner'))
  expect((await (await house.as(isb)).get(`/files/${id}`)).status).toBe(200)
  await runJobs(cellar, without, 'files.scan')
  const before = clamd.scanned
  await runJobs(cellar, storage, 'files.scan')
  expect(clamd.scanned).toBeGreaterThan(before)
  expect(await as(house, isb, async (ctx) => (await findFile(ctx.db, id))?.scan)).toBe('clean')
})

test('contents that no file has go away after a day, and no other', async ({ cellar }) => {
  const { house, storage } = cellar
  const kept = await prepared(cellar, 'Bleibt.txt', 'bleibt')
  const id = await stored(cellar, isb, kept)
  const orphan = await prepared(cellar, 'Verwaist.txt', 'verwaist')
  const start = house.clock.now()
  await runJobs(cellar, storage, 'files.clear')
  expect(await storage.blobs.find(orphan.sha256)).toBeDefined()
  house.clock.set(start.add({ hours: 25 }))
  const young = await prepared(cellar, 'Jung.txt', 'gerade erst hochgeladen')
  await runJobs(cellar, storage, 'files.clear')
  expect(await storage.blobs.find(orphan.sha256)).toBeUndefined()
  expect(await storage.blobs.find(young.sha256)).toBeDefined()
  expect(await storage.blobs.find(kept.sha256)).toBeDefined()
  house.clock.set(start)
  expect((await (await house.as(isb)).get(`/files/${id}`)).text).toBe('bleibt')
})

test('a content that has vanished from the disk is our fault and says so, without half an answer', async ({
  cellar,
}) => {
  const { house, storage } = cellar
  const content = await prepared(cellar, 'Weg.txt', 'weg vom Datenträger')
  const id = await stored(cellar, isb, content)
  await storage.blobs.removeUnlessKept(content.sha256, house.clock.now().add({ hours: 1 }))
  const reply = await (await house.as(isb)).get(`/files/${id}`)
  expect(reply.status).toBe(500)
})
