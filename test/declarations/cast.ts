// What the tests about the way into a programme have in common.
import { manager, type TestHouse } from '../harness/house.ts'

export const colleague = 'programm2@verbund.example'
export const guide = 'lotse@verbund.example'

interface Listed {
  items: { id: string; key: string; name: string; organizationName: string }[]
}

export async function programmeId(house: TestHouse, key: string): Promise<string> {
  const torsten = await house.as(manager)
  return (await torsten.get<Listed>('/programmes')).body.items.find((one) => one.key === key)?.id ?? ''
}

/** The road of a municipality, as those who lead the programme see it. */
export async function roadId(house: TestHouse, key: string, organizationName: string): Promise<string> {
  const torsten = await house.as(manager)
  const found = await torsten.get<Listed>(`/enrollments?programmeId=${await programmeId(house, key)}&limit=200`)
  return found.body.items.find((one) => one.organizationName === organizationName)?.id ?? ''
}

interface Road {
  steps: { step: string; state: string; waitingFor: string | null; missing: string }[]
}

export async function stepOf(house: TestHouse, road: string, step: string) {
  const torsten = await house.as(manager)
  return (await torsten.get<Road>(`/enrollments/${road}`)).body.steps.find((one) => one.step === step)
}

export interface DeclarationState {
  declaration: { id: string; signedBy: string; way: string; fileId: string | null; textVersion: number } | null
  toSign: { text: string; sha256: string } | null
  missingContacts: string[]
  admission: { decision: string } | null
  isNewerText: boolean
}

export const pdf = new TextEncoder().encode('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')
