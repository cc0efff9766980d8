// Own small catalogs, and checks on them.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ApiClient } from '../harness/clients.ts'
import { manager, type TestHouse } from '../harness/house.ts'

const fixture = (name: string): string => readFileSync(join(import.meta.dirname, '../fixtures/oscal', name), 'utf8')

/**
 * Four requirements: AKT.0 (mandatory), AKT.1.1 (effort 2 to 3), AKT.1.1.1 (quick win), TEL.1 (not rated), in the lists AKT and TEL.
 * Another title makes it another catalog.
 */
export const smallCatalog = (title = 'Kleiner Katalog der Amtsstube'): string =>
  fixture('small-catalog-1.1.3.json').replace('Kleiner Katalog der Amtsstube', title)

/** Answered in levels 0 to 5, not with yes and no. */
export const levelCatalog = (): string => fixture('flat-catalog-1.2.1.json')

/** Relations of requirements of the Startcheck to the small catalog: one is there, one renumbered, one number used again, one target gone. */
export const mappingFile = (title = 'Grundschutz zur Amtsstube'): string =>
  fixture('mapping-collection-1.2.1.json').replace('Grundschutz zur Amtsstube', title)

export interface AssessmentJson {
  id: string
  organizationId: string
  catalogId: string
  state: string
  progress: { answered: number; total: number }
  score: { percent: number | null }
  groups: { key: string; title: string; answered: number; total: number; percent: number | null }[]
}

export interface AnswerJson {
  answer: string
  note: string
  version: number
  answeredBy: { id: string; name: string | null }
  answeredAt: string
}

export async function importCatalog(house: TestHouse, content: string): Promise<string> {
  const client = await house.as(manager)
  const { status, body, text } = await client.post<{ id: string }>('/catalogs', content)
  if (status !== 201) throw new Error(text)
  return body.id
}

export async function ownOrganization(client: ApiClient): Promise<string> {
  const { body } = await client.get<{ actingFor: { id: string } }>('/me')
  return body.actingFor.id
}

/** A check of the person's own organization on a small catalog of this title. */
export async function startCheck(house: TestHouse, email: string, title?: string): Promise<AssessmentJson> {
  const catalogId = await importCatalog(house, smallCatalog(title))
  const client = await house.as(email)
  const organizationId = await ownOrganization(client)
  const { status, body, text } = await client.post<AssessmentJson>('/assessments', { organizationId, catalogId })
  if (status !== 201) throw new Error(text)
  return body
}

/** The check of the demo story on the Startcheck, as this person sees it. */
export async function storyCheck(client: ApiClient): Promise<AssessmentJson> {
  const organizationId = await ownOrganization(client)
  const { body } = await client.get<{ items: AssessmentJson[] }>('/assessments?limit=200')
  const found = body.items.findLast((item) => item.organizationId === organizationId)
  if (!found) throw new Error('no check in the demo story')
  return found
}
