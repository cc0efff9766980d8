// Parameters that nobody types, on every route that is read.
import { expect } from 'vitest'
import { isb, test, type TestHouse } from '../harness/house.ts'
import { rules } from './rules.ts'
import { worldOf } from './tour.ts'
import { Visitor } from './visitor.ts'

const hostile = [
  '%00',
  'not-a-uuid',
  Buffer.from(JSON.stringify(['x', 'not-a-uuid'])).toString('base64url'),
  Buffer.from('["\\u0000"]').toString('base64url'),
]
const parameters =
  'ab cursor limit suche search art kind liste auswahl frage weiter q type bereich ansicht quelle from until scope unread source seite'.split(
    ' ',
  )

/** All parameters at once; one by one only where a single one could be hidden by another's refusal and the answer is no file, which takes long. */
const hostileQueries = ({ kind }: TestHouse, path: string): string[] => {
  const together = hostile.map((value) => parameters.map((name) => `${name}=${value}`).join('&'))
  const isFile = /\.[a-z]+$/.test(path)
  const single = kind === 'postgres' && !isFile
  return single ? [...together, ...parameters.flatMap((name) => hostile.map((value) => `${name}=${value}`))] : together
}

test('no page and no operation breaks on a hostile query', async ({ house }) => {
  const { towns, catalog } = await worldOf(house)
  const jana = await Visitor.enter(house, isb)
  const broken: string[] = []
  for (const [key, { object, control = '' }] of Object.entries(rules).filter(([name]) => name.startsWith('GET '))) {
    const id =
      object === 'catalog' ? catalog : ((object === 'organization' ? towns[0]?.organization : towns[0]?.check) ?? '')
    const path = key.slice('GET '.length).replace(':id', id).replace(':controlId', control)
    for (const query of hostileQueries(house, path))
      if ((await jana.visit('GET', `${path}?${query}`)).status >= 500) broken.push(`${path}?${query}`)
  }
  expect(broken).toEqual([])
}, 900_000)
