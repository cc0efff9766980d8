import { sql } from 'kysely'
import { type Outcome, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import type { FileOwner, PreparedFile } from './file.ts'

/** Makes a prepared content a file of a noun and returns its id. Refuses when the organization has no room for it. */
export async function storeFile(ctx: Context, owner: FileOwner, prepared: PreparedFile): Promise<Outcome<string>> {
  const { rows } = await sql<{ infected: boolean }>`select files.is_infected(${prepared.sha256}) as infected`.execute(
    ctx.db,
  )
  if (rows[0]?.infected)
    return refuse('In dieser Datei wurde schon einmal Schadsoftware gefunden. Sie ist nicht gespeichert.', [
      { path: 'file', message: 'Schadsoftware' },
    ])
  const id = newId()
  try {
    await insert(ctx, id, owner, prepared)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === noRoom)
      return refuse(
        'Die Datei ist nicht gespeichert: Der Speicherplatz Ihrer Organisation ist voll. Bitte entfernen Sie Dateien, die Sie nicht mehr brauchen, oder fragen Sie die Geschäftsstelle nach mehr Platz.',
        [{ path: 'file', message: 'Dafür ist kein Platz mehr.' }],
      )
    throw error
  }
  await record(ctx, 'file.stored', {
    organizationId: owner.organizationId,
    subjectId: id,
    data: { ownerType: owner.type, ownerId: owner.id },
  })
  return id
}

/** Raised by the row itself (0018-files.sql). */
const noRoom = 'LW001'

const insert = ({ db, actor, now }: Context, id: string, owner: FileOwner, prepared: PreparedFile) =>
  db
    .insertInto('files.file')
    .values({
      id,
      organization_id: owner.organizationId,
      owner_type: owner.type,
      owner_id: owner.id,
      name: prepared.name,
      media_type: prepared.mediaType,
      size: prepared.size,
      sha256: prepared.sha256,
      scan: prepared.scan,
      scanned_at: prepared.scan === 'clean' ? now.toString() : null,
      uploaded_by: actor.personId,
      uploaded_at: now.toString(),
    })
    .execute()
