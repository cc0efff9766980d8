import { isRefusal } from '#kernel/outcome.ts'
import type { Context } from '#platform/http/context.ts'
import { invite } from './invite.ts'
import type { JudgedRow, RawRow } from './list/invitation-row.ts'
import { judgeRows } from './list/judge-rows.ts'

export interface InvitationImport {
  total: number
  invited: number
  wrong: number
  rows: JudgedRow[]
}

/** Invites everybody of a list whose row is right, and says of the others what is wrong. A dry run writes nothing. */
export async function inviteMany(ctx: Context, raw: readonly RawRow[], dryRun: boolean): Promise<InvitationImport> {
  const { rows, ready } = await judgeRows(ctx, raw)
  let invited = 0
  for (const { place, wanted, line } of dryRun ? [] : ready) {
    const done = await invite(ctx, place, wanted)
    if (!isRefusal(done)) invited += 1
    else
      for (const row of rows.filter((one) => one.line === line))
        Object.assign(row, { fate: 'wrong', reasons: [done.refused] })
  }
  return { total: rows.length, invited, wrong: rows.filter(({ fate }) => fate === 'wrong').length, rows }
}
