// Measures over the API, as the tests of this folder need them.
import type { ApiClient } from '../harness/clients.ts'

export interface MeasureJson {
  id: string
  organizationId: string
  title: string
  kind: string
  costCents: number | null
  state: string
  dueOn: string | null
  checkOn: string | null
  version: number
  programmeId: string | null
  description: string | null
  effortDays: number | null
  ownerId: string | null
  sources: { type: string; id: string; label: string }[] | null
}

export interface MoveJson {
  number: number
  from: string | null
  to: string
  reason: string
  by: { name: string | null }
}

export const add = async (client: ApiClient, wish: Record<string, unknown> = {}): Promise<MeasureJson> => {
  const { status, body } = await client.post<MeasureJson>('/measures', { title: 'Probe', kind: 'ownWork', ...wish })
  if (status !== 201) throw new Error(`${status}: ${JSON.stringify(body)}`)
  return body
}

export const history = async (client: ApiClient, id: string): Promise<MoveJson[]> =>
  (await client.get<{ items: MoveJson[] }>(`/measures/${id}/history`)).body.items
