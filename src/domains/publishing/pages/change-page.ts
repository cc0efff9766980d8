import { record } from '#foundation/audit/index.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import type { PlainPage } from './plain-page.ts'

/** Somebody else saved in between: nothing was changed. */
export interface Overtaken {
  overtaken: true
}

/** Words a page anew; the versions before it are kept. `version` is the one that was read, 0 for ours. */
export async function changePage(
  ctx: Context,
  page: PlainPage,
  { text, version }: { text: string; version: number },
): Promise<true | Overtaken> {
  const { db, now, actor } = ctx
  if (version > 0) {
    const superseded = await db
      .updateTable('publishing.page')
      .set({ superseded_at: now.toString() })
      .where('name', '=', page.name)
      .where('version', '=', version)
      .where('superseded_at', 'is', null)
      .executeTakeFirst()
    if (superseded.numUpdatedRows === 0n) return { overtaken: true }
  }
  const added = await db
    .insertInto('publishing.page')
    .values({
      id: newId(),
      name: page.name,
      version: version + 1,
      text,
      written_at: now.toString(),
      written_by: actor.personId,
    })
    .onConflict((there) => there.doNothing())
    .executeTakeFirst()
  if ((added.numInsertedOrUpdatedRows ?? 0n) === 0n) return { overtaken: true }
  await record(ctx, 'page.changed', {
    organizationId: null,
    subjectId: page.name,
    data: { title: page.title },
    needs: ['editor', 'office', 'administrator'],
  })
  return true
}
