import { localDay } from '#kernel/local-day.ts'
import { type Refusal, isRefusal } from '#kernel/outcome.ts'
import { findOrganization, listOrganizations } from '#foundation/organizations/index.ts'
import { type Answer, notFound, page, redirect, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import { withQuery } from '#platform/http/route.ts'
import { Button, ButtonLink } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form, SelectField, Submit, TextField, errorAt } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Pager } from '#ui/pager/pager.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Refused } from '#ui/refused/refused.tsx'
import { Table } from '#ui/table/table.tsx'
import { Tag } from '#ui/tag/tag.tsx'
import { findPerson } from '../../people/queries.ts'
import { assignmentRoutes } from '../../people/routes.ts'
import { dayInWords } from '../../people/web/days.ts'
import { isMunicipal } from '../../roles.ts'
import { may } from '../access.ts'
import { assignAssessor } from '../assign-assessor.ts'
import { type Assignment, type AssignmentState, assignmentStates, stateOf } from '../assignment.ts'
import { endAssignment } from '../end-assignment.ts'
import { type Assessor, findAssignment, listAssessors, listAssignments } from '../queries.ts'
import { newAssignment } from '../schemas.ts'

const title = 'Zuweisungen'
const pageSize = 50
const labels = { personId: 'Wer prüft', organizationId: 'Kommune', from: 'Erster Tag', until: 'Letzter Tag' }

const stateWords: Record<AssignmentState, string> = {
  running: 'läuft',
  planned: 'geplant',
  over: 'beendet',
  objected: 'Widerspruch',
}
const mostTowns = 200

/** Who checks where: the programme managers' page. */
export const assignmentPages: PageRoute[] = [
  show(assignmentRoutes.list, (ctx, { query }) => listPage(ctx, { form: {}, query }), {
    guard: may.assign,
  }),
  submit(
    assignmentRoutes.list,
    async (ctx, { form }) => {
      const wanted = parse(
        newAssignment,
        {
          personId: form['personId'],
          organizationId: form['organizationId'],
          from: form['from'],
          until: form['until'],
        },
        'Zugewiesen ist noch niemand',
      )
      if (isRefusal(wanted)) return listPage(ctx, { form, refusal: wanted })
      const [place, person] = [
        await findOrganization(ctx.db, wanted.organizationId),
        await findPerson(ctx.db, wanted.personId),
      ]
      if (!place || !person) return notFound()
      const made = await assignAssessor(ctx, { person, place }, wanted)
      if (isRefusal(made)) return listPage(ctx, { form, refusal: made })
      return redirect(
        assignmentRoutes.list.href(),
        `${person.name} prüft bei ${place.name} bis ${dayInWords(wanted.until)}. Verwaltungsleitung und Informationssicherheit dort sind benachrichtigt.`,
      )
    },
    { guard: may.assign },
  ),
  submit(
    assignmentRoutes.end,
    async (ctx, { params }) => {
      const assignment = await findAssignment(ctx.db, params['id'] ?? '')
      if (!assignment) return notFound()
      const ended = await endAssignment(ctx, assignment)
      if (isRefusal(ended)) return listPage(ctx, { form: {}, refusal: ended })
      const { personName, organizationName } = assignment
      return redirect(assignmentRoutes.list.href(), `${personName} kann bei ${organizationName} nichts mehr lesen.`)
    },
    { guard: may.assign },
  ),
]

interface View {
  form: Record<string, string>
  refusal?: Refusal
  query?: Record<string, string>
}

interface Option {
  value: string
  label: string
}

async function listPage(ctx: Context, { form, refusal, query = {} }: View): Promise<Answer> {
  const state = assignmentStates.find((each) => stateWords[each] === query['stand'])
  const filter = { search: query['suche'] ?? '', state }
  const found = await listAssignments(ctx.db, { ...filter, limit: pageSize, cursor: query['ab'] })
  if (isRefusal(found)) return unprocessable(found)
  const assessors = await listAssessors(ctx.db, localDay(ctx.now).toString())
  const places = await listOrganizations(ctx.db, { limit: mostTowns })
  const towns = isRefusal(places)
    ? []
    : places.items.filter(({ kind }) => isMunicipal(kind)).map(({ id, name }) => ({ value: id, label: name }))
  return page({
    title,
    status: refusal ? 422 : 200,
    refusal,
    view: () => (
      <Assignments
        ctx={ctx}
        {...found}
        filter={filter}
        assessors={assessors}
        towns={towns}
        form={form}
        refusal={refusal}
      />
    ),
  })
}

interface Filter {
  search: string
  state: AssignmentState | undefined
}

interface Props {
  ctx: Context
  filter: Filter
  items: Assignment[]
  next: string | null
  assessors: Assessor[]
  towns: Option[]
  form: Record<string, string>
  refusal: Refusal | undefined
}

function Assignments({ ctx, filter, items, next, assessors, towns, form, refusal }: Props) {
  const today = localDay(ctx.now).toString()
  return (
    <>
      <PageHead title={title} lead="Wer bei welcher Kommune prüft und ihre Antworten lesen darf, von wann bis wann." />
      <div class="lw-stack lw-stack--xl">
        {refusal && <ErrorSummary title={refusal.refused} errors={refusal.errors ?? []} labels={labels} kept="" />}
        <AssignmentFilter filter={filter} />
        {items.length === 0 ? (
          <Nothing filter={filter} />
        ) : (
          <Table
            caption="Die neuesten zuerst"
            stack
            rows={items}
            columns={[
              { header: 'Wer', rowHeader: true, cell: ({ personName }) => personName },
              { header: 'Kommune', cell: ({ organizationName }) => organizationName },
              {
                header: 'Wann',
                cell: ({ from, until }) =>
                  until < from ? `ab ${dayInWords(from)}` : `${dayInWords(from)} bis ${dayInWords(until)}`,
              },
              { header: 'Stand', cell: (one) => <State assignment={one} today={today} /> },
            ]}
          />
        )}
        {next && (
          <Pager
            next={{
              href: withQuery(assignmentRoutes.list.href(), {
                suche: filter.search || undefined,
                stand: filter.state && stateWords[filter.state],
                ab: next,
              }),
            }}
          />
        )}
        <Panel id="zuweisen" title="Jemanden zuweisen">
          <AssignForm assessors={assessors} towns={towns} form={form} refusal={refusal} />
        </Panel>
      </div>
    </>
  )
}

const AssignmentFilter = ({ filter: { search, state } }: { filter: Filter }) => (
  <Form method="get" action={assignmentRoutes.list.href()} layout="bar" label="Zuweisungen suchen">
    <TextField name="suche" type="search" label="Person oder Kommune" value={search} />
    <SelectField
      name="stand"
      label="Stand"
      empty="alle"
      value={state && stateWords[state]}
      options={assignmentStates.map((each) => ({ value: stateWords[each], label: stateWords[each] }))}
    />
    <Button>Suchen</Button>
  </Form>
)

const Nothing = ({ filter: { search, state } }: { filter: Filter }) =>
  search !== '' || state ? (
    <Empty
      title="Keine Zuweisung passt zu dieser Suche"
      level={2}
      actions={
        <ButtonLink href={assignmentRoutes.list.href()} size="x-small">
          Alle zeigen
        </ButtonLink>
      }
    >
      Gesucht wird am Anfang jedes Wortes im Namen der Person und der Kommune.
    </Empty>
  ) : (
    <Empty title="Noch niemand ist zugewiesen" level={2}>
      Nach einer Zuweisung sieht die Kommune, wer liest, und kann widersprechen.
    </Empty>
  )

function State({ assignment, today }: { assignment: Assignment; today: string }) {
  const { id, objection, personName, organizationName } = assignment
  const state = stateOf(assignment, today)
  if (state === 'objected') return <Tag state="late">Widerspruch: {objection}</Tag>
  if (state === 'over') return <Tag state="none">{stateWords.over}</Tag>
  return (
    <div class="lw-stack lw-stack--xs">
      <Tag state={state === 'running' ? 'running' : 'none'}>{stateWords[state]}</Tag>
      <Form action={assignmentRoutes.end.href({ id })} layout="row" label={`${personName} bei ${organizationName}`}>
        <Button size="x-small">Sofort beenden</Button>
      </Form>
    </div>
  )
}

function AssignForm({ assessors, towns, form, refusal }: Pick<Props, 'assessors' | 'towns' | 'form' | 'refusal'>) {
  if (assessors.length === 0)
    return (
      <Refused title="Noch niemand da, der prüfen könnte">
        Zuweisen lässt sich, wer bei einem Auftragnehmer die Aufgabe „Prüfung“ hat. Laden Sie zuerst jemanden ein.
      </Refused>
    )
  return (
    <div class="lw-measure">
      <Form action={assignmentRoutes.list.href()}>
        <SelectField
          name="personId"
          label="Wer prüft"
          empty="Bitte wählen"
          required
          value={form['personId']}
          options={assessors.map(({ id, name, contractor }) => ({ value: id, label: `${name}, ${contractor}` }))}
          error={errorAt(refusal?.errors, 'personId')}
        />
        <SelectField
          name="organizationId"
          label="Kommune"
          empty="Bitte wählen"
          required
          value={form['organizationId']}
          options={towns}
          error={errorAt(refusal?.errors, 'organizationId')}
        />
        <TextField
          name="from"
          type="date"
          label="Erster Tag"
          short
          required
          value={form['from']}
          error={errorAt(refusal?.errors, 'from')}
        />
        <TextField
          name="until"
          type="date"
          label="Letzter Tag"
          hint="Am Tag danach lässt sich nichts mehr lesen."
          short
          required
          value={form['until']}
          error={errorAt(refusal?.errors, 'until')}
        />
        <Submit>Zuweisen</Submit>
      </Form>
    </div>
  )
}
