import { type Refusal, isRefusal } from '#kernel/outcome.ts'
import { type Answer, forbidden, notFound, page, redirect, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import type { Incoming } from '#platform/http/request.ts'
import { withQuery } from '#platform/http/route.ts'
import { xlsxType } from '#platform/spreadsheet/write-sheet.ts'
import { Empty } from '#ui/empty/empty.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Pager } from '#ui/pager/pager.tsx'
import { allRoles } from '../../roles.ts'
import { invitationRoutes } from '../../routes.ts'
import { may } from '../access.ts'
import { type Invitation, lastDay } from '../invitation.ts'
import { invite } from '../invite.ts'
import { findInvitation, findPlace, listInvitations, type PlaceToInvite, placesToInvite } from '../queries.ts'
import { resendInvitation, revokeInvitation } from '../resend-invitation.ts'
import { newInvitation } from '../schemas.ts'
import { invitationTemplate } from '../prepare-template.ts'
import { InvitationForm, ListForm, type Typed } from './invitation-forms.tsx'
import { InvitationTable } from './invitation-table.tsx'

const title = 'Einladungen'

/** Who was invited, and the forms to invite one person or many. */
export const invitationPages: PageRoute[] = [
  show(invitationRoutes.list, (ctx, { query }) => invitationsPage(ctx, { cursor: query['ab'], ...givenIn(query) }), {
    guard: may.see,
  }),
  submit(invitationRoutes.list, (ctx, { form }) => performInvite(ctx, form), { guard: may.see }),
  submit(invitationRoutes.resend, (ctx, request) =>
    withInvitation(ctx, request, async (invitation) => {
      const place = await findPlace(ctx.db, invitation.organizationId)
      const allowed = place ? may.invite(ctx.actor, place) : undefined
      if (isRefusal(allowed)) return forbidden(allowed)
      const sent = await resendInvitation(ctx, invitation)
      return isRefusal(sent)
        ? unprocessable(sent)
        : `Die Einladung an ${invitation.name} ist noch einmal unterwegs. Die frühere gilt nicht mehr.`
    }),
  ),
  submit(invitationRoutes.revoke, (ctx, request) =>
    withInvitation(ctx, request, async (invitation) => {
      const revoked = await revokeInvitation(ctx, invitation)
      return isRefusal(revoked) ? unprocessable(revoked) : `Die Einladung an ${invitation.name} ist zurückgezogen.`
    }),
  ),
  {
    who: 'signedIn',
    method: 'GET',
    path: invitationRoutes.template.path,
    guard: may.see,
    prepare: invitationTemplate,
    work: async (_ctx, _request, file) => ({
      kind: 'file',
      name: 'Einladungen.xlsx',
      type: xlsxType,
      body: file as Uint8Array<ArrayBuffer>,
    }),
  },
]

async function withInvitation(
  ctx: Context,
  { params }: Incoming,
  work: (invitation: Invitation) => Promise<Answer | string>,
): Promise<Answer> {
  const found = await findInvitation(ctx.db, params['id'] ?? '')
  if (!found) return notFound()
  const done = await work(found)
  return typeof done === 'string' ? redirect(invitationRoutes.list.href(), done) : done
}

/** Another page may know whom to invite where: the form begins with that. */
const givenIn = ({ organisation, name, email }: Record<string, string>): { typed?: Typed } =>
  name === undefined && email === undefined
    ? {}
    : { typed: { organizationId: organisation ?? '', name: name ?? '', email: email ?? '', roles: [] } }

const typedIn = (form: Record<string, string>): Typed => ({
  organizationId: form['organizationId'] ?? '',
  name: form['name'] ?? '',
  email: form['email'] ?? '',
  roles: allRoles.filter((role) => form[`rolle-${role}`] !== undefined),
})

async function performInvite(ctx: Context, form: Record<string, string>): Promise<Answer> {
  const typed = typedIn(form)
  const organizationId = may.isCooperative(ctx.actor) ? typed.organizationId : (ctx.actor.actingFor?.id ?? '')
  const wanted = parse(newInvitation, { ...typed, organizationId }, 'Die Einladung ist noch nicht verschickt')
  if (isRefusal(wanted)) return invitationsPage(ctx, { typed, refusal: withOrganization(wanted) })
  const place = await findPlace(ctx.db, wanted.organizationId)
  if (!place) return notFound()
  const allowed = may.invite(ctx.actor, place)
  if (isRefusal(allowed)) return forbidden(allowed)
  const invited = await invite(ctx, place, wanted)
  if (isRefusal(invited)) return invitationsPage(ctx, { typed, refusal: invited })
  const sent = await findInvitation(ctx.db, invited.id)
  return redirect(
    invitationRoutes.list.href(),
    `Die Einladung an ${wanted.name} (${wanted.email}) ist unterwegs${sent ? ` und gilt bis zum ${lastDay(sent.expiresAt)}` : ''}.`,
  )
}

const withOrganization = (refusal: Refusal): Refusal => ({
  ...refusal,
  errors: (refusal.errors ?? []).map((error) =>
    error.path === 'organizationId' ? { ...error, message: 'Bitte wählen Sie eine Organisation aus.' } : error,
  ),
})

interface View {
  cursor?: string | undefined
  typed?: Typed
  refusal?: Refusal
}

/** Where this person may invite, in German order. */
export async function openPlaces(ctx: Context): Promise<PlaceToInvite[]> {
  const all = may.isCooperative(ctx.actor) ? await placesToInvite(ctx.db) : []
  const own = ctx.actor.actingFor && (await findPlace(ctx.db, ctx.actor.actingFor.id))
  return [...new Map([...(own ? [own] : []), ...all].map((place) => [place.id, place])).values()].filter(
    (place) => !isRefusal(may.invite(ctx.actor, place)),
  )
}

export async function invitationsPage(ctx: Context, { cursor, typed, refusal }: View): Promise<Answer> {
  const found = await listInvitations(ctx.db, { limit: 50, cursor })
  if (isRefusal(found)) return unprocessable(found)
  const places = await openPlaces(ctx)
  return page({
    title,
    status: refusal ? 422 : 200,
    refusal,
    view: () => (
      <>
        <PageHead title={title} lead={lead(ctx)} />
        <div class="lw-stack lw-stack--xl">
          <InvitationForm ctx={ctx} places={places} typed={typed} refusal={refusal} />
          {found.items.length === 0 ? (
            <Empty title="Noch keine Einladungen">
              Wer eingeladen ist, bekommt eine Mail und richtet den Zugang damit selbst ein. Hier steht dann, ob das
              geschehen ist.
            </Empty>
          ) : (
            <InvitationTable items={found.items} now={ctx.now} withOrganization={may.isCooperative(ctx.actor)} />
          )}
          {found.next && <Pager next={{ href: withQuery(invitationRoutes.list.href(), { ab: found.next }) }} />}
          <ListForm />
        </div>
      </>
    ),
  })
}

const lead = ({ actor }: Context): string =>
  may.isCooperative(actor)
    ? 'Sie laden die ersten Personen einer Kommune ein. Sobald dort jemand die Zugänge verwaltet, lädt die Kommune selbst ein.'
    : `Sie laden Personen ein, die für ${actor.actingFor?.name ?? 'Ihre Organisation'} arbeiten. Die Aufgaben gelten, sobald die Person annimmt.`
