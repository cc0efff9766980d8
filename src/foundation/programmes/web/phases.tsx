import { isRefusal, type Refusal } from '#kernel/outcome.ts'
import { type Answer, notFound, page, redirect } from '#platform/http/answer.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import { Button } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { errorAt, Form, SelectField, Submit, TextField } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { onLed } from '../on-programme.ts'
import type { Phase, Programme } from '../programme.ts'
import { programmeRoutes } from '../routes.ts'
import { keyFrom } from '../steps/order.ts'
import { removePhase } from '../steps/remove-phase.ts'
import { phaseForm } from '../steps/schemas.ts'
import { setPhase } from '../steps/set-phase.ts'
import { crumbsTo } from './crumbs.ts'
import type { Typed } from './fact-fields.tsx'

/** The phases of a programme: adding, naming, moving, removing empty ones. */
export const phasePages: PageRoute[] = [
  show(programmeRoutes.phases, (ctx, { params }) =>
    onLed(ctx, params['id'], async (programme) => phasesPage(programme, {})),
  ),
  submit(programmeRoutes.phases, (ctx, { params, form }) =>
    onLed(ctx, params['id'], async (programme) => {
      const wanted = parse(phaseForm, form, 'Die Phase ist noch nicht angelegt')
      const taken = programme.phases.map(({ key }) => key)
      const set = isRefusal(wanted) ? wanted : await setPhase(ctx, programme, keyFrom(wanted.title, taken), wanted)
      if (isRefusal(set)) return phasesPage(programme, { typed: form, refusal: set })
      return redirect(programmeRoutes.phases.href({ id: programme.id }), 'Die Phase ist angelegt.')
    }),
  ),
  submit(programmeRoutes.phase, (ctx, { params, form }) =>
    onLed(ctx, params['id'], async (programme) => {
      const phase = programme.phases.find(({ key }) => key === params['phase'])
      if (!phase) return notFound('Diese Phase gibt es in diesem Programm nicht.')
      const wanted = parse(phaseForm, form, 'Die Phase ist noch nicht gespeichert')
      const set = isRefusal(wanted) ? wanted : await setPhase(ctx, programme, phase.key, wanted)
      if (isRefusal(set)) return phasesPage(programme, { typed: form, refusal: set, of: phase.key })
      return redirect(programmeRoutes.phases.href({ id: programme.id }), 'Die Phase ist gespeichert.')
    }),
  ),
  submit(programmeRoutes.removePhase, (ctx, { params }) =>
    onLed(ctx, params['id'], async (programme) => {
      const removed = await removePhase(ctx, programme, params['phase'] ?? '')
      if (isRefusal(removed)) return phasesPage(programme, { refusal: removed })
      if (removed === 'none') return notFound('Diese Phase gibt es in diesem Programm nicht.')
      return redirect(programmeRoutes.phases.href({ id: programme.id }), 'Die Phase ist entfernt.')
    }),
  ),
]

interface Said {
  typed?: Typed
  refusal?: Refusal | undefined
  /** The phase whose form was refused; none: the one of a new phase. */
  of?: string
}

const phasesPage = (programme: Programme, said: Said): Answer =>
  page({
    title: `Phasen: ${programme.name}`,
    status: said.refusal ? 422 : 200,
    refusal: said.refusal,
    crumbs: crumbsTo(programme, 'Phasen'),
    view: () => (
      <>
        <PageHead title="Phasen" lead="Teile des Weges, in ihrer Reihenfolge. Ihre Schritte ziehen mit ihnen um." />
        <div class="lw-stack lw-stack--xl lw-measure">
          {said.refusal && (
            <ErrorSummary
              title={said.refusal.refused}
              errors={(said.refusal.errors ?? []).map((error) => ({ ...error, path: fieldOf(said, error.path) }))}
            />
          )}
          {programme.phases.length === 0 && (
            <Empty title="Noch keine Phase" level={2}>
              Eine Phase fasst Schritte zusammen. Auch ein kurzer Weg braucht eine.
            </Empty>
          )}
          {programme.phases.map((phase) => (
            <PhasePanel programme={programme} phase={phase} said={said} />
          ))}
          <Panel id="neu" title="Neue Phase">
            <Form action={programmeRoutes.phases.href({ id: programme.id })} label="Neue Phase">
              <Fields programme={programme} said={said.of === undefined ? said : {}} />
              <Submit>Phase anlegen</Submit>
            </Form>
          </Panel>
        </div>
      </>
    ),
  })

/** An order that does not fit is put right where the place is chosen. */
const fieldOf = ({ of }: Said, path: string): string => {
  const field = path === 'needs' || path === 'place' ? 'after' : path
  return of === undefined ? field : `${field}-${of}`
}

function PhasePanel({ programme, phase, said }: { programme: Programme; phase: Phase; said: Said }) {
  const { id, steps } = programme
  const count = steps.filter(({ phaseKey }) => phaseKey === phase.key).length
  return (
    <Panel
      id={`phase-${phase.key}`}
      title={phase.title}
      note={count === 1 ? 'ein Schritt' : count === 0 ? 'keine Schritte' : `${count} Schritte`}
    >
      <div class="lw-stack lw-stack--s">
        <Form action={programmeRoutes.phase.href({ id, phase: phase.key })} label={`Phase ${phase.title}`}>
          <Fields programme={programme} phase={phase} said={said.of === phase.key ? said : {}} />
          <div>
            <Button size="x-small">Phase speichern</Button>
          </div>
        </Form>
        {count === 0 && (
          <Form
            action={programmeRoutes.removePhase.href({ id, phase: phase.key })}
            layout="row"
            label={`Phase ${phase.title} entfernen`}
          >
            <Button size="x-small">Phase entfernen</Button>
          </Form>
        )}
      </div>
    </Panel>
  )
}

function Fields({ programme, phase, said }: { programme: Programme; phase?: Phase; said: Said }) {
  const { phases } = programme
  const own = phase ? `-${phase.key}` : ''
  const before = phase ? phases[phases.indexOf(phase) - 1] : phases.at(-1)
  return (
    <>
      <TextField
        name="title"
        id={`feld-title${own}`}
        label="Name"
        required
        value={said.typed?.['title'] ?? phase?.title}
        maxlength={80}
        error={errorAt(said.refusal?.errors, 'title')}
      />
      <SelectField
        name="after"
        id={`feld-after${own}`}
        label="Steht"
        empty="als Erstes"
        plain
        value={said.typed?.['after'] ?? before?.key}
        options={phases
          .filter(({ key }) => key !== phase?.key)
          .map(({ key, title }) => ({ value: key, label: `nach „${title}“` }))}
        error={errorAt(said.refusal?.errors, 'after') ?? errorAt(said.refusal?.errors, 'needs')}
      />
    </>
  )
}
