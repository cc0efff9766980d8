import { germanDay, localDay } from '#kernel/local-day.ts'
import { isRefusal, type Refusal } from '#kernel/outcome.ts'
import { type Programme, programmeRoutes } from '#foundation/programmes/index.ts'
import { type Answer, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { errorAt, Form, HiddenField, Submit, TextArea } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Refused } from '#ui/refused/refused.tsx'
import { nextReleaseDay, planDayFrom, planDayInWords } from '../plan.ts'
import { changePlan } from '../releases/change-plan.ts'
import { orderPicture } from '../releases/order-picture.ts'
import { findPlan, type Plan } from '../releases/queries.ts'
import { stateRoutes } from '../routes.ts'
import { onLed } from './on-picture.ts'

const title = 'Landesbild: Erscheinungstage'

/** When pictures of a programme appear, and ordering one: for who leads it. */
export const picturePlanPages: PageRoute[] = [
  show(stateRoutes.plan, (ctx, { params }) =>
    onLed(ctx, params['id'], async (programme) => planPage(ctx, programme, {})),
  ),
  submit(stateRoutes.plan, (ctx, { params, form }) =>
    onLed(ctx, params['id'], (programme) => savePlan(ctx, programme, form)),
  ),
  submit(stateRoutes.order, (ctx, { params }) =>
    onLed(ctx, params['id'], async (programme) => {
      const ordered = await orderPicture(ctx, programme)
      if (isRefusal(ordered)) return planPage(ctx, programme, { refusal: ordered })
      return redirect(
        stateRoutes.plan.href({ id: programme.id }),
        `Das Landesbild ist bestellt. Es erscheint am ${germanDay(ordered.releaseOn)}; vorher sieht es niemand.`,
      )
    }),
  ),
]

const versionFrom = (typed: string | undefined): number => (typed && /^\d{1,9}$/.test(typed) ? Number(typed) : 0)

async function savePlan(ctx: Context, programme: Programme, form: Record<string, string>): Promise<Answer> {
  const typed = form['days'] ?? ''
  const days = typed
    .split('\n')
    .map(planDayFrom)
    .filter((day) => day !== '')
  const outcome = await changePlan(ctx, programme, { days, version: versionFrom(form['version']) })
  if (isRefusal(outcome)) return planPage(ctx, programme, { refusal: outcome, typed, version: form['version'] })
  if ('saved' in outcome)
    return redirect(
      stateRoutes.plan.href({ id: programme.id }),
      'Der Plan ist geändert. Er gilt ab dem nächsten Landesbild.',
    )
  return planPage(ctx, programme, {
    typed,
    refusal: {
      refused: `Jemand anderes hat den Plan inzwischen geändert (${inWords(outcome.theirs)}). Ihre Tage sind noch nicht gespeichert.`,
      errors: [{ path: 'days', message: 'Bitte vergleichen und noch einmal speichern.' }],
    },
  })
}

const inWords = ({ days }: Plan): string => days.map(planDayInWords).join(', ')

interface Said {
  typed?: string
  version?: string | undefined
  refusal?: Refusal
}

async function planPage(ctx: Context, programme: Programme, { typed, version, refusal }: Said): Promise<Answer> {
  const plan = await findPlan(ctx.db, programme.id)
  const next = germanDay(nextReleaseDay(plan.days, localDay(ctx.now)))
  return page({
    title,
    status: refusal ? 422 : 200,
    refusal,
    crumbs: [{ label: programme.name, href: programmeRoutes.show.href({ id: programme.id }) }, { label: title }],
    view: () => (
      <>
        <PageHead
          title={title}
          lead={`${programme.name}: Landesbilder erscheinen nur an festen Tagen, das nächste am ${next}.`}
        />
        <div class="lw-stack lw-stack--xl lw-measure">
          {refusal && (
            <ErrorSummary title={refusal.refused} errors={refusal.errors ?? []} labels={{ days: 'Tage im Jahr' }} />
          )}
          <Panel id="bestellen" title="Landesbild bestellen">
            {programme.observers.length === 0 ? (
              <Refused title="Zu diesem Programm erhält niemand Gesamtzahlen">
                Wer sie erhält, legen Sie in den Angaben des Programms fest.
              </Refused>
            ) : (
              <Form action={stateRoutes.order.href({ id: programme.id })}>
                <p>
                  Gezählt wird gleich, mit den Prüfungen, die jetzt abgenommen sind. Zu sehen ist das Bild ab dem {next}
                  , auch für Sie nicht früher.
                </p>
                <Submit>Landesbild bestellen</Submit>
              </Form>
            )}
          </Panel>
          <Panel id="tage" title="An welchen Tagen es erscheint">
            <Form action={stateRoutes.plan.href({ id: programme.id })}>
              <HiddenField name="version" value={version ?? String(plan.version)} />
              <TextArea
                name="days"
                label="Tage im Jahr"
                required
                hint="Je Zeile ein Tag, als Tag und Monat: 01.02. Höchstens 24 im Jahr."
                rows={Math.min(12, Math.max(5, plan.days.length + 1))}
                value={typed ?? plan.days.map(planDayInWords).join('\n')}
                error={errorAt(refusal?.errors, 'days')}
              />
              <Submit>Plan speichern</Submit>
            </Form>
          </Panel>
        </div>
      </>
    ),
  })
}
