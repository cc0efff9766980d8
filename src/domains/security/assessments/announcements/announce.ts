import { sql } from 'kysely'
import { localDay } from '#kernel/local-day.ts'
import { type Outcome, type Refusal, isRefusal, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import {
  type Catalog,
  compareCatalogs,
  type Comparison,
  isRenumbered,
  isToConfirm,
  shortVersion,
} from '#foundation/catalogs/index.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { announcing } from './access.ts'
import { type AnnouncedVersion, type Announcement, type MoveCounts, versionInWords } from './announcement.ts'
import { findHindrance } from './queries.ts'
import type { NewAnnouncement } from './schemas.ts'
import { tellingJob } from './tell-checks.ts'

type Pair = Record<'from' | 'to', Catalog>

export const inShort = ({ id, title, version }: AnnouncedVersion): AnnouncedVersion => ({
  id,
  title,
  version: shortVersion(version),
})

/**
 * Asks everybody with a running check on one version to go on with the other one. Whom that concerns only the worker finds out:
 * the cooperative does not see who has a check.
 */
export async function announceMigration(
  ctx: Context,
  { from, to }: Pair,
  { text, dueOn }: Pick<NewAnnouncement, 'text' | 'dueOn'>,
): Promise<Outcome<string>> {
  // Two who announce at once wait for each other here, so that no circle comes about.
  await sql`select pg_advisory_xact_lock(hashtext('security.migration_announcement'))`.execute(ctx.db)
  const compared = await compareForAnnouncement(ctx, { from, to })
  if (isRefusal(compared)) return compared
  if (dueOn !== null && dueOn < localDay(ctx.now).toString())
    return at('dueOn', 'Dieser Tag ist schon vorbei. Bitte nennen Sie einen, der noch kommt, oder lassen Sie ihn leer.')
  const id = newId()
  await ctx.db
    .insertInto('security.migration_announcement')
    .values({
      id,
      from_catalog_id: from.id,
      to_catalog_id: to.id,
      text,
      due_on: dueOn,
      announced_at: ctx.now.toString(),
      announced_by: ctx.actor.personId,
    })
    .execute()
  await note(ctx, 'migrationAnnouncement.made', id, { from: inShort(from), to: inShort(to) })
  await enqueue(ctx, tellingJob, { announcementId: id })
  return id
}

/** What would change between both; a refusal says why this way cannot be announced. */
export async function compareForAnnouncement(ctx: Context, { from, to }: Pair): Promise<Outcome<Comparison>> {
  if (from.id === to.id) return at('toCatalogId', 'Das ist dieselbe Fassung. Bitte wählen Sie zwei verschiedene.')
  if (from.scale !== to.scale)
    return at('toCatalogId', 'Die eine Fassung fragt nach Ja und Nein, die andere nach Stufen. Antworten passen nicht.')
  const hindrance = await findHindrance(ctx.db, from.id, to.id)
  if (hindrance === 'announced')
    return at('toCatalogId', 'Diese Umstellung ist schon angekündigt. Nehmen Sie jene zurück, wenn sich etwas ändert.')
  if (hindrance === 'circle')
    return at(
      'toCatalogId',
      `Von ${versionInWords(inShort(to))}, führt schon eine Ankündigung zu ${versionInWords(inShort(from))}. Im Kreis geht es nicht: Nehmen Sie zuerst jene zurück.`,
    )
  const compared = await compareCatalogs(ctx.db, from, to)
  return compared.pairs.length > 0
    ? compared
    : at('toCatalogId', 'Beide haben keine Anforderung gemeinsam. Das sind zwei verschiedene Kataloge.')
}

/** From now on it asks nothing of anybody; what was migrated stays so. */
export async function withdrawAnnouncement(ctx: Context, { id, from, to }: Announcement): Promise<Outcome<true>> {
  const done = await ctx.db
    .updateTable('security.migration_announcement')
    .set({ withdrawn_at: ctx.now.toString(), withdrawn_by: ctx.actor.personId })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n) return refuse('Diese Ankündigung ist schon zurückgenommen.')
  await note(ctx, 'migrationAnnouncement.withdrawn', id, { from, to })
  return true
}

const at = (path: string, message: string): Refusal =>
  refuse('Die Umstellung ist noch nicht angekündigt. Bitte ändern Sie eine Angabe.', [{ path, message }])

const note = (
  ctx: Context,
  event: 'migrationAnnouncement.made' | 'migrationAnnouncement.withdrawn',
  id: string,
  { from, to }: Pick<Announcement, 'from' | 'to'>,
) =>
  record(ctx, event, {
    organizationId: null,
    subjectId: id,
    data: { from: versionInWords(from), to: versionInWords(to) },
    needs: announcing,
  })

export function countsOf({ pairs, lost, new: added }: Comparison): MoveCounts {
  const renumbered = pairs.filter(isRenumbered).length
  return {
    same: pairs.length - renumbered,
    renumbered,
    toConfirm: pairs.filter(isToConfirm).length,
    lost: lost.length,
    new: added.length,
  }
}
