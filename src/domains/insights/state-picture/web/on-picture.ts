import { isRefusal } from '#kernel/outcome.ts'
import { findProgramme, type Programme } from '#foundation/programmes/index.ts'
import { type Answer, forbidden, notFound } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { may } from '../access.ts'
import type { Picture } from '../picture.ts'
import { findPicture } from '../queries.ts'

/** A picture that has appeared, for those who may see it. */
export async function onPicture(
  ctx: Context,
  id: string | undefined,
  work: (picture: Picture) => Answer | Promise<Answer>,
): Promise<Answer> {
  const picture = await findPicture(ctx.db, id ?? '')
  return picture ? work(picture) : notFound('Dieses Landesbild gibt es nicht, oder es ist noch nicht erschienen.')
}

/** A programme that the person leads; 404 for what is not there, 403 for those who only see it. */
export async function onLed(
  ctx: Context,
  id: string | undefined,
  work: (programme: Programme) => Promise<Answer>,
): Promise<Answer> {
  const programme = await findProgramme(ctx.db, id ?? '')
  if (!programme) return notFound('Dieses Programm gibt es nicht.')
  const allowed = may.lead(programme)
  return isRefusal(allowed) ? forbidden(allowed) : work(programme)
}
