import { isRefusal, type Outcome, type Refusal } from '#kernel/outcome.ts'
import { type Answer, notFound, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import { Button } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form, Submit } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { ticked } from '../facts/schemas.ts'
import { onLed } from '../on-programme.ts'
import type { Programme, StepDefinition } from '../programme.ts'
import { programmeRoutes } from '../routes.ts'
import { addStep } from '../steps/add-step.ts'
import { changeStep } from '../steps/change-step.ts'
import { removeStep } from '../steps/remove-step.ts'
import { type NewStep, stepForm } from '../steps/schemas.ts'
import { crumbsTo } from './crumbs.ts'
import type { Typed } from './fact-fields.tsx'
import { stepFieldNames, StepFields, typedFromStep } from './step-fields.tsx'

/** Adding, changing and removing steps, also of a programme that runs. */
export const stepDefinitionPages: PageRoute[] = [
  show(programmeRoutes.newStep, (ctx, { params }) =>
    onLed(ctx, params['id'], async (programme) => newPage(programme, { typed: { typicalDays: '7' } })),
  ),
  submit(programmeRoutes.newStep, (ctx, { params, form }) =>
    onLed(ctx, params['id'], async (programme) => {
      const wanted = read(form, 'Der Schritt ist noch nicht angelegt')
      const added = isRefusal(wanted) ? wanted : await addStep(ctx, programme, wanted)
      if (isRefusal(added)) return newPage(programme, { typed: form, refusal: added })
      return back(programme, 'Der Schritt ist angelegt und steht auf jedem Weg dieses Programms.')
    }),
  ),
  show(programmeRoutes.changeStep, (ctx, { params }) =>
    onStep(ctx, params, async (programme, step) =>
      editPage(programme, step, { typed: typedFromStep(programme, step) }),
    ),
  ),
  submit(programmeRoutes.changeStep, (ctx, { params, form }) =>
    onStep(ctx, params, async (programme, step) => {
      const wanted = read(form, 'Der Schritt ist noch nicht gespeichert')
      const changed = isRefusal(wanted) ? wanted : await changeStep(ctx, programme, step.key, wanted)
      if (isRefusal(changed)) return editPage(programme, step, { typed: form, refusal: changed })
      return back(
        programme,
        changed === 'same' ? 'Geändert ist nichts: So stand es schon.' : 'Der Schritt ist gespeichert.',
      )
    }),
  ),
  submit(programmeRoutes.removeStep, (ctx, { params }) =>
    onStep(ctx, params, async (programme, step) => {
      const removed = await removeStep(ctx, programme, step.key)
      if (isRefusal(removed))
        return editPage(programme, step, { typed: typedFromStep(programme, step), refusal: removed })
      return back(programme, `Der Schritt „${step.title}“ ist entfernt.`)
    }),
  ),
]

const back = ({ id }: Programme, said: string): Answer => redirect(programmeRoutes.show.href({ id }), said)

const onStep = (
  ctx: Context,
  params: Record<string, string>,
  work: (programme: Programme, step: StepDefinition) => Promise<Answer>,
): Promise<Answer> =>
  onLed(ctx, params['id'], async (programme) => {
    const step = programme.steps.find(({ key }) => key === params['step'])
    return step ? work(programme, step) : notFound('Diesen Schritt gibt es in diesem Programm nicht.')
  })

function read(form: Typed, sentence: string): Outcome<NewStep> {
  const given = parse(stepForm, { ...form, needs: ticked(form, 'davor-') }, sentence)
  if (isRefusal(given)) return given
  const { place, ...step } = given
  const [phaseKey = '', after = ''] = place.split('/')
  return { ...step, phaseKey, after: after === '' ? null : after }
}

interface Said {
  typed: Typed
  refusal?: Refusal | undefined
}

const newPage = (programme: Programme, { typed, refusal }: Said): Answer =>
  page({
    title: `Schritt hinzufügen: ${programme.name}`,
    status: refusal ? 422 : 200,
    refusal,
    crumbs: crumbsTo(programme, 'Schritt hinzufügen'),
    view: () => (
      <>
        <PageHead
          title="Schritt hinzufügen"
          lead="Er kommt auf jeden Weg, auch auf die begonnenen: offen, und wo alles Spätere schon erledigt ist, als „entfällt“."
        />
        <div class="lw-stack lw-measure">
          <Refused refusal={refusal} />
          <Form action={programmeRoutes.newStep.href({ id: programme.id })}>
            <StepFields programme={programme} typed={typed} errors={refusal?.errors} />
            <Submit>Schritt hinzufügen</Submit>
          </Form>
        </div>
      </>
    ),
  })

const editPage = (programme: Programme, step: StepDefinition, { typed, refusal }: Said): Answer =>
  page({
    title: `${step.title}: ${programme.name}`,
    status: refusal ? 422 : 200,
    refusal,
    crumbs: crumbsTo(programme, step.title),
    view: () => (
      <>
        <PageHead
          title={`Schritt „${step.title}“ ändern`}
          lead="Die Änderung gilt auf jedem Weg sofort: auf wen gewartet wird, was fehlt und wie lange es noch dauert."
        />
        <div class="lw-stack lw-stack--xl lw-measure">
          <Refused refusal={refusal} />
          <Form action={programmeRoutes.changeStep.href({ id: programme.id, step: step.key })}>
            <StepFields programme={programme} step={step} typed={typed} errors={refusal?.errors} />
            <Submit>Schritt speichern</Submit>
          </Form>
          <Panel id="entfernen" title="Entfernen">
            <div class="lw-stack lw-stack--s">
              <p>
                Das geht nur, solange keine Kommune diesen Schritt begonnen hat und kein anderer Schritt ihn verlangt.
              </p>
              <Form
                action={programmeRoutes.removeStep.href({ id: programme.id, step: step.key })}
                layout="row"
                label="Schritt entfernen"
              >
                <Button>Schritt entfernen</Button>
              </Form>
            </div>
          </Panel>
        </div>
      </>
    ),
  })

const Refused = ({ refusal }: { refusal: Refusal | undefined }) =>
  refusal ? <ErrorSummary title={refusal.refused} errors={refusal.errors ?? []} labels={stepFieldNames} /> : null
