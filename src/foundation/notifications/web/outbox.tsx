import { germanMoment } from '#kernel/local-day.ts'
import { type Refusal, isRefusal } from '#kernel/outcome.ts'
import { isId } from '#kernel/id.ts'
import { type Answer, notFound, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { Button } from '#ui/button/button.tsx'
import { EmailAddress } from '#ui/email-address/email-address.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Facts } from '#ui/facts/facts.tsx'
import { Form } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { LinkList } from '#ui/link-list/link-list.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import { Tag } from '#ui/tag/tag.tsx'
import { may } from '../access.ts'
import type { MailState } from '../mail-state.ts'
import type { MailTemplate } from '../mail-template.ts'
import { countOutbox, listOutbox, type OutboxEntry } from '../queries.ts'
import { notificationRoutes } from '../routes.ts'
import { sendAgain } from '../send-again.ts'

const title = 'Postausgang'
const newest = 100

/** Which mail does not arrive, and why. */
export const outboxPages = (templates: readonly MailTemplate[]): PageRoute[] => [
  show(notificationRoutes.outbox, (ctx) => outboxPage(ctx, templates), { guard: may.tendMail }),
  submit(
    notificationRoutes.sendAgain,
    async (ctx, { params }) => {
      const id = params['id'] ?? ''
      if (!isId(id)) return notFound()
      const outcome = await sendAgain(ctx, id)
      return isRefusal(outcome)
        ? outboxPage(ctx, templates, outcome)
        : redirect(notificationRoutes.outbox.href(), 'Die Mail wird noch einmal gesendet.')
    },
    { guard: may.tendMail },
  ),
]

async function outboxPage(ctx: Context, templates: readonly MailTemplate[], refusal?: Refusal): Promise<Answer> {
  const counts = await countOutbox(ctx.db)
  const undelivered = await listOutbox(ctx.db, ['failed', 'bounced'], newest)
  const waiting = await listOutbox(ctx.db, ['waiting'], newest)
  const titles = new Map(templates.map((template) => [template.name, template.title]))
  const nameOf = (name: string): string => titles.get(name) ?? name
  return page({
    title,
    status: refusal ? 422 : 200,
    refusal,
    view: () => (
      <>
        <PageHead title={title} lead={situation(counts)} />
        <div class="lw-stack lw-stack--xl">
          {refusal && <ErrorSummary title={refusal.refused} errors={[]} kept="" />}
          <Facts
            items={[
              { label: 'nicht angekommen', value: counts.failed + counts.bounced },
              { label: 'warten', value: counts.waiting },
              { label: 'in 90 Tagen übergeben', value: counts.sent },
            ]}
          />
          <Undelivered {...{ ctx, nameOf }} items={undelivered} />
          {waiting.length > 0 && <Waiting {...{ ctx, nameOf }} items={waiting} />}
          <Panel id="weiter" title="Wie unsere Mails klingen">
            <LinkList
              items={[
                { href: notificationRoutes.templates.href(), label: 'Mail-Vorlagen', note: 'Betreff und Text' },
                { href: notificationRoutes.letterhead.href(), label: 'Briefkopf', note: 'Name, Gruß und Kontakt' },
              ]}
            />
          </Panel>
        </div>
      </>
    ),
  })
}

function situation({ failed, bounced, waiting }: Record<MailState, number>): string {
  const lost = failed + bounced
  if (lost > 0) return `${lost === 1 ? 'Eine Mail ist' : `${lost} Mails sind`} nicht angekommen.`
  if (waiting > 0)
    return `${waiting === 1 ? 'Eine Mail wartet' : `${waiting} Mails warten`} darauf, dass der Mailserver sie annimmt.`
  return 'Alle Mails sind übergeben.'
}

interface ListProps {
  ctx: Context
  items: OutboxEntry[]
  nameOf: (template: string) => string
}

const Recipient = ({ name, email }: OutboxEntry) => (
  <>
    {name || <EmailAddress>{email}</EmailAddress>}
    {name && (
      <div class="lw-table__sub">
        <EmailAddress>{email}</EmailAddress>
      </div>
    )}
  </>
)

const Undelivered = ({ ctx, items, nameOf }: ListProps) => (
  <Panel id="nicht-angekommen" title="Nicht angekommen">
    {items.length === 0 ? (
      <Empty title="Alles angekommen, soweit wir wissen">
        Lehnt ein Mailserver eine Mail endgültig ab oder schickt er sie zurück, steht sie hier mit seinem Grund.
      </Empty>
    ) : (
      <Table
        caption={`Die neuesten zuerst, höchstens ${newest}`}
        stack
        rows={items}
        columns={[
          { header: 'An', rowHeader: true, cell: (mail) => <Recipient {...mail} /> },
          { header: 'Mail', cell: ({ template }) => nameOf(template) },
          {
            header: 'Stand',
            cell: ({ state, changedAt }) => (
              <>
                <Tag state="late">{state === 'bounced' ? 'zurückgekommen' : 'abgelehnt'}</Tag>
                <div class="lw-table__sub">{germanMoment(changedAt, ctx.now)}</div>
              </>
            ),
          },
          { header: 'Grund', cell: ({ reason }) => reason ?? '–' },
          {
            header: 'Was tun',
            cell: ({ id, state, name, email }) =>
              state === 'bounced' ? (
                'Adresse prüfen und den Vorgang wiederholen'
              ) : (
                <Form
                  action={notificationRoutes.sendAgain.href({ id })}
                  layout="row"
                  label={`Mail an ${name || email} noch einmal senden`}
                >
                  <Button size="x-small">Noch einmal senden</Button>
                </Form>
              ),
          },
        ]}
      />
    )}
  </Panel>
)

/** Often all wait for the same reason; then it is said once. */
const commonReason = (items: OutboxEntry[]): string | undefined => {
  const [reason, ...others] = new Set(items.map((mail) => mail.reason))
  return others.length === 0 ? (reason ?? undefined) : undefined
}

const Waiting = ({ ctx, items, nameOf }: ListProps) => (
  <Panel id="wartet" title="Wartet">
    {commonReason(items) && <p>Grund: {commonReason(items)}</p>}
    <Table
      caption={`Wird von selbst gesendet, sobald der Mailserver sie annimmt; höchstens ${newest}`}
      stack
      dense
      rows={items}
      columns={[
        { header: 'An', rowHeader: true, cell: (mail) => <Recipient {...mail} /> },
        { header: 'Mail', cell: ({ template }) => nameOf(template) },
        { header: 'Seit', cell: ({ createdAt }) => germanMoment(createdAt, ctx.now) },
        { header: 'Versuche', numeric: true, cell: ({ attempts }) => attempts },
        ...(commonReason(items) ? [] : [{ header: 'Letzter Grund', cell: ({ reason }: OutboxEntry) => reason ?? '–' }]),
      ]}
    />
  </Panel>
)
