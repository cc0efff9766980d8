import { isRefusal } from '#kernel/outcome.ts'
import { findProgramme, type Programme, programmeRoutes } from '#foundation/programmes/index.ts'
import { type Answer, type Crumb, forbidden, notFound } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { may } from '../access.ts'
import type { Load } from '../load.ts'
import { type Draft, findDraft, findLoad } from '../queries.ts'
import { loadRoutes } from '../routes.ts'

export const title = 'Programm einlesen'

export const crumbsOf = ({ id, name }: Programme, last?: string): Crumb[] => [
  { label: name, href: programmeRoutes.show.href({ id }) },
  ...(last === undefined
    ? [{ label: title }]
    : [{ label: title, href: loadRoutes.overview.href({ id }) }, { label: last }]),
]

/** A programme that the person leads; 404 for what is not there, 403 for those who only see it. */
export async function onLed(
  ctx: Context,
  id: string | undefined,
  work: (programme: Programme) => Promise<Answer>,
): Promise<Answer> {
  const programme = await findProgramme(ctx.db, id ?? '')
  if (!programme) return notFound()
  const allowed = may.bringIn(programme)
  return isRefusal(allowed) ? forbidden(allowed) : work(programme)
}

export interface Opened {
  programme: Programme
  load: Load
  /** Gone after thirty days. */
  draft: Draft | undefined
}

/** One workbook of it. */
export const onLoad = (
  ctx: Context,
  { id, load: loadId }: Record<string, string | undefined>,
  work: (opened: Opened) => Promise<Answer>,
): Promise<Answer> =>
  onLed(ctx, id, async (programme) => {
    const load = await findLoad(ctx.db, programme.id, loadId ?? '')
    return load ? work({ programme, load, draft: await findDraft(ctx.db, load.id) }) : notFound()
  })
