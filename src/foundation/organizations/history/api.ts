import { z } from 'zod'
import { isRefusal } from '#kernel/outcome.ts'
import { forbidden, json, notFound, unprocessable } from '#platform/http/answer.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { idSchema, listOf, listQuery } from '#platform/http/parse.ts'
import { may } from '../access.ts'
import { changeExample } from '../examples.ts'
import { changeJson } from '../json.ts'
import { findOrganization } from '../queries.ts'
import { listChanges } from './queries.ts'
import { changeOut } from './schemas.ts'

export const historyOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/organizations/{id}/changes',
    id: 'listOrganizationChanges',
    title: 'wer wann was an einer Organisation geändert hat',
    summary: 'Who changed what about an organization, the latest first',
    who: 'Own staff, staff of the cooperative',
    tag: 'Organizations',
    params: z.object({ id: idSchema }),
    query: listQuery,
    problems: { 403: 'The history is for the organization and the cooperative only' },
    reply: {
      status: 200,
      description: 'One page of changes',
      schema: listOf(changeOut),
      example: { items: [changeExample], next: null },
    },
    work: async (ctx, { params, query }) => {
      const organization = await findOrganization(ctx.db, params.id)
      if (!organization) return notFound('Diese Organisation gibt es nicht.')
      const allowed = may.seeHistory(ctx.actor, organization)
      if (isRefusal(allowed)) return forbidden(allowed)
      const found = await listChanges(ctx.db, params.id, query)
      return isRefusal(found) ? unprocessable(found) : json({ items: found.items.map(changeJson), next: found.next })
    },
  }),
]
