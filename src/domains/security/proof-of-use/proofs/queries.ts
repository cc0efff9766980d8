import { type RawBuilder, sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { isId } from '#kernel/id.ts'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import type { Db } from '#platform/db/database.ts'
import { decodeCursor, listPage } from '#platform/http/cursor.ts'
import type { Narrative, Proof, ProofVersion } from './proof.ts'

/** As the database gives it: instants inside of JSON are texts. */
interface Row extends Omit<Proof, 'narrative' | 'versions'> {
  narrative: Omit<Narrative, 'savedAt'> & { savedAt: string }
  versions: (Omit<ProofVersion, 'asOf' | 'frozenAt'> & { asOf: string; frozenAt: string })[]
}

const read = async (db: Db, where: RawBuilder<unknown>, limit: number): Promise<Proof[]> => {
  const { rows } = await sql<Row>`
    select f.id, f.organization_id as "organizationId", f.programme_id as "programmeId", p.key as "programmeKey", p.name as "programmeName",
           p.deadline_on::text as "deadline", t.due_months as "dueMonths", t.keep_years as "keepYears", t.version as "termsVersion",
           f.begun_at as "begunAt",
           (select jsonb_build_object('id', n.id, 'number', n.number, 'origin', n.origin, 'text', n.text, 'savedBy', w.name, 'savedAt', n.saved_at)
              from proofs.narrative n left join identity.person w on w.id = n.saved_by where n.proof_id = f.id order by n.number desc limit 1) as narrative,
           coalesce((select jsonb_agg(jsonb_build_object('id', v.id, 'number', v.number, 'kind', v.kind, 'reason', v.reason,
                       'narrativeNumber', n.number, 'asOf', v.as_of, 'entries', v.entries, 'releasedCents', v.released_cents,
                       'settledCents', v.settled_cents, 'vouchers', v.vouchers, 'pdfFileId', v.pdf_file_id, 'pdfSha256', v.pdf_sha256,
                       'sheetFileId', v.sheet_file_id, 'sheetSha256', v.sheet_sha256, 'frozenBy', w.name, 'frozenAt', v.frozen_at)
                       order by v.number desc)
                      from proofs.proof_version v join proofs.narrative n on n.id = v.narrative_id
                      left join identity.person w on w.id = v.frozen_by where v.proof_id = f.id), '[]') as versions
      from proofs.proof f join programmes.programme p on p.id = f.programme_id join proofs.terms t on t.programme_id = f.programme_id
     where ${where} order by f.id limit ${limit}`.execute(db)
  return rows.map(({ narrative, versions, ...row }) => ({
    ...row,
    narrative: { ...narrative, savedAt: Temporal.Instant.from(narrative.savedAt) },
    versions: versions.map((version) => ({
      ...version,
      asOf: Temporal.Instant.from(version.asOf),
      frozenAt: Temporal.Instant.from(version.frozenAt),
    })),
  }))
}

/** Undefined when it is not there or not visible: for those who lead the programme. */
export const findProof = async (db: Db, id: string): Promise<Proof | undefined> =>
  isId(id) ? (await read(db, sql`f.id = ${id}::uuid`, 1))[0] : undefined

export const findProofOf = async (db: Db, programmeId: string): Promise<Proof | undefined> =>
  isId(programmeId) ? (await read(db, sql`f.programme_id = ${programmeId}::uuid`, 1))[0] : undefined

/** Those the actor sees, in order of their beginning. */
export async function listProofs(
  db: Db,
  { programmeId, limit, cursor }: { programmeId?: string | undefined; limit: number; cursor?: string | undefined },
): Promise<Outcome<{ items: Proof[]; next: string | null }>> {
  const after = decodeCursor(cursor, ['id'])
  if (isRefusal(after)) return after
  const where = sql`(${programmeId ?? null}::uuid is null or f.programme_id = ${programmeId ?? null}::uuid)
    and (${after?.[0] ?? null}::uuid is null or f.id > ${after?.[0] ?? null}::uuid)`
  return listPage(await read(db, where, limit + 1), limit, ({ id }) => [id])
}

/** Every text that was saved, the newest first. */
export async function listNarratives(
  db: Db,
  proofId: string,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Outcome<{ items: Narrative[]; next: string | null }>> {
  const after = decodeCursor(cursor, ['integer'])
  if (isRefusal(after)) return after
  let query = db
    .selectFrom('proofs.narrative as n')
    .leftJoin('identity.person as w', 'w.id', 'n.saved_by')
    .select(['n.id', 'n.number', 'n.origin', 'n.text', 'w.name as savedBy', 'n.saved_at as savedAt'])
    .where('n.proof_id', '=', proofId)
    .orderBy('n.number', 'desc')
    .limit(limit + 1)
  if (after) query = query.where('n.number', '<', Number(after[0]))
  return listPage((await query.execute()) as Narrative[], limit, ({ number }) => [number])
}

/** Whose name stands on what is frozen. */
export async function nameOfActor(db: Db): Promise<string> {
  const { rows } = await sql<{
    name: string
  }>`select p.name from identity.person p where p.id = (select access.person())`.execute(db)
  return rows[0]?.name ?? ''
}
