import { record } from '#foundation/audit/index.ts'
import type { Context } from '#platform/http/context.ts'
import type { StoredFile } from './file.ts'

/** The row is gone at once and its room free; the content follows when nobody else has it. False when somebody else was faster. */
export async function removeFile(ctx: Context, file: StoredFile): Promise<boolean> {
  const gone = await ctx.db.deleteFrom('files.file').where('id', '=', file.id).executeTakeFirst()
  if (!gone.numDeletedRows) return false
  await record(ctx, 'file.removed', {
    organizationId: file.organizationId,
    subjectId: file.id,
    data: { ownerType: file.ownerType, ownerId: file.ownerId },
  })
  return true
}
