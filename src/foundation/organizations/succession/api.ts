import { z } from 'zod'
import { isRefusal } from '#kernel/outcome.ts'
import { forbidden, json, notFound, unprocessable } from '#platform/http/answer.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { idSchema } from '#platform/http/parse.ts'
import { may } from '../access.ts'
import { detailExample, organizationExample } from '../examples.ts'
import { descentJson, organizationJson } from '../json.ts'
import { findOrganization } from '../queries.ts'
import { organizationDetail } from '../schemas.ts'
import { findDescent, listSuccessions } from './queries.ts'
import { recordSuccession } from './record-succession.ts'
import { renameOrganization } from './rename-organization.ts'
import { successorIn } from './schemas.ts'
import { withdrawSuccession } from './withdraw-succession.ts'

const tag = 'Organizations'
const writers = 'Programme manager, office and administrator of the cooperative'
const one = z.object({ id: idSchema })

export const successionOperations: Operation[] = [
  operation({
    method: 'post',
    path: '/organizations/{id}/successors',
    id: 'addOrganizationSuccessor',
    title: 'Zusammenlegung, Aufteilung oder Umbenennung eintragen',
    summary: 'Record a merger, a part of a split, or a renaming; nothing of the old one is deleted',
    who: writers,
    tag,
    params: one,
    body: successorIn,
    bodyExample: { kind: 'merge', successorId: organizationExample.id, from: '2021-01-01' },
    problems: { 403: 'Only the cooperative records what becomes of organizations' },
    reply: {
      status: 201,
      description: 'The predecessor as it is now; after a renaming the organization under its new name',
      schema: organizationDetail,
      example: detailExample,
    },
    work: async (ctx, { params, body }) => {
      const before = await findOrganization(ctx.db, params.id)
      if (!before) return notFound('Diese Organisation gibt es nicht.')
      const allowed = may.maintain(ctx.actor)
      if (isRefusal(allowed)) return forbidden(allowed)
      if (body.kind === 'rename') {
        const renamed = await renameOrganization(ctx, before, body)
        if (isRefusal(renamed)) return unprocessable(renamed)
      } else {
        const successor = await findOrganization(ctx.db, body.successorId)
        if (!successor) return notFound('Die Nachfolgerin gibt es nicht. Bitte legen Sie sie zuerst an.')
        const recorded = await recordSuccession(ctx, before, { successor, kind: body.kind, from: body.from })
        if (isRefusal(recorded)) return unprocessable(recorded)
      }
      const after = await findOrganization(ctx.db, params.id)
      return after
        ? json({ ...organizationJson(after), ...descentJson(await findDescent(ctx.db, params.id)) }, 201)
        : notFound()
    },
  }),
  operation({
    method: 'delete',
    path: '/organizations/{id}/successors/{successionId}',
    id: 'withdrawOrganizationSuccessor',
    title: 'eine irrtümlich eingetragene Nachfolge zurücknehmen',
    summary: 'Take back a merger or split that was recorded by mistake; the history keeps it',
    who: writers,
    tag,
    params: one.extend({ successionId: idSchema }),
    problems: { 403: 'Only the cooperative records what becomes of organizations' },
    reply: {
      status: 200,
      description: 'The organization as it is now',
      schema: organizationDetail,
      example: { ...detailExample, predecessors: [] },
    },
    work: async (ctx, { params }) => {
      const before = await findOrganization(ctx.db, params.id)
      if (!before) return notFound('Diese Organisation gibt es nicht.')
      const allowed = may.maintain(ctx.actor)
      if (isRefusal(allowed)) return forbidden(allowed)
      const { successors } = await listSuccessions(ctx.db, params.id)
      const entry = successors.find(({ id }) => id === params.successionId)
      if (!entry || !(await withdrawSuccession(ctx, before, entry)))
        return notFound('Diese Nachfolge ist nicht eingetragen, oder sie ist schon zurückgenommen.')
      const after = await findOrganization(ctx.db, params.id)
      return after
        ? json({ ...organizationJson(after), ...descentJson(await findDescent(ctx.db, params.id)) })
        : notFound()
    },
  }),
]
