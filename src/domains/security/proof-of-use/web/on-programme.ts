import { isRefusal } from '#kernel/outcome.ts'
import { findProgramme, type Programme, programmeRoutes } from '#foundation/programmes/index.ts'
import { type Answer, type Crumb, forbidden, notFound } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { may } from '../access.ts'

/** A programme that the person leads; 404 for what is not there, 403 for those who only see it. */
export async function onLed(
  ctx: Context,
  id: string | undefined,
  work: (programme: Programme) => Promise<Answer>,
): Promise<Answer> {
  const programme = await findProgramme(ctx.db, id ?? '')
  if (!programme) return notFound()
  const allowed = may.lead(programme)
  return isRefusal(allowed) ? forbidden(allowed) : work(programme)
}

export const programmeCrumbs = ({ id, name }: Programme, ...more: Crumb[]): Crumb[] => [
  { label: name, href: programmeRoutes.show.href({ id }) },
  ...more,
]
