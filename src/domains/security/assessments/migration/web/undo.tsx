import { isRefusal, type Refusal } from '#kernel/outcome.ts'
import { type Answer, forbidden, notFound, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { Form, HiddenField, Submit } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Refused } from '#ui/refused/refused.tsx'
import { type Assessment, stateOf } from '../../assessment.ts'
import { onAssessment } from '../../on-check.ts'
import { findAssessment } from '../../queries.ts'
import { assessmentRoutes } from '../../routes.ts'
import { may } from '../access.ts'
import { countSince } from '../queries.ts'
import { newerOf, undoMigration } from '../undo-migration.ts'
import { answers } from './consequences.ts'

const title = 'Überführung zurücknehmen'

/** Back to the version before. Where something was answered meanwhile, the page says first what becomes of it. */
export const undoMigrationPages: PageRoute[] = [
  show(assessmentRoutes.undoMigration, (ctx, { params }) =>
    onAssessment(ctx, params['id'] ?? '', async (assessment) => {
      const allowed = may.migrate(ctx.actor, assessment)
      return isRefusal(allowed) ? forbidden(allowed) : confirmation(ctx, assessment)
    }),
  ),
  submit(assessmentRoutes.undoMigration, (ctx, { params, form }) =>
    onAssessment(ctx, params['id'] ?? '', async (assessment) => {
      const allowed = may.migrate(ctx.actor, assessment)
      if (isRefusal(allowed)) return forbidden(allowed)
      const { back, left } = await countSince(ctx.db, newerOf(assessment) ?? assessment.id)
      if (back + left > 0 && form['bestaetigt'] === undefined) return confirmation(ctx, assessment)
      const undone = await undoMigration(ctx, assessment)
      if (isRefusal(undone)) return confirmation(ctx, assessment, undone)
      return redirect(
        assessmentRoutes.show.href({ id: undone.assessmentId }),
        `Die Überführung ist zurückgenommen, hier geht es weiter.${undone.carriedBack > 0 ? ` Mit zurück ${undone.carriedBack === 1 ? 'kam' : 'kamen'} ${answers(undone.carriedBack)}.` : ''}`,
      )
    }),
  ),
]

async function confirmation(ctx: Context, assessment: Assessment, refusal?: Refusal): Promise<Answer> {
  const newer = await findAssessment(ctx.db, newerOf(assessment) ?? '')
  const older = await findAssessment(ctx.db, newer?.migratedFrom ?? '')
  if (!newer || !older) return notFound()
  const since = await countSince(ctx.db, newer.id)
  const id = assessment.id
  return page({
    title,
    status: refusal ? 422 : 200,
    refusal,
    crumbs: [
      { label: 'Prüfungen', href: assessmentRoutes.list.href() },
      { label: assessment.catalogTitle, href: assessmentRoutes.show.href({ id }) },
      { label: title },
    ],
    view: () => (
      <>
        <PageHead title={title} lead="Die Prüfung in der früheren Fassung läuft dann wieder. Verloren geht nichts." />
        <div class="lw-stack lw-measure">
          {refusal ? (
            <Refused
              title="Das geht jetzt nicht"
              level={2}
              actions={<ButtonLink href={assessmentRoutes.show.href({ id })}>Zurück zur Prüfung</ButtonLink>}
            >
              {refusal.refused}
            </Refused>
          ) : (
            <>
              <Since {...since} isSigned={stateOf(older) === 'signedOff'} />
              <Form action={assessmentRoutes.undoMigration.href({ id })} layout="row">
                <HiddenField name="bestaetigt" value="ja" />
                <Submit>Überführung zurücknehmen</Submit>
                <ButtonLink href={assessmentRoutes.show.href({ id })}>Doch nicht</ButtonLink>
              </Form>
            </>
          )}
        </div>
      </>
    ),
  })
}

/** What becomes of the answers that were given since. */
function Since({ back, left, isSigned }: { back: number; left: number; isSigned: boolean }) {
  if (back + left === 0) return <p>Seit dem Überführen hat niemand geantwortet.</p>
  if (isSigned)
    return (
      <p>
        Seit dem Überführen {back + left === 1 ? 'kam' : 'kamen'} {answers(back + left)} hinzu. Die abgenommene Prüfung
        bleibt, wie sie unterschrieben ist; die Antworten bleiben hier lesbar und sind wieder da, wenn Sie noch einmal
        überführen.
      </p>
    )
  return (
    <div class="lw-prose">
      <ul>
        {back > 0 && (
          <li>
            Zu {back === 1 ? '1 Anforderung' : `${back} Anforderungen`} wurde seit dem Überführen etwas gesagt. Was vom
            früheren Stand abweicht, kommt mit zurück. Wo der Text ein anderer war, ist es dort zu bestätigen.
          </li>
        )}
        {left > 0 && (
          <li>
            {answers(left)} zu ganz neuen Anforderungen {left === 1 ? 'bleibt' : 'bleiben'} in der neuen Prüfung lesbar
            und {left === 1 ? 'ist' : 'sind'} wieder da, wenn Sie noch einmal überführen.
          </li>
        )}
      </ul>
    </div>
  )
}
