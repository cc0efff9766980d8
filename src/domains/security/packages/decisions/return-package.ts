import { localDay } from '#kernel/local-day.ts'
import { type Outcome, type Refusal, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import type { EnrollmentWithSteps } from '#foundation/programmes/index.ts'
import type { Context } from '#platform/http/context.ts'
import type { MeasurePackage } from './package.ts'
import { headsBy } from './queries.ts'
import { tell } from './tell.ts'
import { addVersion } from './write-version.ts'

/** The head sends the package back, or somebody of the staff takes it back: it can be changed again. */
export async function returnPackage(
  ctx: Context,
  road: EnrollmentWithSteps,
  found: MeasurePackage,
  { reason, version }: { reason: string; version: number },
): Promise<Outcome<{ returned: true } | { changed: Refusal }>> {
  const items = { items: {}, leftOut: [], basis: '', ...found.reasoning, reason }
  const done = await addVersion(
    ctx,
    { id: found.id, version },
    {
      what: 'returned',
      from: 'submitted',
      to: 'draft',
      decideBy: found.decideBy,
      items: found.items,
      remainingCents: found.remainingCents,
      reasoning: items,
    },
  )
  if (!done) return { changed: refuse('Das Paket liegt nicht mehr zur Entscheidung vor. Geändert ist nichts.') }
  const { organizationId, id, number } = found
  await record(ctx, 'package.returned', { organizationId, subjectId: id, data: { number } })
  const heads = await headsBy(ctx.db, organizationId, localDay(ctx.now).toString())
  const personIds = [...(found.submittedBy ? [found.submittedBy] : []), ...heads.map((head) => head.id)]
  await tell(ctx, road, 'returned', { personIds, number, decideBy: found.decideBy })
  return { returned: true }
}
