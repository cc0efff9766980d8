// Agreements with validity: signed or on paper, valid, ending, revoked, and whose systems may be scanned.
import { expect } from 'vitest'
import { hasValidPermission } from '#foundation/declarations/index.ts'
import { unitOfWork } from '#platform/db/unit-of-work.ts'
import { dayFrom, halfPastMidnight } from '../people/cast.ts'
import { demoPassword, hvb, isb, manager, test, type TestHouse } from '../harness/house.ts'
import { guide, pdf, roadId } from './cast.ts'

const auental = 'isb@auental.example'

interface Agreement {
  id: string
  kind: string
  state: string
  systemsOwner: string
  fileId: string | null
}

/** As R-scans ask it, under the rights of the person. */
async function isValid(house: TestHouse, email: string, kind: 'scanPermission' | 'dataProcessing', day: string) {
  const { body } = await (
    await house.as(email)
  ).get<{
    person: { id: string }
    actingFor: { id: string }
  }>('/me')
  const as = { personId: body.person.id, actingFor: body.actingFor.id }
  return unitOfWork(house.services.database, { as, now: house.clock.now(), mode: 'read only' }, (db) =>
    hasValidPermission({ db }, body.actingFor.id, kind, day),
  )
}

const signed = async (house: TestHouse, email: string, road: string, more: Record<string, unknown>) =>
  (await house.as(email)).post<Agreement>('/agreements', { enrollmentId: road, password: demoPassword, ...more })

test('a permission holds from its first to its last day, and no longer once it is revoked', async ({ house }) => {
  const road = await roadId(house, 'sicherkommunal', 'Gemeinde Auental')
  const terms = {
    kind: 'scanPermission',
    targets: 'www.auental.example',
    validFrom: dayFrom(house, 2),
    validUntil: dayFrom(house, 9),
  }
  const given = await signed(house, auental, road, terms)
  expect([given.status, given.body.state]).toEqual([201, 'planned'])
  const on = (days: number) => isValid(house, auental, 'scanPermission', dayFrom(house, days))
  expect([await on(1), await on(2), await on(9), await on(10)]).toEqual([false, true, true, false])
  const birgit = await house.as(auental)
  expect((await birgit.post(`/agreements/${given.body.id}/revocation`, {})).status).toBe(422)
  const revoked = await birgit.post<Agreement>(`/agreements/${given.body.id}/revocation`, { reason: 'Umzug' })
  expect([revoked.status, revoked.body.state]).toEqual([200, 'revoked'])
  expect(await on(5)).toBe(false)
  expect((await birgit.post(`/agreements/${given.body.id}/revocation`, { reason: 'Noch einmal' })).status).toBe(422)
  expect(await isValid(house, auental, 'dataProcessing', dayFrom(house, 0))).toBe(true)
})

test('what is not complete is refused at its field, and a text that changed is shown again', async ({ house }) => {
  const road = await roadId(house, 'sicherkommunal', 'Stadt Musterstadt')
  const today = dayFrom(house, 0)
  const bare = await signed(house, hvb, road, { kind: 'scanPermission', validFrom: today })
  expect([bare.status, bare.text.includes('targets'), bare.text.includes('validUntil')]).toEqual([422, true, true])
  const turned = { kind: 'dataProcessing', validFrom: today, validUntil: dayFrom(house, -1) }
  expect((await signed(house, hvb, road, turned)).text).toContain('Der letzte Tag liegt vor dem ersten')
  const terms = { kind: 'confidentiality', validFrom: today }
  expect((await signed(house, hvb, road, { ...terms, password: 'falsch' })).status).toBe(422)
  expect((await signed(house, hvb, road, { ...terms, shownSha256: 'a'.repeat(64) })).status).toBe(409)
  expect((await signed(house, isb, road, terms)).status).toBe(403)
  expect((await signed(house, guide, road, terms)).status).toBe(403)
  expect((await signed(house, auental, road, terms)).status).toBe(404)
  const trial = await roadId(house, 'digital-lotsen', 'Stadt Musterstadt')
  const nobody = await signed(house, hvb, trial, terms)
  expect([nobody.status, nobody.text.includes('noch keinen Auftragnehmer')]).toEqual([422, true])
})

test('systems of a provider may be scanned only when the provider has agreed, too', async ({ house }) => {
  const torsten = await house.as(manager)
  const elbaue = await roadId(house, 'sicherkommunal', 'Verbandsgemeinde Elbaue')
  const list = async () => (await torsten.get<{ items: Agreement[] }>(`/agreements?enrollmentId=${elbaue}`)).body.items
  const [waiting] = await list()
  expect([waiting?.state, waiting?.systemsOwner]).toEqual(['waitsForOwner', 'Rechenzentrum Nordaue'])
  expect(await isValid(house, 'navigator@elbaue.example', 'scanPermission', dayFrom(house, 0))).toBe(false)
  const paper = (name: string, content: Uint8Array<ArrayBuffer> | string) => {
    const form = new FormData()
    form.set('signedBy', 'Leitung des Rechenzentrums')
    form.set('signedOn', dayFrom(house, 0))
    form.set('file', new Blob([content]), name)
    return torsten.call<Agreement>('POST', `/agreements/${waiting?.id}/owner-consent`, form)
  }
  expect((await paper('zustimmung.txt', 'Ja')).status).toBe(422)
  const agreed = await paper('zustimmung.pdf', pdf)
  expect([agreed.status, agreed.body.state]).toEqual([200, 'valid'])
  expect((await paper('zustimmung.pdf', pdf)).text).toContain('liegt schon vor')
  expect(await isValid(house, 'navigator@elbaue.example', 'scanPermission', dayFrom(house, 0))).toBe(true)
})

test('on the page terms come first, then the text with its PDF, then the signature', async ({ house }) => {
  const martin = await house.signedIn(hvb)
  const road = await roadId(house, 'sicherkommunal', 'Stadt Musterstadt')
  const path = `/teilnahmen/${road}/vereinbarungen/scanPermission`
  expect((await martin.get(path)).text).toContain('Text zeigen')
  const terms = {
    targets: 'vpn.musterstadt.example',
    timeWindow: '',
    systemsOwner: '',
    validFrom: dayFrom(house, 0),
    validUntil: dayFrom(house, 20),
  }
  const query = new URLSearchParams(terms).toString()
  const shown = await martin.get(`${path}?${query}`)
  expect(shown.text).toContain('vpn.musterstadt.example')
  expect(shown.text).toContain('Es unterschreibt Martin Köhler')
  const file = await martin.get(`${path}/text.pdf?${query}`)
  expect([file.status, file.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  await martin.get(`${path}?${query}`)
  const shownSha256 = /name="shownSha256" value="([^"]+)"/.exec(shown.html)?.[1] ?? ''
  const refused = await martin.post(path, { ...terms, shownSha256, password: 'falsch' })
  expect([refused.status, refused.html.includes('vpn.musterstadt.example')]).toEqual([422, true])
  const given = await martin.post(path, { ...terms, shownSha256, password: demoPassword })
  expect(given.text).toContain('Geschlossen: Erlaubnis zum Scannen')
  expect(given.text).toContain('endet bald')
  expect((await martin.get(`/teilnahmen/${road}/vereinbarungen/unsinn`)).status).toBe(404)
})

test('thirty days before the end both sides are told once, unless another one follows', async ({ house }) => {
  const road = await roadId(house, 'sicherkommunal', 'Gemeinde Kleinweiler')
  const anke = 'alles@kleinweiler.example'
  await signed(house, anke, road, {
    kind: 'scanPermission',
    targets: 'www.kleinweiler.example',
    validFrom: dayFrom(house, 0),
    validUntil: dayFrom(house, 40),
  })
  const told = async (email: string) =>
    (
      (await (await house.signedIn(email)).get('/postfach')).text.match(
        /Scannen von Gemeinde Kleinweiler gilt nur bis/g,
      ) ?? []
    ).length
  await house.services.worker.runDue()
  expect(await told(anke)).toBe(0)
  house.clock.set(halfPastMidnight(house, 11).add({ hours: 8 }))
  await house.services.worker.runDue()
  house.clock.set(halfPastMidnight(house, 1).add({ hours: 8 }))
  await house.services.worker.runDue()
  expect([await told(anke), await told(manager)]).toEqual([1, 1])
})
