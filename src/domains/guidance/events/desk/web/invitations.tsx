import type { Temporal } from 'temporal-polyfill'
import { germanMoment } from '#kernel/local-day.ts'
import { isRefusal, type Refusal, refuse } from '#kernel/outcome.ts'
import { listNames } from '#foundation/organizations/index.ts'
import { type Answer, notFound, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import { Alert } from '#ui/alert/alert.tsx'
import { Button, ButtonLink } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { errorAt, Form, SelectField, Submit, TextField } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import { Tag } from '#ui/tag/tag.tsx'
import { dateInWords, type Event } from '../../event/event.ts'
import { eventRoutes } from '../../routes.ts'
import { type Invitation, invitationInWords, stateOf } from '../invitation.ts'
import { endInvitation, inviteGuests } from '../invite-guests.ts'
import { listInvitations } from '../queries.ts'
import { invitationIn } from '../schemas.ts'
import { crumbsOf, desk, nameOf, onEvent } from './on-event.ts'
import { errorsOf, momentOf, numberOf, toChange, type Typed } from './typed.ts'

const title = 'Einladungslinks für Gäste'
const labels = { organizationId: 'Für', uses: 'Wie oft', expiresDay: 'Gilt bis', expiresTime: 'Uhrzeit' }
const notMade = 'Der Link ist noch nicht erstellt'

/** Links by which guests without an account register themselves. */
export const deskInvitationPages: PageRoute[] = [
  show(
    eventRoutes.invitations,
    onEvent((ctx, event) => listPage(ctx, event)),
    desk,
  ),
  submit(
    eventRoutes.invitations,
    onEvent((ctx, event, { form, portal }) => invite(ctx, event, form, portal)),
    desk,
  ),
  submit(
    eventRoutes.invitationEnd,
    onEvent(async (ctx, event, { params }) =>
      (await endInvitation(ctx, event, params['hash'] ?? ''))
        ? redirect(
            eventRoutes.invitations.href({ id: event.id }),
            'Der Link ist beendet. Wer sich schon angemeldet hat, behält den Platz.',
          )
        : notFound('Diesen Link gibt es nicht, oder er ist schon beendet.'),
    ),
    desk,
  ),
]

async function invite(ctx: Context, event: Event, form: Typed, portal: string): Promise<Answer> {
  const until = momentOf(form, 'expiresDay', 'expiresTime')
  const input = parse(
    invitationIn,
    {
      organizationId: form['organizationId'] || null,
      uses: numberOf(form['uses']),
      expiresAt: isRefusal(until) ? null : (until?.toString() ?? null),
    },
    notMade,
  )
  const faults = [...errorsOf(until), ...errorsOf(input)]
  const made = isRefusal(input) || faults.length > 0 ? toChange(notMade, faults) : await inviteGuests(ctx, event, input)
  if (!isRefusal(made)) return madePage(event, `${portal}${eventRoutes.invitation.href({ token: made.secret })}`)
  const errors = (made.errors ?? []).map(({ path, message }) => ({
    path: path === 'expiresAt' ? 'expiresDay' : path,
    message,
  }))
  return listPage(ctx, event, form, refuse(made.refused, errors))
}

const madePage = (event: Event, address: string): Answer =>
  page({
    title: 'Neuer Einladungslink',
    status: 201,
    crumbs: crumbsOf(event, title),
    view: () => (
      <div class="lw-stack lw-stack--l">
        <PageHead title="Neuer Einladungslink" lead={nameOf(event)} />
        <div class="lw-stack lw-measure">
          <Alert kind="warning" title="Wir zeigen ihn nur dieses eine Mal">
            <p>
              <code>{address}</code>
            </p>
            <p>Kopieren Sie ihn jetzt in Ihre Einladung. Wer ihn hat, kann sich damit anmelden.</p>
          </Alert>
          <p>
            <ButtonLink href={eventRoutes.invitations.href({ id: event.id })}>Zu den Einladungslinks</ButtonLink>
          </p>
        </div>
      </div>
    ),
  })

async function listPage(ctx: Context, event: Event, typed: Typed = {}, refusal?: Refusal): Promise<Answer> {
  const links = await listInvitations(ctx.db, event.id)
  const organizations = await listNames(ctx.db)
  const errors = refusal?.errors
  return page({
    title: `${title}: ${nameOf(event)}`,
    crumbs: crumbsOf(event, title),
    status: refusal ? 422 : 200,
    refusal,
    view: () => (
      <div class="lw-stack lw-stack--l">
        <PageHead
          title={title}
          lead={`${nameOf(event)}. Für Menschen ohne Konto. Plätze und Reihenfolge gelten für sie wie für alle.`}
        />
        {refusal && <ErrorSummary title={refusal.refused} errors={errors ?? []} labels={labels} />}
        <Panel id="neu" title="Neuer Link">
          <div class="lw-measure">
            <Form action={eventRoutes.invitations.href({ id: event.id })}>
              <SelectField
                name="organizationId"
                label={labels.organizationId}
                hint="Wer sich damit anmeldet, zählt zum Anteil dieser Kommune."
                empty="keine bestimmte Kommune"
                options={organizations.map(({ id, name }) => ({ value: id, label: name }))}
                value={typed['organizationId'] ?? ''}
                error={errorAt(errors, 'organizationId')}
              />
              <TextField
                name="uses"
                label={labels.uses}
                hint="Wie viele Personen sich damit anmelden können. Leer heißt: beliebig viele."
                inputmode="numeric"
                value={typed['uses'] ?? '1'}
                error={errorAt(errors, 'uses')}
                short
              />
              <TextField
                name="expiresDay"
                label={labels.expiresDay}
                hint="Leer heißt: bis zum Beginn der Veranstaltung."
                type="date"
                value={typed['expiresDay'] ?? ''}
                error={errorAt(errors, 'expiresDay')}
                short
              />
              <TextField
                name="expiresTime"
                label={labels.expiresTime}
                type="time"
                value={typed['expiresTime'] ?? ''}
                error={errorAt(errors, 'expiresTime')}
                short
              />
              <p>
                <Submit>Link erstellen</Submit>
              </p>
            </Form>
          </div>
        </Panel>
        <Panel id="links" title="Links">
          {links.length === 0 ? (
            <Empty title="Noch kein Link">Die Adresse selbst wird nur beim Erstellen gezeigt.</Empty>
          ) : (
            <LinkTable event={event} links={links} now={ctx.now} />
          )}
        </Panel>
      </div>
    ),
  })
}

const LinkTable = ({ event, links, now }: { event: Event; links: readonly Invitation[]; now: Temporal.Instant }) => (
  <Table
    caption="Einladungslinks, der neueste zuerst"
    captionHidden
    stack
    rows={links}
    columns={[
      { header: 'Für', rowHeader: true, cell: ({ organization }) => organization ?? 'keine bestimmte Kommune' },
      { header: 'Noch', cell: ({ usesLeft }) => (usesLeft === null ? 'beliebig oft' : `${usesLeft} mal`) },
      {
        header: 'Gilt bis',
        cell: ({ expiresAt }) =>
          expiresAt
            ? dateInWords({ startsAt: expiresAt, endsAt: expiresAt }).replace(/ bis .*$/, ' Uhr')
            : 'zum Beginn',
      },
      { header: 'Erstellt', cell: ({ createdAt }) => germanMoment(createdAt, now) },
      {
        header: 'Stand',
        cell: (link) => {
          const state = stateOf(link, now)
          return (
            <>
              <Tag state={state === 'open' ? 'ok' : 'none'}>{invitationInWords[state]}</Tag>
              {state === 'open' && (
                <Form
                  action={eventRoutes.invitationEnd.href({ id: event.id, hash: link.id })}
                  layout="row"
                  label="Link beenden"
                >
                  <Button size="x-small">Beenden</Button>
                </Form>
              )}
            </>
          )
        },
      },
    ]}
  />
)
