import { z } from 'zod'
import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import type { NeedSource } from '#foundation/programmes/index.ts'
import { forbidden, json, unprocessable } from '#platform/http/answer.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { idSchema, listOf, listQuery } from '#platform/http/parse.ts'
import { may } from '../access.ts'
import { draftExample, messageExample, previewExample } from '../examples.ts'
import { messageIn, messageOut, messagePreview, messageSending, type MessageIn } from '../schemas.ts'
import { onCockpit, onProgramme } from '../web/on-cockpit.ts'
import { type Draft, draftMessage } from './draft-message.ts'
import type { Message } from './message.ts'
import { listMessages } from './queries.ts'
import { sendMessage } from './send-message.ts'

const tag = 'Cockpit'
const who = 'Who leads the programme or guides in it'
const problems = { 403: 'Only who leads the programme or guides in it' }
const params = z.object({ id: idSchema })

const toJson = (message: Message) => ({
  id: message.id,
  subject: message.subject,
  text: message.text,
  audience: message.audience,
  toContacts: message.toContacts,
  municipalities: message.municipalities,
  recipients: message.recipients,
  sentAt: message.sentAt.toString(),
  sentBy: message.senderName ?? '',
})

const draftJson = ({ letters, unreached, recipients }: Draft) => ({
  municipalities: letters.length,
  recipients,
  unreached: unreached.map(({ name }) => name),
  letters: letters.slice(0, 3).map(({ row, subject, text, recipients: people }) => ({
    organization: row.name,
    recipients: people.map(({ name, email }) => name || email),
    subject,
    text,
  })),
})

/** Which municipalities is said one way, or the message would go to more than somebody thought. */
/** What other modules say is missing is only asked where somebody filters by it. */
const asksForNeed = ({ filter }: Pick<MessageIn, 'filter'>): boolean => filter?.need !== undefined

const oneWay = ({ enrollmentIds, filter }: MessageIn): Outcome<true> =>
  (enrollmentIds === undefined) !== (filter === undefined) ||
  refuse('Die Nachricht ist noch nicht gesendet. Bitte nennen Sie Kommunen oder einen Filter, eines von beiden.', [
    { path: 'enrollmentIds', message: 'enrollmentIds oder filter, eines von beiden.' },
  ])

export const cockpitMessageOperationsWith = (sources: readonly NeedSource[]): Operation[] => [
  operation({
    method: 'get',
    path: '/programmes/{id}/cockpit/messages',
    id: 'listCockpitMessages',
    summary: 'Messages to many municipalities, the last first',
    who,
    tag,
    params,
    problems,
    query: listQuery,
    reply: {
      status: 200,
      description: 'One page of messages',
      schema: listOf(messageOut),
      example: { items: [messageExample], next: null },
    },
    work: (ctx, { params: { id }, query }) =>
      onProgramme(ctx, id, async () => {
        const found = await listMessages(ctx.db, id, query)
        return isRefusal(found) ? unprocessable(found) : json({ items: found.items.map(toJson), next: found.next })
      }),
  }),
  operation({
    method: 'post',
    path: '/programmes/{id}/cockpit/message-previews',
    id: 'previewCockpitMessage',
    title: 'zeigen, wer eine Sammelnachricht bekäme und was dort stünde',
    summary: 'Who would get a message, and what the first three would read; nothing is sent',
    who,
    tag,
    params,
    problems,
    body: messageIn,
    bodyExample: draftExample,
    reply: { status: 200, description: 'As it would go out now', schema: messagePreview, example: previewExample },
    work: (ctx, { params: { id }, body }) =>
      onCockpit(ctx, id, asksForNeed(body) ? sources : [], async (look) => {
        const fits = oneWay(body)
        const draft = isRefusal(fits) ? fits : await draftMessage(ctx, look, body)
        return isRefusal(draft) ? unprocessable(draft) : json(draftJson(draft))
      }),
  }),
  operation({
    method: 'post',
    path: '/programmes/{id}/cockpit/messages',
    id: 'sendCockpitMessage',
    title: 'eine Sammelnachricht senden',
    summary:
      'Send a message to many municipalities, one mail for each person and municipality; the same id once more sends nothing',
    who,
    tag,
    params,
    problems,
    body: messageSending,
    bodyExample: { ...draftExample, id: messageExample.id, expectedRecipients: 6 },
    reply: { status: 201, description: 'As it is kept', schema: messageOut, example: messageExample },
    work: (ctx, { params: { id }, body }) =>
      onCockpit(ctx, id, asksForNeed(body) ? sources : [], async (look) => {
        const allowed = may.send(look.programme)
        if (isRefusal(allowed)) return forbidden(allowed)
        const fits = oneWay(body)
        const outcome = isRefusal(fits) ? fits : await sendMessage(ctx, look, body)
        return isRefusal(outcome) ? unprocessable(outcome) : json(toJson(outcome.message), 201)
      }),
  }),
]
