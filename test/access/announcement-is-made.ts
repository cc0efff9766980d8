// A new version of a catalog is announced, so that the table of announcements has a row.
import { expect } from 'vitest'
import { importCatalog, smallCatalog } from '../http/checks.ts'
import { manager, type TestHouse } from '../harness/house.ts'

export async function announcementIsMade(house: TestHouse): Promise<void> {
  const wish = {
    fromCatalogId: await importCatalog(house, smallCatalog('Bisherige Amtsstube')),
    toCatalogId: await importCatalog(house, smallCatalog('Neue Amtsstube')),
  }
  expect((await (await house.as(manager)).post('/migration-announcements', wish)).status).toBe(201)
}
