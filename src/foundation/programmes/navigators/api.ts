import { z } from 'zod'
import { localDay } from '#kernel/local-day.ts'
import { isRefusal } from '#kernel/outcome.ts'
import { forbidden, json, notFound, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { idSchema } from '#platform/http/parse.ts'
import { may } from '../access.ts'
import { findEnrollment } from '../enrollments/queries.ts'
import { nameNavigator } from './name-navigator.ts'
import type { Navigator } from './navigator.ts'
import { listNavigators } from './queries.ts'
import { namingIn, navigatorList } from './schemas.ts'

const tag = 'Navigators'
const params = z.object({ id: idSchema })

const example = {
  id: '01940d1c-5c00-7a60-8000-6b5c6d7e8f99',
  person: { id: '01940d1c-5c00-7a60-8000-6b5c6d7e8f9a', name: 'Jonas Timm' },
  from: '2026-03-02',
  until: null,
  reason: '',
  namedAt: '2026-02-27T10:00:00Z',
}

const toJson = ({ id, personId, personName, from, until, reason, namedAt }: Navigator) => ({
  id,
  person: { id: personId, name: personName },
  from,
  until,
  reason,
  namedAt: namedAt.toString(),
})

const all = async (ctx: Context, id: string) => ({ items: (await listNavigators(ctx.db, id)).map(toJson), next: null })

export const navigatorOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/enrollments/{id}/navigators',
    id: 'listNavigators',
    title: 'wen eine Kommune benannt hat',
    summary: 'Whom the municipality has named, the newest first',
    who: 'The municipality, and who leads or guides in the programme',
    tag,
    params,
    problems: { 403: 'Not for assessors' },
    reply: {
      status: 200,
      description: 'All of them',
      schema: navigatorList,
      example: { items: [example], next: null },
    },
    work: async (ctx, { params: { id } }) => {
      const road = await findEnrollment(ctx.db, id)
      if (!road) return notFound()
      const allowed = may.seeNamed(ctx.actor, road)
      return isRefusal(allowed) ? forbidden(allowed) : json(await all(ctx, id))
    },
  }),
  operation({
    method: 'post',
    path: '/enrollments/{id}/navigators',
    id: 'nameNavigator',
    title: 'jemanden benennen, auch an Stelle von jemand anderem',
    summary: 'Name a colleague; whoever was named before ends the day before',
    who: 'The chief executive of the municipality',
    tag,
    params,
    body: namingIn,
    bodyExample: { personId: example.person.id, from: '2026-12-01', reason: '' },
    problems: { 403: 'The chief executive names' },
    reply: {
      status: 201,
      description: 'All of them',
      schema: navigatorList,
      example: { items: [example], next: null },
    },
    work: async (ctx, { params: { id }, body }) => {
      const road = await findEnrollment(ctx.db, id)
      if (!road) return notFound()
      const allowed = may.name(ctx.actor, road)
      if (isRefusal(allowed)) return forbidden(allowed)
      const named = await nameNavigator(ctx, road, { ...body, from: body.from ?? localDay(ctx.now).toString() })
      return isRefusal(named) ? unprocessable(named) : json(await all(ctx, id), 201)
    },
  }),
]
