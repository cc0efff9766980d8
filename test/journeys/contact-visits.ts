// Pages for those who look after a programme, and leaving one.
import type { Page } from 'playwright-core'
import { everything, manager } from '../harness/house.ts'
import { follow, inTurn, send, type Visit } from './visit.ts'

const guide = 'lotse@verbund.example'

/** From the page of a road to what a module keeps for it. */
export const part =
  (name: string) =>
  async (page: Page): Promise<void> => {
    await Promise.all([
      page.waitForEvent('load'),
      page
        .locator('section', { has: page.locator(`#teil-${name}`) })
        .getByRole('link')
        .first()
        .click(),
    ])
  }

const ownRoad = (programme: string, name: string) => inTurn(follow(programme), part(name))
const outreach = inTurn(follow('Digital-Lotsen'), follow('Kommunen ansprechen'))

export const contactVisits: Visit[] = [
  {
    name: 'ending a participation',
    email: everything,
    path: '/teilnahmen',
    after: ownRoad('SicherKOMMUNAL', 'ending'),
    heading: /beenden/,
  },
  {
    name: 'ending a participation without a reason',
    email: everything,
    path: '/teilnahmen',
    after: inTurn(ownRoad('SicherKOMMUNAL', 'ending'), send('Teilnahme beenden')),
    heading: /beenden/,
  },
  {
    name: 'whom a municipality has named',
    email: everything,
    path: '/teilnahmen',
    after: ownRoad('Digital-Lotsen', 'navigator'),
    heading: /Digital-Navigator/,
  },
  {
    name: 'naming nobody',
    email: everything,
    path: '/teilnahmen',
    after: inTurn(ownRoad('Digital-Lotsen', 'navigator'), send('Benennen')),
    heading: /Digital-Navigator/,
  },
  {
    name: 'approaching municipalities',
    email: guide,
    path: '/programme-im-verbund',
    after: outreach,
    heading: /Ansprache/,
  },
  {
    name: 'a campaign, one call unfolded',
    email: guide,
    path: '/programme-im-verbund',
    after: inTurn(outreach, follow('Anrufe bei denen'), async (page) =>
      page.locator('summary', { hasText: 'Auental' }).click(),
    ),
    heading: /Anrufe/,
  },
  {
    name: 'a call that is refused',
    email: guide,
    path: '/programme-im-verbund',
    after: inTurn(outreach, follow('Anrufe bei denen'), async (page) => {
      const call = page.locator('details', { hasText: 'Auental' })
      await call.locator('summary').click()
      await call.getByLabel('Was besprochen wurde').fill('Text')
      await call.getByLabel('Tag', { exact: true }).fill('2099-01-01')
      const sent = call.getByRole('button', { name: 'Kontakt eintragen' })
      await Promise.all([page.waitForEvent('load'), sent.click()])
    }),
    heading: /Anrufe/,
  },
  {
    name: 'the report for whoever pays',
    email: manager,
    path: '/programme-im-verbund',
    after: inTurn(follow('Digital-Lotsen'), follow('Bericht für das Ministerium')),
    heading: /Bericht/,
  },
]
