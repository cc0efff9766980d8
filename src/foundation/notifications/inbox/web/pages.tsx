import { isId } from '#kernel/id.ts'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import { type Answer, notFound, page, redirect } from '#platform/http/answer.ts'
import type { Context, Place } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { safePath } from '#platform/http/safe-path.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { Form, Submit } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import type { NotificationKind } from '../../kind.ts'
import { notificationRoutes } from '../../routes.ts'
import { countInWords } from '../../digest/digest.ts'
import { markRead, markReadUpTo } from '../mark-read.ts'
import { findNotification, type Notification } from '../queries.ts'
import { inboxPage } from './inbox.tsx'

interface House {
  kinds: readonly NotificationKind[]
  /** Lets the session act for another of the person's organizations (identity, which stands on this module). */
  actFor: (ctx: Context, organizationId: string) => Promise<Outcome<Place>>
}

const gone = () =>
  notFound('Diese Mitteilung gibt es nicht mehr: Gelesene verschwinden nach 90 Tagen. Ihr Postfach zeigt die anderen.')

const options = { withoutChoice: true }

/** The inbox. Opening goes on to the page it is about, for the organization it is about. */
export const inboxPagesWith = ({ kinds, actFor }: House): PageRoute[] => [
  show(notificationRoutes.inbox, (ctx, request) => inboxPage(ctx, request, kinds), options),
  submit(
    notificationRoutes.readAll,
    async (ctx, { form }) => {
      const upTo = form['upTo']
      const read = isId(upTo) ? await markReadUpTo(ctx, upTo) : undefined
      return read === undefined
        ? gone()
        : redirect(notificationRoutes.inbox.href(), `${countInWords(read)} als gelesen markiert.`)
    },
    options,
  ),
  // From a digest: a look marks nothing.
  show(
    notificationRoutes.one,
    async (ctx, { params }) => {
      const found = isId(params['id']) ? await findNotification(ctx.db, params['id']) : undefined
      if (!found) return gone()
      return isForAnother(ctx, found) ? elsewherePage(ctx, found) : redirect(found.url)
    },
    options,
  ),
  submit(
    notificationRoutes.one,
    async (ctx, { params }) => {
      const read = isId(params['id']) ? await markRead(ctx, params['id']) : undefined
      return read ? open(ctx, read, actFor) : gone()
    },
    options,
  ),
  submit(
    notificationRoutes.readOne,
    async (ctx, { params, form }) => {
      const read = isId(params['id']) ? await markRead(ctx, params['id']) : undefined
      if (!read) return gone()
      return redirect(
        safePath(form['zurueck'], notificationRoutes.inbox.href()),
        'Die Mitteilung ist als gelesen markiert.',
      )
    },
    options,
  ),
]

/** It is about an organization of the person for which they do not act now: the page would not be found. */
const isForAnother = ({ actor }: Context, { organizationId }: Notification): boolean =>
  organizationId !== null &&
  organizationId !== actor.actingFor?.id &&
  actor.organizations.some(({ id }) => id === organizationId)

async function open(ctx: Context, read: Notification, actFor: House['actFor']): Promise<Answer> {
  if (!isForAnother(ctx, read)) return redirect(read.url)
  const place = await actFor(ctx, read.organizationId ?? '')
  return isRefusal(place) ? gone() : redirect(read.url, `Sie handeln jetzt für ${place.name}.`)
}

const elsewherePage = ({ actor }: Context, { id, title, organizationName }: Notification): Answer =>
  page({
    title: 'Mitteilung',
    crumbs: [{ label: 'Postfach', href: notificationRoutes.inbox.href() }, { label: 'Mitteilung' }],
    view: () => (
      <>
        <PageHead
          title={`Das betrifft ${organizationName}`}
          lead={
            actor.actingFor
              ? `Sie handeln gerade für ${actor.actingFor.name}.`
              : 'Sie haben noch nicht gewählt, für wen Sie handeln.'
          }
        />
        <div class="lw-stack lw-stack--l lw-measure">
          <p>{title}</p>
          <Form action={notificationRoutes.one.href({ id })} layout="row">
            <Submit>Für {organizationName} öffnen</Submit>
            <ButtonLink href={notificationRoutes.inbox.href()}>Zum Postfach</ButtonLink>
          </Form>
        </div>
      </>
    ),
  })
