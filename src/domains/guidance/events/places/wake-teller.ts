import { enqueue } from '#platform/jobs/enqueue.ts'
import type { PublicContext } from '#platform/http/context.ts'

export const tellingJob = 'events.tell'

/** After a decision about places: the worker tells those it concerns. One waiting job for each event tells of all that is untold. */
export const wakeTeller = ({ db, now }: Pick<PublicContext, 'db' | 'now'>, eventId: string): Promise<boolean> =>
  enqueue({ db, now }, tellingJob, {}, { key: eventId })
