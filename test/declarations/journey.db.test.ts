// From the public page to the admission: stranger, manager, head of the municipality.
import { expect } from 'vitest'
import { demoPassword, everything, hvb, isb, manager, test } from '../harness/house.ts'
import { type DeclarationState, guide, pdf, programmeId, roadId, stepOf } from './cast.ts'

const join = '/mitmachen/sicherkommunal'

test('a stranger reads what the programme is and declares interest, whoever asks twice is told the same', async ({
  house,
}) => {
  const stranger = house.browser()
  const page = await stranger.get(join)
  expect(page.status).toBe(200)
  expect(page.text).toContain('Wie sicher ist Ihr Rathaus')
  expect(page.text).toContain('Prüfhaus GmbH')
  expect(page.html).toContain('mailto:programm@verbund.example')
  const mine = /value="([^"]+)"[^>]*>Verbandsgemeinde Elbaue[^<]*\(/.exec(page.html)?.[1] ?? ''
  expect(mine).not.toBe('')
  const typed = { organizationId: mine, name: 'Klara Ohm', function: 'Hauptamt', email: 'K.Ohm@elbaue.example' }
  const first = await stranger.post(join, typed)
  expect([first.status, first.text.includes('Danke, Ihr Interesse ist angekommen')]).toEqual([200, true])
  await stranger.get(join)
  expect((await stranger.post(join, typed)).text).toContain('Danke, Ihr Interesse ist angekommen')
  const torsten = await house.as(manager)
  const { items } = (
    await torsten.get<{ items: { email: string; municipality: { name: string } }[] }>('/interests?open=yes')
  ).body
  const own = items.filter(({ email }) => email === 'k.ohm@elbaue.example')
  expect(own.map(({ municipality }) => municipality.name)).toEqual(['Verbandsgemeinde Elbaue'])
  const inbox = await (await house.signedIn(manager)).get('/postfach')
  expect(inbox.text).toContain('Verbandsgemeinde Elbaue interessiert sich für „SicherKOMMUNAL“')
})

test('what is missing is said at its field, and everything typed is still there', async ({ house }) => {
  const stranger = house.browser()
  await stranger.get(join)
  const refused = await stranger.post(join, { name: 'Klara Ohm', email: 'keine', organizationId: '' })
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('Das ist keine E-Mail-Adresse')
  expect(refused.text).toContain('Bitte wählen Sie Ihre Kommune')
  expect(refused.html).toContain('Klara Ohm')
  await stranger.get(join)
  const unknown = await stranger.post(join, {
    organizationId: '01940d1c-5c00-7a60-8000-1a2b3c4d5e6f',
    name: 'Klara Ohm',
    email: 'k@ohm.example',
  })
  expect([unknown.status, unknown.text.includes('steht nicht im Verzeichnis')]).toEqual([422, true])
})

test('from a written name the manager makes a municipality of the register, and invites the person', async ({
  house,
}) => {
  const torsten = await house.signedIn(manager)
  const programme = await programmeId(house, 'digital-lotsen')
  const list = `/programme-im-verbund/${programme}/interessen`
  const page = await torsten.get(list)
  expect(page.text).toContain('Flecken Sonnwied (steht so nicht im Verzeichnis)')
  const action = /action="([^"]+uebernahme)"/.exec(page.html)?.[1] ?? ''
  const refused = await torsten.post(action, {})
  expect([refused.status, refused.text.includes('Bitte wählen Sie die Kommune aus')]).toEqual([422, true])
  const auental = /value="([^"]+)"[^>]*>Gemeinde Auental \(/.exec(refused.html)?.[1] ?? ''
  const taken = await torsten.post(action, { organizationId: auental })
  expect(taken.text).toContain('Flecken Sonnwied ist eingetragen')
  expect(taken.html).toContain('/einladungen?organisation=')
  expect((await torsten.post(action, { organizationId: auental })).text).toContain('schon entschieden')
  const road = await roadId(house, 'digital-lotsen', 'Gemeinde Auental')
  expect(await stepOf(house, road, 'interest')).toMatchObject({ state: 'done' })
  const href = /href="([^"]*\/einladungen\?[^"]+)"/.exec(taken.html)?.[1]?.replaceAll('&amp;', '&') ?? ''
  expect((await torsten.get(href)).html).toContain('value="Uwe Brams"')
})

test('guides see interests and decide nothing, municipalities see none', async ({ house }) => {
  const programme = await programmeId(house, 'sicherkommunal')
  const list = `/programme-im-verbund/${programme}/interessen`
  expect((await (await house.signedIn(guide)).get(list)).text).toContain('Entscheiden kann die Programmleitung')
  expect((await (await house.signedIn(hvb)).get(list)).status).toBe(403)
  expect((await (await house.as(isb)).get<{ items: unknown[] }>('/interests')).body.items).toEqual([])
})

test('somebody of a municipality joins with one click, the head signs with the password, the manager admits', async ({
  house,
}) => {
  const jana = await house.signedIn(isb)
  const page = await jana.get('/mitmachen/prozessmanagement')
  expect(page.text).toContain('Interesse für Stadt Musterstadt erklären')
  const joined = await jana.post('/mitmachen/prozessmanagement/anmeldung', {})
  expect(joined.text).toContain('Ihr Interesse ist eingetragen')
  expect(joined.text).toContain('Unterschreiben kann die Verwaltungsleitung')
  const road = await roadId(house, 'prozessmanagement', 'Stadt Musterstadt')
  const path = `/teilnahmen/${road}/erklaerung`
  expect((await jana.post(path, { shownSha256: 'a'.repeat(64), password: demoPassword })).status).toBe(403)

  const martin = await house.signedIn(hvb)
  expect((await martin.get('/aufgaben')).text).toMatch(
    /Teilnahmeerklärung unterschreiben.*„Erklärung“ in Erprobung Prozessmanagement/,
  )
  const shown = await martin.get(`${path}?anlage-councilResolution=ja`)
  expect(shown.text).toContain('Beschluss des Rates')
  expect(shown.text).toContain('Es unterschreibt Martin Köhler')
  const shownSha256 = /name="shownSha256" value="([^"]+)"/.exec(shown.html)?.[1] ?? ''
  const fields = { 'anlage-councilResolution': 'ja', shownSha256 }
  const wrong = await martin.post(path, { ...fields, password: 'falsch' })
  expect(wrong.status).toBe(422)
  const other = await martin.post(path, { ...fields, shownSha256: 'a'.repeat(64), password: demoPassword })
  expect([other.status, other.text.includes('hat er sich geändert')]).toEqual([409, true])
  const signed = await martin.post(path, { ...fields, password: demoPassword })
  expect(signed.text).toContain('Jetzt entscheidet die Programmleitung')
  expect(await stepOf(house, road, 'declaration')).toMatchObject({ state: 'done' })
  const again = await martin.post(path, { ...fields, password: demoPassword })
  expect([again.status, again.text.includes('Die Erklärung liegt schon vor')]).toEqual([422, true])

  const torsten = await house.signedIn(manager)
  const programme = await programmeId(house, 'prozessmanagement')
  expect((await torsten.get('/aufgaben')).text).toContain('Stadt Musterstadt zu „Erprobung Prozessmanagement“ zulassen')
  expect((await torsten.get(`/programme-im-verbund/${programme}/zulassungen`)).text).toContain('Martin Köhler')
  const admitted = await torsten.post(`/teilnahmen/${road}/zulassung`, { decision: 'admitted', liste: 'ja' })
  expect(admitted.text).toContain('Stadt Musterstadt ist zugelassen')
  expect(await stepOf(house, road, 'admission')).toMatchObject({ state: 'done' })
  const silke = await house.as('programm2@verbund.example')
  const second = await silke.post(`/enrollments/${road}/admission`, { decision: 'admitted' })
  expect([second.status, second.text.includes('schon zugelassen')]).toEqual([409, true])
  expect((await martin.get('/postfach')).text).toContain('ist zu „Erprobung Prozessmanagement“ zugelassen')
  const late = await martin.post(`${path}/ruecknahme`, { reason: 'Doch nicht' })
  expect([late.status, late.text.includes('schon zugelassen')]).toEqual([422, true])
})

test('a correction goes back to the municipality, which withdraws, files a paper and is admitted then', async ({
  house,
}) => {
  const anke = await house.as(everything)
  const joined = await anke.post<{ enrollmentId: string; isNew: boolean }>('/interests', {
    programmeId: await programmeId(house, 'prozessmanagement'),
  })
  expect([joined.status, joined.body.isNew]).toEqual([201, true])
  const road = joined.body.enrollmentId
  const path = `/enrollments/${road}/declaration`
  const { toSign, missingContacts } = (await anke.get<DeclarationState>(path)).body
  expect(missingContacts).toEqual(['cooperative', 'securityOffice', 'itDepartment', 'dataProtection'])
  expect((await anke.put(path, { shownSha256: toSign?.sha256 })).status).toBe(422)
  expect((await anke.put(path, { shownSha256: 'a'.repeat(64), password: demoPassword })).status).toBe(409)
  const signed = await anke.put<DeclarationState>(path, { shownSha256: toSign?.sha256, password: demoPassword })
  expect([signed.status, signed.body.declaration?.way]).toEqual([200, 'portal'])

  const torsten = await house.as(manager)
  expect((await torsten.post(`/enrollments/${road}/admission`, { decision: 'correction' })).status).toBe(422)
  const asked = await torsten.post(`/enrollments/${road}/admission`, {
    decision: 'correction',
    reason: 'Bitte mit Siegel',
  })
  expect(asked.status).toBe(200)
  expect(await stepOf(house, road, 'admission')).toMatchObject({
    state: 'open',
    waitingFor: 'organization',
    missing: 'Erklärung berichtigen: Bitte mit Siegel',
  })
  expect((await anke.post(`${path}/withdrawal`, { reason: 'Siegel fehlt' })).status).toBe(200)
  expect(await stepOf(house, road, 'declaration')).toMatchObject({ state: 'open' })

  const paper = (name: string, signedOn: string, content: Uint8Array<ArrayBuffer> | string = pdf) => {
    const form = new FormData()
    form.set('signedBy', 'Anke Rohrbeck, Bürgermeisterin')
    form.set('signedOn', signedOn)
    form.set('file', new Blob([content]), name)
    return torsten.call<DeclarationState>('PUT', path, form)
  }
  const wrongKind = await paper('papier.txt', '2026-11-20', 'Ja, wir wollen')
  expect([wrongKind.status, wrongKind.text.includes('kommt als PDF oder Bild')]).toEqual([422, true])
  expect((await paper('papier.pdf', '2099-01-01')).status).toBe(422)
  const filed = await paper('papier.pdf', '2020-11-20')
  expect([filed.status, filed.body.declaration?.way]).toEqual([200, 'paper'])
  expect(await stepOf(house, road, 'admission')).toMatchObject({
    state: 'open',
    waitingFor: 'cooperative',
    missing: 'Teilnahme zulassen',
  })
  const fileId = filed.body.declaration?.fileId ?? ''
  expect((await torsten.get(`/files/${fileId}`)).status).toBe(200)
  expect((await anke.get(`/files/${fileId}`)).status).toBe(200)
  expect((await (await house.as(isb)).get(`/files/${fileId}`)).status).toBe(404)
  expect((await (await house.as(guide)).get(`/files/${fileId}`)).status).toBe(404)
  expect((await torsten.post(`/enrollments/${road}/admission`, { decision: 'admitted' })).status).toBe(200)
})

test('the text is there as a tagged PDF, before and after the signature', async ({ house }) => {
  const martin = await house.signedIn(hvb)
  const road = await roadId(house, 'sicherkommunal', 'Stadt Musterstadt')
  const page = await martin.get(`/teilnahmen/${road}/erklaerung`)
  expect(page.text).toContain('Martin Köhler')
  const file = await martin.get(`/teilnahmen/${road}/erklaerung.pdf`)
  expect([file.status, file.headers.get('content-type')]).toEqual([200, 'application/pdf'])
})
