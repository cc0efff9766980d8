import { germanMoment } from '#kernel/local-day.ts'
import { isRefusal } from '#kernel/outcome.ts'
import { type Answer, page, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import type { Incoming } from '#platform/http/request.ts'
import { withQuery } from '#platform/http/route.ts'
import { Button, ButtonLink } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { Filters } from '#ui/filters/filters.tsx'
import { Form, HiddenField } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Messages } from '#ui/messages/messages.tsx'
import { Pager } from '#ui/pager/pager.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { areaOf, areasOf, choosable, type NotificationKind } from '../../kind.ts'
import { notificationRoutes } from '../../routes.ts'
import { countUnread, listInbox, type Notification } from '../queries.ts'

const title = 'Postfach'
const pageSize = 30

interface Shown {
  /** Only what has not been read. */
  unread: boolean
  /** Only this area; undefined: all. */
  area: string | undefined
  cursor: string | undefined
}

/** What is shown, as the address says; an area that nobody declares shows all. */
const shownBy = ({ query }: Incoming, kinds: readonly NotificationKind[]): Shown => ({
  unread: query['nur'] === 'ungelesen',
  area: areasOf(kinds).find((area) => area === query['bereich']),
  cursor: query['ab'],
})

const addressOf = ({ unread, area, cursor }: Shown): string =>
  withQuery(notificationRoutes.inbox.href(), { nur: unread ? 'ungelesen' : undefined, bereich: area, ab: cursor })

/** One's notifications: what has not been read first, in parts. */
export async function inboxPage(ctx: Context, request: Incoming, kinds: readonly NotificationKind[]): Promise<Answer> {
  const shown = shownBy(request, kinds)
  const ofArea = kinds.filter(({ area }) => area === shown.area).map(({ kind }) => kind)
  const found = await listInbox(ctx.db, {
    limit: pageSize,
    cursor: shown.cursor,
    unread: shown.unread,
    kinds: shown.area === undefined ? undefined : ofArea,
  })
  if (isRefusal(found)) return unprocessable(found)
  const count = await countUnread(ctx)
  const list = { ctx, kinds, back: addressOf(shown) }
  const [fresh, old] = [found.items.filter(({ readAt }) => !readAt), found.items.filter(({ readAt }) => readAt)]
  return page({
    title,
    view: () => (
      <>
        <PageHead
          title={title}
          lead={unreadInWords(count)}
          actions={
            <ButtonLink size="x-small" href={notificationRoutes.settings.href()}>
              Einstellungen
            </ButtonLink>
          }
        />
        <div class="lw-stack lw-stack--xl">
          <Ways shown={shown} count={count} kinds={kinds} />
          {found.items.length === 0 && <Nothing shown={shown} />}
          {fresh.length > 0 && (
            <Panel id="ungelesen" title="Ungelesen">
              <div class="lw-stack">
                <List {...list} items={fresh} />
                {shown.area === undefined && shown.cursor === undefined && <ReadAll newest={fresh[0]} />}
              </div>
            </Panel>
          )}
          {old.length > 0 && (
            <Panel id="gelesen" title="Gelesen">
              <List {...list} items={old} />
            </Panel>
          )}
          {(found.next !== null || shown.cursor !== undefined) && (
            <Pager
              previous={
                shown.cursor === undefined
                  ? undefined
                  : { href: addressOf({ ...shown, cursor: undefined }), label: 'Zum Anfang' }
              }
              next={
                found.next === null
                  ? undefined
                  : { href: addressOf({ ...shown, cursor: found.next }), label: 'Ältere Mitteilungen' }
              }
            />
          )}
        </div>
      </>
    ),
  })
}

const unreadInWords = (count: number): string =>
  count === 0
    ? 'Sie haben alles gelesen.'
    : count === 1
      ? 'Eine Mitteilung ist ungelesen.'
      : `${count} Mitteilungen sind ungelesen.`

const Ways = ({ shown, count, kinds }: { shown: Shown; count: number; kinds: readonly NotificationKind[] }) => {
  const to = (wanted: Partial<Shown>): string => addressOf({ ...shown, cursor: undefined, ...wanted })
  return (
    <div class="lw-stack lw-stack--s">
      <Filters
        label="Nach Stand filtern"
        items={[
          { label: 'Alle', href: to({ unread: false }), current: !shown.unread },
          { label: 'Ungelesene', count, href: to({ unread: true }), current: shown.unread },
        ]}
      />
      <Filters
        label="Nach Bereich filtern"
        items={[
          { label: 'Alle Bereiche', href: to({ area: undefined }), current: shown.area === undefined },
          ...areasOf(choosable(kinds)).map((area) => ({
            label: area,
            href: to({ area }),
            current: shown.area === area,
          })),
        ]}
      />
    </div>
  )
}

const Nothing = ({ shown }: { shown: Shown }) =>
  shown.unread || shown.area !== undefined || shown.cursor !== undefined ? (
    <Empty
      title="Nichts, was dazu passt"
      level={2}
      actions={<ButtonLink href={notificationRoutes.inbox.href()}>Alle Mitteilungen zeigen</ButtonLink>}
    >
      {shown.unread
        ? 'Hier gibt es nichts Ungelesenes.'
        : 'In diesem Bereich hat Ihnen das Lotsenwerk noch nichts mitgeteilt.'}
    </Empty>
  ) : (
    <Empty title="Noch keine Mitteilung" level={2}>
      Sobald etwas geschieht, das Sie angeht, steht es hier: eine neue Aufgabe, eine Frist, ein Einwand.
    </Empty>
  )

interface ListProps {
  ctx: Context
  kinds: readonly NotificationKind[]
  back: string
  items: readonly Notification[]
}

function List({ ctx, kinds, back, items }: ListProps) {
  const severalPlaces = ctx.actor.organizations.length > 1
  return (
    <Messages
      back={back}
      items={items.map(({ id, kind, title: sentence, organizationName, createdAt, readAt }) => ({
        title: sentence,
        meta: [areaOf(kinds, kind), ...(severalPlaces ? [organizationName] : []), germanMoment(createdAt, ctx.now)]
          .filter(Boolean)
          .join(' · '),
        open: notificationRoutes.one.href({ id }),
        read: readAt ? undefined : notificationRoutes.readOne.href({ id }),
      }))}
    />
  )
}

/** Up to the newest that the page shows: what arrives meanwhile has not been seen. */
const ReadAll = ({ newest }: { newest: Notification | undefined }) =>
  newest && (
    <Form action={notificationRoutes.readAll.href()} layout="row">
      <HiddenField name="upTo" value={newest.id} />
      <Button>Alle als gelesen markieren</Button>
    </Form>
  )
