import type { Temporal } from 'temporal-polyfill'
import type { Db } from '#platform/db/database.ts'
import { loadContent } from './load-content.ts'
import type { Proof } from './proof.ts'
import type { ProofContent } from './proof-paper.ts'
import { findProof, findProofOf, nameOfActor } from './queries.ts'

export interface Printable {
  proof: Proof
  content: ProofContent
  /** Whoever asks. */
  by: string
}

/** Everything that is printed, for one reading in one snapshot. Undefined where the proof is not visible. */
export async function readPrintable(
  db: Db,
  now: Temporal.Instant,
  { proofId, programmeId }: { proofId?: string | undefined; programmeId?: string | undefined },
): Promise<Printable | undefined> {
  const proof = await (proofId === undefined ? findProofOf(db, programmeId ?? '') : findProof(db, proofId))
  const drawn = proof && (await loadContent(db, { programmeId: proof.programmeId }))
  if (!proof || !drawn) return undefined
  return { proof, content: { ...drawn, narrative: proof.narrative.text, asOf: now }, by: await nameOfActor(db) }
}
