import { Temporal } from 'temporal-polyfill'
import { germanDay, localDay } from '#kernel/local-day.ts'
import { type Refusal, isRefusal } from '#kernel/outcome.ts'
import { listGroups } from '#foundation/catalogs/index.ts'
import { type Colleague, everyRoleInWords, staffOf } from '#foundation/identity/index.ts'
import { type Answer, forbidden, notFound, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import { Button } from '#ui/button/button.tsx'
import { CheckGroup } from '#ui/form/check-group.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { errorAt, Form, SelectField, Submit, TextArea, TextField } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Refused } from '#ui/refused/refused.tsx'
import { Table } from '#ui/table/table.tsx'
import { Tag } from '#ui/tag/tag.tsx'
import { whileOpen } from '../../access.ts'
import type { Assessment } from '../../assessment.ts'
import { findAssessment } from '../../queries.ts'
import { readNotes } from '../../read-note.ts'
import { assessmentRoutes } from '../../routes.ts'
import { may } from '../access.ts'
import { delegate, listsInWords } from '../delegate.ts'
import { type Delegation, isOverdue } from '../delegation.ts'
import { endDelegation } from '../end-delegation.ts'
import { findDelegation, listDelegations } from '../queries.ts'
import { newDelegation } from '../schemas.ts'

const title = 'Wer antwortet'
const groupField = 'liste.'

/** Who answers which lists, and giving lists to colleagues. */
export const delegationPages: PageRoute[] = [
  show(assessmentRoutes.delegations, async (ctx, { params }) => {
    const assessment = await findAssessment(ctx.db, params['id'] ?? '')
    return assessment ? delegationPage(ctx, assessment, { form: {} }) : notFound()
  }),
  submit(assessmentRoutes.delegations, async (ctx, { params, form }) => {
    const assessment = await findAssessment(ctx.db, params['id'] ?? '')
    if (!assessment) return notFound()
    const allowed = may.delegate(ctx.actor, assessment)
    if (isRefusal(allowed)) return { ...forbidden(allowed), notes: readNotes(ctx, assessment) }
    const wanted = parse(newDelegation, fromForm(form), 'Weitergegeben ist noch nichts')
    if (isRefusal(wanted)) return delegationPage(ctx, assessment, { form, refusal: inFormWords(wanted) })
    const staff = await staffOf(ctx.db, assessment.organizationId, localDay(ctx.now).toString())
    const done = await delegate(ctx, assessment, staff, wanted)
    if (isRefusal(done)) return delegationPage(ctx, assessment, { form, refusal: done })
    return redirect(
      assessmentRoutes.delegations.href({ id: assessment.id }),
      `${done.person.name} antwortet jetzt auf ${listsInWords(done.lists)} und ist benachrichtigt.`,
    )
  }),
  submit(assessmentRoutes.endDelegation, async (ctx, { params }) => {
    const assessment = await findAssessment(ctx.db, params['id'] ?? '')
    const delegation = await findDelegation(ctx.db, params['delegationId'] ?? '')
    if (!assessment || delegation?.assessmentId !== assessment.id) return notFound()
    const allowed = may.end(ctx.actor, delegation)
    if (isRefusal(allowed)) return { ...forbidden(allowed), notes: readNotes(ctx, assessment) }
    const ended = await endDelegation(ctx, assessment, delegation)
    if (isRefusal(ended)) return delegationPage(ctx, assessment, { form: {}, refusal: ended })
    return delegation.personId === ctx.actor.personId
      ? redirect(assessmentRoutes.list.href(), 'Die Listen sind zurückgegeben, Ihre Antworten bleiben.')
      : redirect(
          assessmentRoutes.delegations.href({ id: assessment.id }),
          `Die Listen von ${delegation.personName ?? 'der Person'} sind wieder bei Ihnen; die Antworten bleiben.`,
        )
  }),
]

const fromForm = (form: Record<string, string>) => ({
  personId: form['personId'],
  groupKeys: Object.keys(form)
    .filter((name) => name.startsWith(groupField))
    .map((name) => name.slice(groupField.length)),
  dueOn: form['dueOn'] || undefined,
  note: form['note'],
})

const inFormWords = (refusal: Refusal): Refusal => ({
  ...refusal,
  errors: (refusal.errors ?? []).map((error) =>
    error.path === 'personId' ? { ...error, message: 'Bitte wählen Sie eine Person.' } : error,
  ),
})

interface View {
  form: Record<string, string>
  refusal?: Refusal
}

async function delegationPage(ctx: Context, assessment: Assessment, { form, refusal }: View): Promise<Answer> {
  const delegations = await listDelegations(ctx.db, assessment.id)
  const groups = (await listGroups(ctx.db, assessment.catalogId)).filter(({ parentKey }) => parentKey === null)
  const allowed = may.delegate(ctx.actor, assessment)
  const staff = isRefusal(allowed) ? [] : await staffOf(ctx.db, assessment.organizationId, localDay(ctx.now).toString())
  return page({
    title,
    status: refusal ? 422 : 200,
    refusal,
    notes: readNotes(ctx, assessment),
    crumbs: [
      { label: 'Prüfungen', href: assessmentRoutes.list.href() },
      { label: assessment.catalogTitle, href: assessmentRoutes.show.href({ id: assessment.id }) },
      { label: title },
    ],
    view: () => <Delegations {...{ ctx, assessment, delegations, groups, staff, form, refusal }} />,
  })
}

interface Props {
  ctx: Context
  assessment: Assessment
  delegations: Delegation[]
  groups: { key: string; title: string }[]
  staff: Colleague[]
  form: Record<string, string>
  refusal: Refusal | undefined
}

function Delegations({ ctx, assessment, delegations, groups, staff, form, refusal }: Props) {
  const titles = new Map(groups.map(({ key, title: name }) => [key, name]))
  const today = localDay(ctx.now).toString()
  return (
    <>
      <PageHead
        title={title}
        lead="Geben Sie Listen an Kolleginnen und Kollegen weiter, die es wissen. Sie sehen und beantworten nur diese Listen."
      />
      <div class="lw-stack lw-stack--xl">
        {refusal && (
          <ErrorSummary
            title={refusal.refused}
            errors={refusal.errors ?? []}
            labels={{ personId: 'Wer', groupKeys: 'Listen', dueOn: 'Bis wann', note: 'Hinweis' }}
          />
        )}
        <Panel id="weitergegeben" title="Weitergegeben">
          {delegations.length === 0 ? (
            <Empty title="Noch keine Liste weitergegeben">
              Was niemand bekommen hat, beantworten Verwaltungsleitung, Informationssicherheit und IT.
            </Empty>
          ) : (
            <Table
              caption="Was am ehesten fällig ist, zuerst"
              captionHidden
              stack
              rows={delegations}
              columns={[
                { header: 'Wer', rowHeader: true, cell: ({ personName }) => personName ?? 'Ehemalige Person' },
                {
                  header: 'Listen',
                  cell: ({ groupKeys }) => groupKeys.map((key) => titles.get(key) ?? key).join(', '),
                },
                { header: 'Bis', cell: (one) => <Until delegation={one} today={today} /> },
                { header: 'Hinweis', cell: ({ note }) => (note === '' ? '–' : note) },
                {
                  header: 'Ändern',
                  cell: (one) =>
                    !isRefusal(may.end(ctx.actor, one)) && (
                      <End assessment={assessment} delegation={one} isOwn={one.personId === ctx.actor.personId} />
                    ),
                },
              ]}
            />
          )}
        </Panel>
        <Panel id="weitergeben" title="Listen weitergeben">
          <DelegateForm {...{ ctx, assessment, groups, staff, form, refusal }} />
        </Panel>
      </div>
    </>
  )
}

const Until = ({ delegation, today }: { delegation: Delegation; today: string }) => (
  <>
    {delegation.dueOn === null ? 'ohne Frist' : germanDay(Temporal.PlainDate.from(delegation.dueOn))}{' '}
    {isOverdue(delegation, today) && <Tag state="late">überfällig</Tag>}
  </>
)

const End = ({
  assessment,
  delegation: { id, personName },
  isOwn,
}: {
  assessment: Assessment
  delegation: Delegation
  isOwn: boolean
}) => (
  <Form
    action={assessmentRoutes.endDelegation.href({ id: assessment.id, delegationId: id })}
    layout="row"
    label={`Listen von ${personName ?? 'ehemaliger Person'}`}
  >
    <Button size="x-small">{isOwn ? 'Fertig, zurückgeben' : 'Zurücknehmen'}</Button>
  </Form>
)

function DelegateForm({ ctx, assessment, groups, staff, form, refusal }: Omit<Props, 'delegations'>) {
  const allowed = may.delegate(ctx.actor, assessment)
  if (isRefusal(allowed)) return <Refused title="Das können andere für Sie tun">{allowed.refused}</Refused>
  const open = whileOpen(assessment)
  if (isRefusal(open)) return <Refused title="Hier nicht mehr möglich">{open.refused}</Refused>
  const others = staff.filter(({ id }) => id !== ctx.actor.personId)
  if (others.length === 0)
    return (
      <Refused title="Noch niemand da">
        Weitergeben können Sie an alle, die in Ihrer Organisation eine Aufgabe haben. Laden Sie zuerst jemanden ein.
      </Refused>
    )
  return (
    <div class="lw-stack lw-measure">
      <Form action={assessmentRoutes.delegations.href({ id: assessment.id })}>
        <SelectField
          name="personId"
          label="Wer"
          empty="Bitte wählen"
          required
          value={form['personId']}
          error={errorAt(refusal?.errors, 'personId')}
          options={others.map(({ id, name, grants }) => ({
            value: id,
            label: `${name} (${everyRoleInWords(grants.map(({ role }) => role))})`,
          }))}
        />
        <CheckGroup
          name="groupKeys"
          legend="Listen"
          error={errorAt(refusal?.errors, 'groupKeys')}
          options={groups.map(({ key, title: label }) => ({
            name: groupField + key,
            label,
            checked: form[groupField + key] !== undefined,
          }))}
        />
        <TextField
          name="dueOn"
          type="date"
          label="Bis wann"
          hint="Drei Tage vorher und am Tag selbst erinnern wir. Leer: ohne Frist."
          short
          value={form['dueOn']}
          error={errorAt(refusal?.errors, 'dueOn')}
        />
        <TextArea
          name="note"
          label="Hinweis für die Person"
          rows={2}
          value={form['note']}
          error={errorAt(refusal?.errors, 'note')}
        />
        <Submit>Listen weitergeben</Submit>
      </Form>
    </div>
  )
}
