import { sql } from 'kysely'
import type { PublicContext } from '#platform/http/context.ts'
import type { SearchSource } from '#platform/portal/search-document.ts'
import { chunk, lockIndex, putDocuments, type Units } from './write-index.ts'

interface Stale {
  type: string
  subject: string
  notes: string[]
}

/** Something with more documents than one transaction takes: a catalog, or all of a type. */
interface Large {
  source: SearchSource
  subject: string
  notes: string[]
}

const mostSubjects = 100

/** Brings everything into the index that deeds have noted. Doing it twice does no harm: each time the newest is read. */
export async function updateIndex(units: Units, sources: readonly SearchSource[]): Promise<void> {
  const byType = new Map(sources.map((source) => [source.type, source]))
  for (;;) {
    const step = await units((ctx) => takeStep(ctx, byType))
    if (step === 'done') return
    if (step !== 'more') await takeLarge(units, step)
  }
}

async function takeStep(
  ctx: PublicContext,
  byType: ReadonlyMap<string, SearchSource>,
): Promise<'done' | 'more' | Large> {
  await lockIndex(ctx)
  const { rows: stale } = await sql<Stale>`
    select type, subject, notes from search.take_stale(${mostSubjects})`.execute(ctx.db)
  const [first] = stale
  if (!first) return 'done'
  const notes = stale.flatMap((one) => one.notes)
  const source = byType.get(first.type)
  if (!source) {
    await settle(ctx, notes) // of a module that is no longer there
    return 'more'
  }
  const whole = stale.find(({ subject }) => subject === '')
  if (whole) return { source, subject: '', notes: whole.notes }
  const subjects = stale.map(({ subject }) => subject)
  const documents = await source.load(ctx.db, { ids: subjects, limit: chunk })
  if (documents.length === chunk) return { source, subject: first.subject, notes: first.notes }
  await putDocuments(ctx, source, documents)
  await prune(ctx, source, { subjects, kept: documents.map(({ id }) => id) })
  await settle(ctx, notes)
  return 'more'
}

/** In chunks; the note stays until the last one, so that whoever is stopped on the way begins anew. */
async function takeLarge(units: Units, { source, subject, notes }: Large): Promise<void> {
  const ids = subject === '' ? undefined : [subject]
  const kept: string[] = []
  let after: string | undefined
  do {
    after = await units(async (ctx) => {
      await lockIndex(ctx)
      const documents = await source.load(ctx.db, { ids, after, limit: chunk })
      await putDocuments(ctx, source, documents)
      kept.push(...documents.map(({ id }) => id))
      if (documents.length === chunk) return documents.at(-1)?.id
      if (ids) await prune(ctx, source, { subjects: ids, kept })
      await settle(ctx, notes)
      return undefined
    })
  } while (after !== undefined)
}

const prune = (
  { db }: PublicContext,
  { type }: SearchSource,
  { subjects, kept }: { subjects: readonly string[]; kept: readonly string[] },
) => sql`select search.prune(${type}, ${[...subjects]}::text[], ${[...kept]}::text[])`.execute(db)

const settle = ({ db }: PublicContext, notes: readonly string[]) =>
  sql`select search.settle(${[...notes]}::uuid[])`.execute(db)
