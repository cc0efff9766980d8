import type { Temporal } from 'temporal-polyfill'
import { describe, expect } from 'vitest'
import { assessor, hvb, isb, itStaff, manager, test } from '../harness/house.ts'
import { add, history, type MeasureJson } from './cast.ts'

const fieldsOf = (more: Record<string, string> = {}): Record<string, string> => ({
  title: 'Karte im Tresor',
  kind: 'ownWork',
  description: '',
  effortDays: '2,5',
  costCents: '1.200,50',
  programmeId: '',
  ownerId: '',
  dueOn: '2099-03-01',
  remindDays: '14',
  state: 'proposed',
  ...more,
})

describe('the pages of measures', () => {
  test('a question answered "Nein" leads to a measure that remembers it and leads back', async ({ house }) => {
    const browser = await house.signedIn(isb)
    const jana = await house.as(isb)
    const { items } = (await jana.get<{ items: { id: string }[] }>('/assessments')).body
    const question = `/pruefungen/${items[0]?.id}/fragen/lw-start-01`
    const shown = await browser.get(question)
    const link = /href="(\/massnahmen\/neu\?quelle=[^"]+)"/.exec(shown.html)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const form = await browser.get(link)
    expect(form.text).toContain('Haben Sie eine Datensicherung')
    const made = await browser.post('/massnahmen/neu', fieldsOf({ quelle: `control:${items[0]?.id}/lw-start-01` }))
    expect(made.status).toBe(200)
    expect(made.text).toContain('Karte im Tresor')
    expect(made.text).toContain('1.200,50 €')
    expect(made.text).toContain('2,5 Personentage')
    expect(made.html).toContain(`href="${question}"`)
  })

  test('a refused form keeps what was typed and says what is wrong beside each field', async ({ house }) => {
    const browser = await house.signedIn(isb)
    await browser.get('/massnahmen/neu')
    const refused = await browser.post(
      '/massnahmen/neu',
      fieldsOf({ title: 'x', costCents: 'etwa 100', effortDays: 'viel', description: 'Das bleibt stehen.' }),
    )
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Bitte geben Sie der Maßnahme einen Namen.')
    expect(refused.text).toContain('Bitte einen Betrag, zum Beispiel 1.200 oder 1.200,50.')
    expect(refused.text).toContain('Das bleibt stehen.')
    expect(refused.html).toContain('value="etwa 100"')
  })

  test('whoever is slower sees both versions, keeps the own words, and can save them over the other', async ({
    house,
  }) => {
    const jana = await house.as(isb)
    const made = await add(jana, { title: 'Zwei am selben Blatt' })
    const browser = await house.signedIn(isb)
    const path = `/massnahmen/${made.id}/bearbeiten`
    await browser.get(path)
    await (await house.as(itStaff)).patch(`/measures/${made.id}`, { title: 'Von der IT' })
    const late = await browser.post(path, fieldsOf({ title: 'Von der ISB', version: '1' }))
    expect(late.status).toBe(409)
    expect(late.text).toContain('inzwischen geändert')
    expect(late.text).toContain('Name: Von der IT')
    expect(late.html).toContain('value="Von der ISB"')
    const again = await browser.post(path, fieldsOf({ title: 'Von der ISB', version: '2' }))
    expect(again.status).toBe(200)
    expect(again.text).toContain('Von der ISB')
  })

  test('the board moves by a form; dropping without a reason is refused with the words kept', async ({ house }) => {
    const jana = await house.as(isb)
    const made = await add(jana, { title: 'Über die Tafel' })
    const browser = await house.signedIn(isb)
    expect((await browser.get('/massnahmen/tafel')).text).toContain('Über die Tafel')
    const moved = await browser.post(`/massnahmen/${made.id}/stand`, { state: 'decided', zurueck: 'tafel' })
    expect(moved.url).toBe('/massnahmen/tafel')
    expect(moved.text).toContain('„Über die Tafel“ ist jetzt beschlossen.')
    const refused = await browser.post(`/massnahmen/${made.id}/stand`, { state: 'dropped', reason: '' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Bitte sagen Sie, warum.')
  })

  test('several are changed from the list; one that cannot keeps all as they are', async ({ house }) => {
    const jana = await house.as(isb)
    const [first, second] = [
      await add(jana, { title: 'Liste eins', state: 'decided' }),
      await add(jana, { title: 'Liste zwei' }),
    ]
    const browser = await house.signedIn(isb)
    await browser.get('/massnahmen')
    const ticked = { [`m_${first.id}`]: 'ja', [`m_${second.id}`]: 'ja' }
    const empty = { ownerId: '', dueOn: '', state: '', reason: '', zurueck: '/massnahmen' }
    const refused = await browser.post('/massnahmen/mehrere', { ...ticked, ...empty, state: 'done' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Entweder gehen alle oder keine')
    expect(refused.text).toContain('Liste zwei')
    const done = await browser.post('/massnahmen/mehrere', { ...ticked, ...empty, dueOn: '2099-04-01' })
    expect(done.text).toContain('2 Maßnahmen sind geändert.')
    expect((await jana.get<MeasureJson>(`/measures/${second.id}`)).body.dueOn).toBe('2099-04-01')
  })

  test('a proof is a file or a note; the only one of a proven measure stays until there is another', async ({
    house,
  }) => {
    const jana = await house.as(isb)
    const made = await add(jana, { title: 'Mit Nachweis', state: 'decided' })
    await jana.patch(`/measures/${made.id}`, { state: 'done' })
    const browser = await house.signedIn(isb)
    await browser.get(`/massnahmen/${made.id}`)
    const proven = await browser.upload(`/massnahmen/${made.id}/stand`, '%PDF-1.7\nProtokoll', 'protokoll.pdf', {
      state: 'proven',
      note: '',
      checkOn: '2099-01-01',
    })
    expect(proven.text).toContain('protokoll.pdf')
    expect(proven.text).toContain('nachgewiesen')
    const { items } = (await jana.get<{ items: { id: string; fileId: string }[] }>(`/measures/${made.id}/proofs`)).body
    const withdrawn = await jana.post(`/measures/${made.id}/proofs/${items[0]?.id}/withdrawal`, {
      reason: 'Falsche Datei.',
    })
    expect(withdrawn.status).toBe(422)
    expect((await (await house.as(manager)).get(`/files/${items[0]?.fileId}`)).status).toBe(404)
    const felix = await house.as(assessor)
    expect((await felix.get(`/measures/${made.id}/proofs`)).status).toBe(200)
  })

  test('what was proven is looked at again: it holds, with the next day, and the way says so', async ({ house }) => {
    const jana = await house.as(isb)
    const made = await add(jana, { title: 'Wieder prüfen', state: 'decided' })
    await jana.patch(`/measures/${made.id}`, { state: 'done' })
    const proven = await jana.patch<MeasureJson>(`/measures/${made.id}`, { state: 'proven', proofNote: 'Gesehen.' })
    const checked = await jana.post<MeasureJson>(`/measures/${made.id}/checks`, {
      note: 'Noch da.',
      nextOn: '2099-06-01',
    })
    expect(checked.body).toMatchObject({ state: 'proven', checkOn: '2099-06-01', version: proven.body.version + 1 })
    expect((await history(jana, made.id)).at(-1)).toMatchObject({ from: 'proven', to: 'proven', reason: 'Noch da.' })
    const past = await jana.post(`/measures/${made.id}/checks`, { note: 'Noch da.', nextOn: '2020-01-01' })
    expect(past.status).toBe(422)
  })

  test('the assessor proposes on a page, and the municipality is told', async ({ house }) => {
    const { organizationId } = await add(await house.as(isb))
    const felix = await house.signedIn(assessor)
    await felix.get(`/massnahmen/neu?organisation=${organizationId}`)
    const made = await felix.post(
      '/massnahmen/neu',
      fieldsOf({ title: 'Vorschlag vom Prüfhaus', organisation: organizationId }),
    )
    expect(made.text).toContain('Ihr Vorschlag liegt jetzt bei der Kommune.')
    const told = (await (await house.as(hvb)).get<{ items: { title: string }[] }>('/notifications')).body.items
    expect(told.map(({ title }) => title).join(' ')).toContain(
      'schlägt Ihnen die Maßnahme „Vorschlag vom Prüfhaus“ vor',
    )
  })
})

describe('reminders', () => {
  test('come once: some days before, when the day is over, and when it is time to look again', async ({ house }) => {
    const jana = await house.as(isb)
    const me = (await jana.get<{ person: { id: string } }>('/me')).body.person.id
    const made = await add(jana, { title: 'Bald fällig', state: 'decided', ownerId: me, dueOn: inDays(house, 20) })
    const tell = async () =>
      (await jana.get<{ items: { title: string }[] }>('/notifications?limit=200')).body.items.filter(({ title }) =>
        title.includes('„Bald fällig“'),
      ).length
    const run = async (days: number) => {
      house.clock.set(house.clock.now().add({ hours: 24 * days }))
      await house.services.worker.runDue()
    }
    await run(1)
    expect(await tell()).toBe(0)
    await run(7)
    expect(await tell()).toBe(1)
    await run(1)
    expect(await tell()).toBe(1)
    await run(14)
    expect(await tell()).toBe(2)
    await run(1)
    expect(await tell()).toBe(2)
    const tasks = (await jana.get<{ items: { title: string }[] }>('/tasks?limit=200')).body.items
    expect(tasks.map(({ title }) => title)).toContain('Maßnahme erledigen: Bald fällig')
    expect((await jana.get(`/measures/${made.id}`)).status).toBe(200)
  })
})

const inDays = (house: { clock: { now(): Temporal.Instant } }, days: number): string =>
  house.clock.now().toZonedDateTimeISO('Europe/Berlin').toPlainDate().add({ days }).toString()
