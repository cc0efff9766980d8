import { isRefusal, type Refusal } from '#kernel/outcome.ts'
import { sha256 } from '#platform/crypto/hash.ts'
import { type Answer, forbidden, notFound, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Refused } from '#ui/refused/refused.tsx'
import { may } from '../access.ts'
import type { EnrollmentWithSteps } from '../enrollment.ts'
import { keepRoad } from '../enrollments/hold-road.ts'
import { findEnrollment, listRoadEntries, type RoadEntry } from '../enrollments/queries.ts'
import { setStep } from '../enrollments/set-step.ts'
import { openNeeds, type RoadStep, standsInWords, stateInWords } from '../road.ts'
import { programmeRoutes } from '../routes.ts'
import { stepChangeForm } from '../schemas.ts'
import type { Typed } from './fact-fields.tsx'
import { HistoryTable } from './history-table.tsx'
import { roadCrumbs } from './road-crumbs.ts'
import { StepConflict } from './step-conflict.tsx'
import { StepForm, stepNames, typedFromRoad } from './step-form.tsx'
import { roadTitle } from './words.ts'

/** One step of a road: what it asks, how it stands, and the form for those who may set it. */
export const roadStepPages: PageRoute[] = [
  show(programmeRoutes.step, (ctx, { params }) =>
    onStep(ctx, params, (road, step) => stepPage(ctx, road, step, { typed: typedFromRoad(step) })),
  ),
  submit(programmeRoutes.step, async (ctx, { params, form }) => {
    // From here on nobody else sets it: what is compared is what will be replaced.
    await keepRoad(ctx, { id: params['id'] ?? '' })
    return onStep(ctx, params, async (road, step) => {
      const allowed = may.setStep(ctx.actor, road, step)
      return isRefusal(allowed) ? forbidden(allowed) : save(ctx, road, step, form)
    })
  }),
]

async function onStep(
  ctx: Context,
  params: Record<string, string>,
  work: (road: EnrollmentWithSteps, step: RoadStep) => Promise<Answer>,
): Promise<Answer> {
  const road = await findEnrollment(ctx.db, params['id'] ?? '')
  const step = road?.steps.find(({ key }) => key === params['step'])
  return road && step ? work(road, step) : notFound('Diesen Schritt gibt es auf diesem Weg nicht.')
}

/** How a step stands, as a form carries it. */
const markOf = ({ state, onDay, waitingFor, missing, note }: RoadStep): string =>
  sha256(JSON.stringify([state, onDay, waitingFor, missing, note])).slice(0, 16)

async function save(ctx: Context, road: EnrollmentWithSteps, step: RoadStep, form: Typed): Promise<Answer> {
  const wish = parse(stepChangeForm, form, 'Der Stand ist noch nicht gespeichert')
  if (isRefusal(wish)) return stepPage(ctx, road, step, { typed: form, refusal: wish })
  const given = wish.waitingFor === step.acts ? { ...wish, waitingFor: null } : wish
  const isStale = form['seen'] !== undefined && form['seen'] !== markOf(step)
  if (isStale && markOf({ ...step, ...given }) !== markOf(step)) return conflictPage(ctx, road, step, form)
  const outcome = await setStep(ctx, road, step.key, given)
  if (isRefusal(outcome)) return stepPage(ctx, road, step, { typed: form, refusal: outcome })
  return redirect(
    programmeRoutes.road.href({ id: road.id }),
    outcome === 'set'
      ? `„${step.title}“ ${standsInWords(given.state, 'jetzt')}.`
      : await alreadySo(ctx, road, step, isStale),
  )
}

/** The second of two who do the same reads that it was done, and by whom. */
async function alreadySo(ctx: Context, road: EnrollmentWithSteps, step: RoadStep, isStale: boolean): Promise<string> {
  const who = isStale ? (await lastOf(ctx, road, step))?.who : undefined
  return who
    ? `${who} war schneller: „${step.title}“ stand schon so. Geändert ist nichts.`
    : `„${step.title}“ stand schon so. Geändert ist nichts.`
}

const lastOf = async (ctx: Context, road: EnrollmentWithSteps, step: RoadStep): Promise<RoadEntry | undefined> =>
  (await entriesOf(ctx, road, step, 1))[0]

async function entriesOf(
  { db }: Context,
  { id }: EnrollmentWithSteps,
  { key }: RoadStep,
  limit: number,
): Promise<readonly RoadEntry[]> {
  const found = await listRoadEntries(db, id, { step: key, limit })
  return isRefusal(found) ? [] : found.items
}

interface Said {
  typed: Typed
  refusal?: Refusal | undefined
}

async function stepPage(
  ctx: Context,
  road: EnrollmentWithSteps,
  step: RoadStep,
  { typed, refusal }: Said,
): Promise<Answer> {
  // Of a refused deed nothing more is read: its transaction is undone.
  const entries = refusal ? [] : await entriesOf(ctx, road, step, 20)
  const allowed = may.setStep(ctx.actor, road, step)
  const before = openNeeds(road.steps, step)
  const seen = refusal && typed['seen'] !== undefined ? typed['seen'] : markOf(step)
  return page({
    title: `${step.title}: ${roadTitle(road)}`,
    status: refusal ? 422 : 200,
    refusal,
    crumbs: roadCrumbs(road, step.title),
    view: () => (
      <>
        <PageHead title={step.title} lead={`${step.duty}. Zurzeit: ${stateInWords(step.state)}.`} />
        <div class="lw-stack lw-stack--xl">
          <div class="lw-stack lw-measure">
            {refusal && <ErrorSummary title={summaryOf(refusal)} errors={refusal.errors ?? []} labels={stepNames} />}
            {before.length > 0 && !refusal && (
              <p>
                Davor muss erledigt sein: {before.map(({ title }) => `„${title}“`).join(', ')}. Bis dahin bleibt dieser
                Schritt offen; Tag, Notiz und was fehlt können Sie schon eintragen.
              </p>
            )}
            {road.state === 'withdrawn' ? (
              <Refused title="Die Teilnahme ist beendet" level={2}>
                Der Weg bleibt, wie er war. Nach einem Wiedereintritt geht er weiter.
              </Refused>
            ) : isRefusal(allowed) ? (
              <Refused title="Diesen Schritt setzen Sie nicht selbst" level={2}>
                {allowed.refused}
              </Refused>
            ) : (
              <StepForm road={road} step={step} seen={seen} typed={typed} errors={refusal?.errors} />
            )}
          </div>
          {entries.length > 0 && (
            <Panel id="verlauf" title="Verlauf dieses Schritts">
              <HistoryTable items={entries} caption="Das Jüngste zuerst" />
            </Panel>
          )}
        </div>
      </>
    ),
  })
}

/** A rule of the road says its sentence at its field; above it stands only what became of the deed. */
const summaryOf = ({ refused, errors }: Refusal): string =>
  errors?.some(({ message }) => message === refused) ? 'Der Stand ist noch nicht gespeichert.' : refused

async function conflictPage(ctx: Context, road: EnrollmentWithSteps, step: RoadStep, typed: Typed): Promise<Answer> {
  const last = await lastOf(ctx, road, step)
  return page({
    title: `Zwei Fassungen: ${step.title}`,
    status: 409,
    crumbs: roadCrumbs(road, step.title),
    view: () => (
      <>
        <PageHead title="Zwei Fassungen" lead={`Den Schritt „${step.title}“ haben zwei Personen zugleich gesetzt.`} />
        <StepConflict road={road} step={step} seen={markOf(step)} typed={typed} last={last} now={ctx.now} />
      </>
    ),
  })
}
