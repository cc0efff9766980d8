import { germanDate } from '#kernel/local-day.ts'
import { type Outcome, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import type { Context } from '#platform/http/context.ts'
import type { PictureHead } from '../picture.ts'

/** Shows a picture to everybody, for good: what was public once cannot be called back. */
export async function releasePicture(ctx: Context, picture: PictureHead): Promise<Outcome<true>> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('pictures.picture')
    .set({ public_at: ctx.now.toString(), public_by: ctx.actor.personId })
    .where('id', '=', picture.id)
    .where('public_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n)
    return refuse('Dieses Landesbild ist schon öffentlich, oder Ihr Haus erhält die Zahlen dieses Programms nicht.')
  await record(ctx, 'statePicture.released', {
    organizationId: ctx.actor.actingFor?.id ?? null,
    subjectId: picture.id,
    data: { programme: picture.programmeName, day: germanDate(picture.releaseOn) },
    needs: ['observer'],
  })
  return true
}
