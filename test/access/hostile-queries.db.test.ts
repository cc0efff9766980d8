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

const together = hostile.map((value) => parameters.map((name) => `${name}=${value}`).join('&'))
const single = parameters.flatMap((name) => hostile.map((value) => `${name}=${value}`))

/** All parameters at once; one by one only where one could hide behind the refusal of another. */
async function brokenQueries({ kind }: TestHouse, visitor: Visitor, path: string): Promise<string[]> {
  const broken: string[] = []
  const visit = async (query: string): Promise<number> => {
    const { status } = await visitor.visit('GET', `${path}?${query}`)
    if (status >= 500) broken.push(`${path}?${query}`)
    return status
  }
  const plain = await visit('')
  let isRefused = false
  for (const query of together) isRefused = (await visit(query)) !== plain || isRefused
  if (isRefused && kind === 'postgres') for (const query of single) await visit(query)
  return broken
}

test('no page and no operation breaks on a hostile query', async ({ house }) => {
  const { towns, catalog } = await worldOf(house)
  const jana = await Visitor.enter(house, isb)
  const broken: string[] = []
  for (const [key, { object, control = '' }] of Object.entries(rules).filter(([name]) => name.startsWith('GET '))) {
    const id =
      object === 'catalog' ? catalog : ((object === 'organization' ? towns[0]?.organization : towns[0]?.check) ?? '')
    const path = key.slice('GET '.length).replace(':id', id).replace(':controlId', control)
    broken.push(...(await brokenQueries(house, jana, path)))
  }
  expect(broken).toEqual([])
}, 900_000)
