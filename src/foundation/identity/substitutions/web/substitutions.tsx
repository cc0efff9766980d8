import { localDay } from '#kernel/local-day.ts'
import { type Refusal, isRefusal } from '#kernel/outcome.ts'
import { type Answer, forbidden, notFound, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import { Button } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form, SelectField, Submit, TextField, errorAt } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Refused } from '#ui/refused/refused.tsx'
import { Table } from '#ui/table/table.tsx'
import { Tag } from '#ui/tag/tag.tsx'
import { Why } from '#ui/why/why.tsx'
import type { Colleague } from '../../people/grant.ts'
import { findPerson, staffOf } from '../../people/queries.ts'
import { substitutionRoutes } from '../../people/routes.ts'
import { dayInWords } from '../../people/web/days.ts'
import { may } from '../access.ts'
import { endSubstitution } from '../end-substitution.ts'
import { nameDeputy } from '../name-deputy.ts'
import { comingSubstitutions, findSubstitution } from '../queries.ts'
import { newSubstitution } from '../schemas.ts'
import type { Substitution } from '../substitution.ts'

const title = 'Vertretung'
const labels = { deputyId: 'Wer vertritt Sie', from: 'Erster Tag', until: 'Letzter Tag' }

/** Who stands in for whom, and naming somebody for oneself. */
export const substitutionPages: PageRoute[] = [
  show(substitutionRoutes.list, (ctx) => listPage(ctx, { form: {} })),
  submit(
    substitutionRoutes.list,
    async (ctx, { form }) => {
      const place = ctx.actor.actingFor
      if (!place) return notFound()
      const wanted = parse(
        newSubstitution,
        { deputyId: form['deputyId'], from: form['from'] || undefined, until: form['until'] || undefined },
        'Die Vertretung ist noch nicht eingerichtet',
      )
      if (isRefusal(wanted)) return listPage(ctx, { form, refusal: chooseSomebody(wanted) })
      const deputy = await findPerson(ctx.db, wanted.deputyId)
      if (!deputy) return notFound()
      const named = await nameDeputy(ctx, { deputy, place }, wanted)
      if (isRefusal(named)) return listPage(ctx, { form, refusal: named })
      return redirect(
        substitutionRoutes.list.href(),
        `${deputy.name} vertritt Sie bis ${dayInWords(wanted.until)} und ist benachrichtigt.`,
      )
    },
    { guard: may.name },
  ),
  submit(substitutionRoutes.end, async (ctx, { params }) => {
    const substitution = await findSubstitution(ctx.db, params['id'] ?? '')
    if (!substitution) return notFound()
    const allowed = may.end(ctx.actor, substitution)
    if (isRefusal(allowed)) return forbidden(allowed)
    const ended = await endSubstitution(ctx, substitution)
    if (isRefusal(ended)) return listPage(ctx, { form: {}, refusal: ended })
    return redirect(
      substitutionRoutes.list.href(),
      `Die Vertretung von ${substitution.personName} durch ${substitution.deputyName} ist beendet.`,
    )
  }),
]

const chooseSomebody = (refusal: Refusal): Refusal => ({
  ...refusal,
  errors: (refusal.errors ?? []).map((error) =>
    error.path === 'deputyId' ? { ...error, message: 'Bitte wählen Sie eine Person.' } : error,
  ),
})

interface View {
  form: Record<string, string>
  refusal?: Refusal
}

async function listPage(ctx: Context, { form, refusal }: View): Promise<Answer> {
  const today = localDay(ctx.now).toString()
  const place = ctx.actor.actingFor
  const coming = await comingSubstitutions(ctx.db, today)
  const staff = place ? await staffOf(ctx.db, place.id, today) : []
  return page({
    title,
    status: refusal ? 422 : 200,
    refusal,
    view: () => <Substitutions ctx={ctx} coming={coming} staff={staff} today={today} form={form} refusal={refusal} />,
  })
}

interface Props {
  ctx: Context
  coming: Substitution[]
  staff: Colleague[]
  today: string
  form: Record<string, string>
  refusal: Refusal | undefined
}

const Substitutions = ({ ctx, coming, staff, today, form, refusal }: Props) => (
  <>
    <PageHead
      title={title}
      lead="Wer wen vertritt, und wer Sie vertritt, wenn Sie nicht da sind. Die Vertretung hat dann Ihre Aufgaben und endet von selbst."
    />
    <div class="lw-stack lw-stack--xl">
      {refusal && <ErrorSummary title={refusal.refused} errors={refusal.errors ?? []} labels={labels} kept="" />}
      <Panel id="vertretungen" title="Zurzeit und demnächst">
        {coming.length === 0 ? (
          <Empty title="Niemand wird vertreten">Sobald jemand eine Vertretung benennt, steht sie hier.</Empty>
        ) : (
          <Table
            caption="Nach dem ersten Tag geordnet"
            captionHidden
            stack
            rows={coming}
            columns={[
              { header: 'Wer fehlt', rowHeader: true, cell: ({ personName }) => personName },
              { header: 'Vertreten durch', cell: ({ deputyName }) => deputyName },
              { header: 'Wann', cell: ({ from, until }) => `${dayInWords(from)} bis ${dayInWords(until)}` },
              {
                header: 'Stand',
                cell: ({ from }) =>
                  from <= today ? <Tag state="running">läuft</Tag> : <Tag state="none">geplant</Tag>,
              },
              {
                header: 'Noch möglich',
                cell: (one) => (isRefusal(may.end(ctx.actor, one)) ? '–' : <End substitution={one} />),
              },
            ]}
          />
        )}
      </Panel>
      <Panel id="benennen" title="Vertretung für Sie">
        <NameForm ctx={ctx} staff={staff} form={form} refusal={refusal} />
      </Panel>
    </div>
  </>
)

const End = ({ substitution: { id, personName, deputyName } }: { substitution: Substitution }) => (
  <Form
    action={substitutionRoutes.end.href({ id })}
    layout="row"
    label={`Vertretung von ${personName} durch ${deputyName}`}
  >
    <Button size="x-small">Vertretung beenden</Button>
  </Form>
)

function NameForm({ ctx, staff, form, refusal }: Pick<Props, 'ctx' | 'staff' | 'form' | 'refusal'>) {
  const allowed = may.name(ctx.actor)
  if (isRefusal(allowed)) return <Refused title="Hier nicht möglich">{allowed.refused}</Refused>
  const others = staff.filter(({ id }) => id !== ctx.actor.personId)
  if (others.length === 0)
    return (
      <Refused title="Noch niemand da, der vertreten könnte">
        Vertreten kann nur, wer selbst eine Aufgabe in Ihrer Organisation hat. Laden Sie zuerst jemanden ein.
      </Refused>
    )
  return (
    <div class="lw-stack lw-measure">
      <Form action={substitutionRoutes.list.href()}>
        <SelectField
          name="deputyId"
          label="Wer vertritt Sie"
          empty="Bitte wählen"
          required
          value={form['deputyId']}
          options={others.map(({ id, name }) => ({ value: id, label: name }))}
          error={errorAt(refusal?.errors, 'deputyId')}
        />
        <TextField
          name="from"
          type="date"
          label="Erster Tag"
          hint="Leer: ab heute."
          short
          value={form['from']}
          error={errorAt(refusal?.errors, 'from')}
        />
        <TextField
          name="until"
          type="date"
          label="Letzter Tag"
          short
          required
          value={form['until']}
          error={errorAt(refusal?.errors, 'until')}
        />
        <Submit>Vertretung benennen</Submit>
      </Form>
      <Why summary="Was die Vertretung darf">
        Alles, was Sie bei Ihrer Kommune dürfen, vom ersten bis zum letzten Tag. Sie kann das nicht weitergeben: Wer
        Ihre Vertretung vertritt, bekommt Ihre Aufgaben nicht. Im Protokoll steht, dass in Vertretung gehandelt wurde.
      </Why>
    </div>
  )
}
