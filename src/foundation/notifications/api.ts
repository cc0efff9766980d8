import { z } from 'zod'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import { type Answer, json, notFound, type ProblemAnswer, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { idSchema } from '#platform/http/parse.ts'
import { may } from './access.ts'
import { changeLetterhead, resetLetterhead } from './change-letterhead.ts'
import { changeWording, type Conflict, resetWording } from './change-wording.ts'
import type { MailTemplate } from './mail-template.ts'
import { type CurrentWording, findLetterhead, findWording, listOutbox, listWordings } from './queries.ts'
import {
  letterheadInput,
  letterheadOut,
  mailOut,
  mailQuery,
  templateOut,
  versionInput,
  wordingInput,
} from './schemas.ts'
import { sendAgain } from './send-again.ts'
import { placeholdersOf } from './wording.ts'

const tag = 'Notifications'
const who = 'Office and administrator of the cooperative'
const problems = { 403: 'Only office and administrator tend mail', 409: 'Somebody else changed it in between' }
const named = z.object({ name: z.string().max(100) })
const one = z.object({ id: idSchema })
const id = '01940d1c-5c00-7a60-8000-4b5c6d7e8f90'

const templateExample = {
  name: 'identity.invitation',
  title: 'Einladung einer Person',
  subject: 'Ihr Zugang zum Lotsenwerk',
  text: 'Guten Tag {{name}},\n\nIhr Zugang ist vorbereitet: {{portal}}/einladung/{{schluessel}}',
  placeholders: { schluessel: 'Ende der Adresse, unter der die Einladung angenommen wird' },
  own: false,
  version: 0,
}

const letterheadExample = {
  sender: 'Verbund Beispielland eG',
  closing: 'Mit freundlichen Grüßen',
  footer: 'Das Portal erreichen Sie unter {{portal}}.',
  own: false,
  version: 0,
}

const stale: ProblemAnswer = {
  kind: 'problem',
  status: 409,
  type: 'inzwischen-geaendert',
  title: 'Inzwischen hat jemand anderes gespeichert. Bitte lesen Sie den neuen Stand und ändern Sie ihn.',
  refusal: { refused: 'stale' },
}

async function written(outcome: Outcome<true | Conflict>, now: () => Promise<Answer>): Promise<Answer> {
  if (isRefusal(outcome)) return unprocessable(outcome)
  return outcome === true ? now() : stale
}

/** Mail for whoever tends it. */
export const notificationOperations = (templates: readonly MailTemplate[]): Operation[] => [
  ...mailOperations,
  ...templateOperations(templates),
  ...letterheadOperations,
]

const mailOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/mails',
    id: 'listMails',
    summary: 'Mails in one state, the newest 200',
    who,
    tag,
    query: mailQuery,
    problems: { 403: problems[403] },
    guard: may.tendMail,
    reply: {
      status: 200,
      description: 'To whom, and whether it arrived',
      schema: z.object({ items: z.array(mailOut) }),
      example: {
        items: [
          {
            id,
            template: 'identity.invitation',
            email: 'neu@musterstadt.example',
            name: 'Neu Person',
            state: 'failed',
            attempts: 1,
            reason: 'Der Mailserver nimmt für diese Adresse nichts an: 550 no such user',
            createdAt: '2026-11-21T08:15:00Z',
            changedAt: '2026-11-21T08:15:04Z',
          },
        ],
      },
    },
    work: async (ctx, { query }) => {
      const items = await listOutbox(ctx.db, [query.state], 200)
      return json({
        items: items.map(({ createdAt, changedAt, ...mail }) => ({
          ...mail,
          createdAt: createdAt.toString(),
          changedAt: changedAt.toString(),
        })),
      })
    },
  }),
  operation({
    method: 'post',
    path: '/mails/{id}/resend',
    id: 'resendMail',
    summary: 'Hand a refused mail over once more',
    who,
    tag,
    params: one,
    problems: { 403: problems[403] },
    guard: may.tendMail,
    reply: { status: 200, description: 'It waits again', schema: one, example: { id } },
    work: async (ctx, { params }) => {
      const outcome = await sendAgain(ctx, params.id)
      return isRefusal(outcome) ? unprocessable(outcome) : json({ id: params.id })
    },
  }),
]

const templateToJson = (template: MailTemplate, { subject, text, own, version }: CurrentWording) => ({
  name: template.name,
  title: template.title,
  subject,
  text,
  placeholders: placeholdersOf(template),
  own,
  version,
})

const templateNow = async ({ db }: Context, template: MailTemplate): Promise<Answer> =>
  json(templateToJson(template, await findWording(db, template)))

const templateOperations = (templates: readonly MailTemplate[]): Operation[] => {
  const find = (name: string): MailTemplate | undefined => templates.find((template) => template.name === name)
  const shared = { who, tag, guard: may.tendMail, problems }
  const reply = {
    status: 200 as const,
    description: 'The wording as it is now',
    schema: templateOut,
    example: templateExample,
  }
  return [
    operation({
      ...shared,
      method: 'get',
      path: '/mail-templates',
      id: 'listMailTemplates',
      summary: 'All mails there are, as they are worded today',
      problems: { 403: problems[403] },
      reply: {
        status: 200,
        description: 'All templates',
        schema: z.object({ items: z.array(templateOut) }),
        example: { items: [templateExample] },
      },
      work: async (ctx) => {
        const wordings = await listWordings(ctx.db, templates)
        return json({ items: wordings.map(({ template, wording }) => templateToJson(template, wording)) })
      },
    }),
    operation({
      ...shared,
      method: 'put',
      path: '/mail-templates/{name}',
      id: 'changeMailTemplate',
      summary: 'Word a mail',
      params: named,
      body: wordingInput,
      bodyExample: { subject: 'Willkommen', text: 'Guten Tag {{name}},\n\n{{portal}}', version: 0 },
      reply,
      work: async (ctx, { params, body }) => {
        const template = find(params.name)
        if (!template) return notFound('Diese Vorlage gibt es nicht.')
        const outcome = await changeWording(ctx, template, body)
        return written(outcome, () => templateNow(ctx, template))
      },
    }),
    operation({
      ...shared,
      method: 'post',
      path: '/mail-templates/{name}/reset',
      id: 'resetMailTemplate',
      summary: 'Back to our wording',
      params: named,
      body: versionInput,
      bodyExample: { version: 1 },
      reply,
      work: async (ctx, { params, body }) => {
        const template = find(params.name)
        if (!template) return notFound('Diese Vorlage gibt es nicht.')
        const outcome = await resetWording(ctx, template, body.version)
        return written(outcome, () => templateNow(ctx, template))
      },
    }),
  ]
}

const letterheadNow = async ({ db }: Context): Promise<Answer> => {
  const { letterhead, own, version } = await findLetterhead(db)
  return json({ ...letterhead, own, version })
}

const letterheadReply = {
  status: 200 as const,
  description: 'The letterhead as it is now',
  schema: letterheadOut,
  example: letterheadExample,
}

const letterheadOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/mail-letterhead',
    id: 'getMailLetterhead',
    summary: 'What stands below each mail',
    who,
    tag,
    problems: { 403: problems[403] },
    guard: may.tendMail,
    reply: letterheadReply,
    work: letterheadNow,
  }),
  operation({
    method: 'put',
    path: '/mail-letterhead',
    id: 'changeMailLetterhead',
    summary: 'Name, closing and contact lines of every mail',
    who,
    tag,
    problems,
    guard: may.tendMail,
    body: letterheadInput,
    bodyExample: {
      sender: 'Verbund Beispielland eG',
      closing: 'Freundliche Grüße',
      footer: 'Telefon 0391 1234',
      version: 0,
    },
    reply: letterheadReply,
    work: async (ctx, { body }) => written(await changeLetterhead(ctx, body), () => letterheadNow(ctx)),
  }),
  operation({
    method: 'post',
    path: '/mail-letterhead/reset',
    id: 'resetMailLetterhead',
    summary: 'Back to ours',
    who,
    tag,
    problems,
    guard: may.tendMail,
    body: versionInput,
    bodyExample: { version: 1 },
    reply: letterheadReply,
    work: async (ctx, { body }) => written(await resetLetterhead(ctx, body.version), () => letterheadNow(ctx)),
  }),
]
