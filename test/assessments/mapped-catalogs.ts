// Small catalogs that relate to each other, and the mapping collections between them.
import { randomUUID } from 'node:crypto'
import type { Relationship } from '#foundation/catalogs/index.ts'
import { asOwner } from '../access/as-owner.ts'
import type { TestHouse } from '../harness/house.ts'
import { type AssessmentJson, importCatalog, ownOrganization } from '../http/checks.ts'

interface Wanted {
  id: string
  title?: string
  /** Outermost group; "Liste" where none is named. */
  group?: string
  /** Requirements of IT-Grundschutz 2023 that it names. */
  requirements?: string[]
}

/** A catalog of these questions, without identities of their own. */
export function catalogOf(title: string, controls: readonly Wanted[], { levels = false } = {}): string {
  const groups = Map.groupBy(controls, ({ group = 'Liste' }) => group)
  return JSON.stringify({
    catalog: {
      uuid: randomUUID(),
      metadata: {
        title,
        'last-modified': '2026-03-01T08:00:00+01:00',
        version: '1.0',
        'oscal-version': '1.1.3',
        ...(levels && {
          props: [{ name: 'answer-scale', ns: 'https://lotsenwerk.example/ns/oscal', value: 'level0to5WithTarget' }],
        }),
      },
      groups: [...groups].map(([group, inside], at) => ({
        id: `G${at + 1}`,
        title: group,
        controls: inside.map(({ id, title: name = `Anforderung ${id}`, requirements = [] }) => ({
          id,
          title: name,
          parts: [{ id: `${id}_stm`, name: 'statement', prose: `${name} ist erfüllt.` }],
          ...(requirements.length > 0 && {
            links: requirements.map((requirement) => ({
              href: `urn:bsi:it-grundschutz:2023:${requirement}`,
              rel: 'requirement',
            })),
          }),
        })),
      })),
    },
  })
}

/** A check of the person's own organization on a catalog of these questions. */
export async function checkOn(house: TestHouse, email: string, catalog: string): Promise<AssessmentJson> {
  const catalogId = await importCatalog(house, catalog)
  const client = await house.as(email)
  const organizationId = await ownOrganization(client)
  const { status, body, text } = await client.post<AssessmentJson>('/assessments', { organizationId, catalogId })
  if (status !== 201) throw new Error(text)
  return body
}

type Map = [source: string, relationship: Relationship, target: string, isDefault?: 'default']

/** A mapping collection as it stands once imported; its id. */
export async function mappingOf(house: TestHouse, title: string, maps: readonly Map[]): Promise<string> {
  const id = randomUUID()
  await asOwner(house, async (db) => {
    await db
      .insertInto('catalogs.mapping_collection')
      .values({
        id,
        sha256: id.replaceAll('-', '').repeat(2),
        title,
        version: '1.0',
        oscal_version: '1.2.1',
        status: 'draft',
        method: 'human',
        source_titles: [],
        target_titles: [],
        map_count: maps.length,
        warnings: [],
        sort_key: title,
        imported_at: house.clock.now().toString(),
        imported_by: null,
      })
      .execute()
    await db
      .insertInto('catalogs.mapping')
      .values(
        maps.map(([source, relationship, target, isDefault], at) => ({
          collection_id: id,
          position: at + 1,
          relationship,
          source_id: source,
          source_key: null,
          requirement_id: source.replace(/-UA\.\d+$/, ''),
          target_id: target,
          target_key: null,
          is_default: isDefault === 'default',
          remarks: null,
        })),
      )
      .execute()
  })
  return id
}
