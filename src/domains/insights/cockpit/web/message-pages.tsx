import { germanMoment } from '#kernel/local-day.ts'
import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import { type NeedSource, type Programme, programmeRoutes } from '#foundation/programmes/index.ts'
import { newId } from '#platform/crypto/random.ts'
import { type Answer, forbidden, page, redirect, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Pager } from '#ui/pager/pager.tsx'
import { Table } from '#ui/table/table.tsx'
import { Why } from '#ui/why/why.tsx'
import { may } from '../access.ts'
import { readFilter } from '../filter.ts'
import { draftMessage } from '../messages/draft-message.ts'
import { audienceNames, audiences, type Message, mostRecipients } from '../messages/message.ts'
import { listMessages } from '../messages/queries.ts'
import { sendMessage } from '../messages/send-message.ts'
import { listRows, type Look } from '../queries.ts'
import { cockpitRoutes } from '../routes.ts'
import { messageSending } from '../schemas.ts'
import { emptyDraft, messagePage } from './message-page.tsx'
import { onCockpit, onProgramme } from './on-cockpit.ts'

const pageSize = 50
const longestForm = 256 * 1024

/** Messages to many: written, looked at, sent, and listed. */
export const messagePagesWith = (sources: readonly NeedSource[]): PageRoute[] => [
  show(cockpitRoutes.newMessage, (ctx, { params, query }) =>
    onCockpit(ctx, params['id'], sources, (look) => begin(ctx, look, query)),
  ),
  show(cockpitRoutes.messages, (ctx, { params, query }) =>
    onProgramme(ctx, params['id'], (programme) => sentPage(ctx, programme, query['ab'])),
  ),
  submit(
    cockpitRoutes.messages,
    (ctx, { params, form }) =>
      onProgramme(ctx, params['id'], async (programme) => {
        const allowed = may.send(programme)
        return isRefusal(allowed) ? forbidden(allowed) : answerForm(ctx, { programme, now: ctx.now }, form)
      }),
    { bodyLimit: longestForm },
  ),
]

/** To everybody whom the filter shows, in all its parts. */
async function begin(ctx: Context, look: Look, query: Record<string, string>): Promise<Answer> {
  const found = await listRows(ctx.db, readFilter(query), look, { limit: mostRecipients })
  if (isRefusal(found)) return unprocessable(found)
  if (found.next !== null || found.items.length === 0)
    return unprocessable(
      refuse(
        found.next === null
          ? 'Zu diesem Filter gibt es keine Kommune, der Sie schreiben könnten. Bitte filtern Sie anders.'
          : `Der Filter zeigt mehr als ${mostRecipients} Kommunen. Bitte filtern Sie enger, und senden Sie in Teilen.`,
      ),
    )
  return messagePage(look, { values: emptyDraft(found.items.map(({ id }) => id).join(',')) })
}

function inputOf(form: Record<string, string>) {
  return parse(
    messageSending,
    {
      id: form['sendId'] ?? newId(),
      subject: form['subject'] ?? '',
      text: form['text'] ?? '',
      audience: audiences.filter((name) => form[name] === 'ja'),
      toContacts: form['toContacts'] === 'ja',
      enrollmentIds: (form['roads'] ?? '').split(',').filter(Boolean),
      ...(form['expectedRecipients'] === undefined ? {} : { expectedRecipients: Number(form['expectedRecipients']) }),
    },
    'Die Nachricht ist noch nicht gesendet',
  )
}

async function answerForm(ctx: Context, look: Look, form: Record<string, string>): Promise<Answer> {
  const input = inputOf(form)
  if (isRefusal(input)) return messagePage(look, { values: form, refusal: input })
  if (form['tun'] !== 'senden') {
    const draft = await draftMessage(ctx, look, input)
    return isRefusal(draft)
      ? messagePage(look, { values: form, refusal: draft })
      : messagePage(look, { values: form, draft })
  }
  const outcome: Outcome<{ message: Message; isNew: boolean }> = await sendMessage(ctx, look, input)
  if (isRefusal(outcome)) return messagePage(look, { values: form, refusal: outcome })
  const { message, isNew } = outcome
  return redirect(
    cockpitRoutes.messages.href({ id: look.programme.id }),
    isNew
      ? `Die Nachricht geht an ${message.recipients} Empfänger in ${message.municipalities} Kommunen.`
      : 'Diese Nachricht war schon gesendet. Sie geht nicht noch einmal hinaus.',
  )
}

const toWhom = ({ audience, toContacts }: Message): string =>
  [...audience.map((name) => audienceNames[name]), ...(toContacts ? ['Kontaktadressen'] : [])].join(', ')

async function sentPage(ctx: Context, programme: Programme, cursor: string | undefined): Promise<Answer> {
  const found = await listMessages(ctx.db, programme.id, { limit: pageSize, cursor })
  if (isRefusal(found)) return unprocessable(found)
  const { id, name } = programme
  const title = 'Gesendete Nachrichten'
  return page({
    title,
    crumbs: [
      { label: 'Programme', href: programmeRoutes.list.href() },
      { label: name, href: programmeRoutes.show.href({ id }) },
      { label: 'Cockpit', href: cockpitRoutes.show.href({ id }) },
      { label: title },
    ],
    view: () => (
      <>
        <PageHead
          title={title}
          lead={`Sammelnachrichten an Kommunen in ${name}, die letzte zuerst.`}
          actions={
            <ButtonLink href={cockpitRoutes.newMessage.href({ id })} size="x-small" icon="mail">
              Allen offenen schreiben
            </ButtonLink>
          }
        />
        {found.items.length === 0 ? (
          <Empty title="Noch keine Nachricht" level={2}>
            Im Cockpit wählen Sie Kommunen aus, schreiben einmal und sehen vor dem Senden, wer was liest.
          </Empty>
        ) : (
          <Sent ctx={ctx} messages={found.items} />
        )}
        {found.next && <Pager next={{ href: `${cockpitRoutes.messages.href({ id })}?ab=${found.next}` }} />}
      </>
    ),
  })
}

const Sent = ({ ctx: { now }, messages }: { ctx: Context; messages: readonly Message[] }) => (
  <Table
    caption="Was gesendet wurde, von wem und an wie viele"
    captionHidden
    stack
    rows={messages}
    columns={[
      {
        header: 'Betreff',
        rowHeader: true,
        cell: ({ subject, text }) => (
          <>
            {subject}
            <Why summary="Text zeigen">
              <p class="lw-letter__text">{text}</p>
            </Why>
          </>
        ),
      },
      { header: 'Wann', cell: ({ sentAt }) => germanMoment(sentAt, now) },
      { header: 'Von', cell: ({ senderName }) => senderName ?? '–' },
      { header: 'An', cell: toWhom },
      { header: 'Kommunen', numeric: true, cell: ({ municipalities }) => municipalities },
      { header: 'Empfänger', numeric: true, cell: ({ recipients }) => recipients },
    ]}
  />
)
