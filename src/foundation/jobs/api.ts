import { z } from 'zod'
import { isRefusal } from '#kernel/outcome.ts'
import { json, unprocessable } from '#platform/http/answer.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { idSchema, listOf } from '#platform/http/parse.ts'
import { countJobs, type JobCount, listJobs, type QueuedJob } from '#platform/jobs/queue-state.ts'
import { may } from './access.ts'
import { discardJob } from './discard-job.ts'
import { retryJob } from './retry-job.ts'
import { discardInput, jobCountOut, jobOut, jobQuery } from './schemas.ts'

const tag = 'Operations'
const who = 'Administrator'
const problems = { 403: 'Only the administrator tends the queue' }
const done = z.object({ id: idSchema })
const id = '01940d1c-5c00-7a60-8000-3a4b5c6d7e8f'

const jobToJson = ({ createdAt, dueAt, deadAt, ...job }: QueuedJob) => ({
  ...job,
  createdAt: createdAt.toString(),
  dueAt: dueAt.toString(),
  deadAt: deadAt?.toString() ?? null,
})

const countToJson = ({ oldestDueAt, ...count }: JobCount) => ({
  ...count,
  oldestDueAt: oldestDueAt?.toString() ?? null,
})

export const jobOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/jobs',
    id: 'listJobs',
    summary: 'Jobs that are not done, the oldest first',
    who,
    tag,
    query: jobQuery,
    problems,
    guard: may.tend,
    reply: {
      status: 200,
      description: 'One page of jobs, without their data',
      schema: listOf(jobOut),
      example: {
        items: [
          {
            id,
            name: 'mail.send',
            createdAt: '2026-11-21T08:15:00Z',
            dueAt: '2026-11-21T08:16:00Z',
            attempts: 10,
            failure: 'Der Mailserver antwortet nicht',
            deadAt: '2026-11-21T12:42:00Z',
          },
        ],
        next: null,
      },
    },
    work: async (ctx, { query }) => {
      const found = await listJobs(ctx.db, query)
      return isRefusal(found) ? unprocessable(found) : json({ items: found.items.map(jobToJson), next: found.next })
    },
  }),
  operation({
    method: 'get',
    path: '/job-counts',
    id: 'countJobs',
    summary: 'How many jobs of each kind wait, run, fail',
    who,
    tag,
    problems,
    guard: may.tend,
    reply: {
      status: 200,
      description: 'By name',
      schema: z.object({ items: z.array(jobCountOut) }),
      example: {
        items: [
          { name: 'mail.send', waiting: 2, due: 1, running: 1, failing: 0, dead: 0, done: 131, oldestDueAt: null },
        ],
      },
    },
    work: async (ctx) => json({ items: (await countJobs(ctx)).map(countToJson) }),
  }),
  operation({
    method: 'post',
    path: '/jobs/{id}/retry',
    id: 'retryJob',
    summary: 'Try a dead job again from the beginning',
    who,
    tag,
    params: done,
    problems: { ...problems },
    guard: may.tend,
    reply: { status: 200, description: 'It is in the queue again', schema: done, example: { id } },
    work: async (ctx, { params }) => {
      const outcome = await retryJob(ctx, params.id)
      return isRefusal(outcome) ? unprocessable(outcome) : json({ id: params.id })
    },
  }),
  operation({
    method: 'post',
    path: '/jobs/{id}/discard',
    id: 'discardJob',
    summary: 'Put a dead job aside, with a reason',
    who,
    tag,
    params: done,
    body: discardInput,
    bodyExample: { reason: 'Die Person ist ausgeschieden.' },
    problems,
    guard: may.tend,
    reply: { status: 200, description: 'It is not tried again', schema: done, example: { id } },
    work: async (ctx, { params, body }) => {
      const outcome = await discardJob(ctx, params.id, body.reason)
      return isRefusal(outcome) ? unprocessable(outcome) : json({ id: params.id })
    },
  }),
]
