import { z } from 'zod'
import { isRefusal } from '#kernel/outcome.ts'
import { findOrganization } from '#foundation/organizations/index.ts'
import { type Answer, forbidden, json, notFound, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { idSchema } from '#platform/http/parse.ts'
import { may } from '../access.ts'
import { findProgramme } from '../queries.ts'
import type { ContactEntry } from './contact-entry.ts'
import { findContactEntry, listContactEntries } from './queries.ts'
import { contactEntryList, contactEntryOut, contactEntryQuery, newContactEntry } from './schemas.ts'
import { finishFollowUp, removeContactEntry, writeContactEntry } from './write-contact-entry.ts'

const tag = 'Contact log'
const who = 'Who leads or guides in the programme'
const params = z.object({ id: idSchema })

const example = {
  id: '01940d1c-5c00-7a60-8000-6b5c6d7e8f96',
  programmeId: '01940d1c-5c00-7a60-8000-6b5c6d7e8f91',
  organizationId: '01940d1c-5c00-7a60-8000-6b5c6d7e8f95',
  organizationName: 'Gemeinde Kleinweiler',
  kind: 'call' as const,
  onDay: '2026-11-20',
  withWhom: 'Vorzimmer',
  what: 'Unterlagen kommen nächste Woche.',
  followUpOn: '2026-11-27',
  followedUpAt: null,
  writtenBy: { id: '01940d1c-5c00-7a60-8000-6b5c6d7e8f97', name: 'Torsten Ehlers' },
  writtenAt: '2026-11-20T09:12:00Z',
}

const toJson = ({ writtenBy, writerName, followedUpAt, writtenAt, ...entry }: ContactEntry) => ({
  id: entry.id,
  programmeId: entry.programmeId,
  organizationId: entry.organizationId,
  organizationName: entry.organizationName,
  kind: entry.kind,
  onDay: entry.onDay,
  withWhom: entry.withWhom,
  what: entry.what,
  followUpOn: entry.followUpOn,
  followedUpAt: followedUpAt?.toString() ?? null,
  writtenBy: { id: writtenBy, name: writerName },
  writtenAt: writtenAt.toString(),
})

async function shown(ctx: Context, id: string, status: 200 | 201): Promise<Answer> {
  const entry = await findContactEntry(ctx.db, id)
  return entry ? json(toJson(entry), status) : notFound()
}

export const contactLogOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/contact-entries',
    id: 'listContactEntries',
    title: 'Kontakte mit Kommunen auflisten',
    summary: 'Calls, mails, visits and notes, the newest first',
    who,
    tag,
    query: contactEntryQuery,
    reply: {
      status: 200,
      description: 'One page',
      schema: contactEntryList,
      example: { items: [example], next: null },
    },
    work: async (ctx, { query }) => {
      const found = await listContactEntries(ctx.db, query)
      return isRefusal(found) ? unprocessable(found) : json({ items: found.items.map(toJson), next: found.next })
    },
  }),
  operation({
    method: 'post',
    path: '/contact-entries',
    id: 'writeContactEntry',
    title: 'einen Kontakt eintragen',
    summary: 'Keep a call, mail, visit or note about a municipality, in the programme or not yet',
    who,
    tag,
    body: newContactEntry,
    bodyExample: {
      programmeId: example.programmeId,
      organizationId: example.organizationId,
      kind: 'call',
      withWhom: example.withWhom,
      what: example.what,
    },
    problems: { 403: 'You do not work in this programme' },
    reply: { status: 201, description: 'The entry', schema: contactEntryOut, example },
    work: async (ctx, { body: { programmeId, organizationId, ...entry } }) => {
      const programme = await findProgramme(ctx.db, programmeId)
      const organization = await findOrganization(ctx.db, organizationId)
      if (!programme || !organization) return notFound()
      const allowed = may.work(programme)
      if (isRefusal(allowed)) return forbidden(allowed)
      const id = await writeContactEntry(ctx, { programme, organizationId }, entry)
      return isRefusal(id) ? unprocessable(id) : shown(ctx, id, 201)
    },
  }),
  operation({
    method: 'post',
    path: '/contact-entries/{id}/follow-up',
    id: 'finishContactEntryFollowUp',
    title: 'eine Wiedervorlage erledigen',
    summary: 'The follow-up is done; once more changes nothing',
    who,
    tag,
    params,
    reply: { status: 200, description: 'The entry', schema: contactEntryOut, example },
    work: async (ctx, { params: { id } }) => {
      const entry = await findContactEntry(ctx.db, id)
      if (!entry) return notFound()
      await finishFollowUp(ctx, entry)
      return shown(ctx, id, 200)
    },
  }),
  operation({
    method: 'delete',
    path: '/contact-entries/{id}',
    id: 'removeContactEntry',
    title: 'einen eigenen Eintrag entfernen',
    summary: 'Take an own entry out of the log',
    who: 'Its writer',
    tag,
    params,
    problems: { 403: 'Somebody else wrote it' },
    reply: {
      status: 200,
      description: 'It is gone',
      schema: z.object({ done: z.literal(true) }),
      example: { done: true },
    },
    work: async (ctx, { params: { id } }) => {
      const entry = await findContactEntry(ctx.db, id)
      if (!entry) return notFound()
      const allowed = may.removeEntry(ctx.actor, entry)
      if (isRefusal(allowed)) return forbidden(allowed)
      const programme = await findProgramme(ctx.db, entry.programmeId)
      await removeContactEntry(ctx, entry, programme ?? { name: '' })
      return json({ done: true })
    },
  }),
]
