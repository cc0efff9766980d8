// Roads, documents and reports of the demo for tests of participation.
import type { TestHouse } from '../harness/house.ts'

export interface Doc {
  id: string
  key: string | null
  title: string
  state: string
  version: number
  files: { id: string; fileId: string; number: number }[] | null
  findings: { id: string; severity: string; withdrawnAt: string | null }[] | null
}
export interface Rep {
  id: string
  number: number
  state: string
  content: { fileName: string } | null
  comments: { id: string; text: string; settledAt: string | null; answersId: string | null }[]
}
export interface Check {
  id: string
  version: number
  seen: string
  number: number
}
export interface Items<T> {
  items: T[]
}
export interface Road {
  id: string
  organizationId: string
  steps: { step: string; state: string; waitingFor: string | null }[]
}

const pdf = '%PDF-1.7\nProbe'
/** A multipart body with a small file. */
export const upload = (fields: Record<string, string>, content = pdf, name = 'probe.pdf'): FormData => {
  const form = new FormData()
  for (const [field, value] of Object.entries(fields)) form.set(field, value)
  form.set('file', new Blob([content]), name)
  return form
}

/** The road through SicherKOMMUNAL of the organization somebody acts for. */
export async function roadOf(house: TestHouse, email: string): Promise<Road> {
  const one = await house.as(email)
  const programmes = (await one.get<Items<{ id: string; key: string }>>('/programmes')).body.items
  const security = programmes.find(({ key }) => key === 'sicherkommunal')?.id ?? ''
  const me = (await one.get<{ actingFor: { id: string } }>('/me')).body.actingFor.id
  const roads = (await one.get<Items<Road>>(`/enrollments?programmeId=${security}&organizationId=${me}`)).body.items
  const [road] = roads
  if (!road) throw new Error('no road')
  return road
}

export const documents = async (house: TestHouse, email: string, road: string) =>
  (await (await house.as(email)).get<Items<Doc>>(`/documents?enrollmentId=${road}`)).body.items
