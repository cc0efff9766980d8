// The journey of R1.2: from an empty installation to people who come and go, an assessor for a day, who read what, and back from the ashes.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Secret, TOTP } from 'otpauth'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { speaker } from '../operations/built-product.ts'
import { launch, open, type Person, sendPassword } from './chromium.ts'
import { type Installation, setUpInstallation } from './installation.ts'

const ole = 'ole@verbund.example'
const torsten = 'torsten@verbund.example'
const sabine = 'sabine@lindental.example'
const jana = 'jana@lindental.example'
const tobias = 'tobias@lindental.example'
const martin = 'martin@lindental.example'
const nora = 'nora@lindental.example'
const felix = 'felix@pruefhaus.example'
const password = 'drei Eimer voll Elbwasser'
const catalogFile = join(import.meta.dirname, '../fixtures/oscal/small-catalog-1.1.3.json')
const towns =
  'ars;ags;name;typ;kreis;einwohner\r\n15081;;Nordaue;Landkreis;Nordaue;81000\r\n150810030;15081030;Lindental;Einheitsgemeinde;Nordaue;6750\r\n'

let house: Installation
let browser: Browser
const people = new Map<string, Person>()
let secret = ''
let recoveryCodes: string[] = []
let check = ''

beforeAll(async () => {
  ;[house, browser] = await Promise.all([setUpInstallation(), launch()])
})

afterAll(async () => {
  await browser.close()
  await house.strike()
})

/** Somebody at a browser of their own, which stays open. */
async function at(email: string): Promise<Person> {
  const person = people.get(email) ?? (await open(browser))
  people.set(email, person)
  return person
}

async function signInAs(email: string, with_ = password): Promise<Person['page']> {
  const person = await at(email)
  await sendPassword(person, house.base, { email, password: with_ })
  await person.page.waitForURL(`${house.base}/`)
  return person.page
}

/** The page of somebody who is signed in. */
async function on(email: string, path: string): Promise<Person['page']> {
  const { page } = await at(email)
  await page.goto(path.startsWith('http') ? path : house.base + path)
  return page
}

const told = (page: Person['page'], words: string | RegExp) =>
  page.getByRole('status').filter({ hasText: words }).waitFor()

interface Guest {
  name: string
  email: string
  tasks: string[]
  organization?: string
}

async function invite(by: string, { name, email, tasks, organization }: Guest): Promise<void> {
  const page = await on(by, '/einladungen')
  if (organization) {
    const option = page.getByLabel('Organisation', { exact: true }).locator('option').filter({ hasText: organization })
    await page.getByLabel('Organisation', { exact: true }).selectOption(await option.first().getAttribute('value'))
  }
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByLabel('Dienstliche E-Mail-Adresse').fill(email)
  for (const task of tasks) await page.getByRole('checkbox', { name: task, exact: true }).check()
  await page.getByRole('button', { name: 'Einladung verschicken' }).click()
  await told(page, `Die Einladung an ${name} (${email}) ist unterwegs`)
}

/** Opens the link of the mail, sets a password, signs in with it. */
async function accept(email: string): Promise<Person['page']> {
  const mail = await house.newestMail(email)
  const link = /http\S+\/einladung\/\S+/.exec(mail)?.[0] ?? 'no link in the mail'
  const { page } = await at(email)
  await page.goto(link)
  await page.getByLabel('Passwort', { exact: true }).fill(password)
  await page.getByLabel('Passwort noch einmal').fill(password)
  await page.getByRole('button', { name: 'Einladung annehmen' }).click()
  await page.getByText('ist eingerichtet. Bitte melden Sie sich jetzt an.').waitFor()
  return signInAs(email)
}

const heading = (page: Person['page']): Promise<string> => page.getByRole('heading', { level: 1 }).innerText()

const codeNow = (): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: house.now().epochMilliseconds })

const withoutComplaints = async (email: string): Promise<void> => expect((await at(email)).complaints).toEqual([])

describe('from an empty installation', () => {
  test('the administrator signs in with the password of the command line and sets up the cooperative', async () => {
    const page = await signInAs(ole, await house.createAdministrator(ole, 'Ole Danneberg', 'Verbund Elbe-Saale eG'))
    await page.getByRole('link', { name: 'Angaben und Kontakte' }).first().click()
    await page.getByRole('heading', { level: 1, name: 'Verbund Elbe-Saale eG' }).waitFor()
    await page.goto(`${page.url()}/domaenen`)
    await page.getByLabel('Domänen').fill('verbund.example')
    await page.getByRole('button', { name: 'Domänen speichern' }).click()
    expect(await heading(page)).toBe('Verbund Elbe-Saale eG')
    expect(await page.locator('main').innerText()).toContain('verbund.example')
  })

  test('he enters the contractor by hand and the municipalities as a list', async () => {
    const page = await on(ole, '/organisationen/neu')
    await page.getByLabel('Name', { exact: true }).fill('Prüfhaus GmbH')
    await page.getByLabel('Art').selectOption('contractor')
    await page.getByRole('button', { name: 'Organisation anlegen' }).click()
    await page.getByRole('heading', { level: 1, name: 'Prüfhaus GmbH' }).waitFor()
    await page.goto(`${house.base}/organisationen`)
    const list = { name: 'kommunen.csv', mimeType: 'text/csv', buffer: Buffer.from(towns) }
    await page.getByLabel('Liste der Kommunen').setInputFiles(list)
    await page.getByRole('button', { name: 'Liste einlesen' }).click()
    await told(page, 'neu')
    expect(await page.getByRole('link', { name: 'Lindental' }).count()).toBe(1)
  })

  test('he invites the programme manager and the first person of a municipality by mail', async () => {
    await invite(ole, {
      name: 'Torsten Ehlers',
      email: torsten,
      tasks: ['Programmleitung'],
      organization: 'Verbund Elbe-Saale eG',
    })
    await invite(ole, { name: 'Sabine Lenz', email: sabine, tasks: ['Zugänge'], organization: 'Lindental' })
    await withoutComplaints(ole)
    const page = await accept(torsten)
    expect(await heading(page)).toBe('Guten Tag, Torsten Ehlers')
  })
})

describe('in the municipality', () => {
  test('she opens the link, sets a password and is there; the link is used up', async () => {
    const page = await accept(sabine)
    expect(await page.getByText('Lindental').first().isVisible()).toBe(true)
    const link = /http\S+\/einladung\/\S+/.exec(await house.newestMail(sabine))?.[0] ?? ''
    await page.goto(link)
    await page.getByText('Diese Einladung lässt sich nicht annehmen').waitFor()
  })

  test('she adds an app for codes, keeps her recovery codes, and signs in with both', async () => {
    const page = await on(sabine, '/mein-zugang/zweiter-faktor')
    await page.getByLabel('Ihr Passwort').fill(password)
    await page.getByRole('button', { name: 'Einrichtung beginnen' }).click()
    await page.getByLabel('Code aus der App').waitFor()
    secret = (await page.locator('main code').innerText()).replaceAll(/\s/g, '')
    await page.getByLabel('Code aus der App').fill(codeNow())
    await page.getByRole('button', { name: 'Zweiten Faktor einschalten' }).click()
    await page.getByText('Diese Codes zeigen wir nur jetzt').waitFor()
    recoveryCodes = await page.locator('main li code').allInnerTexts()
    expect(recoveryCodes.length).toBeGreaterThan(5)

    await house.advance({ seconds: 31 })
    await signInWith(sabine, codeNow())
    await signInWith(sabine, recoveryCodes[0] ?? '')
    const again = await on(sabine, '/mein-zugang/zweiter-faktor')
    await again.getByText(`Wiederherstellungscodes übrig: ${recoveryCodes.length - 1}.`).waitFor()
    await withoutComplaints(sabine)
  })

  test('she invites her colleagues; one of them becomes her deputy', async () => {
    await invite(sabine, { name: 'Jana Wiesner', email: jana, tasks: ['Informationssicherheit'] })
    await invite(sabine, { name: 'Tobias Brandt', email: tobias, tasks: ['IT'] })
    await invite(sabine, { name: 'Martin Köhler', email: martin, tasks: ['Verwaltungsleitung'] })
    for (const email of [jana, tobias, martin]) await accept(email)
    const page = await on(sabine, '/vertretung')
    await page.getByLabel('Wer vertritt Sie').selectOption({ label: 'Jana Wiesner' })
    await page.getByLabel('Letzter Tag').fill(house.today().add({ days: 14 }).toString())
    await page.getByRole('button', { name: 'Vertretung benennen' }).click()
    await told(page, 'Jana Wiesner vertritt Sie bis')
    const deputy = await on(jana, '/einladungen')
    expect(await heading(deputy)).toBe('Einladungen')
    await invite(jana, { name: 'Nora Neumann', email: nora, tasks: ['IT'] })
  })
})

describe('the check and those who read it', () => {
  test('the programme manager brings the catalog; the security officer begins and answers', async () => {
    const manager = await on(torsten, '/kataloge')
    await manager.getByLabel('Katalogdatei').setInputFiles(catalogFile)
    await manager.getByRole('button', { name: 'Katalog einlesen' }).click()
    await told(manager, '4 Anforderungen eingelesen.')
    const page = await on(jana, '/pruefungen/neu')
    const option = page.getByLabel('Katalog').locator('option').nth(1)
    await page.getByLabel('Katalog').selectOption(await option.getAttribute('value'))
    await page.getByRole('button', { name: 'Prüfung beginnen' }).click()
    await page.getByRole('link', { name: 'Nächste offene Frage' }).waitFor()
    check = page.url()
    await page.getByRole('link', { name: 'Nächste offene Frage' }).click()
    const question = page.locator('li[data-current]')
    await question.getByText('Nein', { exact: true }).click()
    await question.getByText(/^Gespeichert .*, Sie$/).waitFor()
    expect(await question.getByRole('radio', { name: 'Nein' }).isChecked()).toBe(true)
    await withoutComplaints(jana)
  })

  test('one of them leaves: from that moment on he sees nothing, though he is signed in', async () => {
    const his = await on(tobias, check)
    await his.getByRole('link', { name: 'Nächste offene Frage' }).waitFor()
    const page = await on(sabine, '/personen')
    await page.getByRole('link', { name: 'Tobias Brandt' }).click()
    await page.getByRole('link', { name: 'Tobias Brandt scheidet aus' }).click()
    await page.getByRole('button', { name: 'Aufgaben von Tobias Brandt beenden' }).click()
    await page.getByRole('heading', { level: 1, name: 'Tobias Brandt ist ausgeschieden' }).waitFor()
    await his.reload()
    expect(new URL(his.url()).pathname).toBe('/anmeldung')
    const start = await signInAs(tobias)
    expect(await start.locator('main').innerText()).toContain('Sie haben zurzeit keine Aufgabe')
    await seesNothing(tobias)
    expect(await house.newestMail(tobias)).toContain('Lindental')
  })

  test('the municipality takes part in a programme of the contractor: the chief executive signs that it may assess', async () => {
    await enrollTown()
    const page = await on(martin, '/teilnahmen')
    await page.getByRole('main').getByRole('link', { name: 'Sicher im Rathaus' }).click()
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.goto(`${page.url()}/erklaerung`)
    await page.getByLabel('Ihr Passwort, noch einmal als Unterschrift').fill(password)
    await page.getByRole('button', { name: 'Als Verwaltungsleitung unterschreiben' }).click()
    await told(page, 'unterschrieben')
    expect((await at(martin)).complaints).toEqual([])
  })

  test('the programme manager invites an assessor of the contractor and assigns him until tomorrow; the municipality is told', async () => {
    await invite(torsten, { name: 'Felix Arendt', email: felix, tasks: ['Prüfung'], organization: 'Prüfhaus GmbH' })
    await accept(felix)
    const page = await on(torsten, '/zuweisungen')
    await page.getByLabel('Wer prüft').selectOption({ label: 'Felix Arendt, Prüfhaus GmbH' })
    await page.getByLabel('Kommune', { exact: true }).selectOption({ label: 'Lindental' })
    await page.getByLabel('Erster Tag').fill(house.today().toString())
    await page.getByLabel('Letzter Tag').fill(house.today().add({ days: 1 }).toString())
    await page.getByRole('button', { name: 'Zuweisen' }).click()
    await told(page, 'Felix Arendt prüft bei Lindental')
    expect(await house.newestMail(martin)).toContain('Felix Arendt')
    await withoutComplaints(torsten)
  })

  test('the assessor reads the check; after his last day he sees nothing any more', async () => {
    const page = await on(felix, '/pruefungen')
    await page.locator('table a').first().click()
    await page.waitForURL(check)
    await page.getByRole('link', { name: 'Mit Nein beantwortet' }).click()
    await page.locator('li[data-current]').waitFor()

    await house.advance({ hours: 24 })
    const onLastDay = await signInAs(felix)
    expect((await onLastDay.goto(check))?.status()).toBe(200)
    await house.advance({ hours: 24 })
    const later = await signInAs(felix)
    await later.goto(`${house.base}/pruefungen`)
    expect(await later.locator('main table a').count()).toBe(0)
    await seesNothing(felix)
  })

  test('the chief executive reads who looked at what, and who did what', async () => {
    await signInAs(martin)
    const page = await on(martin, '/protokoll')
    const readers = page.getByRole('region', { name: 'Wer hat unsere Prüfung gelesen?' })
    await readers.getByRole('row').filter({ hasText: 'Felix Arendt' }).filter({ hasText: 'Prüfhaus GmbH' }).waitFor()
    const deeds = await page.getByRole('region', { name: 'Vorgänge' }).innerText()
    for (const sentence of [
      /Felix Arendt .*gelesen/,
      /Jana Wiesner hat Frage .* beantwortet/,
      /Jana Wiesner, in Vertretung von Sabine Lenz, hat jemanden eingeladen/,
      /Sabine Lenz .*Tobias Brandt/,
    ])
      expect(deeds).toMatch(sentence)
    await withoutComplaints(martin)
  })
})

describe('the machine burns', () => {
  let before: { pages: string[]; poam: string; audit: string }

  const everything = async () => ({
    pages: [
      await wordsOf(martin, '/personen'),
      await wordsOf(martin, '/protokoll'),
      await wordsOf(martin, '/einladungen'),
      await wordsOf(martin, '/vertretung'),
      await wordsOf(martin, '/wer-darf-lesen'),
      await wordsOf(martin, check),
      await wordsOf(torsten, '/organisationen'),
      await wordsOf(torsten, '/zuweisungen'),
    ],
    poam: await poamOf(martin),
    audit: await house.operator('audit', 'verify', '--json'),
  })

  test('what is there is backed up while the server runs, with a passphrase', async () => {
    await signInAs(torsten)
    house.file('kennwort', 'drei Eimer voll Elbwasser\n')
    before = await everything()
    expect(before.poam).toContain('poam-items')
    const sentence = await house.operator(
      'backup',
      house.file('sicherung'),
      '--passphrase-file',
      house.file('kennwort'),
    )
    expect(sentence).toMatch(/Gesichert/)
  })

  test('on a new machine the backup is restored, and nothing is missing', async () => {
    await house.burn()
    const report = await house.restore(house.file('sicherung'), house.file('kennwort'))
    expect(report).toContain('zweite Faktoren gelten weiter')
    await Promise.all([signInAs(martin), signInAs(torsten)])
    const after = await everything()
    expect(after.pages).toEqual(before.pages)
    expect(after.poam).toBe(before.poam)
    expect(JSON.parse(after.audit)).toMatchObject({ intact: true })
  })

  test('passwords, the app and the codes on paper are the same as before, and so is who may do nothing any more', async () => {
    await signInWith(sabine, codeNow())
    await signInWith(sabine, recoveryCodes[1] ?? '')
    expect(await heading((await at(sabine)).page)).toBe('Guten Tag, Sabine Lenz')
    await signInAs(felix)
    await seesNothing(felix)
  })

  async function wordsOf(email: string, path: string): Promise<string> {
    const page = await on(email, path)
    return `${path}\n${await page.locator('main').innerText()}`
  }
})

/** What happened before: a programme with one step, and the town in it. */
async function enrollTown(): Promise<void> {
  const token = await tokenOf(torsten)
  const say = speaker(house.base, token)
  const known = await say<{ items: { id: string; name: string }[] }>('GET', '/organizations')
  const idOf = (name: string) => known.body.items.find((item) => item.name === name)?.id
  const step = {
    key: 'declaration',
    title: 'Erklärung',
    duty: 'Teilnahme erklären',
    acts: 'organization',
    byDeed: true,
  }
  const programme = await say<{ id: string }>('POST', '/programmes', {
    name: 'Sicher im Rathaus',
    contractorId: idOf('Prüfhaus GmbH'),
    declarationText: 'Wir nehmen teil, und die Prüfhaus GmbH darf prüfen.',
    phases: [{ key: 'entry', title: 'Anmeldung', steps: [step] }],
  })
  expect(programme.status).toBe(201)
  const town = { programmeId: programme.body.id, organizationId: idOf('Lindental') }
  expect((await say('POST', '/enrollments', town)).status).toBe(201)
}

/** A key made in the browser: what the operator makes bears the time of the machine, not that of the journey. */
async function tokenOf(email: string): Promise<string> {
  const page = await on(email, '/mein-zugang/schluessel')
  await page.getByLabel('Wofür').fill('Programm einrichten')
  await page.getByRole('radio', { name: 'lesen und ändern' }).check()
  await page.getByLabel('Ihr Passwort').fill(password)
  await page.getByRole('button', { name: 'Schlüssel erstellen' }).click()
  return page.locator('main code').innerText()
}

async function signInWith(email: string, code: string): Promise<void> {
  const person = await at(email)
  await person.context.clearCookies()
  await sendPassword(person, house.base, { email, password })
  await person.page.getByRole('heading', { level: 1, name: 'Code aus Ihrer App' }).waitFor()
  await person.page.getByLabel('Code', { exact: true }).fill(code)
  await person.page.getByRole('button', { name: 'Anmelden' }).click()
  await person.page.waitForURL(`${house.base}/`)
}

async function seesNothing(email: string): Promise<void> {
  const { page } = await at(email)
  for (const path of ['', '/fragen', '/offene-punkte.json'])
    expect([path, (await page.goto(check + path))?.status()]).toEqual([path, 404])
}

async function poamOf(email: string): Promise<string> {
  const page = await on(email, check)
  const link = page.getByRole('link', { name: /Offene Punkte/ })
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
  return readFileSync(await download.path(), 'utf8')
}
