import { localDay } from '#kernel/local-day.ts'
import { type Refusal, isRefusal } from '#kernel/outcome.ts'
import { type Answer, forbidden, notFound, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import { withQuery } from '#platform/http/route.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form, HiddenField, SelectField, Submit, TextField, errorAt } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Refused } from '#ui/refused/refused.tsx'
import { roleName, rolesAt } from '../../roles.ts'
import { type Place, may } from '../access.ts'
import { endRole } from '../end-role.ts'
import { giveRole } from '../give-role.ts'
import type { Grant } from '../grant.ts'
import { currentGrants, findGrant, findPerson, type PersonRow } from '../queries.ts'
import { peopleRoutes } from '../routes.ts'
import { ending, newGrant } from '../schemas.ts'
import { spanInWords } from './days.ts'
import { placeOf } from './place.ts'

/** One person at one organization: what they are there, a further role, the end of one. */
export const personPages: PageRoute[] = [
  show(peopleRoutes.person, (ctx, { params, query }) =>
    personPage(ctx, { id: params['id'] ?? '', organization: query['organisation'], form: {} }),
  ),
  submit(peopleRoutes.give, async (ctx, { params, form }) => {
    const [place, person] = [await placeOf(ctx, form['organizationId']), await findPerson(ctx.db, params['id'] ?? '')]
    if (!place || !person) return notFound()
    const back = { id: person.id, organization: place.id, form }
    const wanted = parse(
      newGrant,
      { ...pick(form, 'role', 'from', 'until'), personId: person.id, organizationId: place.id },
      'Die Aufgabe ist noch nicht vergeben',
    )
    if (isRefusal(wanted)) return personPage(ctx, { ...back, refusal: wanted })
    const allowed = may.grant(ctx.actor, place, wanted)
    if (isRefusal(allowed)) return forbidden(allowed)
    const given = await giveRole(ctx, { person, place }, wanted)
    if (isRefusal(given)) return personPage(ctx, { ...back, refusal: given })
    return redirect(
      hrefOf(ctx, person.id, place),
      `${person.name} hat jetzt die Aufgabe „${roleName(wanted.role)}“. Alle, die es angeht, sind benachrichtigt.`,
    )
  }),
  submit(peopleRoutes.end, async (ctx, { params, form }) => {
    const grant = await findGrant(ctx.db, params['grantId'] ?? '')
    const place = grant && (await placeOf(ctx, grant.organizationId))
    if (!grant || place?.id !== grant.organizationId || grant.personId !== params['id']) return notFound()
    const allowed = may.end(ctx.actor, place, grant)
    if (isRefusal(allowed)) return forbidden(allowed)
    const back = { id: grant.personId, organization: place.id, form, ended: grant.id }
    const wanted = parse(ending, pick(form, 'until'), 'Die Aufgabe ist noch nicht beendet')
    if (isRefusal(wanted)) return personPage(ctx, { ...back, refusal: wanted })
    const ended = await endRole(ctx, grant, wanted.until)
    if (isRefusal(ended)) return personPage(ctx, { ...back, refusal: ended })
    const own = grant.personId === ctx.actor.personId
    return redirect(
      own ? '/' : hrefOf(ctx, grant.personId, place),
      `Die Aufgabe „${roleName(grant.role)}“ von ${grant.personName} ist beendet oder endet mit diesem Tag.`,
    )
  }),
]

/** Empty fields of a form are not given. */
const pick = (form: Record<string, string>, ...names: string[]): Record<string, string> =>
  Object.fromEntries(names.flatMap((name) => (form[name] ? [[name, form[name]]] : [])))

const hrefOf = ({ actor }: Context, id: string, place: Place): string =>
  withQuery(peopleRoutes.person.href({ id }), { organisation: place.id === actor.actingFor?.id ? undefined : place.id })

const labels = { role: 'Aufgabe', from: 'Erster Tag', until: 'Letzter Tag' }

interface View {
  id: string
  organization: string | undefined
  form: Record<string, string>
  refusal?: Refusal
  /** The role whose end was refused; otherwise a refusal is about a further role. */
  ended?: string
}

async function personPage(ctx: Context, { id, organization, ...view }: View): Promise<Answer> {
  const [place, person] = [await placeOf(ctx, organization), await findPerson(ctx.db, id)]
  if (!place || !person) return notFound()
  const today = localDay(ctx.now).toString()
  const grants = await currentGrants(ctx.db, { personId: id, organizationId: place.id }, today)
  return page({
    title: person.name,
    crumbs: [
      {
        label: 'Personen',
        href: withQuery(peopleRoutes.list.href(), {
          organisation: place.id === ctx.actor.actingFor?.id ? undefined : place.id,
        }),
      },
      { label: person.name },
    ],
    status: view.refusal ? 422 : 200,
    refusal: view.refusal,
    view: () => <Person ctx={ctx} place={place} person={person} grants={grants} today={today} {...view} />,
  })
}

interface Props extends Omit<View, 'id' | 'organization'> {
  ctx: Context
  place: Place
  person: PersonRow
  grants: Grant[]
  today: string
}

function Person({ ctx, place, person, grants, today, form, refusal, ended }: Props) {
  const dismissing = may.dismiss(ctx.actor, place)
  return (
    <>
      <PageHead title={person.name} lead={`${person.email}, ${place.name}`} />
      <div class="lw-stack lw-stack--xl">
        {refusal && (
          <ErrorSummary title={refusal.refused} errors={ended ? [] : (refusal.errors ?? [])} labels={labels} kept="" />
        )}
        <Panel id="aufgaben" title={`Aufgaben bei ${place.name}`}>
          {grants.length === 0 ? (
            <Empty title="Zurzeit keine Aufgabe">
              {`${person.name} hat bei ${place.name} keine Aufgabe (mehr). Wer noch keine hat, wird eingeladen.`}
            </Empty>
          ) : (
            <div class="lw-stack">
              {grants.map((grant) => (
                <GrantRow
                  ctx={ctx}
                  place={place}
                  grant={grant}
                  today={today}
                  refusal={ended === grant.id ? refusal : undefined}
                />
              ))}
            </div>
          )}
        </Panel>
        {grants.length > 0 && (
          <Panel id="weitere" title="Weitere Aufgabe">
            <GiveForm ctx={ctx} place={place} person={person} form={form} refusal={ended ? undefined : refusal} />
          </Panel>
        )}
        {grants.length > 0 && !isRefusal(dismissing) && (
          <Panel id="ausscheiden" title="Ausscheiden">
            <div class="lw-stack lw-stack--s">
              <p class="lw-measure">
                Alle Aufgaben enden, und was {person.name} übertragen ist, geht an eine Person Ihrer Wahl.
              </p>
              <p>
                <ButtonLink
                  size="x-small"
                  href={withQuery(peopleRoutes.leave.href({ id: person.id }), {
                    organisation: place.id === ctx.actor.actingFor?.id ? undefined : place.id,
                  })}
                >
                  {person.name} scheidet aus
                </ButtonLink>
              </p>
            </div>
          </Panel>
        )}
      </div>
    </>
  )
}

interface GrantProps {
  ctx: Context
  place: Place
  grant: Grant
  today: string
  refusal: Refusal | undefined
}

function GrantRow({ ctx, place, grant, today, refusal }: GrantProps) {
  const mayEnd = !isRefusal(may.end(ctx.actor, place, grant))
  return (
    <div class="lw-stack lw-stack--xs">
      <p>
        <span class="lw-strong">{roleName(grant.role)}</span> <span class="lw-muted">{spanInWords(grant, today)}</span>
      </p>
      {mayEnd && (
        <details class="lw-why" open={refusal !== undefined}>
          <summary>Aufgabe beenden</summary>
          <Form
            action={peopleRoutes.end.href({ id: grant.personId, grantId: grant.id })}
            label={`${roleName(grant.role)} beenden`}
          >
            <TextField
              name="until"
              id={`ende-${grant.id}`}
              type="date"
              label="Letzter Tag"
              hint="Leer: Die Aufgabe endet sofort."
              short
              error={errorAt(refusal?.errors, 'until')}
            />
            <Submit variant="secondary" size="x-small">
              „{roleName(grant.role)}“ beenden
            </Submit>
          </Form>
        </details>
      )}
    </div>
  )
}

interface GiveProps {
  ctx: Context
  place: Place
  person: PersonRow
  form: Record<string, string>
  refusal: Refusal | undefined
}

function GiveForm({ ctx, place, person, form, refusal }: GiveProps) {
  const there = may.grantAt(ctx.actor, place)
  if (isRefusal(there)) return <Refused title="Aufgaben vergeben andere">{there.refused}</Refused>
  const roles = rolesAt(place.kind).filter(
    (role) => role !== 'member' && !isRefusal(may.grant(ctx.actor, place, { personId: person.id, role })),
  )
  if (roles.length === 0)
    return (
      <Refused title="Nicht für sich selbst">
        Sich selbst kann niemand Aufgaben geben. Bitten Sie jemanden mit den nötigen Rechten darum.
      </Refused>
    )
  return (
    <div class="lw-measure">
      <Form action={peopleRoutes.give.href({ id: person.id })}>
        <HiddenField name="organizationId" value={place.id} />
        <SelectField
          name="role"
          label="Aufgabe"
          empty="Bitte wählen"
          value={form['role']}
          required
          options={roles.map((role) => ({ value: role, label: roleName(role) }))}
          error={errorAt(refusal?.errors, 'role')}
        />
        <TextField
          name="from"
          type="date"
          label="Erster Tag"
          hint="Leer: ab heute."
          value={form['from']}
          short
          error={errorAt(refusal?.errors, 'from')}
        />
        <TextField
          name="until"
          type="date"
          label="Letzter Tag"
          hint="Leer: unbefristet."
          value={form['until']}
          short
          error={errorAt(refusal?.errors, 'until')}
        />
        <Submit>Aufgabe geben</Submit>
      </Form>
    </div>
  )
}
