import { z } from 'zod'
import { type Job, job } from '#platform/jobs/job.ts'
import { kickoffJob } from '#domains/guidance/events/index.ts'
import { tellEnding } from './documents/tell-ending.ts'
import { filling, fillKickoff } from './kickoff/fill-kickoff.ts'
import { telling, tellingJob, tellPeople } from './tell-side.ts'

/** After a deed on documents, samples or reports; after a kick-off; and every morning, what ends soon. */
export const participationJobs: readonly Job[] = [
  job({
    name: tellingJob,
    title: 'Der anderen Seite von Unterlagen, Stichproben und Berichten berichten',
    data: telling,
    run: (tools, data) => tools.finish((ctx) => tellPeople(ctx, data)),
  }),
  job({
    name: kickoffJob,
    title: 'Den Auftakt auf den Wegen der Kommunen festhalten',
    data: filling,
    run: (tools, data) => tools.finish((ctx) => fillKickoff(ctx, data)),
  }),
  job({
    name: 'participation.tellEndingDocuments',
    title: 'An ablaufende Unterlagen erinnern',
    data: z.unknown(),
    as: 'system',
    schedule: { dailyAt: '06:55' },
    run: (tools) => tools.finish(tellEnding),
  }),
]
