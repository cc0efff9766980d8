// What an admitted municipality takes away: the letter that confirms it.
import { expect } from 'vitest'
import { assessor, elbaue, hvb, isb, manager, test } from '../harness/house.ts'
import { guide, roadId } from './cast.ts'

test('whoever is admitted is sent to the letter, and before that there is none', async ({ house }) => {
  const road = await roadId(house, 'digital-lotsen', 'Stadt Musterstadt')
  const path = `/teilnahmen/${road}/zulassung.pdf`
  const martin = await house.signedIn(hvb)
  const early = await martin.get(path)
  expect([early.status, early.text.includes('noch nicht zugelassen')]).toEqual([422, true])
  expect((await martin.get(`/teilnahmen/${road}`)).html).not.toContain(path)

  const torsten = await house.as(manager)
  expect((await torsten.post(`/enrollments/${road}/admission`, { decision: 'admitted' })).status).toBe(200)
  expect((await martin.get('/postfach')).text).toContain('zugelassen. Die Bestätigung liegt bereit.')
  const town = await martin.get(`/teilnahmen/${road}`)
  expect(town.html).toContain(`href="${path}"`)
  expect((await martin.get(`/teilnahmen/${road}/erklaerung`)).html).toContain(`href="${path}"`)
  expect((await martin.get(path)).html.slice(0, 4)).toBe('%PDF')
  expect((await (await house.signedIn(manager)).get(`/teilnahmen/${road}`)).html).toContain(`href="${path}"`)
})

test('the letter is for the municipality and for who works in the programme, not for assessors and other towns', async ({
  house,
}) => {
  const road = await roadId(house, 'sicherkommunal', 'Stadt Musterstadt')
  const of = async (email: string) => {
    const { status, text } = await (await house.as(email)).get(`/enrollments/${road}/admission-letter.pdf`)
    return [status, text.slice(0, 4) === '%PDF']
  }
  expect(await of(isb)).toEqual([200, true])
  expect(await of(manager)).toEqual([200, true])
  expect(await of(guide)).toEqual([200, true])
  expect(await of(assessor)).toEqual([403, false])
  expect(await of(elbaue)).toEqual([404, false])
  const felix = await house.signedIn(assessor)
  expect((await felix.get(`/teilnahmen/${road}`)).html).not.toContain('zulassung.pdf')
})

test('a participation that has ended is confirmed no longer, and again after it is taken up', async ({ house }) => {
  const road = await roadId(house, 'sicherkommunal', 'Gemeinde Kleinweiler')
  const torsten = await house.as(manager)
  const letter = () => torsten.get<{ title: string }>(`/enrollments/${road}/admission-letter.pdf`)
  expect((await letter()).status).toBe(200)
  expect((await torsten.post(`/enrollments/${road}/withdrawal`, { reason: 'Probe' })).status).toBe(200)
  const gone = await letter()
  expect([gone.status, gone.body.title]).toEqual([422, expect.stringContaining('hat die Teilnahme beendet')])
  expect((await torsten.post(`/enrollments/${road}/reentry`, { reason: 'Probe' })).status).toBe(200)
  expect((await letter()).status).toBe(200)
})
