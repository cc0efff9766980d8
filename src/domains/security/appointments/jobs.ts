import { type Job, job } from '#platform/jobs/job.ts'
import { kickoffJob, kickoffTelling, tellGuests } from './tell-kickoff.ts'
import { telling, tellingJob, tellPeople } from './tell-dates.ts'

/** After a date was offered, chosen, changed or called off. */
export const appointmentJobs: readonly Job[] = [
  job({
    name: tellingJob,
    title: 'Beteiligten von einem Termin berichten',
    data: telling,
    run: (tools, data) => tools.finish((ctx) => tellPeople(ctx, data)),
  }),
  job({
    name: kickoffJob,
    title: 'Kommunen von einem Auftakt berichten',
    data: kickoffTelling,
    run: (tools, data) => tools.finish((ctx) => tellGuests(ctx, data)),
  }),
]
