import { z } from 'zod'
import { isRefusal } from '#kernel/outcome.ts'
import { recordRead } from '#foundation/audit/index.ts'
import { json, notFound, unprocessable } from '#platform/http/answer.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { may } from './access.ts'
import { erasePerson } from './erase-person.ts'
import { findPerson, listTerms, personalData } from './queries.ts'
import { erasureIn, onePerson, personalDataOut, termOut } from './schemas.ts'

const tag = 'Privacy'
const none = {
  roles: [],
  assignments: [],
  substitutions: [],
  departures: [],
  invitations: [],
  sessions: [],
  devices: [],
  tokens: [],
  calendarFeeds: [],
  mails: [],
  notifications: [],
  notificationSettings: [],
  searches: [{ query: 'Datensicherung', searchedAt: '2026-11-21T08:15:00Z' }],
  pins: [],
  interests: [],
  cockpitViews: [],
  consents: [],
  registrations: [],
  certificates: [],
  yearEndReminders: [],
  measures: [],
  appointments: [],
  programmes: [],
  navigator: [],
}
const example = {
  person: { id: '01940d1c-5c00-7a60-8000-1a2b3c4d5e6f', name: 'Jana Wiesner', email: 'isb@musterstadt.example' },
  ...none,
  signIn: { secondFactorSince: null, recoveryCodesLeft: 0 },
  deeds: [
    { at: '2026-11-20T09:42:00+00:00', event: 'answer.given', organization: 'Stadt Musterstadt', byPerson: true },
  ],
}

export const privacyOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/me/data',
    id: 'getOwnData',
    summary: 'Everything that is known about oneself',
    who: 'Everybody about themselves',
    tag,
    reply: { status: 200, description: 'The data', schema: personalDataOut, example },
    work: async (ctx) => ({
      ...json(await personalData(ctx.db, ctx.actor.personId)),
      notes: [recordRead(ctx.now, 'person.exported', { organizationId: null, subjectId: ctx.actor.personId })],
    }),
  }),
  operation({
    method: 'get',
    path: '/people/{id}/data',
    id: 'getPersonalData',
    summary: 'Everything that is known about a person who asked for it',
    who: 'Administrator of the cooperative',
    tag,
    params: onePerson,
    problems: { 403: 'Only the administrator' },
    guard: may.tend,
    reply: { status: 200, description: 'The data', schema: personalDataOut, example },
    work: async (ctx, { params }) => {
      if (!(await findPerson(ctx.db, params.id))) return notFound()
      return {
        ...json(await personalData(ctx.db, params.id)),
        notes: [recordRead(ctx.now, 'person.exported', { organizationId: null, subjectId: params.id })],
      }
    },
  }),
  operation({
    method: 'post',
    path: '/people/{id}/erasure',
    id: 'erasePerson',
    summary: 'Erase somebody who has left: name, address, ways in, messages, personal parts of the audit trail',
    who: 'Administrator of the cooperative',
    tag,
    params: onePerson,
    body: erasureIn,
    bodyExample: { password: 'lotsenwerk-demo' },
    problems: { 403: 'Only the administrator' },
    guard: may.tend,
    confirms: true,
    reply: { status: 200, description: 'Erased', schema: z.object({ done: z.literal(true) }), example: { done: true } },
    work: async (ctx, { params, request }) => {
      const person = await findPerson(ctx.db, params.id)
      if (!person) return notFound()
      if (isRefusal(request.confirmation)) return unprocessable(request.confirmation)
      const erased = await erasePerson(ctx, person)
      return isRefusal(erased) ? unprocessable(erased) : json({ done: true })
    },
  }),
  operation({
    method: 'get',
    path: '/retention-rules',
    id: 'listRetentionRules',
    summary: 'How long what is kept and why, and how much is over its term now',
    who: 'Administrator of the cooperative',
    tag,
    guard: may.tend,
    problems: { 403: 'Only the administrator' },
    reply: {
      status: 200,
      description: 'All rules',
      schema: z.object({ items: z.array(termOut), next: z.null() }),
      example: {
        items: [
          {
            name: 'sessions',
            what: 'Anmeldungen im Browser',
            termHours: 720,
            since: 'der letzten Nutzung',
            ground: 'Danach meldet sich niemand mehr damit an.',
            rows: 3,
          },
        ],
        next: null,
      },
    },
    work: async (ctx) => {
      const items = (await listTerms(ctx)).map(({ name, what, termHours, since, ground, rows }) => ({
        name,
        what,
        termHours,
        since,
        ground,
        rows,
      }))
      return json({ items, next: null })
    },
  }),
]
