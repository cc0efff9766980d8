import { expect } from 'vitest'
import { assessor, elbaue, everything, hvb, isb, itStaff, manager, observer, test } from '../harness/house.ts'

test('look', async ({ house }) => {
  for (const email of [
    isb,
    hvb,
    itStaff,
    everything,
    assessor,
    manager,
    observer,
    elbaue,
    'lotse@verbund.example',
    'admin@verbund.example',
    'amt@musterstadt.example',
  ]) {
    const { body } = await (await house.as(email)).get('/tasks')
    console.log(email, JSON.stringify(body, null, 1))
    const page = await (await house.signedIn(email)).get('/')
    console.log(page.status, page.text.slice(0, 1500))
  }
})
