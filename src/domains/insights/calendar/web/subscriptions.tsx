import type { Temporal } from 'temporal-polyfill'
import { germanDay, germanMoment, localDay } from '#kernel/local-day.ts'
import { type Refusal, isRefusal } from '#kernel/outcome.ts'
import { type Answer, notFound, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import { Alert } from '#ui/alert/alert.tsx'
import { Button, ButtonLink } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Choice, errorAt, Form, Submit } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import { addFeed } from '../feeds/add-feed.ts'
import { endFeed } from '../feeds/end-feed.ts'
import type { Feed } from '../feeds/feed.ts'
import { listFeeds } from '../feeds/queries.ts'
import { calendarRoutes } from '../routes.ts'
import { newSubscription } from '../schemas.ts'

const title = 'Kalender abonnieren'
const crumbs = [{ label: 'Kalender', href: calendarRoutes.show.href() }, { label: 'Abonnieren' }]

/** Addresses under which a calendar program reads the dates by itself. */
export const subscriptionPages: PageRoute[] = [
  show(calendarRoutes.subscribe, (ctx, { portal }) => subscriptionPage(ctx, portal)),
  submit(calendarRoutes.subscribe, async (ctx, { form, portal }) => {
    const wanted = parse(newSubscription, { scope: form['scope'] }, 'Es gibt noch keine Adresse')
    if (isRefusal(wanted)) return subscriptionPage(ctx, portal, wanted)
    const feed = await addFeed(ctx, wanted.scope)
    if (isRefusal(feed)) return subscriptionPage(ctx, portal, feed)
    return addressPage(portal + calendarRoutes.feed.href({ capability: feed.capability }))
  }),
  submit(calendarRoutes.unsubscribe, async (ctx, { params }) =>
    (await endFeed(ctx, params['id'] ?? ''))
      ? redirect(calendarRoutes.subscribe.href(), 'Die Adresse ist beendet. Kalenderprogramme lesen dort nichts mehr.')
      : notFound('Diese Adresse gibt es nicht mehr.'),
  ),
]

async function subscriptionPage(ctx: Context, portal: string, refusal?: Refusal): Promise<Answer> {
  const feeds = await listFeeds(ctx.db)
  const { actor, now } = ctx
  return page({
    title,
    crumbs,
    status: refusal ? 422 : 200,
    refusal,
    view: () => (
      <>
        <PageHead
          title={title}
          lead="Ihr Kalenderprogramm liest die Termine dann selbst, etwa einmal in der Stunde: Outlook, Thunderbird oder das Telefon."
        />
        <div class="lw-stack lw-stack--xl">
          <Panel id="neu" title="Neue Adresse">
            <div class="lw-stack lw-measure">
              {refusal && (
                <ErrorSummary
                  title={refusal.refused}
                  errors={refusal.errors ?? []}
                  labels={{ scope: 'Wessen Termine' }}
                />
              )}
              <p>
                Wer die Adresse kennt, liest diese Termine ohne Anmeldung. Geben Sie jedem Programm eine eigene und
                niemandem eine weiter. Gezeigt wird nur, was Sie selbst sehen dürfen; endet Ihre Aufgabe, endet auch der
                Kalender.
              </p>
              <Form action={calendarRoutes.subscribe.href()}>
                <Choice
                  name="scope"
                  legend="Wessen Termine"
                  value="person"
                  options={[
                    { value: 'person', label: 'was mich betrifft' },
                    ...(actor.actingFor
                      ? [{ value: 'organization', label: `was ${actor.actingFor.name} betrifft` }]
                      : []),
                  ]}
                  error={errorAt(refusal?.errors, 'scope')}
                  required
                />
                <Submit>Adresse erstellen</Submit>
              </Form>
            </div>
          </Panel>
          <Panel id="adressen" title="Ihre Adressen">
            {feeds.length === 0 ? (
              <Empty title="Noch keine Adresse">
                Hier steht, was Sie erstellt haben, und ob ein Programm es liest.
              </Empty>
            ) : (
              <FeedTable feeds={feeds} now={now} />
            )}
          </Panel>
          <Panel id="oeffentlich" title="Öffentliche Termine">
            <p class="lw-measure">
              Was alle wissen dürfen, steht ohne Geheimnis unter{' '}
              <code class="lw-address">{portal + calendarRoutes.publicFeed.href()}</code>
            </p>
          </Panel>
        </div>
      </>
    ),
  })
}

const FeedTable = ({ feeds, now }: { feeds: Feed[]; now: Temporal.Instant }) => (
  <Table
    caption="Die neuesten zuerst"
    stack
    rows={feeds}
    columns={[
      { header: 'Wessen Termine', rowHeader: true, cell: ({ organization }) => organization ?? 'Ihre eigenen' },
      { header: 'Erstellt', cell: ({ createdAt }) => germanDay(localDay(createdAt)) },
      {
        header: 'Zuletzt gelesen',
        cell: ({ lastReadAt }) => (lastReadAt ? germanMoment(lastReadAt, now) : 'noch nie'),
      },
      {
        header: 'Noch möglich',
        cell: ({ id, organization, createdAt }) => (
          <Form
            action={calendarRoutes.unsubscribe.href({ id })}
            layout="row"
            label={`Adresse vom ${germanDay(localDay(createdAt))} beenden: ${organization ?? 'eigene Termine'}`}
          >
            <Button size="x-small">Beenden</Button>
          </Form>
        ),
      },
    ]}
  />
)

const addressPage = (url: string): Answer =>
  page({
    title: 'Adresse für Ihr Kalenderprogramm',
    crumbs,
    view: () => (
      <>
        <PageHead
          title="Ihre Adresse"
          lead="Tragen Sie sie im Kalenderprogramm unter „Kalender aus dem Internet“ ein."
        />
        <div class="lw-stack lw-measure">
          <Alert kind="warning" title="Wir zeigen sie nur dieses eine Mal">
            <p>
              <code class="lw-address">{url}</code>
            </p>
            <p>
              Kopieren Sie sie jetzt. Wir speichern nur einen Abdruck davon. Verloren? Dann beenden Sie sie und
              erstellen eine neue.
            </p>
          </Alert>
          <div class="lw-row">
            <ButtonLink variant="primary" href={url.replace(/^https?:/, 'webcal:')}>
              Im Kalenderprogramm öffnen
            </ButtonLink>
            <ButtonLink href={calendarRoutes.subscribe.href()}>Zurück zu den Adressen</ButtonLink>
          </div>
        </div>
      </>
    ),
  })
