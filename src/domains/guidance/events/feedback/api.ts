import { z } from 'zod'
import { isRefusal } from '#kernel/outcome.ts'
import { json, notFound, unprocessable } from '#platform/http/answer.ts'
import { type Operation, openOperation, operation } from '#platform/http/operation.ts'
import { idSchema } from '#platform/http/parse.ts'
import { may } from '../access.ts'
import { atDesk } from '../attendance/web/at-desk.ts'
import { findEvent } from '../event/queries.ts'
import { giveFeedback } from './give-feedback.ts'
import { readResults } from './queries.ts'
import { feedbackIn, feedbackOut } from './schemas.ts'

const tag = 'Feedback'
const params = z.object({ id: idSchema })

/** What participants say, and what the organizer sees of it. */
export const feedbackOperations: Operation[] = [
  openOperation({
    method: 'post',
    path: '/events/{id}/feedback',
    id: 'giveFeedback',
    title: 'eine Rückmeldung zu einer Veranstaltung geben',
    summary: 'Once, after the first date; who said what is not kept',
    who: 'Everybody with a confirmed seat, guests by the secret of their link',
    tag,
    params,
    body: feedbackIn,
    bodyExample: { useful: 5, pace: 'right', recommend: true, liked: 'Viele Beispiele', missing: '' },
    problems: { 422: 'Too early, without a seat, or given already' },
    reply: {
      status: 201,
      description: 'Kept',
      schema: z.object({ kept: z.boolean() }).meta({ id: 'FeedbackKept' }),
      example: { kept: true },
    },
    work: async (ctx, { params: { id }, body: { guestToken, ...answers } }) => {
      const event = await findEvent(ctx.db, id)
      if (!event) return notFound()
      const done = await giveFeedback(ctx, event, guestToken ?? null, answers)
      return isRefusal(done) ? unprocessable(done) : json({ kept: true }, 201)
    },
  }),
  operation({
    method: 'get',
    path: '/events/{id}/feedback',
    id: 'getFeedback',
    title: 'die Rückmeldungen zu einer Veranstaltung zeigen',
    summary: 'From five answers on; what would tell of fewer than five is null',
    who: 'Guides and programme managers of the cooperative that organizes it',
    tag,
    params,
    guard: may.organize,
    problems: { 403: 'Only organizers' },
    reply: {
      status: 200,
      description: 'What may be shown',
      schema: feedbackOut,
      example: {
        number: 12,
        shown: {
          useful: 'etwa 4,2 von 5',
          recommend: 'etwa 75\u00a0%',
          pace: [
            { label: 'zu langsam', text: null },
            { label: 'richtig', text: null },
            { label: 'zu schnell', text: null },
          ],
          liked: ['Viele Beispiele'],
          missing: [],
        },
      },
    },
    work: (ctx, { params: { id } }) => atDesk(ctx, id, async (event) => json(await readResults(ctx.db, event.id))),
  }),
]
