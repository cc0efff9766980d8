// Who reads which entries: own deeds, those of the organization, those without one, and never more.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { auditWords } from '#app/audit-words.ts'
import { packageRoot } from '#platform/config.ts'
import { assessor, elbaue, hvb, isb, itStaff, manager, test } from '../harness/house.ts'

interface Event {
  id: string
  at: string
  event: string
  sentence: string
  person: { name: string } | null
  organization: { id: string; name: string } | null
  actingFor: { name: string } | null
}

interface Page {
  items: Event[]
  next: string | null
}

const admin = 'admin@verbund.example'

test('every event has a sentence of its own, a title, and no word too many', () => {
  const declared = [
    ...readFileSync(join(packageRoot, 'src/foundation/audit/record.ts'), 'utf8').matchAll(/^ {2}\| '([\w.]+)'/gm),
  ].map((match) => match[1] ?? '')
  expect(declared.length).toBeGreaterThan(30)
  expect(Object.keys(auditWords).toSorted()).toEqual(declared.toSorted())
  const deed = { who: 'Jana Wiesner', about: null, organization: null, data: {} }
  const sentences = Object.values(auditWords).map(({ tell }) => tell(deed))
  expect(sentences.filter((text) => !/^[A-ZÄÖÜ].*\.$/.test(text) || /undefined|null|!|erfolgreich/.test(text))).toEqual(
    [],
  )
  expect(new Set(Object.values(auditWords).map(({ title }) => title)).size).toBe(declared.length)
})

test('the security officer reads what happened in her town, and nothing of another', async ({ house }) => {
  const jana = await house.as(isb)
  const { body, status } = await jana.get<Page>('/audit-events?scope=organization&limit=200')
  expect(status).toBe(200)
  expect(body.items.length).toBeGreaterThan(10)
  expect(new Set(body.items.map(({ organization }) => organization?.name))).toEqual(new Set(['Stadt Musterstadt']))
  expect(body.items.find(({ event }) => event === 'answer.given')?.sentence).toMatch(
    /hat Frage lw-\S+ beantwortet\.$|hat die Antwort auf Frage/,
  )
})

test('people without such a task read their own deeds only, the manager too', async ({ house }) => {
  for (const email of [itStaff, manager, assessor]) {
    const client = await house.as(email)
    const me = await client.get<{ person: { id: string; name: string } }>('/me')
    const { body } = await client.get<Page>('/audit-events?limit=200')
    expect(new Set(body.items.map(({ person }) => person?.name)), email).toEqual(
      new Set(body.items.length > 0 ? [me.body.person.name] : []),
    )
    expect((await client.get<Page>('/audit-events?scope=organization')).body.items).toEqual([])
    expect((await client.get<Page>('/audit-events?scope=platform')).body.items).toEqual([])
  }
})

test('the administrator reads what concerns no organization, and nothing of a town', async ({ house }) => {
  const { body } = await (await house.as(admin)).get<Page>('/audit-events?limit=200')
  expect(body.items.some(({ event }) => event === 'catalog.imported')).toBe(true)
  expect(body.items.filter(({ organization }) => organization !== null)).toEqual([])
})

test('an assessor who reads a check is seen by the town at once, by name and house', async ({ house }) => {
  const felix = await house.as(assessor)
  const list = await felix.get<{ items: { id: string }[] }>('/assessments')
  for (let times = 0; times < 3; times++) await felix.get(`/assessments/${list.body.items[0]?.id}`)
  const { body } = await (await house.as(hvb)).get<Page>('/audit-events?event=assessment.read')
  expect(body.items.length).toBeGreaterThanOrEqual(3)
  expect(body.items[0]?.sentence).toMatch(/\(.+\) hat die Prüfung gelesen\.$/)
  const page = await (await house.signedIn(hvb)).get('/protokoll')
  expect(page.status).toBe(200)
  expect(page.text).toContain('Wer hat unsere Prüfung gelesen?')
  expect(page.text).toContain(body.items[0]?.person?.name)
  expect(page.text).toMatch(/hat die Prüfung gelesen\. \d\d\.\d\d\.\d{4}, .*\(\d+-mal\)/)
  expect((await (await house.as(elbaue)).get<Page>('/audit-events?event=assessment.read')).body.items).toEqual([])
})

test('pages of entries follow each other without a gap, and filters narrow them', async ({ house }) => {
  const jana = await house.as(isb)
  const all = (await jana.get<Page>('/audit-events?limit=200')).body.items
  const seen: string[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const { body }: { body: Page } = await jana.get<Page>(
      `/audit-events?limit=7&cursor=${cursor}`.replace(/&cursor=$/, ''),
    )
    seen.push(...body.items.map(({ id }) => id))
    cursor = seen.length < 200 ? body.next : null
  }
  expect(seen.slice(0, all.length)).toEqual(all.map(({ id }) => id))
  expect(new Set(seen).size).toBe(seen.length)
  const day = all.at(-1)?.at.slice(0, 10) ?? ''
  const filtered = await jana.get<Page>(`/audit-events?from=${day}&until=${day}&event=answer.given`)
  expect(filtered.body.items.every(({ event }) => event === 'answer.given')).toBe(true)
  const me = (await jana.get<{ person: { id: string; name: string } }>('/me')).body.person
  const own = await jana.get<Page>(`/audit-events?scope=organization&personId=${me.id}`)
  expect(new Set(own.body.items.map(({ person }) => person?.name))).toEqual(new Set([me.name]))
})

test('a query that cannot be meant is refused in words', async ({ house }) => {
  const jana = await house.as(isb)
  for (const query of [
    'from=gestern',
    'until=2026-02-31',
    'from=0000-01-01',
    'scope=all',
    'personId=x',
    'cursor=abc',
    `cursor=${Buffer.from('["2026-99-99T00:00:00Z","01940d1c-5c00-7a60-8000-2f1d3a4b5c6d"]').toString('base64url')}`,
  ]) {
    const reply = await jana.get(`/audit-events?${query}`)
    expect([query, reply.status]).toEqual([query, 422])
  }
  const browser = await house.signedIn(isb)
  const page = await browser.get('/protokoll?von=gestern&person=abc&sicht=betrieb')
  expect(page.status).toBe(422)
  expect(page.text).toContain('Das ist kein Tag')
})
