// A check of Musterstadt of one's own, with the people who review and sign it.
import type { ApiClient } from '../harness/clients.ts'
import { assessor, demoPassword, hvb, isb, itStaff, type TestHouse } from '../harness/house.ts'
import { type AssessmentJson, startCheck } from '../http/checks.ts'

export interface Cast {
  id: string
  /** `/assessments/{id}` */
  path: string
  /** `/pruefungen/{id}` */
  page: string
  jana: ApiClient
  martin: ApiClient
  tobias: ApiClient
  arne: ApiClient
}

/** AKT.1.1 is answered with yes, AKT.1.1.1 with no; AKT.0 and TEL.1 are open. */
export async function castOf(house: TestHouse, title: string): Promise<Cast> {
  const { id } = await startCheck(house, isb, title)
  const [jana, martin, tobias, arne] = [
    await house.as(isb),
    await house.as(hvb),
    await house.as(itStaff),
    await house.as(assessor),
  ]
  const cast = { id, path: `/assessments/${id}`, page: `/pruefungen/${id}`, jana, martin, tobias, arne }
  for (const [control, answer] of [
    ['AKT.1.1', 'yes'],
    ['AKT.1.1.1', 'no'],
  ] as const)
    if ((await jana.put(`${cast.path}/answers/${control}`, { answer, note: `Zu ${control}` })).status !== 200)
      throw new Error(`no answer to ${control}`)
  return cast
}

export const stateOf = async ({ jana, path }: Cast): Promise<string> =>
  (await jana.get<AssessmentJson>(path)).body.state

export const password = demoPassword

interface Signed {
  state: string
  signOff: { id: string; side: string; role: string; shown: string; shownSha256: string; signedAt: string }
  text: string
  sha256: string
  title: string
  errors: { path: string }[]
}

export const signAs = (client: ApiClient, { path }: Cast, side: 'organization' | 'assessor', more: object = {}) =>
  client.post<Signed>(`${path}/sign-offs`, { side, password, ...more })

/** Signed by both sides. */
export async function signedOff(house: TestHouse, title: string): Promise<Cast> {
  const cast = await castOf(house, title)
  const first = await signAs(cast.jana, cast, 'organization')
  const second = await signAs(cast.arne, cast, 'assessor')
  if (first.status !== 201 || second.status !== 201) throw new Error(first.text + second.text)
  return cast
}

/** What somebody was told, the newest first. */
export async function newsOf({ services }: TestHouse, client: ApiClient): Promise<{ title: string; url: string }[]> {
  await services.worker.runDue()
  return (await client.get<{ items: { title: string; url: string }[] }>('/notifications?limit=50')).body.items
}

/** The sentences of it, in any order: several workers tell them. */
export const toldTo = async (house: TestHouse, client: ApiClient): Promise<string> =>
  (await newsOf(house, client)).map(({ title }) => title).join('\n')
