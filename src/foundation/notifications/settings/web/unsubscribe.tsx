import { type Answer, page } from '#platform/http/answer.ts'
import { type PageRoute, publicPage, publicSubmit } from '#platform/http/page-route.ts'
import { sha256 } from '#platform/crypto/hash.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { Form, Submit } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import type { NotificationKind } from '../../kind.ts'
import { notificationRoutes } from '../../routes.ts'
import { findUnsubscribeLink } from '../queries.ts'
import { digestMail } from '../setting.ts'
import { unsubscribe } from '../unsubscribe.ts'

/** Behind the link of a mail, for whoever has it. Looking changes nothing; mail programs send the form by themselves. */
export const unsubscribePagesWith = (kinds: readonly NotificationKind[]): PageRoute[] => [
  publicPage(notificationRoutes.unsubscribe, async ({ db }, { params }) => {
    const secret = params['secret'] ?? ''
    const link = await findUnsubscribeLink(db, sha256(secret))
    if (!link) return unknownPage()
    return link.done ? donePage(titleOf(kinds, link.kind)) : askPage(secret, titleOf(kinds, link.kind))
  }),
  publicSubmit(
    notificationRoutes.unsubscribe,
    async (ctx, { params }) => {
      const kind = await unsubscribe(ctx, params['secret'] ?? '')
      return kind === undefined ? unknownPage() : donePage(titleOf(kinds, kind))
    },
    { bySecret: true },
  ),
]

const titleOf = (kinds: readonly NotificationKind[], name: string): string =>
  name === digestMail ? 'Überblick' : (kinds.find(({ kind }) => kind === name)?.title ?? 'Mitteilungen dieser Art')

const askPage = (secret: string, what: string): Answer =>
  page({
    title: 'Mails abbestellen',
    view: () => (
      <div class="lw-stack lw-stack--l lw-measure">
        <PageHead
          title="Mails abbestellen"
          lead={`„${what}“ kommt dann nicht mehr per Mail. Im Postfach des Portals steht weiterhin alles.`}
        />
        <Form action={notificationRoutes.unsubscribe.href({ secret })} layout="row">
          <Submit>Abbestellen</Submit>
        </Form>
      </div>
    ),
  })

const donePage = (what: string): Answer =>
  page({
    title: 'Abbestellt',
    view: () => (
      <div class="lw-stack lw-stack--l lw-measure">
        <PageHead
          title="Abbestellt"
          lead={`„${what}“ kommt nicht mehr per Mail. Im Postfach des Portals steht weiterhin alles.`}
        />
        <p>
          <ButtonLink href={notificationRoutes.settings.href()}>Zu allen Einstellungen, mit Anmeldung</ButtonLink>
        </p>
      </div>
    ),
  })

const unknownPage = (): Answer =>
  page({
    title: 'Dieser Link gilt nicht mehr',
    status: 404,
    view: () => (
      <div class="lw-stack lw-stack--l lw-measure">
        <PageHead
          title="Dieser Link gilt nicht mehr"
          lead="Vielleicht ist er unvollständig kopiert, oder er ist ungültig gemacht worden. Geändert ist nichts."
        />
        <p>
          <ButtonLink href={notificationRoutes.settings.href()}>Zu allen Einstellungen, mit Anmeldung</ButtonLink>
        </p>
      </div>
    ),
  })
