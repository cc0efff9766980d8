// However many towns and orders there are: each page and operation keeps to twelve queries.
import { expect } from 'vitest'
import { manager, test } from '../harness/house.ts'
import { programmeOfTowns } from './money-road.ts'

test('the cockpit, its reminders and the proof need no query per town or order', async ({ house }) => {
  const torsten = await house.as(manager)
  const { programmeId, ids, take } = await programmeOfTowns(house)
  for (const [at, town] of [...ids.keys()].entries())
    for (const [order, until] of (['committed', 'delivered', 'accepted', 'invoiced', 'settled'] as const).entries())
      await take(town, `Q-${at}-${order}`, 1000, until)
  const counted: [string, number, number][] = []
  const measure = async (what: string, call: () => Promise<{ status: number }>): Promise<void> => {
    const units: number[] = []
    house.services.database.observe = (queries) => void units.push(queries - 2)
    const { status } = await call()
    house.services.database.observe = undefined
    counted.push([what, status, units.slice(1).reduce((sum, queries) => sum + queries, 0)])
  }
  const proof = { id: '', narrativeVersion: 0, termsVersion: 0 }
  await measure('begin', async () => {
    const begun = await torsten.post<typeof proof>('/proofs-of-use', { programmeId })
    Object.assign(proof, begun.body)
    return begun
  })
  const one = `/proofs-of-use/${proof.id}`
  const year = `/programmes/${programmeId}/year-end`
  await measure('year-end', () => torsten.get(year))
  await measure('preview', () => torsten.post(`${year}/reminder-previews`))
  await measure('remind', () => torsten.post(`${year}/reminders`))
  await measure('reminders', () => torsten.get(`${year}/reminders`))
  for (const part of ['', '/figures', '/vouchers', '/narratives', '/draft.pdf', '/draft.xlsx'])
    await measure(`GET ${part}`, () => torsten.get(one + part))
  await measure('freeze', () =>
    torsten.post(`${one}/versions`, { kind: 'interim', narrativeVersion: proof.narrativeVersion }),
  )
  await measure('narrative', () => torsten.put(`${one}/narrative`, { text: 'Neu', version: proof.narrativeVersion }))
  await measure('terms', () => torsten.patch(one, { dueMonths: 6, keepYears: 5, version: proof.termsVersion }))
  const browser = await house.signedIn(manager)
  for (const page of ['jahresende', 'jahresende/erinnerungen', 'verwendungsnachweis', 'verwendungsnachweis/fassungen'])
    await measure(page, () => browser.get(`/programme-im-verbund/${programmeId}/${page}`))
  // Freezing writes two files, a version and a note, after it has read everything of one moment.
  const wrong = counted.filter(([what, status, queries]) => status >= 300 || queries > (what === 'freeze' ? 14 : 12))
  expect(wrong).toEqual([])
})
