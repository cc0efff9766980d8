import { euro } from '#kernel/money.ts'
import { localDay } from '#kernel/local-day.ts'
import { isRefusal, refuse, type Refusal } from '#kernel/outcome.ts'
import { type Answer, notFound, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import { Alert } from '#ui/alert/alert.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Check, errorAt, Form, SelectField, Submit, TextField } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { onLed } from '../on-programme.ts'
import { type Programme, type Stage, stageRequirements } from '../programme.ts'
import { releaseStage } from '../release-stage.ts'
import { programmeRoutes } from '../routes.ts'
import { releaseForm, stageForm } from '../stages/schemas.ts'
import { setStage } from '../stages/set-stage.ts'
import { crumbsTo } from './crumbs.ts'
import type { Typed } from './fact-fields.tsx'
import { germanDate, requirementInWords } from './words.ts'

/** Amounts of a programme, and their release for all. */
export const stagePages: PageRoute[] = [
  show(programmeRoutes.stage, (ctx, { params }) =>
    onNumber(ctx, params, async (programme, number, stage) => {
      if (stage?.releasedOn) return back(programme, 'Diese Stufe ist freigegeben und bleibt, wie entschieden ist.')
      return stagePage(programme, number, { typed: stage ? typedFrom(stage) : { requires: 'admitted' } })
    }),
  ),
  submit(programmeRoutes.stage, (ctx, { params, form }) =>
    onNumber(ctx, params, async (programme, number) => {
      const wanted = parse(stageForm, form, 'Die Stufe ist noch nicht gespeichert')
      const set = isRefusal(wanted) ? wanted : await setStage(ctx, programme, number, wanted)
      if (isRefusal(set)) return stagePage(programme, number, { typed: form, refusal: set })
      return back(programme, 'Die Stufe ist gespeichert.')
    }),
  ),
  show(programmeRoutes.release, (ctx, { params }) =>
    onNumber(ctx, params, async (programme, _, stage) => {
      if (!stage) return notFound('Diese Stufe gibt es in diesem Programm nicht.')
      return releasePage(programme, stage, { typed: { on: localDay(ctx.now).toString() } })
    }),
  ),
  submit(programmeRoutes.release, (ctx, { params, form }) =>
    onNumber(ctx, params, async (programme, number, stage) => {
      if (!stage) return notFound('Diese Stufe gibt es in diesem Programm nicht.')
      const wanted = parse(releaseForm, form, 'Die Stufe ist noch nicht freigegeben')
      const released = isRefusal(wanted)
        ? wanted
        : form['sure'] === 'ja'
          ? await releaseStage(ctx, programme, { ...wanted, number })
          : unsure
      if (isRefusal(released)) return releasePage(programme, stage, { typed: form, refusal: released })
      return back(programme, `Stufe ${number} ist für alle freigegeben.`)
    }),
  ),
]

const unsure = refuse('Die Stufe ist noch nicht freigegeben. Bitte ändern Sie eine Angabe.', [
  { path: 'sure', message: 'Bitte bestätigen Sie, dass die Stufe für alle freigegeben wird.' },
])

const back = ({ id }: Programme, said: string): Answer => redirect(programmeRoutes.show.href({ id }), said)

/** A stage there is, or the next one. */
const onNumber = (
  ctx: Context,
  params: Record<string, string>,
  work: (programme: Programme, number: number, stage: Stage | undefined) => Promise<Answer>,
): Promise<Answer> =>
  onLed(ctx, params['id'], async (programme) => {
    const number = /^[1-9]\d{0,2}$/.test(params['number'] ?? '') ? Number(params['number']) : 0
    const stage = programme.stages.find((one) => one.number === number)
    const isNext = number === (programme.stages.at(-1)?.number ?? 0) + 1
    return stage || isNext ? work(programme, number, stage) : notFound('Diese Stufe gibt es in diesem Programm nicht.')
  })

const typedFrom = ({ title, amountCents, requires }: Stage): Typed => ({
  title,
  amountCents: (amountCents / 100).toLocaleString('de-DE', { minimumFractionDigits: amountCents % 100 === 0 ? 0 : 2 }),
  requires,
})

interface Said {
  typed: Typed
  refusal?: Refusal | undefined
}

const stageNames = { title: 'Name', amountCents: 'Betrag', requires: 'Wer sie erhält' } as const
const releaseNames = { on: 'Tag der Entscheidung', decision: 'Entscheidung', sure: 'Bestätigung' } as const

const stagePage = (programme: Programme, number: number, { typed, refusal }: Said): Answer =>
  page({
    title: `Stufe ${number}: ${programme.name}`,
    status: refusal ? 422 : 200,
    refusal,
    crumbs: crumbsTo(programme, `Stufe ${number}`),
    view: () => (
      <>
        <PageHead
          title={`Stufe ${number}`}
          lead="Ein Betrag je Kommune. Verfügbar ist er erst mit der Freigabe für alle; danach bleibt er, wie er ist."
        />
        <div class="lw-stack lw-measure">
          {refusal && <ErrorSummary title={refusal.refused} errors={refusal.errors ?? []} labels={stageNames} />}
          <Form action={programmeRoutes.stage.href({ id: programme.id, number: String(number) })}>
            <TextField
              name="title"
              label={stageNames.title}
              required
              value={typed['title']}
              maxlength={120}
              error={errorAt(refusal?.errors, 'title')}
            />
            <TextField
              name="amountCents"
              label={stageNames.amountCents}
              hint="Brutto, in Euro, je Kommune, zum Beispiel 16.100"
              inputmode="decimal"
              required
              short
              value={typed['amountCents']}
              error={errorAt(refusal?.errors, 'amountCents') ?? errorAt(refusal?.errors, 'totalCents')}
            />
            <SelectField
              name="requires"
              label={stageNames.requires}
              required
              value={typed['requires']}
              options={stageRequirements.map((one) => ({ value: one, label: requirementInWords(one) }))}
              error={errorAt(refusal?.errors, 'requires')}
            />
            <Submit>Stufe speichern</Submit>
          </Form>
        </div>
      </>
    ),
  })

const releasePage = (programme: Programme, stage: Stage, { typed, refusal }: Said): Answer =>
  page({
    title: `Stufe ${stage.number} freigeben: ${programme.name}`,
    status: refusal ? 422 : 200,
    refusal,
    crumbs: crumbsTo(programme, `Stufe ${stage.number} freigeben`),
    view: () => (
      <>
        <PageHead
          title={`Stufe ${stage.number} freigeben`}
          lead={`„${stage.title}“: ${euro(stage.amountCents)} je Kommune, für ${requirementInWords(stage.requires)}.`}
        />
        <div class="lw-stack lw-measure">
          {refusal && <ErrorSummary title={refusal.refused} errors={refusal.errors ?? []} labels={releaseNames} />}
          {stage.releasedOn === null ? (
            <ReleaseForm programme={programme} stage={stage} typed={typed} refusal={refusal} />
          ) : (
            <Alert kind="info" title={`Freigegeben seit ${germanDate(stage.releasedOn)}`}>
              <p>{stage.decision}</p>
            </Alert>
          )}
        </div>
      </>
    ),
  })

const ReleaseForm = ({ programme, stage, typed, refusal }: Said & { programme: Programme; stage: Stage }) => (
  <Form action={programmeRoutes.release.href({ id: programme.id, number: String(stage.number) })}>
    <TextField
      name="on"
      label={releaseNames.on}
      type="date"
      required
      short
      value={typed['on']}
      error={errorAt(refusal?.errors, 'on')}
    />
    <TextField
      name="decision"
      label={releaseNames.decision}
      hint="Wer was entschieden hat: „Einwilligung der Ausschüsse vom 12.12.2025“"
      required
      value={typed['decision']}
      maxlength={300}
      error={errorAt(refusal?.errors, 'decision')}
    />
    <Check
      name="sure"
      label="Ja, diese Stufe für alle freigeben. Das lässt sich nicht zurücknehmen."
      required
      checked={typed['sure'] === 'ja'}
      error={errorAt(refusal?.errors, 'sure')}
    />
    <Submit>{`Stufe ${stage.number} freigeben`}</Submit>
  </Form>
)
