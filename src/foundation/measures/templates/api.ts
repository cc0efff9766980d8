import { z } from 'zod'
import { isRefusal } from '#kernel/outcome.ts'
import { forbidden, json, notFound, unprocessable } from '#platform/http/answer.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { idSchema } from '#platform/http/parse.ts'
import { may } from '../access.ts'
import { templateExample as example } from '../examples.ts'
import { templateJson } from '../json.ts'
import { findMeasure } from '../queries.ts'
import { newTemplate, templateList, templateOut, templateQuery } from '../schemas.ts'
import { tenthsOf } from '../wish-of.ts'
import { findTemplate, listTemplates } from './queries.ts'
import { releaseTemplate, withdrawTemplate } from './release-template.ts'

const tag = 'Measures'
const reply = { status: 200, description: 'The template', schema: templateOut, example } as const
const givers = 'Own staff, programme managers and guides'

/** Measures that organizations offer to all others. */
export const measureTemplateOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/measure-templates',
    id: 'listMeasureTemplates',
    title: 'Vorlagen für Maßnahmen auflisten',
    summary: 'Measures that organizations offer to all others, the newest first',
    who: 'Everybody signed in',
    tag,
    query: templateQuery,
    reply: {
      status: 200,
      description: 'One page of templates',
      schema: templateList,
      example: { items: [example], next: null },
    },
    work: async (ctx, { query: { q, ...query } }) => {
      const found = await listTemplates(ctx.db, { ...query, text: q })
      return isRefusal(found) ? unprocessable(found) : json({ items: found.items.map(templateJson), next: found.next })
    },
  }),
  operation({
    method: 'post',
    path: '/measure-templates',
    id: 'addMeasureTemplate',
    title: 'eine Vorlage für Maßnahmen freigeben',
    summary: 'Offer a measure to all others; they see what is written here and who gives it, nothing else',
    who: givers,
    tag,
    body: newTemplate,
    bodyExample: { title: example.title, kind: example.kind, description: example.description, effortDays: 0.5 },
    problems: { 403: 'None of these' },
    reply: { ...reply, status: 201 },
    work: async (ctx, { body: { measureId, effortDays, ...wish } }) => {
      const allowed = may.give(ctx.actor)
      if (isRefusal(allowed)) return forbidden(allowed)
      const measure = measureId === undefined ? undefined : await findMeasure(ctx.db, measureId)
      if (measureId !== undefined && !measure) return notFound()
      const own = measure ? may.keep(ctx.actor, measure) : true
      if (isRefusal(own)) return forbidden(own)
      const id = await releaseTemplate(ctx, { ...wish, effortTenths: tenthsOf(effortDays) }, measure)
      if (isRefusal(id)) return unprocessable(id)
      const template = await findTemplate(ctx.db, id)
      return template ? json(templateJson(template), 201) : notFound()
    },
  }),
  operation({
    method: 'post',
    path: '/measure-templates/{id}/withdrawal',
    id: 'withdrawMeasureTemplate',
    title: 'eine Vorlage für Maßnahmen zurücknehmen',
    summary: 'Nobody finds it from now on; measures made from it stay',
    who: 'Who gave it',
    tag,
    params: z.object({ id: idSchema }),
    problems: { 403: 'Given by somebody else' },
    reply,
    work: async (ctx, { params }) => {
      const template = await findTemplate(ctx.db, params.id)
      if (!template) return notFound()
      const allowed = may.takeBack(ctx.actor, template)
      if (isRefusal(allowed)) return forbidden(allowed)
      const done = await withdrawTemplate(ctx, template)
      if (isRefusal(done)) return unprocessable(done)
      const after = await findTemplate(ctx.db, params.id)
      return after ? json(templateJson(after)) : notFound()
    },
  }),
]
