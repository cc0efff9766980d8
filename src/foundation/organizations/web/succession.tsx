import { type Refusal, isRefusal } from '#kernel/outcome.ts'
import { type Answer, forbidden, notFound, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { may } from '../access.ts'
import { fieldNames, type Organization } from '../organization.ts'
import { findOrganization, listNames } from '../queries.ts'
import { organizationRoutes } from '../routes.ts'
import { listSuccessions } from '../succession/queries.ts'
import { recordSuccession } from '../succession/record-succession.ts'
import { renameOrganization } from '../succession/rename-organization.ts'
import { renameForm, successionForm } from '../succession/schemas.ts'
import { withdrawSuccession } from '../succession/withdraw-succession.ts'
import { MergeForm, RenameForm, type Typed, Withdrawals } from './succession-forms.tsx'

/** Mergers, splits and renamings, recorded by the cooperative. */
export const successionPages: PageRoute[] = [
  show(organizationRoutes.succession, (ctx, { params }) =>
    onOrganization(ctx, params, (organization) => successionPage(ctx, organization, {})),
  ),
  submit(organizationRoutes.succession, (ctx, { params, form }) =>
    onOrganization(ctx, params, async (organization) => {
      const wanted = parse(successionForm, form, 'Die Nachfolge ist noch nicht eingetragen')
      const recorded = isRefusal(wanted) ? wanted : await merge(ctx, organization, wanted)
      if (isRefusal(recorded)) return successionPage(ctx, organization, { merging: { typed: form, refusal: recorded } })
      return redirect(organizationRoutes.show.href({ id: organization.id }), 'Die Nachfolge ist eingetragen.')
    }),
  ),
  submit(organizationRoutes.rename, (ctx, { params, form }) =>
    onOrganization(ctx, params, async (organization) => {
      const wanted = parse(renameForm, form, 'Der neue Name ist noch nicht eingetragen')
      const renamed = isRefusal(wanted) ? wanted : await renameOrganization(ctx, organization, wanted)
      if (isRefusal(renamed)) return successionPage(ctx, organization, { renaming: { typed: form, refusal: renamed } })
      return redirect(organizationRoutes.show.href({ id: organization.id }), 'Der neue Name ist eingetragen.')
    }),
  ),
  submit(organizationRoutes.withdrawal, (ctx, { params }) =>
    onOrganization(ctx, params, async (organization) => {
      const { successors } = await listSuccessions(ctx.db, organization.id)
      const entry = successors.find(({ id }) => id === params['successionId'])
      if (!entry || !(await withdrawSuccession(ctx, organization, entry)))
        return notFound('Diese Nachfolge ist nicht eingetragen, oder sie ist schon zurückgenommen.')
      return redirect(organizationRoutes.show.href({ id: organization.id }), 'Die Nachfolge ist zurückgenommen.')
    }),
  ),
]

async function onOrganization(
  ctx: Context,
  params: Record<string, string>,
  work: (organization: Organization) => Promise<Answer>,
): Promise<Answer> {
  const organization = await findOrganization(ctx.db, params['id'] ?? '')
  if (!organization) return notFound('Diese Organisation gibt es nicht.')
  const allowed = may.maintain(ctx.actor)
  return isRefusal(allowed) ? forbidden(allowed) : work(organization)
}

async function merge(
  ctx: Context,
  organization: Organization,
  { successorId, kind, from }: { successorId: string; kind: 'merge' | 'split'; from: string },
) {
  const successor = await findOrganization(ctx.db, successorId)
  if (successor) return recordSuccession(ctx, organization, { successor, kind, from })
  const message = 'Diese Organisation gibt es nicht. Bitte legen Sie sie zuerst an.'
  return { refused: `Die Nachfolge ist noch nicht eingetragen. ${message}`, errors: [{ path: 'successorId', message }] }
}

interface Refused {
  typed: Typed
  refusal: Refusal
}

async function successionPage(
  ctx: Context,
  organization: Organization,
  { merging, renaming }: { merging?: Refused; renaming?: Refused },
): Promise<Answer> {
  const { successors } = await listSuccessions(ctx.db, organization.id)
  const others = (await listNames(ctx.db)).filter(({ id }) => id !== organization.id)
  const refusal = merging?.refusal ?? renaming?.refusal
  return page({
    title: `Nachfolge und Name: ${organization.name}`,
    status: refusal ? 422 : 200,
    refusal,
    crumbs: [
      { label: 'Organisationen', href: organizationRoutes.list.href() },
      { label: organization.name, href: organizationRoutes.show.href({ id: organization.id }) },
      { label: 'Nachfolge und Name' },
    ],
    view: () => (
      <>
        <PageHead
          title="Nachfolge und Name"
          lead={`Was aus ${organization.name} geworden ist. Gelöscht wird dabei nichts: Prüfungen, Antworten und Verlauf bleiben, wo sie sind.`}
        />
        <div class="lw-stack lw-stack--xl lw-measure">
          {refusal && (
            <ErrorSummary
              title={refusal.refused}
              errors={(refusal.errors ?? []).map((error) => atForm(error, renaming !== undefined))}
              labels={labels}
            />
          )}
          {successors.length > 0 && <Withdrawals organization={organization} successors={successors} />}
          <MergeForm
            organization={organization}
            others={others}
            typed={merging?.typed ?? {}}
            refusal={merging?.refusal}
          />
          <RenameForm organization={organization} typed={renaming?.typed ?? {}} refusal={renaming?.refusal} />
        </div>
      </>
    ),
  })
}

const labels = {
  name: fieldNames.name,
  successorId: 'Nachfolgerin',
  kind: 'Was geschehen ist',
  from: 'Ab',
  'umbenennung-from': 'Ab',
}

/** Both forms ask for a day: the second one's field has an id of its own. */
const atForm = (error: { path: string; message: string }, renaming: boolean) =>
  renaming && error.path === 'from' ? { ...error, path: 'umbenennung-from' } : error
