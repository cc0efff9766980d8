import { listAcceptances } from '#domains/security/deliveries/index.ts'
import type { Db } from '#platform/db/database.ts'

/** Orders with an acceptance that the municipality has signed and the cooperative has not countersigned. */
export async function readSigned(db: Db, programmeId: string): Promise<ReadonlySet<string>> {
  const all = await listAcceptances(db, { programmeId })
  return new Set(all.filter(({ state }) => state === 'signed').map(({ orderId }) => orderId))
}
