import type { Temporal } from 'temporal-polyfill'
import { type Outcome, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import { type News, type NewsContent, slugOf } from './news.ts'

/** Somebody else saved in between: nothing was changed. */
export interface Overtaken {
  overtaken: true
}

const most = 50

/** Puts a new piece of news on the desk, out at once when it is published without a time. Returns its id. */
export async function addNews(ctx: Context, wanted: NewsContent): Promise<Outcome<{ id: string; slug: string }>> {
  const content = dated(wanted, ctx.now)
  const faults = faultsOf(content)
  if (faults) return faults
  const id = newId()
  // The address of a title that was there before gets a number; whoever writes at the same time gets the next one.
  for (let number = 1; number <= most; number += 1) {
    const slug = slugOf(content.title, number)
    if (await insert(ctx, { id, slug, version: 1 }, content)) {
      await note(ctx, id, content, undefined)
      return { id, slug }
    }
  }
  return refuse(`Es gibt schon ${most} Meldungen mit dieser Überschrift. Bitte schreiben Sie eine andere.`, [
    { path: 'title', message: 'Diese Überschrift ist vergeben.' },
  ])
}

/** Writes the next version. `version` is the one that was read. */
export async function changeNews(
  ctx: Context,
  news: News,
  wanted: NewsContent,
  version: number,
): Promise<Outcome<true | Overtaken>> {
  const content = dated(wanted, ctx.now)
  const faults = faultsOf(content)
  if (faults) return faults
  const superseded = await ctx.db
    .updateTable('publishing.news')
    .set({ superseded_at: ctx.now.toString() })
    .where('news_id', '=', news.id)
    .where('version', '=', version)
    .where('superseded_at', 'is', null)
    .executeTakeFirst()
  if (superseded.numUpdatedRows === 0n) return { overtaken: true }
  await insert(ctx, { id: news.id, slug: news.slug, version: version + 1 }, content)
  await note(ctx, news.id, content, news)
  return true
}

/** Takes it out of sight at once; its text and its address stay. */
export const withdrawNews = (ctx: Context, news: News, version: number): Promise<Outcome<true | Overtaken>> =>
  changeNews(ctx, news, { ...news, state: 'withdrawn' }, version)

const dated = (content: NewsContent, now: Temporal.Instant): NewsContent =>
  content.state === 'published' && !content.from ? { ...content, from: now } : content

function faultsOf({ from, until }: NewsContent) {
  if (!from || !until || until.epochMilliseconds > from.epochMilliseconds) return undefined
  return refuse('Die Meldung ist noch nicht gespeichert. Sie wäre verschwunden, bevor sie erscheint.', [
    { path: 'until', message: 'Bitte einen Zeitpunkt nach dem Erscheinen angeben.' },
  ])
}

async function insert(
  { db, now, actor }: Context,
  { id, slug, version }: { id: string; slug: string; version: number },
  { title, teaser, body, topic, author, state, from, until }: NewsContent,
): Promise<boolean> {
  const inserted = await db
    .insertInto('publishing.news')
    .values({
      id: newId(),
      news_id: id,
      version,
      slug,
      title,
      teaser,
      body,
      topic,
      author,
      state,
      from_at: from?.toString() ?? null,
      until_at: until?.toString() ?? null,
      written_at: now.toString(),
      written_by: actor.personId,
    })
    .onConflict((there) => there.doNothing())
    .executeTakeFirst()
  return (inserted.numInsertedOrUpdatedRows ?? 0n) > 0n
}

const deeds = { draft: 'news.changed', published: 'news.published', withdrawn: 'news.withdrawn' } as const

/** A published piece that stays published was changed; everything else is named by what it became. */
async function note(ctx: Context, id: string, { state, title }: NewsContent, before: News | undefined): Promise<void> {
  const event = before?.state === state ? 'news.changed' : deeds[state]
  await record(ctx, before || state !== 'draft' ? event : 'news.drafted', {
    organizationId: null,
    subjectId: id,
    data: { title },
    needs: ['editor'],
  })
}
