// By keyboard alone: from the sign-in to a duty, the duty is done, and back on the start page it is gone.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoPassword, elbaue } from '../harness/house.ts'
import { open, type Person, scrollsSideways, setStage, type Stage, tabTo, tabUntil, violations } from './chromium.ts'

let stage: Stage
let person: Person
let page: Page

beforeAll(async () => {
  stage = await setStage()
  person = await open(stage.browser)
  ;({ page } = person)
})

afterAll(async () => stage.strike())

async function typeInto(name: string, text: string): Promise<void> {
  await tabUntil(page, `[name="${name}"]`)
  await page.keyboard.type(text)
}

async function enter(words: string): Promise<void> {
  await tabTo(page, words)
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
}

const heading = (): Promise<string> => page.getByRole('heading', { level: 1 }).innerText()
const duty = 'Maßnahme entscheiden: Workshop Notfallvorsorge'

test('the start page shows the duty, and Enter leads to its one step', async () => {
  await page.goto(`${stage.base}/anmeldung`)
  await typeInto('email', elbaue)
  await typeInto('password', demoPassword)
  await enter('Anmelden')
  expect(await heading()).toBe('Guten Tag, Jonas Timm')
  expect(await violations(page)).toEqual([])
  await enter(duty)
  expect(await heading()).toBe('Workshop Notfallvorsorge')
})

test('it is done there, and back on the start page another one stands in its place', async () => {
  await enter('Beschließen')
  await enter('Start')
  expect(await heading()).toBe('Guten Tag, Jonas Timm')
  expect(await page.getByRole('link', { name: duty }).count()).toBe(0)
  expect(
    await page.getByRole('link', { name: 'Maßnahme erledigen: Workshop Notfallvorsorge', exact: true }).count(),
  ).toBe(1)
})

test('the list of duties is reached from the bar of every page, and both fit a phone', async () => {
  await enter('Aufgaben')
  expect(await heading()).toBe('Aufgaben')
  for (const width of [1280, 390, 320]) {
    await page.setViewportSize({ width, height: 800 })
    for (const path of ['/', '/aufgaben']) {
      await page.goto(stage.base + path)
      expect([path, width, await violations(page), await scrollsSideways(page)]).toEqual([path, width, [], false])
    }
  }
  expect(person.complaints).toEqual([])
})
