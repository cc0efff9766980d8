// Calls of mapping collections that succeed on the demo story, each with its relations in a catalog.
import { manager, type TestHouse } from '../harness/house.ts'
import { mappingFile } from './checks.ts'
import type { Sample } from './sample-calls.ts'

export async function mappingSamples(house: TestHouse, catalogId: string): Promise<Record<string, Sample>> {
  const client = await house.as(manager)
  const { body } = await client.call<{ id: string }>('POST', '/mapping-collections', mappingFile('Probe'))
  return {
    listMappingCollections: {},
    importMappingCollection: { email: manager, body: mappingFile('Zweite Probe') },
    getMappingCollection: { of: body.id },
    listMappingRelations: { of: body.id, query: `catalogId=${catalogId}&q=con&state=missing&limit=10` },
    listMappingTargets: { of: body.id, query: `catalogId=${catalogId}` },
  }
}
