// Pages about consents: what is asked, giving, refused, taking back.
import type { Page } from 'playwright-core'
import { everything, hvb, isb } from '../harness/house.ts'
import { follow, inTurn, send, type Visit } from './visit.ts'

const purpose = /Mit Namen im Landesbild/
const unfold = async (page: Page): Promise<void> =>
  page.locator('summary', { hasText: 'Einwilligung widerrufen' }).click()

export const consentVisits: Visit[] = [
  { name: 'what a municipality is asked', email: everything, path: '/einwilligungen', heading: /Einwilligungen/ },
  {
    name: 'a consent that is not given, for the head',
    email: hvb,
    path: '/einwilligungen',
    after: follow(purpose),
    heading: purpose,
  },
  {
    name: 'a consent without the tick',
    email: hvb,
    path: '/einwilligungen',
    after: inTurn(follow(purpose), send('Einwilligung geben')),
    heading: purpose,
  },
  {
    name: 'a consent, for others than the head',
    email: isb,
    path: '/einwilligungen',
    after: follow(purpose),
    heading: purpose,
  },
  {
    name: 'a consent that holds, with the way to take it back',
    email: 'isb@auental.example',
    path: '/einwilligungen',
    after: inTurn(follow(purpose), unfold),
    heading: purpose,
  },
]
