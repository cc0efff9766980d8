import { localDay } from '#kernel/local-day.ts'
import { type Refusal, isRefusal } from '#kernel/outcome.ts'
import { type Answer, forbidden, notFound, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form, HiddenField, SelectField, Submit, TextField, errorAt } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import { Why } from '#ui/why/why.tsx'
import { may, type Place } from '../../people/access.ts'
import type { Colleague } from '../../people/grant.ts'
import { findPerson, type PersonRow, staffOf } from '../../people/queries.ts'
import { peopleRoutes } from '../../people/routes.ts'
import { dayInWords } from '../../people/web/days.ts'
import { placeOf } from '../../people/web/place.ts'
import type { Departure } from '../departure.ts'
import { dismiss } from '../dismiss.ts'
import type { HandOver } from '../hand-over.ts'
import { findDeparture } from '../queries.ts'
import { newDeparture } from '../schemas.ts'

/** Somebody leaves: the question, the deed, and the report of what went to whom. `handOvers` are those of all other modules. */
export const pagesOfDepartures = (handOvers: readonly HandOver[]): PageRoute[] => [
  show(peopleRoutes.leave, (ctx, { params, query }) =>
    leavePage(ctx, { id: params['id'] ?? '', organization: query['organisation'], form: {} }),
  ),
  submit(peopleRoutes.leave, async (ctx, { params, form }) => {
    const [place, person] = [await placeOf(ctx, form['organizationId']), await findPerson(ctx.db, params['id'] ?? '')]
    if (!place || !person) return notFound()
    const allowed = may.dismiss(ctx.actor, place)
    if (isRefusal(allowed)) return forbidden(allowed)
    const back = { id: person.id, organization: place.id, form }
    const fields = { successorId: form['successorId'] || undefined, lastDay: form['lastDay'] || undefined }
    const wanted = parse(
      newDeparture,
      { personId: person.id, organizationId: place.id, ...fields },
      'Es ist noch nichts beendet',
    )
    if (isRefusal(wanted)) return leavePage(ctx, { ...back, refusal: wanted })
    const successor = wanted.successorId ? await findPerson(ctx.db, wanted.successorId) : undefined
    const gone = await dismiss(ctx, { person, place, successor }, wanted, handOvers)
    if (isRefusal(gone)) return leavePage(ctx, { ...back, refusal: gone })
    if (person.id === ctx.actor.personId) return redirect('/', `Sie gehören nicht mehr zu ${place.name}.`)
    return redirect(peopleRoutes.left.href({ id: gone.id }), 'Eingetragen. Alle, die es angeht, sind benachrichtigt.')
  }),
  show(peopleRoutes.left, async (ctx, { params }) => {
    const departure = await findDeparture(ctx.db, params['id'] ?? '')
    return departure
      ? page({
          title: `${departure.personName} scheidet aus`,
          crumbs: [{ label: 'Personen', href: peopleRoutes.list.href() }, { label: departure.personName }],
          view: () => <Report departure={departure} today={localDay(ctx.now).toString()} />,
        })
      : notFound()
  }),
]

interface View {
  id: string
  organization: string | undefined
  form: Record<string, string>
  refusal?: Refusal
}

async function leavePage(ctx: Context, { id, organization, form, refusal }: View): Promise<Answer> {
  const [place, person] = [await placeOf(ctx, organization), await findPerson(ctx.db, id)]
  if (!place || !person) return notFound()
  const allowed = may.dismiss(ctx.actor, place)
  if (isRefusal(allowed)) return forbidden(allowed)
  const staff = await staffOf(ctx.db, place.id, localDay(ctx.now).toString())
  if (!staff.some((one) => one.id === person.id)) return notFound()
  return page({
    title: `${person.name} scheidet aus`,
    crumbs: [
      { label: 'Personen', href: peopleRoutes.list.href() },
      { label: person.name, href: peopleRoutes.person.href({ id }) },
      { label: 'Ausscheiden' },
    ],
    status: refusal ? 422 : 200,
    refusal,
    view: () => <LeaveForm place={place} person={person} staff={staff} form={form} refusal={refusal} />,
  })
}

const labels = { lastDay: 'Letzter Tag', successorId: 'Wer übernimmt' }

interface LeaveProps {
  place: Place
  person: PersonRow
  staff: Colleague[]
  form: Record<string, string>
  refusal: Refusal | undefined
}

const LeaveForm = ({ place, person, staff, form, refusal }: LeaveProps) => (
  <>
    <PageHead
      title={`${person.name} scheidet aus`}
      lead={`Alle Aufgaben bei ${place.name} enden. Wer was übernimmt, legen Sie hier fest.`}
    />
    <div class="lw-stack lw-stack--l lw-measure">
      {refusal && <ErrorSummary title={refusal.refused} errors={refusal.errors ?? []} labels={labels} kept="" />}
      <Form action={peopleRoutes.leave.href({ id: person.id })}>
        <HiddenField name="organizationId" value={place.id} />
        <TextField
          name="lastDay"
          type="date"
          label="Letzter Tag"
          hint="Leer: Der Zugang endet sofort, auch wenn die Person gerade angemeldet ist."
          value={form['lastDay']}
          short
          error={errorAt(refusal?.errors, 'lastDay')}
        />
        <SelectField
          name="successorId"
          label="Wer übernimmt, was der Person übertragen ist"
          hint="Vertretungen und offene Einladungen. Ohne Angabe enden Vertretungen, und offene Einladungen gehen an Sie."
          empty="niemand"
          value={form['successorId']}
          options={staff.filter(({ id }) => id !== person.id).map(({ id, name }) => ({ value: id, label: name }))}
          error={errorAt(refusal?.errors, 'successorId')}
        />
        <Submit>Aufgaben von {person.name} beenden</Submit>
      </Form>
      <Why summary="Was bleibt">
        Der Name bleibt an Antworten und im Protokoll stehen. Aufgaben in anderen Organisationen sind nicht betroffen.
        Hat die Person nirgends sonst eine Aufgabe, gelten auch ihre Zugangsschlüssel nicht mehr.
      </Why>
    </div>
  </>
)

const endInWords = ({ lastDay, recordedOn, organizationName }: Departure): string =>
  lastDay < recordedOn
    ? `Der Zugang für ${organizationName} ist seit dem ${dayInWords(recordedOn)} beendet.`
    : `Letzter Tag bei ${organizationName}: ${dayInWords(lastDay)}.`

const Report = ({ departure, today }: { departure: Departure; today: string }) => (
  <>
    <PageHead
      title={`${departure.personName} ${departure.lastDay < today ? 'ist ausgeschieden' : 'scheidet aus'}`}
      lead={`${endInWords(departure)} Eingetragen von ${departure.recordedByName}.`}
    />
    <div class="lw-stack lw-stack--xl">
      <Panel id="uebergabe" title="Was übergeben wurde">
        {departure.handedOver.length === 0 ? (
          <p>{departure.personName} war nichts übertragen, was jemand übernehmen müsste.</p>
        ) : (
          <Table
            caption="Was wem übertragen war"
            captionHidden
            stack
            rows={departure.handedOver}
            columns={[
              { header: 'Was', rowHeader: true, cell: ({ what }) => what },
              { header: 'Jetzt bei', cell: ({ to }) => to ?? 'niemandem' },
            ]}
          />
        )}
      </Panel>
    </div>
  </>
)
