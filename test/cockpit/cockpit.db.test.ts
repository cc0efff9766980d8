// The cockpit as those who lead or guide see it: pages, counts, and who does not.
import { expect } from 'vitest'
import { isb, manager, test } from '../harness/house.ts'
import { programmeId } from './roads.ts'

const lotse = 'lotse@verbund.example'

test('every page of the cockpit opens for who leads and who guides, and for nobody of a municipality', async ({
  house,
}) => {
  const id = await programmeId(house)
  const paths = ['', '/tabelle.xlsx', '/zahlen', '/anrufen', '/ansichten', '/nachrichten', '/nachricht']
  for (const [email, status] of [
    [manager, 200],
    [lotse, 200],
    [isb, 403],
  ] as const) {
    const person = await house.signedIn(email)
    for (const path of paths) {
      const reply = await person.get(`/programme-im-verbund/${id}/cockpit${path}`)
      expect([email, path, reply.status, reply.status === status ? '' : reply.text.slice(0, 500)]).toEqual([
        email,
        path,
        status,
        '',
      ])
    }
  }
})
