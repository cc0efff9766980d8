import { localDay } from '#kernel/local-day.ts'
import { type Refusal, isRefusal } from '#kernel/outcome.ts'
import { type Answer, forbidden, notFound, page, redirect, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import { withQuery } from '#platform/http/route.ts'
import { Empty } from '#ui/empty/empty.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Pager } from '#ui/pager/pager.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import type { Place } from '../../people/access.ts'
import type { Colleague } from '../../people/grant.ts'
import { staffOf } from '../../people/queries.ts'
import { peopleRoutes, replacementRoutes } from '../../people/routes.ts'
import { findPlace } from '../../people/web/place.ts'
import { may } from '../access.ts'
import { candidateOf } from '../candidate.ts'
import { confirmReplacement } from '../confirm-replacement.ts'
import { proposeReplacement } from '../propose-replacement.ts'
import { findReplacement, listReplacements } from '../queries.ts'
import { isOpen, momentInWords, objectionHours, type Replacement } from '../replacement.ts'
import { newReplacement, replacementObjection } from '../schemas.ts'
import { stopReplacement } from '../stop-replacement.ts'
import { EndedTable, OpenReplacement } from './open-replacement.tsx'
import { ProposalForm } from './proposal-form.tsx'

const title = 'Zugänge ersetzen'
const pageSize = 50

/** When nobody at a municipality can be reached who gives out access: proposal, confirmation, objection. */
export const replacementPages: PageRoute[] = [
  show(
    replacementRoutes.list,
    (ctx, { query }) => listPage(ctx, { organization: query['organisation'], cursor: query['ab'], form: {} }),
    { guard: may.see },
  ),
  submit(replacementRoutes.list, propose, { guard: may.see }),
  submit(replacementRoutes.confirm, async (ctx, { params }) => {
    const replacement = await findReplacement(ctx.db, params['id'] ?? '')
    if (!replacement) return notFound()
    const allowed = may.confirm(ctx.actor, replacement)
    if (isRefusal(allowed)) return forbidden(allowed)
    const confirmed = await confirmReplacement(ctx, replacement)
    if (isRefusal(confirmed)) return refused(ctx, replacement, confirmed)
    return redirect(
      hrefOf(ctx, replacement.organizationId),
      `Bestätigt. Alle bei ${replacement.organizationName} sind benachrichtigt. Ohne Widerspruch wird es am ${momentInWords(ctx.now.add({ hours: objectionHours }))} wirksam.`,
    )
  }),
  submit(replacementRoutes.object, async (ctx, { params, form }) => {
    const replacement = await findReplacement(ctx.db, params['id'] ?? '')
    if (!replacement) return notFound()
    const allowed = may.object(ctx.actor, replacement)
    if (isRefusal(allowed)) return forbidden(allowed)
    const wanted = parse(replacementObjection, { reason: form['reason'] }, 'Ihr Widerspruch ist noch nicht eingetragen')
    if (isRefusal(wanted)) return refused(ctx, replacement, wanted, form)
    const objected = await stopReplacement(ctx, replacement, wanted.reason)
    if (isRefusal(objected)) return refused(ctx, replacement, objected, form)
    return redirect(
      replacementRoutes.list.href(),
      `Ihr Widerspruch gilt: Es bleibt alles, wie es ist. Der Verbund ist benachrichtigt.`,
    )
  }),
  submit(replacementRoutes.withdraw, async (ctx, { params }) => {
    const replacement = await findReplacement(ctx.db, params['id'] ?? '')
    if (!replacement) return notFound()
    const allowed = may.withdraw(ctx.actor)
    if (isRefusal(allowed)) return forbidden(allowed)
    const withdrawn = await stopReplacement(ctx, replacement, '')
    if (isRefusal(withdrawn)) return refused(ctx, replacement, withdrawn)
    return redirect(hrefOf(ctx, replacement.organizationId), 'Zurückgezogen. Wer davon wusste, ist benachrichtigt.')
  }),
]

const hrefOf = ({ actor }: Context, organization: string): string =>
  withQuery(replacementRoutes.list.href(), { organisation: may.isCooperative(actor) ? organization : undefined })

const refused = (ctx: Context, replacement: Replacement, refusal: Refusal, form: Record<string, string> = {}) =>
  listPage(ctx, { organization: replacement.organizationId, form, refusal, at: replacement.id })

async function propose(ctx: Context, { form }: { form: Record<string, string> }): Promise<Answer> {
  const place = await findPlace(ctx, form['organizationId'] ?? '')
  if (!place) return notFound()
  const allowed = may.propose(ctx.actor, place)
  if (isRefusal(allowed)) return forbidden(allowed)
  const given = Object.fromEntries(
    ['personId', 'email', 'name', 'reason'].flatMap((name) => (form[name]?.trim() ? [[name, form[name]]] : [])),
  )
  const wanted = parse(
    newReplacement,
    { reason: '', ...given, organizationId: place.id },
    'Der Vorschlag ist noch nicht eingetragen',
  )
  const back = { organization: place.id, form }
  if (isRefusal(wanted)) return listPage(ctx, { ...back, refusal: wanted })
  const candidate = await candidateOf(ctx.db, wanted)
  if (!candidate) return notFound()
  const proposed = await proposeReplacement(ctx, { place, candidate }, wanted.reason)
  if (isRefusal(proposed)) return listPage(ctx, { ...back, refusal: proposed })
  return redirect(
    hrefOf(ctx, place.id),
    `Ihr Vorschlag ist eingetragen. Programmleitung, Geschäftsstelle und Betrieb sind benachrichtigt: Eine zweite Person bestätigt.`,
  )
}

interface View {
  organization: string | undefined
  cursor?: string | undefined
  form: Record<string, string>
  refusal?: Refusal
  /** The replacement a refusal is about; otherwise it is about the proposal. */
  at?: string
}

async function listPage(ctx: Context, { organization, cursor, ...view }: View): Promise<Answer> {
  const isCooperative = may.isCooperative(ctx.actor)
  const place = isCooperative ? await findPlace(ctx, organization ?? '') : undefined
  if (isCooperative && organization && !place) return notFound()
  const found = await listReplacements(ctx.db, { organizationId: place?.id, limit: pageSize, cursor })
  if (isRefusal(found)) return unprocessable(found)
  const open = found.items.filter((each) => isOpen(each, ctx.now))
  const proposes = place !== undefined && open.length === 0 && !isRefusal(may.propose(ctx.actor, place))
  const staff = proposes ? await staffOf(ctx.db, place.id, localDay(ctx.now).toString()) : []
  return page({
    title,
    crumbs: [
      {
        label: 'Personen',
        href: withQuery(peopleRoutes.list.href(), { organisation: isCooperative ? place?.id : undefined }),
      },
      { label: title },
    ],
    status: view.refusal ? 422 : 200,
    refusal: view.refusal,
    view: () => (
      <Replacements
        ctx={ctx}
        open={open}
        over={found.items.filter((each) => !open.includes(each))}
        place={place}
        staff={staff}
        proposes={proposes}
        next={found.next && withQuery(hrefOf(ctx, place?.id ?? ''), { ab: found.next })}
        {...view}
      />
    ),
  })
}

interface Props extends Omit<View, 'organization' | 'cursor'> {
  ctx: Context
  open: Replacement[]
  over: Replacement[]
  place: Place | undefined
  staff: Colleague[]
  proposes: boolean
  next: string | null
}

const lead = `Wenn in einer Kommune niemand erreichbar ist, der Zugänge verwaltet: Zwei Personen des Verbunds schlagen gemeinsam jemanden vor. Alle dort erfahren es sofort und können ${objectionHours} Stunden lang widersprechen.`

const Replacements = ({ ctx, open, over, place, staff, proposes, next, form, refusal, at }: Props) => (
  <>
    <PageHead title={place ? `${title}: ${place.name}` : title} lead={lead} />
    <div class="lw-stack lw-stack--xl">
      {refusal && <ErrorSummary title={refusal.refused} errors={refusal.errors ?? []} kept="" />}
      {open.map((each) => (
        <OpenReplacement
          ctx={ctx}
          replacement={each}
          refusal={at === each.id ? refusal : undefined}
          reason={form['reason']}
        />
      ))}
      {open.length === 0 && !proposes && (
        <Empty title="Zurzeit läuft kein Ersatz" level={2}>
          {may.isCooperative(ctx.actor) && !place
            ? 'Einen Vorschlag beginnen Sie auf der Seite „Personen“ der Kommune.'
            : 'Solange jemand vor Ort Zugänge verwaltet und erreichbar ist, braucht es keinen.'}
        </Empty>
      )}
      {proposes && place && (
        <ProposalForm place={place} staff={staff} form={form} refusal={at === undefined ? refusal : undefined} />
      )}
      {over.length > 0 && (
        <Panel id="frueher" title="Früher">
          <EndedTable over={over} now={ctx.now} />
        </Panel>
      )}
      {next && <Pager next={{ href: next }} />}
    </div>
  </>
)
