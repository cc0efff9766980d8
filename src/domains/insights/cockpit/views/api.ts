import { z } from 'zod'
import { isRefusal } from '#kernel/outcome.ts'
import { type Answer, json, notFound, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { idSchema, listOf } from '#platform/http/parse.ts'
import { viewExample as example } from '../examples.ts'
import { viewChange, viewIn, viewOut } from '../schemas.ts'
import { onProgramme } from '../web/on-cockpit.ts'
import { changeView } from './change-view.ts'
import { keepView } from './keep-view.ts'
import { findView, listViews } from './queries.ts'
import { removeView } from './remove-view.ts'
import type { View } from './view.ts'

const tag = 'Cockpit'
const who = 'Who leads the programme or guides in it; everybody their own'
const own = 'Whose view it is'
const problems = { 403: 'Only who leads the programme or guides in it' }
const params = z.object({ id: idSchema })

const toJson = ({ id, name, filter, isDefault, position }: View) => ({ id, name, filter, isDefault, position })

const onView = async (
  ctx: Context,
  id: string,
  then: (view: View & { programmeId: string }) => Promise<Answer>,
): Promise<Answer> => {
  const view = await findView(ctx.db, id)
  return view ? then(view) : notFound()
}

export const cockpitViewOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/programmes/{id}/cockpit/views',
    id: 'listCockpitViews',
    summary: 'Own views of a cockpit, in their order',
    who,
    tag,
    params,
    problems,
    reply: {
      status: 200,
      description: 'All of them',
      schema: listOf(viewOut),
      example: { items: [example], next: null },
    },
    work: (ctx, { params: { id } }) =>
      onProgramme(ctx, id, async () => json({ items: (await listViews(ctx.db, id)).map(toJson), next: null })),
  }),
  operation({
    method: 'post',
    path: '/programmes/{id}/cockpit/views',
    id: 'addCockpitView',
    summary: 'Keep filters and order under a name; the same name takes the new ones',
    who,
    tag,
    params,
    problems,
    body: viewIn,
    bodyExample: { name: example.name, filter: example.filter, isDefault: true },
    reply: { status: 201, description: 'It is kept', schema: viewOut, example },
    work: (ctx, { params: { id }, body }) =>
      onProgramme(ctx, id, async (programme) => {
        const outcome = await keepView(ctx, programme, body)
        return isRefusal(outcome) ? unprocessable(outcome) : json(toJson(outcome), 201)
      }),
  }),
  operation({
    method: 'patch',
    path: '/cockpit-views/{id}',
    id: 'changeCockpitView',
    summary: 'Another name, other filters, another place, or the one that opens by itself',
    who: own,
    tag,
    params,
    body: viewChange,
    bodyExample: { position: 1 },
    reply: { status: 200, description: 'The view', schema: viewOut, example },
    work: (ctx, { params: { id }, body }) =>
      onView(ctx, id, async (view) => {
        const outcome = await changeView(ctx, view, body)
        return isRefusal(outcome) ? unprocessable(outcome) : json(toJson(outcome))
      }),
  }),
  operation({
    method: 'delete',
    path: '/cockpit-views/{id}',
    id: 'removeCockpitView',
    summary: 'No longer keep a view',
    who: own,
    tag,
    params,
    reply: { status: 200, description: 'It is gone', schema: params, example: { id: example.id } },
    work: (ctx, { params: { id } }) =>
      onView(ctx, id, async (view) => {
        await removeView(ctx, view)
        return json({ id })
      }),
  }),
]
