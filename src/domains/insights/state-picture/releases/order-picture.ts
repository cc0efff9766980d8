import type { Temporal } from 'temporal-polyfill'
import { type Outcome, refuse } from '#kernel/outcome.ts'
import { germanDay, localDay } from '#kernel/local-day.ts'
import { record } from '#foundation/audit/index.ts'
import type { Programme } from '#foundation/programmes/index.ts'
import type { Context } from '#platform/http/context.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { nextReleaseDay } from '../plan.ts'
import { listPictures } from '../queries.ts'
import { findPlan } from './queries.ts'

/**
 * Orders a picture for the next fixed day. Whether one is there already that has not appeared, nobody sees before its day; the job then keeps the
 * first.
 */
export async function orderPicture(
  ctx: Context,
  programme: Programme,
): Promise<Outcome<{ releaseOn: Temporal.PlainDate }>> {
  if (programme.observers.length === 0)
    return refuse('Zu diesem Programm erhält niemand Gesamtzahlen. Wer sie erhält, legen Sie in seinen Angaben fest.')
  const { days } = await findPlan(ctx.db, programme.id)
  const releaseOn = nextReleaseDay(days, localDay(ctx.now))
  const [newest] = await listPictures(ctx.db, { programmeId: programme.id }, 1)
  if (newest?.releaseOn === releaseOn.toString())
    return refuse(
      `Das Landesbild für den ${germanDay(releaseOn)} ist schon erschienen. Das nächste können Sie ab morgen bestellen.`,
    )
  const isNew = await enqueue(
    ctx,
    'statePicture.take',
    { programmeId: programme.id, takenBy: ctx.actor.personId },
    { key: programme.id },
  )
  if (!isNew)
    return refuse(`Das Landesbild ist schon bestellt und wird gerade gezählt. Es erscheint am ${germanDay(releaseOn)}.`)
  await record(ctx, 'statePicture.ordered', {
    organizationId: programme.runBy.id,
    subjectId: programme.id,
    data: { programme: programme.name, day: germanDay(releaseOn) },
    needs: ['programmeManager'],
  })
  return { releaseOn }
}
