import { z } from 'zod'
import { isRefusal } from '#kernel/outcome.ts'
import { type Answer, forbidden, json, notFound, unprocessable } from '#platform/http/answer.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { idSchema, listOf } from '#platform/http/parse.ts'
import { may } from './access.ts'
import type { Context } from '#platform/http/context.ts'
import { addOrganization } from './add-organization.ts'
import { changeOrganization } from './change-organization.ts'
import { importMunicipalities } from './import-municipalities.ts'
import { detailExample, organizationExample as example } from './examples.ts'
import { lastChange } from './history/queries.ts'
import { descentJson, organizationJson as toJson } from './json.ts'
import { isOnlyDomains, type Organization } from './organization.ts'
import { listLimit, prepareList } from './prepare-list.ts'
import { findOrganization, listOrganizations } from './queries.ts'
import {
  importReport,
  newOrganization,
  organizationChange,
  organizationDetail,
  organizationOut,
  organizationQuery,
} from './schemas.ts'
import { findDescent } from './succession/queries.ts'

const tag = 'Organizations'
const writers = 'Programme manager, office and administrator of the cooperative'
const one = z.object({ id: idSchema })

export const organizationOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/organizations',
    id: 'listOrganizations',
    title: 'Organisationen auflisten',
    summary: 'Organizations in German order of names, without those that were dissolved',
    who: 'Everybody signed in',
    tag,
    query: organizationQuery,
    reply: {
      status: 200,
      description: 'One page of organizations',
      schema: listOf(organizationOut),
      example: { items: [example], next: null },
    },
    work: async (ctx, { query }) => {
      const found = await listOrganizations(ctx.db, query)
      return isRefusal(found) ? unprocessable(found) : json({ items: found.items.map(toJson), next: found.next })
    },
  }),
  operation({
    method: 'get',
    path: '/organizations/{id}',
    id: 'getOrganization',
    title: 'eine Organisation zeigen, mit Vorgängern und Nachfolgern',
    summary: 'One organization with its former names, predecessors and successors',
    who: 'Everybody signed in',
    tag,
    params: one,
    reply: { status: 200, description: 'The organization', schema: organizationDetail, example: detailExample },
    work: async (ctx, { params }) => {
      const found = await findOrganization(ctx.db, params.id)
      return found ? json({ ...toJson(found), ...descentJson(await findDescent(ctx.db, found.id)) }) : notFound()
    },
  }),
  operation({
    method: 'post',
    path: '/organizations',
    id: 'addOrganization',
    title: 'eine Organisation anlegen',
    summary: 'Add an organization',
    who: writers,
    tag,
    body: newOrganization,
    bodyExample: { name: 'Probstau', kind: 'unitaryMunicipality', population: 7000 },
    problems: { 403: 'Only the cooperative adds organizations' },
    guard: may.maintain,
    reply: { status: 201, description: 'The new organization', schema: organizationOut, example },
    work: async (ctx, { body }) => {
      const id = await addOrganization(ctx, body)
      if (isRefusal(id)) return unprocessable(id)
      const added = await findOrganization(ctx.db, id)
      return added ? json(toJson(added), 201, { location: `/api/v1/organizations/${id}` }) : notFound()
    },
  }),
  operation({
    method: 'patch',
    path: '/organizations/{id}',
    id: 'changeOrganization',
    title: 'Angaben einer Organisation ändern',
    summary: 'Change what is given, leave the rest',
    who: `${writers}; the organization's own administrator its domains`,
    tag,
    params: one,
    body: organizationChange,
    bodyExample: { population: 7100, version: 3 },
    problems: {
      403: 'Only the cooperative changes organizations; their own administrator the domains',
      409: 'Somebody else was faster than `version`: `yours`, `theirs` and the `version` that counts; nothing was written',
    },
    reply: { status: 200, description: 'The organization as it is now', schema: organizationOut, example },
    work: async (ctx, { params, body }) => {
      const before = await findOrganization(ctx.db, params.id)
      if (!before) return notFound()
      const allowed = isOnlyDomains(body) ? may.keepDomains(ctx.actor, before) : may.maintain(ctx.actor)
      if (isRefusal(allowed)) return forbidden(allowed)
      const outcome = await changeOrganization(ctx, before, body)
      if (isRefusal(outcome)) return unprocessable(outcome)
      return 'saved' in outcome ? json(toJson(outcome.saved)) : conflict(ctx, outcome.theirs, body)
    },
  }),
  operation({
    method: 'post',
    path: '/organizations/import',
    id: 'importOrganizations',
    title: 'Liste der Kommunen (CSV) einlesen',
    summary: 'Import a list of municipalities (CSV); the same list again changes nothing',
    who: writers,
    tag,
    upload: 'CSV in UTF-8 with the columns ars, ags, name, typ, kreis, einwohner',
    bodyLimit: listLimit,
    problems: { 403: 'Only the cooperative imports organizations', 413: 'The file is too large' },
    guard: may.maintain,
    prepare: prepareList,
    reply: {
      status: 200,
      description: 'What the list changed',
      schema: importReport,
      example: {
        total: 133,
        added: 133,
        changed: 0,
        unchanged: 0,
        byKind: { county: 11, independentCity: 3, unitaryMunicipality: 101, associationMunicipality: 18 },
        dissolved: [],
      },
    },
    work: async (ctx, _, rows) => {
      const report = isRefusal(rows) ? rows : await importMunicipalities(ctx, rows)
      return isRefusal(report) ? unprocessable(report) : json(report)
    },
  }),
]

async function conflict(
  ctx: Context,
  theirs: Organization,
  { version: _, ...yours }: object & { version?: unknown },
): Promise<Answer> {
  const last = await lastChange(ctx.db, theirs.id)
  return {
    kind: 'problem',
    status: 409,
    type: 'zwei-fassungen',
    title: `${last?.person?.name ?? 'Jemand anderes'} hat ${theirs.name} inzwischen auch geändert. Ihre Fassung ist nicht gespeichert.`,
    more: { yours, theirs: toJson(theirs), version: theirs.version },
  }
}
