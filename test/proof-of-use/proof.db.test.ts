// The proof of use of a programme: drafted, written, frozen, and equal to the entries.
import { createHash } from 'node:crypto'
import { expect } from 'vitest'
import { elbaue, hvb, isb, manager, observer, test, type TestHouse } from '../harness/house.ts'

const manager2 = 'programm2@verbund.example'

interface Version {
  number: number
  kind: string
  settledCents: number
  pdfFileId: string
  pdfSha256: string
  sheetFileId: string
  sheetSha256: string
  asOf: string
  entries: number
}

interface Proof {
  id: string
  programmeId: string
  dueOn: string
  keepUntil: string
  termsVersion: number
  narrativeVersion: number
  versions: Version[]
}

async function storyProof(house: TestHouse): Promise<Proof> {
  const torsten = await house.as(manager)
  const { body } = await torsten.get<{ items: Proof[] }>('/proofs-of-use')
  const [proof] = body.items
  if (!proof) throw new Error('the story has a proof')
  return proof
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

test('the interim proof of the story is frozen with the hashes of its files, and they are what is fetched', async ({
  house,
}) => {
  const proof = await storyProof(house)
  const [version] = proof.versions
  expect([version?.number, version?.kind]).toEqual([1, 'interim'])
  const torsten = await house.as(manager)
  for (const [id, hash, start] of [
    [version?.pdfFileId, version?.pdfSha256, '%PDF-1.'],
    [version?.sheetFileId, version?.sheetSha256, 'PK'],
  ] as const) {
    const bytes = await torsten.download(`/files/${id}`)
    const text = new TextDecoder('latin1').decode(bytes)
    expect([sha256(bytes), text.startsWith(start)]).toEqual([hash, true])
    if (start === '%PDF-1.') expect(text).toContain('pdfaid:part')
  }
})

test('it is due six months after the end, vouchers are kept five years, and the grant may say otherwise', async ({
  house,
}) => {
  const proof = await storyProof(house)
  expect([proof.dueOn, proof.keepUntil]).toEqual(['2027-06-30', '2031-12-31'])
  const torsten = await house.as(manager)
  const wish = { dueMonths: 3, keepYears: 10, version: proof.termsVersion }
  const changed = await torsten.patch<Proof>(`/proofs-of-use/${proof.id}`, wish)
  expect([changed.status, changed.body.dueOn, changed.body.keepUntil]).toEqual([200, '2027-03-31', '2036-12-31'])
  const stale = await torsten.patch(`/proofs-of-use/${proof.id}`, wish)
  expect([stale.status, stale.text.includes('inzwischen jemand anderes')]).toEqual([422, true])
})

test('a text is kept as a version, a stale one is refused with both, and nothing is overwritten', async ({ house }) => {
  const { id, narrativeVersion: version } = await storyProof(house)
  const [torsten, tanja] = [await house.as(manager), await house.as(manager2)]
  const put = (client: typeof torsten, json: object) => client.put(`/proofs-of-use/${id}/narrative`, json)
  expect((await put(torsten, { text: 'Ohne Fassung' })).status).toBe(428)
  expect((await put(torsten, { text: 'Von Torsten', version })).status).toBe(200)
  const late = await put(tanja, { text: 'Von Tanja', version })
  expect([late.status, late.text.includes('Von Torsten'), late.text.includes('Von Tanja')]).toEqual([409, true, true])
  expect((await put(tanja, { text: 'Von Tanja', version: version + 1, auto: true })).status).toBe(200)
  const { body } = await torsten.get<{ items: { text: string; origin: string }[] }>(`/proofs-of-use/${id}/narratives`)
  expect(body.items.map(({ origin }) => origin)).toEqual(['auto', 'person', 'person', 'data'])
  expect(body.items.map(({ text }) => text).slice(0, 2)).toEqual(['Von Tanja', 'Von Torsten'])
  expect(body.items.at(-1)?.text).toContain('## Teilnahme')
})

test('a further version needs a reason and the text that was read; the one before stays as it is', async ({
  house,
}) => {
  const proof = await storyProof(house)
  const torsten = await house.as(manager)
  const freeze = (json: object) => torsten.post<Version>(`/proofs-of-use/${proof.id}/versions`, json)
  const bare = await freeze({ kind: 'final', narrativeVersion: proof.narrativeVersion })
  expect([bare.status, bare.text.includes('warum')]).toEqual([422, true])
  const unread = await freeze({ kind: 'final', narrativeVersion: 1, reason: 'Abschluss' })
  expect([unread.status, unread.text.includes('inzwischen geändert')]).toEqual([422, true])
  const done = await freeze({ kind: 'final', narrativeVersion: proof.narrativeVersion, reason: 'Abschluss' })
  expect([done.status, done.body.number, done.body.kind]).toEqual([201, 2, 'final'])
  const after = await storyProof(house)
  expect(after.versions.map(({ number }) => number)).toEqual([2, 1])
  expect(after.versions[1]).toEqual(proof.versions[0])
})

test('nobody else sees it: not the municipality, not the observer; a municipality sees its own part', async ({
  house,
}) => {
  const { id, programmeId, versions } = await storyProof(house)
  for (const email of [isb, hvb, observer, elbaue]) {
    const client = await house.as(email)
    expect((await client.get(`/proofs-of-use/${id}`)).status).toBe(404)
    expect((await client.get(`/files/${versions[0]?.pdfFileId}`)).status).toBe(404)
    expect((await client.get(`/programmes/${programmeId}/year-end`)).status).toBe(403)
  }
  const jana = await house.as(isb)
  const roads = await jana.get<{ items: { id: string; organizationId: string }[] }>(
    `/enrollments?programmeId=${programmeId}`,
  )
  const road = roads.body.items[0]?.id ?? ''
  const own = await jana.get<{
    organizationName: string
    releasedCents: number
    settledCents: number
    vouchers: { amountCents: number }[]
  }>(`/enrollments/${road}/proof-of-use`)
  expect([own.status, own.body.organizationName, own.body.releasedCents]).toEqual([200, 'Stadt Musterstadt', 3_000_000])
  expect(own.body.vouchers.reduce((sum, { amountCents }) => sum + amountCents, 0)).toBe(own.body.settledCents)
  expect((await (await house.as(observer)).get(`/enrollments/${road}/proof-of-use`)).status).toBe(404)
  expect((await (await house.as(elbaue)).get(`/enrollments/${road}/proof-of-use`)).status).toBe(404)
  const pdf = await jana.get(`/enrollments/${road}/proof-of-use.pdf`)
  expect(pdf.status).toBe(200)
})
