// Messages to many, views, and who looks after whom: what is shown before is what is done, once, and only by those who may.
import { sql } from 'kysely'
import { expect } from 'vitest'
import { asOwner } from '../access/as-owner.ts'
import { everything, hvb, isb, manager, test, type TestHouse } from '../harness/house.ts'
import { mailsTo } from '../harness/mails.ts'
import { formsOf } from '../http/html.ts'
import { allItems, programmeId } from './roads.ts'

const lotse = 'lotse@verbund.example'
const sendId = (last: string): string => `01940d1c-5c00-7a60-8000-6b5c6d7e8f${last}`

interface Row {
  enrollmentId: string
  organization: { name: string }
  guide: { id: string; name: string } | null
}

interface Preview {
  municipalities: number
  recipients: number
  unreached: string[]
  letters: { organization: string; recipients: string[]; subject: string; text: string }[]
}

async function mailsOf(house: TestHouse): Promise<{ email: string; data: Record<string, string> }[]> {
  const { rows } = await asOwner(house, (db) =>
    sql<{ email: string; data: Record<string, string> }>`
      select recipient_email as email, data from mail.message where template like 'cockpit.%' order by recipient_email`.execute(
      db,
    ),
  )
  return rows
}

test('what the preview shows is what is sent: the same people, the same words, one mail for each', async ({
  house,
}) => {
  const id = await programmeId(house)
  const torsten = await house.as(manager)
  const before = (await mailsOf(house)).length
  const draft = {
    subject: '{kommune}',
    text: 'Es fehlt: {fehlt}, Schritt {schritt}, bis {frist}.',
    audience: ['chiefExecutive', 'securityOfficer', 'speakers'],
    filter: {},
  }
  const { status, body: preview } = await torsten.post<Preview>(`/programmes/${id}/cockpit/message-previews`, draft)
  expect(status).toBe(200)
  expect((await mailsOf(house)).length).toBe(before)
  const sending = { ...draft, id: sendId('01'), expectedRecipients: preview.recipients }
  const sent = await torsten.post<{ recipients: number }>(`/programmes/${id}/cockpit/messages`, sending)
  expect([sent.status, sent.body.recipients]).toEqual([201, preview.recipients])
  const mails = (await mailsOf(house)).filter(({ data }) => data['text']?.startsWith('Es fehlt'))
  expect(mails.length).toBe(preview.recipients)
  expect(new Set(mails.map(({ email, data }) => `${email} ${data['kommune']}`)).size).toBe(mails.length)
  for (const letter of preview.letters)
    for (const { data } of mails.filter((mail) => mail.data['kommune'] === letter.organization))
      expect([data['betreff'], data['text']]).toEqual([letter.subject, letter.text])
  for (const letter of preview.letters)
    expect(mails.filter(({ data }) => data['kommune'] === letter.organization)).toHaveLength(letter.recipients.length)
})

test('the same id once more sends nothing, also when both come at once', async ({ house }) => {
  const id = await programmeId(house)
  const torsten = await house.as(manager)
  const sending = { id: sendId('02'), subject: 'Einmal', text: 'Nur einmal.', audience: ['chiefExecutive'], filter: {} }
  const replies = await Promise.all([1, 2, 3].map(() => torsten.post(`/programmes/${id}/cockpit/messages`, sending)))
  expect(replies.map(({ status }) => status)).toEqual([201, 201, 201])
  expect((await mailsTo(house, hvb)).filter(({ data }) => data['text'] === 'Nur einmal.')).toHaveLength(1)
  const messages = await allItems<{ subject: string; sentBy: string }>(torsten, `/programmes/${id}/cockpit/messages`)
  expect(messages.filter(({ subject }) => subject === 'Einmal')).toEqual([
    expect.objectContaining({ sentBy: 'Torsten Ehlers' }),
  ])
})

test('a message is refused with a sentence: empty, to nobody, with an unknown placeholder, to others than previewed', async ({
  house,
}) => {
  const id = await programmeId(house)
  const torsten = await house.as(manager)
  const good = { id: sendId('03'), subject: 'Frist', text: 'Bitte melden.', audience: ['speakers'], filter: {} }
  for (const wrong of [
    { text: '' },
    { subject: '' },
    { audience: [] },
    { text: 'Liebe {stadt}' },
    { filter: { need: 'somethingElse' } },
    { filter: { state: 'withdrawn' } },
    { enrollmentIds: [sendId('ff')], filter: undefined },
    { enrollmentIds: [sendId('ff')] },
    { expectedRecipients: 499 },
  ]) {
    const reply = await torsten.post(`/programmes/${id}/cockpit/messages`, { ...good, ...wrong })
    expect([JSON.stringify(wrong), reply.status]).toEqual([JSON.stringify(wrong), 422])
  }
  expect(
    (await allItems<{ subject: string }>(torsten, `/programmes/${id}/cockpit/messages`)).map(({ subject }) => subject),
  ).not.toContain('Frist')
})

test('guides send too; people of a municipality neither see the cockpit nor send, and their rows stay theirs', async ({
  house,
}) => {
  const id = await programmeId(house)
  const good = { subject: 'Gruß', text: 'Von der Betreuung.', audience: ['chiefExecutive'], filter: {} }
  const guide = await house.as(lotse)
  expect((await guide.post(`/programmes/${id}/cockpit/messages`, { ...good, id: sendId('04') })).status).toBe(201)
  for (const email of [isb, hvb, everything]) {
    const person = await house.as(email)
    for (const path of ['', '/summary', '/views', '/messages'])
      expect((await person.get(`/programmes/${id}/cockpit${path}`)).status).toBe(403)
    expect((await person.post(`/programmes/${id}/cockpit/messages`, { ...good, id: sendId('05') })).status).toBe(403)
    const own = await person.post(`/programmes/${id}/cockpit/guide-assignments`, {
      enrollmentIds: [sendId('ff')],
      guideId: null,
    })
    expect(own.status).toBe(403)
  }
})

test('in the pages: ticked, written, looked at, sent; what was typed is kept when something is wrong', async ({
  house,
}) => {
  const id = await programmeId(house)
  const torsten = await house.signedIn(manager)
  const at = `/programme-im-verbund/${id}/cockpit`
  const { html } = await torsten.get(`${at}?phase=all`)
  const boxes = [...html.matchAll(/name="(k_[0-9a-f-]+)"/g)].map(([, name]) => name ?? '')
  expect(boxes.length).toBeGreaterThan(2)
  const ticked = Object.fromEntries(boxes.slice(0, 4).map((name) => [name, 'ja']))
  const compose = await torsten.post(`${at}/auswahl`, { ...ticked, tun: 'nachricht' })
  expect(compose.text).toContain('An 4 Kommunen')
  const roads = formsOf(compose.html).find(({ fields }) => fields['roads'])?.fields['roads'] ?? ''
  const wrong = await torsten.post(`${at}/nachrichten`, {
    roads,
    tun: 'vorschau',
    subject: 'Betreff bleibt',
    text: '{x}',
    speakers: 'ja',
  })
  expect([wrong.status, wrong.html.includes('Betreff bleibt')]).toEqual([422, true])
  const shown = await torsten.post(`${at}/nachrichten`, {
    roads,
    tun: 'vorschau',
    subject: 'Aus der Seite',
    text: '{kommune} bis {frist}',
    speakers: 'ja',
  })
  expect(shown.status).toBe(200)
  const sending = formsOf(shown.html).find(({ fields }) => fields['sendId'])?.fields ?? {}
  const sent = await torsten.post(`${at}/nachrichten`, { ...sending, tun: 'senden' })
  expect(sent.text).toMatch(/Die Nachricht geht an \d+ Empfänger/)
  const again = await torsten.post(`${at}/nachrichten`, { ...sending, tun: 'senden' })
  expect(again.text).toContain('war schon gesendet')
  expect((await torsten.post(`${at}/auswahl`, { tun: 'nachricht' })).status).toBe(422)
})

test('a guide is somebody who is named in the programme, and is told by the filter', async ({ house }) => {
  const id = await programmeId(house)
  const torsten = await house.as(manager)
  const [first, second] = await allItems<Row>(torsten, `/programmes/${id}/cockpit?phase=all&order=name`)
  const enrollmentIds = [first?.enrollmentId, second?.enrollmentId]
  const me = await (await house.as(lotse)).get<{ person: { id: string } }>('/me')
  const guideId = me.body.person.id
  const assign = (body: unknown) =>
    torsten.post<{ changed: number }>(`/programmes/${id}/cockpit/guide-assignments`, body)
  await assign({ enrollmentIds, guideId: null })
  expect((await assign({ enrollmentIds, guideId })).body.changed).toBe(2)
  expect((await assign({ enrollmentIds, guideId })).body.changed).toBe(0)
  const theirs = await allItems<Row>(torsten, `/programmes/${id}/cockpit?phase=all&guideId=${guideId}`)
  expect(theirs.map(({ enrollmentId }) => enrollmentId)).toEqual(expect.arrayContaining(enrollmentIds))
  const stranger = await (await house.as(isb)).get<{ person: { id: string } }>('/me')
  expect((await assign({ enrollmentIds, guideId: stranger.body.person.id })).status).toBe(422)
})

test("views are their person's own: kept, renamed, put in order, opened by themselves, removed", async ({ house }) => {
  const id = await programmeId(house)
  const torsten = await house.as(manager)
  const guide = await house.as(lotse)
  const names = async () =>
    (await allItems<{ name: string }>(torsten, `/programmes/${id}/cockpit/views`)).map(({ name }) => name)
  expect(await names()).toEqual(['Wartet auf die Kommune', 'Gefährdet'])
  expect(await allItems(guide, `/programmes/${id}/cockpit/views`)).toEqual([])
  const { body: view } = await torsten.post<{ id: string }>(`/programmes/${id}/cockpit/views`, {
    name: 'Alles nach Namen',
    filter: { phase: 'all', order: 'name' },
    isDefault: true,
  })
  expect((await torsten.patch(`/cockpit-views/${view.id}`, { position: 1 })).status).toBe(200)
  expect((await torsten.patch(`/cockpit-views/${view.id}`, { name: 'Gefährdet' })).status).toBe(422)
  expect(await names()).toEqual(['Alles nach Namen', 'Wartet auf die Kommune', 'Gefährdet'])
  expect((await guide.patch(`/cockpit-views/${view.id}`, { name: 'Meins' })).status).toBe(404)
  const browser = await house.signedIn(manager)
  expect((await browser.get(`/programme-im-verbund/${id}/cockpit`)).text).toContain(', nach Namen.')
  expect((await browser.get(`/programme-im-verbund/${id}/cockpit?ansicht=keine`)).text).toContain('dringendste zuerst')
  expect((await torsten.call('DELETE', `/cockpit-views/${view.id}`)).status).toBe(200)
  expect(await names()).toEqual(['Wartet auf die Kommune', 'Gefährdet'])
})
