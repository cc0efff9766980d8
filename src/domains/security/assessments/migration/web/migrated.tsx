import { isRefusal, type Refusal } from '#kernel/outcome.ts'
import { type ComparedControl, shortVersion } from '#foundation/catalogs/index.ts'
import { type Answer as HttpAnswer, forbidden, notFound, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import { Button } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form, HiddenField } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { whileOpen } from '../../access.ts'
import type { Answer } from '../../assessment.ts'
import { latestAnswers } from '../../import-answers.ts'
import { onAssessment } from '../../on-check.ts'
import { assessmentRoutes } from '../../routes.ts'
import { may } from '../access.ts'
import { adoptNote, adoptions, type Adoption } from '../adopt-note.ts'
import { findArrival, type Migrated } from '../find-migrated.ts'
import { neighboursOf } from '../plan-migration.ts'
import { adoptionIn } from '../schemas.ts'
import { requirements } from './consequences.ts'
import { ChangedOnes, NewOnes, Said } from './moved-parts.tsx'

const title = 'Was übernommen ist'

/** What came over from the version before: what is gone with its answers, what has other words, what is new. */
export const migratedPages: PageRoute[] = [
  show(assessmentRoutes.migrated, (ctx, { params }) =>
    onAssessment(ctx, params['id'] ?? '', async (assessment) => {
      const allowed = may.see(assessment)
      if (isRefusal(allowed)) return forbidden(allowed)
      const migrated = await findArrival(ctx, assessment)
      return migrated ? migratedPage(ctx, migrated) : notFound()
    }),
  ),
  submit(assessmentRoutes.adoptNote, (ctx, { params, form }) =>
    onAssessment(ctx, params['id'] ?? '', async (assessment) => {
      const allowed = may.migrate(ctx.actor, assessment)
      if (isRefusal(allowed)) return forbidden(allowed)
      const migrated = await findArrival(ctx, assessment)
      if (!migrated) return notFound()
      const wanted = parse(adoptionIn, { lost: form['lost'], to: form['to'] }, 'Übernommen ist nichts')
      if (isRefusal(wanted)) return migratedPage(ctx, migrated, wanted)
      const done = await adoptNote(ctx, migrated, wanted)
      if (isRefusal(done)) return migratedPage(ctx, migrated, done)
      return redirect(
        `${assessmentRoutes.migrated.href({ id: assessment.id })}#entfallen`,
        `Was zu ${wanted.lost} gesagt war, steht jetzt als Notiz bei ${wanted.to}.`,
      )
    }),
  ),
]

async function migratedPage(ctx: Context, migrated: Migrated, refusal?: Refusal): Promise<HttpAnswer> {
  const { newer, older } = migrated
  const said = await latestAnswers(ctx.db, older.id)
  const done = await adoptions(ctx, newer)
  const mayAdopt = !isRefusal(may.migrate(ctx.actor, newer)) && !isRefusal(whileOpen(newer))
  return page({
    title,
    status: refusal ? 422 : 200,
    refusal,
    crumbs: [
      { label: 'Prüfungen', href: assessmentRoutes.list.href() },
      { label: newer.catalogTitle, href: assessmentRoutes.show.href({ id: newer.id }) },
      { label: title },
    ],
    view: () => <MigratedView {...{ migrated, said, done, mayAdopt, refusal }} />,
  })
}

interface Props {
  migrated: Migrated
  said: ReadonlyMap<string, Answer>
  done: readonly Adoption[]
  mayAdopt: boolean
  refusal: Refusal | undefined
}

function MigratedView({ migrated, said, done, mayAdopt, refusal }: Props) {
  const { newer, older, plan } = migrated
  const lost = plan.lost.filter(({ answered }) => answered).flatMap(({ before }) => before ?? [])
  return (
    <>
      <PageHead
        title={title}
        lead={`Aus der Fassung ${shortVersion(older.catalogVersion)} in die Fassung ${shortVersion(newer.catalogVersion)}. Die bisherige Prüfung bleibt, wie sie war.`}
        actions={
          <a class="lw-link" href={assessmentRoutes.show.href({ id: older.id })}>
            Bisherige Prüfung
          </a>
        }
      />
      <div class="lw-stack lw-stack--xl">
        {refusal && <ErrorSummary title={refusal.refused} errors={refusal.errors ?? []} />}
        <Panel id="entfallen" title="Entfallen, mit Ihrer Antwort" note={requirements(lost.length)}>
          {lost.length === 0 ? (
            <Empty title="Nichts davon war beantwortet">
              {plan.lost.length === 0
                ? 'Alle bisherigen Anforderungen gibt es auch in der neuen Fassung.'
                : `${requirements(plan.lost.length)} gibt es nicht mehr; beantwortet war keine.`}
            </Empty>
          ) : (
            <div class="lw-stack lw-stack--l">
              <p>
                Passt eine Antwort zu einer Anforderung, die jetzt an ihrer Stelle steht, übernehmen Sie sie als Notiz.
                Die Antwort dort ändert sich dadurch nicht.
              </p>
              {lost.map((control) => (
                <Lost
                  control={control}
                  neighbours={neighboursOf(control, plan.comparison)}
                  {...{ newerId: newer.id, said, done, mayAdopt }}
                />
              ))}
            </div>
          )}
        </Panel>
        {plan.changed.length > 0 && (
          <Panel id="geaendert" title="Geändert" note={requirements(plan.changed.length)}>
            <ChangedOnes items={plan.changed} />
          </Panel>
        )}
        {plan.new.length > 0 && (
          <Panel id="neu" title="Neu" note={requirements(plan.new.length)}>
            <NewOnes items={plan.new} />
          </Panel>
        )}
      </div>
    </>
  )
}

interface LostProps extends Pick<Props, 'said' | 'done' | 'mayAdopt'> {
  newerId: string
  control: ComparedControl
  neighbours: readonly ComparedControl[]
}

/** One that is gone: its answer, and the requirements that stand where it stood. */
function Lost({ newerId, control, neighbours, said, done, mayAdopt }: LostProps) {
  return (
    <article class="lw-stack lw-stack--xs">
      <h3 class="kern-heading-small">
        {control.id} {control.title}
      </h3>
      <div>
        Ihre Antwort: <Said answer={said.get(control.id)} />
      </div>
      {neighbours.map((to) => {
        const question = assessmentRoutes.question.href({ id: newerId, controlId: to.id })
        const isDone = done.some((one) => one.lost === control.id && one.to === to.id)
        return (
          <div class="lw-row">
            <a class="lw-link" href={question}>
              {to.id} {to.title}
            </a>
            {isDone ? (
              <span class="lw-small lw-muted">steht dort als Notiz</span>
            ) : (
              mayAdopt && (
                <Form
                  action={assessmentRoutes.adoptNote.href({ id: newerId })}
                  layout="row"
                  label={`${control.id} zu ${to.id}`}
                >
                  <HiddenField name="lost" value={control.id} />
                  <HiddenField name="to" value={to.id} />
                  <Button size="x-small">Als Notiz übernehmen</Button>
                </Form>
              )
            )}
          </div>
        )
      })}
    </article>
  )
}
