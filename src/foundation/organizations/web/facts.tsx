import { type Refusal, isRefusal } from '#kernel/outcome.ts'
import { type Answer, forbidden, notFound, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form, HiddenField, Submit } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { may } from '../access.ts'
import { addOrganization } from '../add-organization.ts'
import { changeOrganization } from '../change-organization.ts'
import { lastChange } from '../history/queries.ts'
import { fieldNames, type Organization } from '../organization.ts'
import { findOrganization } from '../queries.ts'
import { organizationRoutes } from '../routes.ts'
import { domainsForm, factsChangeForm, newOrganizationForm } from '../schemas.ts'
import { atFields, DomainField, FactFields, type Typed, typedFrom } from './fact-fields.tsx'
import { FactConflict } from './fact-conflict.tsx'

/** Adding an organization, and changing its master data and its domains. */
export const factsPages: PageRoute[] = [
  show(organizationRoutes.new, async () => newPage({}), { guard: may.maintain }),
  submit(
    organizationRoutes.new,
    async (ctx, { form }) => {
      const wanted = parse(newOrganizationForm, form, 'Die Organisation ist noch nicht angelegt')
      const id = isRefusal(wanted) ? wanted : await addOrganization(ctx, wanted)
      if (isRefusal(id)) return newPage({ typed: form, refusal: id })
      return redirect(organizationRoutes.show.href({ id }), 'Die Organisation ist angelegt.')
    },
    { guard: may.maintain },
  ),
  show(organizationRoutes.facts, (ctx, { params }) =>
    onOrganization(ctx, params, 'facts', async (organization) => editPage('facts', organization, {})),
  ),
  submit(organizationRoutes.facts, (ctx, { params, form }) =>
    onOrganization(ctx, params, 'facts', (organization) => save(ctx, 'facts', organization, form)),
  ),
  show(organizationRoutes.domains, (ctx, { params }) =>
    onOrganization(ctx, params, 'domains', async (organization) => editPage('domains', organization, {})),
  ),
  submit(organizationRoutes.domains, (ctx, { params, form }) =>
    onOrganization(ctx, params, 'domains', (organization) => save(ctx, 'domains', organization, form)),
  ),
]

type Area = 'facts' | 'domains'

const words = {
  facts: { title: 'Stammdaten ändern', button: 'Stammdaten speichern', schema: factsChangeForm },
  domains: { title: 'Domänen ändern', button: 'Domänen speichern', schema: domainsForm },
} as const

async function onOrganization(
  ctx: Context,
  params: Record<string, string>,
  area: Area,
  work: (organization: Organization) => Promise<Answer>,
): Promise<Answer> {
  const organization = await findOrganization(ctx.db, params['id'] ?? '')
  if (!organization) return notFound('Diese Organisation gibt es nicht.')
  const allowed = area === 'facts' ? may.maintain(ctx.actor) : may.keepDomains(ctx.actor, organization)
  return isRefusal(allowed) ? forbidden(allowed) : work(organization)
}

async function save(ctx: Context, area: Area, organization: Organization, form: Typed): Promise<Answer> {
  const change = parse(words[area].schema, form, 'Die Änderung ist noch nicht gespeichert')
  const outcome = isRefusal(change) ? change : await changeOrganization(ctx, organization, change)
  if (isRefusal(outcome)) return editPage(area, organization, { typed: form, refusal: outcome })
  if ('saved' in outcome)
    return redirect(organizationRoutes.show.href({ id: organization.id }), 'Die Änderung ist gespeichert.')
  return conflictPage(ctx, area, outcome.theirs, form)
}

const newPage = ({ typed = {}, refusal }: { typed?: Typed; refusal?: Refusal }): Answer =>
  page({
    title: 'Organisation anlegen',
    status: refusal ? 422 : 200,
    refusal,
    crumbs: [{ label: 'Organisationen', href: organizationRoutes.list.href() }, { label: 'Anlegen' }],
    view: () => (
      <>
        <PageHead
          title="Organisation anlegen"
          lead="Für einzelne. Viele Kommunen auf einmal kommen mit der Liste auf der Seite Organisationen herein."
        />
        <div class="lw-stack lw-measure">
          <Refused refusal={refusal} />
          <Form action={organizationRoutes.new.href()}>
            <FactFields typed={typed} errors={refusal?.errors} withKind />
            <DomainField typed={typed} errors={refusal?.errors} />
            <Submit>Organisation anlegen</Submit>
          </Form>
        </div>
      </>
    ),
  })

function editPage(
  area: Area,
  organization: Organization,
  { typed = typedFrom(organization), refusal }: { typed?: Typed; refusal?: Refusal },
): Answer {
  const { id, name } = organization
  const { title, button } = words[area]
  return page({
    title: `${title}: ${name}`,
    status: refusal ? 422 : 200,
    refusal,
    crumbs: crumbs(organization, title),
    view: () => (
      <>
        <PageHead title={title} lead={lead(area, organization)} />
        <div class="lw-stack lw-measure">
          <Refused refusal={refusal} />
          <Form action={organizationRoutes[area].href({ id })}>
            <HiddenField name="version" value={typed['version'] ?? String(organization.version)} />
            {area === 'facts' ? (
              <FactFields typed={typed} errors={refusal?.errors} />
            ) : (
              <DomainField typed={typed} errors={refusal?.errors} />
            )}
            <Submit>{button}</Submit>
          </Form>
        </div>
      </>
    ),
  })
}

async function conflictPage(ctx: Context, area: Area, theirs: Organization, typed: Typed): Promise<Answer> {
  const last = await lastChange(ctx.db, theirs.id)
  return page({
    title: `Zwei Fassungen: ${theirs.name}`,
    status: 409,
    crumbs: crumbs(theirs, words[area].title),
    view: () => (
      <>
        <PageHead
          title="Zwei Fassungen"
          lead={`Die Angaben zu ${theirs.name} haben zwei Personen zugleich geändert.`}
        />
        <FactConflict area={area} theirs={theirs} typed={typed} last={last} now={ctx.now} />
      </>
    ),
  })
}

const crumbs = ({ id, name }: Organization, title: string) => [
  { label: 'Organisationen', href: organizationRoutes.list.href() },
  { label: name, href: organizationRoutes.show.href({ id }) },
  { label: title },
]

const lead = (area: Area, { name }: Organization): string =>
  area === 'facts'
    ? `Für Berichtigungen an ${name}. Eine Umbenennung oder Zusammenlegung tragen Sie mit ihrem Datum unter „Vorgänger und Nachfolger“ ein; dann bleibt der alte Name erhalten.`
    : `Unter diesen Domänen hat ${name} Webseiten und E-Mail. Eine Domäne gehört immer nur zu einer Organisation.`

const Refused = ({ refusal }: { refusal: Refusal | undefined }) =>
  refusal ? <ErrorSummary title={refusal.refused} errors={atFields(refusal.errors)} labels={fieldNames} /> : null
