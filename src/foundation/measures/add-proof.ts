import { isRefusal, type Outcome, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { findFile, type PreparedFile, removeFile, storeFile } from '#foundation/files/index.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Db } from '#platform/db/database.ts'
import type { Context } from '#platform/http/context.ts'
import { proofsOf } from './queries.ts'

/** A file, a note, or both. */
export interface GivenProof {
  note?: string | undefined
  file?: PreparedFile | undefined
}

const mostProofs = 50

/** Keeps something that shows a measure was done; the state stays. */
export async function addProof(
  ctx: Context,
  { id: measureId, organizationId, title }: { id: string; organizationId: string; title: string },
  { note = '', file }: GivenProof,
): Promise<Outcome<string>> {
  if (note === '' && !file)
    return refuse('Der Nachweis ist noch nicht gespeichert: Es fehlt eine Datei oder eine Notiz.', [
      { path: 'proof', message: 'Bitte legen Sie eine Datei ab oder schreiben Sie eine Notiz.' },
    ])
  if ((await countProofs(ctx.db, measureId)) >= mostProofs)
    return refuse(
      `Zu „${title}“ liegen schon ${mostProofs} Nachweise; mehr sind nicht möglich. Gespeichert ist nichts.`,
    )
  const id = newId()
  const fileId = file ? await storeFile(ctx, { organizationId, type: 'measureProof', id: measureId }, file) : null
  if (isRefusal(fileId)) return fileId
  await ctx.db
    .insertInto('measures.proof')
    .values({
      id,
      measure_id: measureId,
      organization_id: organizationId,
      file_id: fileId,
      name: file?.name ?? '',
      note,
      added_by: ctx.actor.personId,
      added_at: ctx.now.toString(),
    })
    .execute()
  await record(ctx, 'measure.proofAdded', { organizationId, subjectId: measureId, data: { title } })
  return id
}

/** Whether something lies there that still counts. */
export const hasProof = async (db: Db, measureId: string): Promise<boolean> => (await countProofs(db, measureId)) > 0

async function countProofs(db: Db, measureId: string): Promise<number> {
  const row = await db
    .selectFrom('measures.proof')
    .select(({ fn }) => fn.countAll<number>().as('many'))
    .where('measure_id', '=', measureId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return row?.many ?? 0
}

/** Takes a proof back: its file is gone, that it was there stays. What is proven needs another one first. */
export async function withdrawProof(
  ctx: Context,
  { id: measureId, organizationId, title, state }: { id: string; organizationId: string; title: string; state: string },
  { proofId, reason }: { proofId: string; reason: string },
): Promise<Outcome<true>> {
  const there = (await proofsOf(ctx.db, measureId)).filter(({ withdrawnAt }) => withdrawnAt === null)
  const proof = there.find(({ id }) => id === proofId)
  if (!proof) return refuse('Diesen Nachweis gibt es nicht mehr. Geändert ist nichts.')
  if (state === 'proven' && there.length === 1)
    return refuse(
      `„${title}“ ist nachgewiesen, und das ist der einzige Nachweis. Legen Sie zuerst einen anderen ab, oder setzen Sie den Stand zurück.`,
    )
  const { numUpdatedRows } = await ctx.db
    .updateTable('measures.proof')
    .set({ withdrawn_by: ctx.actor.personId, withdrawn_at: ctx.now.toString(), withdrawal_reason: reason })
    .where('id', '=', proofId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return refuse('Diesen Nachweis gibt es nicht mehr. Geändert ist nichts.')
  const file = proof.fileId === null ? undefined : await findFile(ctx.db, proof.fileId)
  if (file) await removeFile(ctx, file)
  await record(ctx, 'measure.proofWithdrawn', { organizationId, subjectId: measureId, data: { title } })
  return true
}
