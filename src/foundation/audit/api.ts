import { isRefusal } from '#kernel/outcome.ts'
import { json, unprocessable } from '#platform/http/answer.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { listOf } from '#platform/http/parse.ts'
import { may } from './access.ts'
import { type AuditEntry, inWords } from './audit-entry.ts'
import type { EventWords } from './event-word.ts'
import { listEntries } from './queries.ts'
import { endOf, entryOut, entryQuery, startOf } from './schemas.ts'

const example = {
  id: '01940d1c-5c00-7a60-8000-2f1d3a4b5c6d',
  at: '2026-11-20T09:42:00Z',
  event: 'assessment.read',
  sentence: 'Arne Feld (Prüfhaus GmbH) hat die Prüfung gelesen.',
  person: { id: '01940d1c-5c00-7a60-8000-1a2b3c4d5e6f', name: 'Arne Feld' },
  personErased: false,
  actingFor: { id: '01940d1c-5c00-7a60-8000-3a2b3c4d5e6f', name: 'Prüfhaus GmbH' },
  organization: { id: '01940d1c-5c00-7a60-8000-4a2b3c4d5e6f', name: 'Stadt Musterstadt' },
  about: null,
  subjectId: '01940d1c-5c00-7a60-8000-5a2b3c4d5e6f',
  data: {},
}

const toJson = (entry: AuditEntry, words: EventWords) => ({
  id: entry.id,
  at: entry.at.toString(),
  event: entry.event,
  sentence: inWords(entry, words),
  person: entry.person,
  personErased: entry.personErased,
  actingFor: entry.actingFor,
  organization: entry.organization,
  about: entry.about,
  subjectId: entry.subjectId,
  data: entry.data,
})

/** The words of all modules are gathered by app/audit-words.ts. */
export const auditOperationsWith = (words: EventWords): Operation[] => [
  operation({
    method: 'get',
    path: '/audit-events',
    id: 'listAuditEvents',
    summary: 'Who did what, the newest first',
    who: "Everybody their own deeds; chief executive, security officer and organization's administrator those of their organization; administrator those without an organization",
    tag: 'Audit',
    query: entryQuery,
    reply: {
      status: 200,
      description: 'One page of entries',
      schema: listOf(entryOut),
      example: { items: [example], next: null },
    },
    work: async (ctx, { query }) => {
      const { scope, from, until, personId, event, limit, cursor } = query
      const found = await listEntries(ctx.db, {
        scopes: may.read(ctx.actor).filter((each) => scope === undefined || each === scope),
        since: from === undefined ? undefined : startOf(from),
        until: until === undefined ? undefined : endOf(until),
        personId,
        events: event === undefined ? undefined : [event],
        limit,
        cursor,
      })
      if (isRefusal(found)) return unprocessable(found)
      return json({ items: found.items.map((entry) => toJson(entry, words)), next: found.next })
    },
  }),
]
