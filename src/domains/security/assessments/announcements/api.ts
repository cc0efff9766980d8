import { z } from 'zod'
import { isRefusal } from '#kernel/outcome.ts'
import { findCatalog } from '#foundation/catalogs/index.ts'
import { namesOf } from '#foundation/identity/index.ts'
import { type Answer, json, notFound, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { idSchema, listQuery } from '#platform/http/parse.ts'
import { catalogIdExample } from '../examples.ts'
import { may } from './access.ts'
import { announceMigration, withdrawAnnouncement } from './announce.ts'
import type { Announcement } from './announcement.ts'
import { findAnnouncement, listAnnouncements } from './queries.ts'
import { announcementList, announcementOut, newAnnouncement } from './schemas.ts'

const tag = 'Assessments'
const leaders = 'Programme manager and office of the cooperative'
const everybody = 'Everybody signed in'
const params = z.object({ id: idSchema })
const unknown = 'Diese Ankündigung gibt es nicht.'
const notTheirs = 'Only the cooperative announces new versions'

const example = {
  id: '01940d1c-5c00-7a60-8000-4d5e6f7a8b9c',
  fromCatalogId: catalogIdExample,
  toCatalogId: '01940d1c-5c00-7a60-8000-0c1d2e3f4a5c',
  text: 'Die neue Fassung ist kürzer. Bitte stellen Sie bis Ende Januar um.',
  dueOn: '2027-01-31',
  announcedBy: { id: '01940d1c-5c00-7a60-8000-3b4c5d6e7f80', name: 'Torsten Ehlers' },
  announcedAt: '2026-11-23T09:42:00Z',
  withdrawnAt: null,
}

const toJson = (one: Announcement, names: ReadonlyMap<string, string>) => ({
  id: one.id,
  fromCatalogId: one.from.id,
  toCatalogId: one.to.id,
  text: one.text,
  dueOn: one.dueOn,
  announcedBy: { id: one.announcedBy, name: names.get(one.announcedBy) ?? null },
  announcedAt: one.announcedAt.toString(),
  withdrawnAt: one.withdrawnAt?.toString() ?? null,
})

async function answerWith(ctx: Context, id: string, status: 200 | 201): Promise<Answer> {
  const found = await findAnnouncement(ctx.db, id)
  if (!found) return notFound(unknown)
  const body = toJson(found, await namesOf(ctx.db, [found.announcedBy]))
  return json(body, status, status === 201 ? { location: `/api/v1/migration-announcements/${id}` } : undefined)
}

/** New versions of a catalog that checks shall go on with. */
export const announcementOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/migration-announcements',
    id: 'listMigrationAnnouncements',
    summary: 'Announced changes from one catalog version to another, the newest first; withdrawn ones too',
    who: everybody,
    tag,
    query: listQuery,
    reply: {
      status: 200,
      description: 'One page of announcements',
      schema: announcementList,
      example: { items: [example], next: null },
    },
    work: async (ctx, { query }) => {
      const found = await listAnnouncements(ctx.db, query)
      if (isRefusal(found)) return unprocessable(found)
      const names = await namesOf(
        ctx.db,
        found.items.map(({ announcedBy }) => announcedBy),
      )
      return json({ items: found.items.map((one) => toJson(one, names)), next: found.next })
    },
  }),
  operation({
    method: 'post',
    path: '/migration-announcements',
    id: 'addMigrationAnnouncement',
    summary: 'Ask everybody with a running check on one catalog version to go on with another; they are told',
    who: leaders,
    tag,
    guard: may.announce,
    body: newAnnouncement,
    bodyExample: {
      fromCatalogId: example.fromCatalogId,
      toCatalogId: example.toCatalogId,
      text: example.text,
      dueOn: example.dueOn,
    },
    problems: { 403: notTheirs },
    reply: { status: 201, description: 'The announcement', schema: announcementOut, example },
    work: async (ctx, { body }) => {
      const from = await findCatalog(ctx.db, body.fromCatalogId)
      const to = await findCatalog(ctx.db, body.toCatalogId)
      if (!from || !to) return notFound('Diesen Katalog gibt es nicht.')
      const id = await announceMigration(ctx, { from, to }, body)
      return isRefusal(id) ? unprocessable(id) : answerWith(ctx, id, 201)
    },
  }),
  operation({
    method: 'get',
    path: '/migration-announcements/{id}',
    id: 'getMigrationAnnouncement',
    summary: 'One announcement',
    who: everybody,
    tag,
    params,
    reply: { status: 200, description: 'The announcement', schema: announcementOut, example },
    work: (ctx, { params: { id } }) => answerWith(ctx, id, 200),
  }),
  operation({
    method: 'post',
    path: '/migration-announcements/{id}/withdrawal',
    id: 'withdrawMigrationAnnouncement',
    summary: 'Withdraw an announcement; from then on it asks nothing of anybody',
    who: leaders,
    tag,
    guard: may.announce,
    params,
    problems: { 403: notTheirs },
    reply: {
      status: 200,
      description: 'The announcement',
      schema: announcementOut,
      example: { ...example, withdrawnAt: '2026-12-01T08:15:00Z' },
    },
    work: async (ctx, { params: { id } }) => {
      const found = await findAnnouncement(ctx.db, id)
      if (!found) return notFound(unknown)
      const done = await withdrawAnnouncement(ctx, found)
      return isRefusal(done) ? unprocessable(done) : answerWith(ctx, id, 200)
    },
  }),
]
