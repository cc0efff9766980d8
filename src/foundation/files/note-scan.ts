import { sql } from 'kysely'
import { record } from '#foundation/audit/index.ts'
import type { PublicContext } from '#platform/http/context.ts'

/** Contents that have no verdict yet, after this one; `everything`: also those that nobody waits for. */
export async function contentsToScan({ db }: PublicContext, after: string, everything: boolean): Promise<string[]> {
  const { rows } = await sql<{ sha256: string }>`
    select sha256 from files.to_scan(${after}, 50, ${everything}) as sha256`.execute(db)
  return rows.map(({ sha256 }) => sha256)
}

/** The verdict holds for all files with this content; each infected one is told in the audit trail of its organization. */
export async function noteScan(ctx: PublicContext, sha256: string, verdict: 'clean' | 'infected'): Promise<void> {
  const { rows } = await sql<{ id: string; organization_id: string }>`
    select id, organization_id from files.note_scan(${sha256}, ${verdict}, ${ctx.now.toString()}::timestamptz)`.execute(
    ctx.db,
  )
  if (verdict === 'clean') return
  for (const { id, organization_id: organizationId } of rows)
    await record(ctx, 'file.infected', { organizationId, subjectId: id })
}

/** Of these contents those that no file has. */
export async function orphansAmong({ db }: PublicContext, contents: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{
    sha256: string
  }>`select sha256 from files.orphans(${[...contents]}::text[]) as sha256`.execute(db)
  return new Set(rows.map(({ sha256 }) => sha256))
}
