import { z } from 'zod'
import { idSchema } from '#platform/http/parse.ts'

export const onePerson = z.object({ id: idSchema })

const rows = z.array(z.record(z.string(), z.unknown()))

export const personalDataOut = z
  .object({
    person: z.record(z.string(), z.unknown()),
    roles: rows,
    assignments: rows,
    substitutions: rows,
    departures: rows,
    invitations: rows,
    signIn: z.record(z.string(), z.unknown()),
    sessions: rows,
    devices: rows,
    tokens: rows,
    calendarFeeds: rows,
    mails: rows,
    notifications: rows,
    notificationSettings: rows,
    searches: rows,
    pins: rows,
    interests: rows,
    cockpitViews: rows,
    consents: rows,
    registrations: rows,
    certificates: rows,
    yearEndReminders: rows,
    measures: rows,
    appointments: rows,
    programmes: rows,
    navigator: rows,
    deeds: rows,
  })
  .meta({ id: 'PersonalData', description: 'Everything that is known about a person, without secrets' })

export const erasureIn = z
  .object({ password: z.string().max(1000).meta({ description: 'Your own password once more' }) })
  .strict()
  .meta({ id: 'ErasureInput' })

export const termOut = z
  .object({
    name: z.string(),
    what: z.string(),
    termHours: z.int(),
    since: z.string(),
    ground: z.string(),
    rows: z.int().meta({ description: 'How many are over the term now; a job deletes them every night' }),
  })
  .meta({ id: 'RetentionRule' })
