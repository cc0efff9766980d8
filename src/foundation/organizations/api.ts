import { z } from 'zod'
import { isRefusal } from '#kernel/outcome.ts'
import { forbidden, json, notFound, unprocessable } from '#platform/http/answer.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { idSchema, listOf } from '#platform/http/parse.ts'
import { may } from './access.ts'
import { addOrganization } from './add-organization.ts'
import { changeOrganization } from './change-organization.ts'
import { importMunicipalities } from './import-municipalities.ts'
import type { Organization } from './organization.ts'
import { listLimit, prepareList } from './prepare-list.ts'
import { findOrganization, listOrganizations } from './queries.ts'
import { importReport, newOrganization, organizationChange, organizationOut, organizationQuery } from './schemas.ts'

const tag = 'Organizations'
const writers = 'Programme manager, office and administrator of the cooperative'
const one = z.object({ id: idSchema })

const example = {
  id: '01940d1c-5c00-7a60-8000-2f1d3a4b5c6d',
  name: 'Stadt Musterstadt',
  kind: 'unitaryMunicipality',
  ars: null,
  ags: null,
  leitwegId: null,
  population: 12_400,
  county: 'Landkreis Nordaue',
  domains: ['musterstadt.example'],
}

const toJson = ({ id, name, kind, ars, ags, leitwegId, population, county, domains }: Organization) => ({
  id,
  name,
  kind,
  ars,
  ags,
  leitwegId,
  population,
  county,
  domains,
})

export const organizationOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/organizations',
    id: 'listOrganizations',
    summary: 'Organizations in German order of names',
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
    summary: 'One organization',
    who: 'Everybody signed in',
    tag,
    params: one,
    reply: { status: 200, description: 'The organization', schema: organizationOut, example },
    work: async (ctx, { params }) => {
      const found = await findOrganization(ctx.db, params.id)
      return found ? json(toJson(found)) : notFound()
    },
  }),
  operation({
    method: 'post',
    path: '/organizations',
    id: 'addOrganization',
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
    summary: 'Change what is given, leave the rest',
    who: writers,
    tag,
    params: one,
    body: organizationChange,
    bodyExample: { population: 7100 },
    problems: { 403: 'Only the cooperative changes organizations' },
    reply: { status: 200, description: 'The organization as it is now', schema: organizationOut, example },
    work: async (ctx, { params, body }) => {
      if (!(await findOrganization(ctx.db, params.id))) return notFound()
      const allowed = may.maintain(ctx.actor)
      if (isRefusal(allowed)) return forbidden(allowed)
      await changeOrganization(ctx, params.id, body)
      const after = await findOrganization(ctx.db, params.id)
      return after ? json(toJson(after)) : notFound()
    },
  }),
  operation({
    method: 'post',
    path: '/organizations/import',
    id: 'importOrganizations',
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
      },
    },
    work: async (ctx, _, rows) => {
      const report = isRefusal(rows) ? rows : await importMunicipalities(ctx, rows)
      return isRefusal(report) ? unprocessable(report) : json(report)
    },
  }),
]
