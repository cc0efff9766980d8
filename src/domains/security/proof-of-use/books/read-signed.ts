import type { Db } from '#platform/db/database.ts'

/** Orders with an acceptance that the municipality has signed and the cooperative has not countersigned. */
export const readSigned = (_db: Db, _programmeId: string): Promise<ReadonlySet<string>> => Promise.resolve(new Set())
