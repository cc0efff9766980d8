// Colleagues write to each other about a question; nobody from elsewhere reads it, and who is named is told.
import { expect } from 'vitest'
import { assessor, elbaue, hvb, isb, itStaff, test, type TestHouse } from '../harness/house.ts'
import { startCheck } from '../http/checks.ts'
import { newsOf, office, personId } from '../people/cast.ts'

interface Written {
  id: string
  text: string | null
  mentions: { name: string | null }[]
  writtenBy: { name: string | null }
  unknown: string[]
  ambiguous: string[]
  blind: { name: string | null }[]
}

async function check(house: TestHouse, title: string) {
  const { id } = await startCheck(house, isb, title)
  return {
    id,
    jana: await house.as(isb),
    at: `/assessments/${id}/answers/AKT.0/comments`,
    page: `/pruefungen/${id}/fragen/AKT.0`,
  }
}

test('who is named and sees the question is told; who does not see it, or is nobody, is said', async ({ house }) => {
  const { jana, at } = await check(house, 'Genannt')
  const before = (await newsOf(house, office)).length
  const { status, body } = await jana.post<Written>(at, {
    text: '@Tobias Brandt, @Lenz und @Niemand: Wo liegt der Schlüssel? jana@musterstadt.example',
  })
  expect([status, body.mentions, body.blind, body.unknown, body.ambiguous]).toEqual([
    201,
    [{ id: await personId(house, itStaff), name: 'Tobias Brandt' }],
    [{ id: await personId(house, office), name: 'Sabine Lenz' }],
    ['Niemand'],
    [],
  ])
  expect((await newsOf(house, itStaff))[0]).toBe('Jana Wiesner nennt Sie in einem Kommentar zu „Grundsatz der Ablage“.')
  expect((await newsOf(house, office)).length).toBe(before)
})

test('a delegate of the list writes and is told, in other lists neither', async ({ house }) => {
  const { jana, at, id } = await check(house, 'Mit Frau Lenz')
  await jana.post(`/assessments/${id}/delegations`, { personId: await personId(house, office), groupKeys: ['AKT'] })
  const told = await jana.post<Written>(at, { text: '@Frau Lenz weiß das.' })
  expect(told.body.mentions.map(({ name }) => name)).toEqual(['Sabine Lenz'])
  const sabine = await house.as(office)
  const answer = await sabine.post<Written>(at, { text: '@Jana Wiesner im Schrank.' })
  expect([answer.status, answer.body.mentions.map(({ name }) => name)]).toEqual([201, ['Jana Wiesner']])
  expect((await newsOf(house, isb))[0]).toContain('Sabine Lenz nennt Sie')
  const elsewhere = at.replace('AKT.0', 'TEL.1')
  expect((await jana.post<Written>(elsewhere, { text: '@Lenz?' })).body.blind).toHaveLength(1)
  expect((await sabine.get(elsewhere)).status).toBe(404)
  expect((await sabine.get<{ items: Written[] }>(at)).body.items.map(({ writtenBy }) => writtenBy.name)).toEqual([
    'Jana Wiesner',
    'Sabine Lenz',
  ])
})

test('the assessor reads no comment, by no way, and other towns find nothing', async ({ house }) => {
  const { jana, at, page } = await check(house, 'Unter uns')
  await jana.post(at, { text: 'Das sagen wir dem Prüfhaus noch nicht.' })
  const arne = await house.as(assessor)
  expect((await arne.get(at)).status).toBe(403)
  expect((await arne.post(at, { text: 'Ich?' })).status).toBe(403)
  const browser = await house.signedIn(assessor)
  const seen = await browser.get(page)
  expect([seen.status, seen.text.includes('Das sagen wir'), seen.text.includes('Kommentare')]).toEqual([
    200,
    false,
    false,
  ])
  expect((await browser.get(page.replace('/fragen/AKT.0', '/fragen?auswahl=alle'))).text).not.toContain('1 Kommentar')
  expect((await (await house.as(elbaue)).get(at)).status).toBe(404)
})

test('only the author takes a comment back; that there was one stays', async ({ house }) => {
  const { jana, at } = await check(house, 'Zurückgenommen')
  const { body } = await jana.post<Written>(at, { text: 'Doch nicht.' })
  const mayor = await house.as(hvb)
  expect((await mayor.call('DELETE', `${at}/${body.id}`)).status).toBe(403)
  expect((await jana.call<Written>('DELETE', `${at}/${body.id}`)).body.text).toBeNull()
  expect((await jana.call('DELETE', `${at}/${body.id}`)).status).toBe(422)
  const [left] = (await mayor.get<{ items: Written[] }>(at)).body.items
  expect([left?.text, left?.writtenBy.name]).toEqual([null, 'Jana Wiesner'])
})

test('the page writes, says who was told, keeps one of two clicks, and shows markup as text', async ({ house }) => {
  const { page } = await check(house, 'Seite mit Kommentar')
  const browser = await house.signedIn(isb)
  await browser.get(page)
  const empty = await browser.post(`${page}/kommentare`, { text: '   ' })
  expect([empty.status, empty.text.includes('Bitte schreiben Sie etwas.')]).toEqual([422, true])
  const text = '<b>fett</b> @Brandt und @Lenz'
  const done = await browser.post(`${page}/kommentare`, { text })
  expect(done.text).toContain(
    'Benachrichtigt: Tobias Brandt. Nicht benachrichtigt: Sabine Lenz sieht diese Frage nicht.',
  )
  expect(done.html).toContain('&lt;b>fett&lt;/b>')
  await browser.post(`${page}/kommentare`, { text })
  const again = await browser.get(page)
  expect(again.html.split('&lt;b>fett').length - 1).toBe(1)
  const action = /action="([^"]+\/entfernen)"/.exec(again.html)?.[1] ?? ''
  expect((await browser.post(action, {})).text).toContain('Kommentar entfernt')
})
