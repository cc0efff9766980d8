// Three people settle a check: the security officer, the assessor, the chief executive. Two answers are disputed, one of them is settled,
// both sides sign, the check is frozen, and both open it again.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { assessor, demoPassword, hvb, isb } from '../harness/house.ts'
import { open, type Person, scrollsSideways, setStage, signIn, type Stage, violations } from './chromium.ts'

let stage: Stage
let check = ''
beforeAll(async () => {
  stage = await setStage()
  const { page } = await as(isb)
  await page.goto(`${stage.base}/pruefungen`)
  await page.getByRole('link', { name: 'Lotsenwerk-Startcheck' }).click()
  check = page.url()
})
afterAll(() => stage.strike())

const as = async (email: string, options = {}): Promise<Person> => {
  const person = await open(stage.browser, options)
  await signIn(person, stage.base, email)
  return person
}

const sign = async ({ page }: Person, button: string): Promise<void> => {
  await page.getByLabel(/^Ihr Passwort/).fill(demoPassword)
  await page.getByRole('button', { name: button }).click()
}

describe('the journey of review and sign-off', () => {
  test('the assessor confirms with one click without a script, and disputes two answers', async () => {
    const { page } = await as(assessor, { javaScriptEnabled: false })
    await page.goto(`${check}/fragen?liste=lw-start-geraete`)
    const question = page.locator('li').filter({ hasText: 'Läuft auf jedem Rechner und Server ein Virenschutz' })
    await question.getByRole('button', { name: 'Bestätigen' }).click()
    await page.waitForURL(/#frage-lw-start-13$/)
    expect(await question.innerText()).toContain('bestätigt')
    for (const [control, words] of [
      ['lw-start-15', 'Im Bürgerbüro blieb der Bildschirm offen.'],
      ['lw-start-02', 'Die Liste endet vor drei Wochen.'],
    ]) {
      await page.goto(`${check}/fragen/${control}`)
      await page.getByText('Strittig', { exact: true }).click()
      await page.getByLabel(/^Begründung/).fill(words ?? '')
      await page.getByRole('button', { name: 'Urteil speichern' }).click()
      await page.getByText('Ein Einwand bleibt stehen').waitFor()
    }
  })

  test('the security officer sees both, answers one and changes it; the assessor settles it', async () => {
    const { page, complaints } = await as(isb)
    await page.goto(`${check}/fragen?auswahl=strittig`)
    expect(await page.getByText('strittig', { exact: true }).count()).toBe(2)
    await page.goto(`${check}/fragen/lw-start-15`)
    await page.getByText('Nein', { exact: true }).click()
    await page.getByText(/^Gespeichert .*, Sie$/).waitFor()
    await page.getByLabel('Dem Prüfhaus antworten').fill('Stimmt. Im Bürgerbüro sind es jetzt 3 Minuten.')
    await page.getByRole('button', { name: 'Beitrag abschicken' }).click()
    await page.getByRole('status').filter({ hasText: 'Ihr Beitrag ist abgeschickt' }).waitFor()
    expect(await violations(page)).toEqual([])
    expect(complaints).toEqual([])
    const arne = await as(assessor)
    await arne.page.goto(`${check}/fragen?auswahl=strittig`)
    const settled = arne.page.locator('li').filter({ hasText: 'seit dem Einwand geändert' })
    await settled.getByRole('button', { name: 'Bestätigen' }).click()
    await arne.page.goto(`${check}/fragen?auswahl=strittig`)
    expect(await arne.page.getByText('strittig', { exact: true }).count()).toBe(1)
  })

  test('the chief executive reads what is signed and signs; what the officer types meanwhile stays on her screen', async () => {
    const jana = await as(isb)
    await jana.page.goto(`${check}/fragen/lw-start-09`)
    const martin = await as(hvb)
    await martin.page.goto(`${check}/abnahme`)
    const sheet = await martin.page.locator('main').innerText()
    expect(sheet).toContain('Strittig (1)')
    expect(sheet).toContain('In den letzten zehn Minuten wurde noch gearbeitet')
    expect(await violations(martin.page)).toEqual([])
    await sign(martin, 'Als Verwaltungsleitung unterschreiben')
    await martin.page.getByRole('status').filter({ hasText: 'Unterschrieben' }).waitFor()
    await jana.page.getByText('Ja', { exact: true }).click()
    await jana.page.getByText(/Eine Seite hat die Prüfung schon unterschrieben/).waitFor()
    expect(await jana.page.locator('input[value=yes]').isChecked()).toBe(true)
  })

  test('the assessor signs too, on a phone: the check is frozen, with both signatures on top', async () => {
    const arne = await as(assessor, { viewport: { width: 390, height: 800 } })
    await arne.page.goto(`${check}/abnahme`)
    expect(await scrollsSideways(arne.page)).toBe(false)
    await sign(arne, 'Als Prüfung unterschreiben')
    await arne.page.getByRole('status').filter({ hasText: 'abgenommen' }).waitFor()
    const { page } = await as(isb)
    await page.goto(check)
    const top = page.locator('main')
    expect(await top.innerText()).toMatch(
      /Abgenommen: Die Prüfung bleibt, wie sie ist[\s\S]*Martin Köhler[\s\S]*Felix Arendt/,
    )
    await page.goto(`${check}/fragen/lw-start-09`)
    expect(await page.getByRole('button', { name: 'Antwort speichern' }).count()).toBe(0)
    expect(await violations(page)).toEqual([])
  })

  test('the officer asks to open it again, the assessor agrees, and answers are saved once more', async () => {
    const jana = await as(isb)
    await jana.page.goto(`${check}/abnahme`)
    await jana.page.getByLabel(/^Warum/).fill('Frage 9 ist noch zu beantworten.')
    await jana.page.getByRole('button', { name: 'Um Wiederöffnung bitten' }).click()
    await jana.page.getByText('Darüber entscheidet die andere Seite.').waitFor()
    const arne = await as(assessor)
    await arne.page.goto(`${check}/abnahme`)
    expect(await violations(arne.page)).toEqual([])
    await arne.page.getByRole('button', { name: 'Zustimmen und wieder öffnen' }).click()
    await arne.page.getByRole('status').filter({ hasText: 'wieder offen' }).waitFor()
    await jana.page.goto(`${check}/fragen/lw-start-09`)
    await jana.page.getByText('Ja', { exact: true }).click()
    await jana.page.getByText(/^Gespeichert .*, Sie$/).waitFor()
  })
})
