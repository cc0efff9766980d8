import { type Refusal, refuse } from '#kernel/outcome.ts'
import type { Db } from '#platform/db/database.ts'

interface Places {
  contractorId?: string | null | undefined
  observerIds?: readonly string[] | undefined
}

/** Contractor and observers that are none; undefined where all are organizations. */
export async function unknownPlaces(db: Db, { contractorId, observerIds = [] }: Places): Promise<Refusal | undefined> {
  const ids = [...new Set([contractorId, ...observerIds].filter((id) => typeof id === 'string'))]
  if (ids.length === 0) return undefined
  const rows = await db.selectFrom('organizations.organization').select(['id', 'kind']).where('id', 'in', ids).execute()
  const kinds = new Map(rows.map(({ id, kind }) => [id, kind]))
  if (contractorId && kinds.get(contractorId) !== 'contractor')
    return no('contractorId', 'Diese Organisation ist kein Auftragnehmer.')
  return observerIds.some((id) => !kinds.has(id))
    ? no('observerIds', 'Eine dieser Organisationen gibt es nicht.')
    : undefined
}

const no = (path: string, message: string): Refusal =>
  refuse('Das Programm ist noch nicht gespeichert. Bitte ändern Sie eine Angabe.', [{ path, message }])
