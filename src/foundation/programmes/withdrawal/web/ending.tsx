import { germanMoment } from '#kernel/local-day.ts'
import { type Refusal, isRefusal } from '#kernel/outcome.ts'
import { type Answer, forbidden, notFound, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { errorAt, Form, Submit, TextArea } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Refused } from '#ui/refused/refused.tsx'
import { may } from '../../access.ts'
import type { EnrollmentWithSteps } from '../../enrollment.ts'
import { findEnrollment } from '../../enrollments/queries.ts'
import { roadCrumbs } from '../../web/road-crumbs.ts'
import { programmeRoutes } from '../../routes.ts'
import { withdrawalIn } from '../schemas.ts'
import { reenter, withdraw } from '../withdraw.ts'

const labels = { reason: 'Grund' }

/** Ending a participation and taking it up again. */
export const endingPages: PageRoute[] = [
  show(programmeRoutes.ending, async (ctx, { params }) => {
    const road = await findEnrollment(ctx.db, params['id'] ?? '')
    return road ? endingPage(ctx, road, { form: {} }) : notFound()
  }),
  submit(programmeRoutes.ending, (ctx, { params, form }) =>
    decide(ctx, params['id'], form, async (road, reason) => {
      const outcome = await withdraw(ctx, road, reason)
      return isRefusal(outcome)
        ? outcome
        : `Die Teilnahme an „${road.programmeName}“ ist beendet. Was war, bleibt lesbar.`
    }),
  ),
  submit(programmeRoutes.reentry, (ctx, { params, form }) =>
    decide(ctx, params['id'], form, async (road, reason) => {
      const outcome = await reenter(ctx, road, reason)
      return isRefusal(outcome) ? outcome : `Die Teilnahme an „${road.programmeName}“ geht weiter, wo sie stand.`
    }),
  ),
]

async function decide(
  ctx: Context,
  id: string | undefined,
  form: Record<string, string>,
  work: (road: EnrollmentWithSteps, reason: string) => Promise<string | Refusal>,
): Promise<Answer> {
  const road = await findEnrollment(ctx.db, id ?? '')
  if (!road) return notFound()
  const allowed = may.end(ctx.actor, road)
  if (isRefusal(allowed)) return forbidden(allowed)
  const wanted = parse(withdrawalIn, { reason: form['reason'] }, 'Geändert ist noch nichts')
  if (isRefusal(wanted)) return endingPage(ctx, road, { form, refusal: wanted })
  const done = await work(road, wanted.reason)
  return isRefusal(done)
    ? endingPage(ctx, road, { form, refusal: done })
    : redirect(programmeRoutes.road.href({ id: road.id }), done)
}

interface View {
  form: Record<string, string>
  refusal?: Refusal | undefined
}

const endingPage = (ctx: Context, road: EnrollmentWithSteps, { form, refusal }: View): Answer => {
  const isOver = road.state === 'withdrawn'
  const title = isOver ? 'Wieder eintreten' : 'Teilnahme beenden'
  return page({
    title,
    crumbs: roadCrumbs(road, title),
    status: refusal ? 422 : 200,
    refusal,
    view: () => (
      <>
        <PageHead title={title} lead={`${road.organizationName} im Programm ${road.programmeName}`} />
        <div class="lw-stack lw-stack--l lw-measure">
          {refusal && <ErrorSummary title={refusal.refused} errors={refusal.errors ?? []} labels={labels} kept="" />}
          <Panel id="folgen" title="Was dann geschieht">
            <p>{isOver ? sinceWhen(ctx, road) : consequences}</p>
          </Panel>
          <EndingForm ctx={ctx} road={road} form={form} refusal={refusal} />
        </div>
      </>
    ),
  })
}

const consequences =
  'Alles, was bisher geschehen ist, bleibt lesbar: Schritte, Erklärungen, Unterlagen, Termine. Die Schritte stehen still, niemand bekommt dazu mehr Aufgaben. Bis zur Frist des Programms können Sie wieder eintreten; dann geht es weiter, wo es stand.'

const sinceWhen = ({ now }: Context, { withdrawnAt, withdrawalReason }: EnrollmentWithSteps): string =>
  `Beendet seit ${withdrawnAt ? germanMoment(withdrawnAt, now) : 'früher'}. Grund: ${withdrawalReason}. Mit dem Wiedereintritt geht der Weg weiter, wo er stand.`

function EndingForm({ ctx, road, form, refusal }: { ctx: Context; road: EnrollmentWithSteps } & View) {
  const allowed = may.end(ctx.actor, road)
  if (isRefusal(allowed)) return <Refused title="Hier nicht möglich">{allowed.refused}</Refused>
  const isOver = road.state === 'withdrawn'
  return (
    <Form action={(isOver ? programmeRoutes.reentry : programmeRoutes.ending).href({ id: road.id })}>
      <TextArea
        name="reason"
        label="Grund"
        hint="Steht im Verlauf; die Kommune und die Programmleitung lesen ihn."
        required
        value={form['reason']}
        error={errorAt(refusal?.errors, 'reason')}
      />
      <Submit>{isOver ? 'Wieder eintreten' : 'Teilnahme beenden'}</Submit>
    </Form>
  )
}
