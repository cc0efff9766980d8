import { germanDate, localDay } from '#kernel/local-day.ts'
import { type Refusal, isRefusal } from '#kernel/outcome.ts'
import { peopleRoutes, staffOf } from '#foundation/identity/index.ts'
import { type Answer, forbidden, notFound, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import { Empty } from '#ui/empty/empty.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { errorAt, Form, SelectField, Submit, TextArea, TextField } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Refused } from '#ui/refused/refused.tsx'
import { Table } from '#ui/table/table.tsx'
import { Tag } from '#ui/tag/tag.tsx'
import { may } from '../../access.ts'
import type { EnrollmentWithSteps } from '../../enrollment.ts'
import { findEnrollment } from '../../enrollments/queries.ts'
import { roadCrumbs } from '../../web/road-crumbs.ts'
import { programmeRoutes } from '../../routes.ts'
import { type Named, nameNavigator } from '../name-navigator.ts'
import { type Navigator, namingStep } from '../navigator.ts'
import { listNavigators } from '../queries.ts'
import { namingIn } from '../schemas.ts'

const title = 'Digital-Navigator'
const labels = { personId: 'Person', from: 'Ab', reason: 'Grund des Wechsels' }
const nowhere = () => notFound('In diesem Programm wird niemand benannt, oder Sie sehen die Teilnahme nicht.')

async function findNamingRoad(ctx: Context, id: string | undefined): Promise<EnrollmentWithSteps | undefined> {
  const road = await findEnrollment(ctx.db, id ?? '')
  return road?.steps.some(({ key }) => key === namingStep) ? road : undefined
}

/** Whom a municipality has named, and naming somebody else. */
export const navigatorPages: PageRoute[] = [
  show(programmeRoutes.navigator, async (ctx, { params }) => {
    const road = await findNamingRoad(ctx, params['id'])
    if (!road) return nowhere()
    const allowed = may.seeNamed(ctx.actor, road)
    return isRefusal(allowed) ? forbidden(allowed) : navigatorPage(ctx, road, { form: {} })
  }),
  submit(programmeRoutes.navigator, async (ctx, { params, form }) => {
    const road = await findNamingRoad(ctx, params['id'])
    if (!road) return nowhere()
    const allowed = may.name(ctx.actor, road)
    if (isRefusal(allowed)) return forbidden(allowed)
    const wanted = parse(
      namingIn,
      { personId: form['personId'] ?? '', from: form['from'] || undefined, reason: form['reason'] ?? '' },
      'Benannt ist noch niemand',
    )
    if (isRefusal(wanted)) return navigatorPage(ctx, road, { form, refusal: wanted })
    const named = await nameNavigator(ctx, road, { ...wanted, from: wanted.from ?? localDay(ctx.now).toString() })
    if (isRefusal(named)) return navigatorPage(ctx, road, { form, refusal: named })
    return redirect(programmeRoutes.navigator.href({ id: road.id }), doneInWords(named))
  }),
]

const doneInWords = ({ name, hasRole }: Named): string =>
  hasRole
    ? `${name} ist benannt und benachrichtigt.`
    : `${name} ist benannt und benachrichtigt. Die Aufgabe „Digital-Navigation“ fehlt der Person im Portal noch; geben Sie sie unter „Personen“.`

interface View {
  form: Record<string, string>
  refusal?: Refusal | undefined
}

async function navigatorPage(ctx: Context, road: EnrollmentWithSteps, { form, refusal }: View): Promise<Answer> {
  const named = await listNavigators(ctx.db, road.id)
  const canName = !isRefusal(may.name(ctx.actor, road))
  const staff = canName ? await staffOf(ctx.db, road.organizationId, localDay(ctx.now).toString()) : []
  const current = named.find(({ until }) => until === null)
  return page({
    title,
    crumbs: roadCrumbs(road, title),
    status: refusal ? 422 : 200,
    refusal,
    view: () => (
      <>
        <PageHead
          title={`${title}: ${road.organizationName}`}
          lead={
            current
              ? `${current.personName ?? 'Eine ehemalige Person'} seit ${germanDate(current.from)}.`
              : 'Noch niemand benannt.'
          }
        />
        <div class="lw-stack lw-stack--xl">
          {refusal && <ErrorSummary title={refusal.refused} errors={refusal.errors ?? []} labels={labels} kept="" />}
          <Panel id="benannt" title="Wer benannt ist und war">
            {named.length === 0 ? (
              <Empty title="Noch niemand">Benannt wird, sobald die Kommune zugelassen ist.</Empty>
            ) : (
              <Table caption="Die letzte Benennung zuerst" captionHidden stack rows={named} columns={columns} />
            )}
          </Panel>
          <Panel id="benennen" title={current ? 'Jemand anderen benennen' : 'Benennen'}>
            {canName ? (
              <NamingForm road={road} staff={staff} isChange={current !== undefined} form={form} refusal={refusal} />
            ) : (
              <Refused title="Hier nicht möglich">
                Wen die Kommune benennt, entscheidet ihre Verwaltungsleitung.
              </Refused>
            )}
          </Panel>
        </div>
      </>
    ),
  })
}

const columns = [
  { header: 'Person', rowHeader: true, cell: ({ personName }: Navigator) => personName ?? 'ehemalige Person' },
  { header: 'Seit', cell: ({ from }: Navigator) => germanDate(from) },
  {
    header: 'Bis',
    cell: ({ until }: Navigator) => (until === null ? <Tag state="running">benannt</Tag> : germanDate(until)),
  },
  { header: 'Grund des Wechsels', cell: ({ reason }: Navigator) => reason || '–' },
]

interface NamingFormProps extends View {
  road: EnrollmentWithSteps
  staff: readonly { id: string; name: string }[]
  isChange: boolean
}

const NamingForm = ({ road, staff, isChange, form, refusal }: NamingFormProps) => (
  <div class="lw-stack lw-measure">
    <Form action={programmeRoutes.navigator.href({ id: road.id })}>
      <SelectField
        name="personId"
        label={labels.personId}
        hint={
          <>
            Wer noch keinen Zugang hat, wird zuerst{' '}
            <a class="lw-link" href={peopleRoutes.list.href()}>
              eingeladen
            </a>
            . Die Aufgabe „Digital-Navigation“ geben Sie der Person unter „Personen“.
          </>
        }
        empty="Bitte wählen"
        required
        value={form['personId']}
        options={staff.map(({ id, name }) => ({ value: id, label: name }))}
        error={errorAt(refusal?.errors, 'personId')}
      />
      <TextField
        name="from"
        type="date"
        label={labels.from}
        hint="Leer: ab heute."
        short
        value={form['from']}
        error={errorAt(refusal?.errors, 'from')}
      />
      {isChange && (
        <TextArea
          name="reason"
          label={labels.reason}
          required
          rows={2}
          value={form['reason']}
          error={errorAt(refusal?.errors, 'reason')}
        />
      )}
      <Submit>Benennen</Submit>
    </Form>
  </div>
)
