// Pages about new versions of a catalog: announcing, the list, the own checks concerned.
import type { Page } from 'playwright-core'
import { isb, manager } from '../harness/house.ts'
import { smallCatalog } from '../http/checks.ts'
import { inTurn, press, send, type Visit } from './visit.ts'

const title = 'Amtsstube im Wechsel'
const list = '/kataloge/umstellungen'

const importVersion =
  (version: string) =>
  async (page: Page): Promise<void> => {
    await page.goto(new URL('/kataloge', page.url()).href)
    const buffer = Buffer.from(smallCatalog(title).replace('"version": "1.0"', `"version": "${version}"`))
    await page
      .getByLabel('Katalogdatei')
      .setInputFiles({ name: `${version}.json`, mimeType: 'application/json', buffer })
    await press('Katalog einlesen')(page)
  }

async function begin(page: Page): Promise<void> {
  const field = page.getByLabel('Katalog')
  const option = field.locator('option', { hasText: title }).filter({ hasText: 'Fassung 1.0' })
  await field.selectOption(await option.getAttribute('value'))
  await press('Prüfung beginnen')(page)
}

async function choose(page: Page): Promise<void> {
  await page.goto(new URL(`${list}/neu`, page.url()).href)
  for (const [label, version] of [
    ['Bisherige Fassung', '1.0'],
    ['Neue Fassung', '2.0'],
  ] as const) {
    const field = page.getByLabel(label)
    const option = field.locator('option', { hasText: `${title}, Fassung ${version}` })
    await field.selectOption(await option.getAttribute('value'))
  }
  await press('Ansehen, was sich ändert')(page)
}

export const announcementVisits: Visit[] = [
  { name: 'no announcement yet', email: manager, path: list, heading: /Umstellungen/ },
  { name: 'choosing two versions', email: manager, path: `${list}/neu`, heading: /ankündigen/ },
  { name: 'two versions not chosen', email: manager, path: `${list}/neu`, after: send('Ansehen, was sich ändert') },
  {
    name: 'what an announcement would change',
    email: manager,
    path: '/kataloge',
    after: inTurn(importVersion('1.0'), importVersion('2.0'), choose),
    heading: /ankündigen/,
  },
  {
    name: 'the announcements',
    email: manager,
    path: '/kataloge',
    after: inTurn(choose, press('Umstellung ankündigen')),
    heading: /Umstellungen/,
  },
  { name: 'nothing to migrate', email: isb, path: '/pruefungen/umstellung', heading: /überführen/ },
  { name: 'a check with a new version', email: isb, path: '/pruefungen/neu', after: begin, heading: /Amtsstube/ },
  { name: 'the checks, one of them to migrate', email: isb, path: '/pruefungen', heading: /Prüfungen/ },
  { name: 'all checks to migrate', email: isb, path: '/pruefungen/umstellung', heading: /überführen/ },
]
