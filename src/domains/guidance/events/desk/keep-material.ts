import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { findFile, type PreparedFile, removeFile, storeFile } from '#foundation/files/index.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import { organizers } from '../access.ts'
import type { Event } from '../event/event.ts'
import type { Material } from './material.ts'
import type { MaterialInput } from './schemas.ts'

const most = 50

/** A link, or a file that was prepared; exactly one of both. */
export async function addMaterial(
  ctx: Context,
  event: Event,
  { title, url, forEverybody }: MaterialInput,
  file: PreparedFile | undefined,
): Promise<Outcome<{ id: string }>> {
  const { db, now, actor } = ctx
  const address = url ?? ''
  if (!file && address === '')
    return refuse('Die Unterlage ist noch nicht gespeichert.', [
      { path: 'url', message: 'Bitte eine Datei wählen oder einen Link eintragen.' },
    ])
  if (file && address !== '')
    return refuse('Die Unterlage ist noch nicht gespeichert.', [
      { path: 'url', message: 'Entweder eine Datei oder ein Link, nicht beides.' },
    ])
  const { count } = await db
    .selectFrom('guidance.material')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('event_id', '=', event.id)
    .executeTakeFirstOrThrow()
  if (Number(count) >= most) return refuse(`Mehr als ${most} Unterlagen hat eine Veranstaltung nicht.`)
  const owner = { organizationId: event.organizerId, type: 'eventMaterial', id: event.id }
  const fileId = file ? await storeFile(ctx, owner, file) : null
  if (isRefusal(fileId)) return fileId
  const id = newId()
  await db
    .insertInto('guidance.material')
    .values({
      id,
      event_id: event.id,
      organization_id: event.organizerId,
      title,
      url: file ? null : address,
      file_id: fileId,
      for_everybody: forEverybody,
      added_at: now.toString(),
      added_by: actor.personId,
    })
    .execute()
  await record(ctx, 'event.materialAdded', {
    organizationId: event.organizerId,
    subjectId: event.id,
    data: { title: event.title },
    needs: organizers,
  })
  return { id }
}

/** It goes, and its file with it. */
export async function removeMaterial(ctx: Context, event: Event, { id, fileId }: Material): Promise<void> {
  await ctx.db.deleteFrom('guidance.material').where('id', '=', id).execute()
  const file = fileId === null ? undefined : await findFile(ctx.db, fileId)
  if (file) await removeFile(ctx, file)
  await record(ctx, 'event.materialRemoved', {
    organizationId: event.organizerId,
    subjectId: event.id,
    data: { title: event.title },
    needs: organizers,
  })
}
