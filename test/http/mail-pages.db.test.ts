import { expect } from 'vitest'
import { isb, manager, test } from '../harness/house.ts'
import { within, personId } from '../harness/work.ts'
import { sql } from 'kysely'
import { changeWording } from '#foundation/notifications/change-wording.ts'
import { findWording } from '#foundation/notifications/queries.ts'
import type { MailTemplate } from '#foundation/notifications/mail-template.ts'
import { mailTemplates } from '#app/modules.ts'

const admin = 'admin@verbund.example'
const template: MailTemplate = {
  name: 'probe.page',
  title: 'Probe',
  subject: 'Von uns',
  text: 'Guten Tag {{name}}',
  placeholders: {},
}

test('in the demo each person reads their own mail, in the words of the office, and nobody else does', async ({
  house,
}) => {
  await house.services.worker.runDue()
  const mine = await (await house.signedIn(isb)).get('/demo/postfach')
  expect(mine.status).toBe(200)
  expect(mine.text).toContain('Willkommen in der Vorführung')
  expect(mine.text).toContain('Guten Tag Jana Wiesner,')
  expect(mine.text).toContain('Telefon 0391 5550-120')
  expect(mine.html).toContain('href="http://127.0.0.1:3000"')
  const other = await (await house.signedIn(manager)).get('/demo/postfach')
  expect(other.text).toContain('Guten Tag Torsten Ehlers,')
  expect(other.text).not.toContain('Jana')
  const told = await (await house.as(isb)).get<{ items: { kind: string; url: string }[] }>('/notifications')
  expect(told.body.items).toContainEqual(expect.objectContaining({ kind: 'demo.welcome', url: '/demo/postfach' }))
})

test('two people word the same mail: the second is told and nothing is overwritten', async ({ house }) => {
  const id = await personId(house, admin)
  const { rows } = await within(house, { personId: null, actingFor: null, operator: true }, ({ db }) =>
    sql<{ id: string }>`select id from organizations.organization where kind = 'cooperative'`.execute(db),
  )
  const as = { personId: id, actingFor: rows[0]?.id ?? null }
  const actor = { personId: id, name: '', email: admin, actingFor: null, roles: ['administrator'], organizations: [] }
  const word = (subject: string, version: number) =>
    within(house, as, (ctx) => changeWording({ ...ctx, actor }, template, { subject, text: 'Text', version }))
  const now = () => within(house, as, ({ db }) => findWording(db, template))
  expect(await word('Erste', 0)).toBe(true)
  expect(await word('Zweite', 0)).toEqual({ conflict: true })
  expect(await now()).toMatchObject({ subject: 'Erste', version: 1, own: true })
  expect(await word('Dritte', 1)).toBe(true)
  expect(await word('{{nichts}}', 2)).toMatchObject({ errors: [{ path: 'subject' }] })
  expect(await now()).toMatchObject({ subject: 'Dritte', version: 2 })
})

test('the letterhead is changed, shown in the preview, refused with what was typed, and put back', async ({
  house,
}) => {
  const browser = await house.signedIn(admin)
  const first = await browser.get('/betrieb/mail-briefkopf')
  const read = Number(/name="version" value="(\d+)"/.exec(first.html)?.[1])
  const fields = { sender: 'Verbund Beispiel', closing: 'Herzlich', footer: 'Telefon 0391 1234', version: String(read) }
  const refused = await browser.post('/betrieb/mail-briefkopf', { ...fields, footer: 'bei {{telefon}}' })
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('{{telefon}} gibt es hier nicht')
  expect(refused.html).toContain('bei {{telefon}}</textarea>')
  const saved = await browser.post('/betrieb/mail-briefkopf', fields)
  expect(saved.text).toContain('Der Briefkopf ist gespeichert')
  expect(saved.text).toContain('Herzlich Verbund Beispiel')
  const stale = await browser.post('/betrieb/mail-briefkopf', { ...fields, sender: 'Anderer' })
  expect([stale.status, stale.html.includes('value="Anderer"')]).toEqual([409, true])
  const reset = await browser.post('/betrieb/mail-briefkopf/zuruecksetzen', { version: String(read + 1) })
  expect(reset.text).toContain('Mit freundlichen Grüßen')
})

test('the API words a letterhead with its version', async ({ house }) => {
  const api = await house.as(admin)
  const { body } = await api.get<{ version: number; own: boolean }>('/mail-letterhead')
  expect(body.own).toBe(false)
  const wanted = { sender: 'Über die API', closing: 'Gruß', footer: '', version: body.version }
  expect((await api.put('/mail-letterhead', wanted)).body).toMatchObject({ own: true, footer: '' })
  const stale = await api.put('/mail-letterhead', wanted)
  expect([stale.status, stale.body['type']]).toEqual([409, '/fehler/inzwischen-geaendert'])
  expect((await api.post('/mail-letterhead/reset', { version: body.version + 1 })).body).toMatchObject({ own: false })
})

test('every declared mail has a page, a preview and passes its own rules', async ({ house }) => {
  const browser = await house.signedIn(admin)
  const list = await browser.get('/betrieb/mail-vorlagen')
  expect(list.status).toBe(200)
  for (const { name, title } of mailTemplates) {
    expect(list.text).toContain(title)
    const page = await browser.get(`/betrieb/mail-vorlagen/${name}`)
    expect([name, page.status]).toEqual([name, 200])
    expect(page.text).not.toContain('gibt es in dieser Mail keine Angabe')
  }
  expect((await browser.get('/betrieb/mail-vorlagen/gibt.es.nicht')).status).toBe(404)
})

test('mail is tended by office and administrator only', async ({ house }) => {
  for (const email of [isb, manager]) {
    const browser = await house.signedIn(email)
    for (const path of ['/betrieb/mail', '/betrieb/mail-vorlagen', '/betrieb/mail-briefkopf'])
      expect([email, path, (await browser.get(path)).status]).toEqual([email, path, 403])
    expect((await (await house.as(email)).get('/mails')).status).toBe(403)
  }
})
