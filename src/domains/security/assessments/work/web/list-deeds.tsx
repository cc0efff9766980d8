import type { Context } from '#platform/http/context.ts'
import { Alert } from '#ui/alert/alert.tsx'
import { Button } from '#ui/button/button.tsx'
import { Form, HiddenField } from '#ui/form/form.tsx'
import { withQuery } from '#platform/http/route.ts'
import type { Assessment, Total } from '../../assessment.ts'
import { assessmentRoutes, type QuestionFilter, questionsHref } from '../../routes.ts'
import { countGivenAt } from '../queries.ts'

/** What was just done to many answers at once and can still be undone. */
export interface JustDone {
  at: string
  count: number
}

export async function justDone(
  ctx: Context,
  { id }: Assessment,
  at: string | undefined,
): Promise<JustDone | undefined> {
  if (at === undefined || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/.test(at)) return undefined
  const count = await countGivenAt(ctx.db, id, ctx.actor.personId, at)
  return count > 0 ? { at, count } : undefined
}

export function UndoMany({ assessmentId, done, back }: { assessmentId: string; done: JustDone; back: string }) {
  return (
    <Alert
      kind="info"
      title={done.count === 1 ? '1 Antwort in einem Zug gegeben' : `${done.count} Antworten in einem Zug gegeben`}
    >
      <Form action={assessmentRoutes.undoMany.href({ id: assessmentId })} layout="row">
        <HiddenField name="am" value={done.at} />
        <HiddenField name="zurueck" value={back} />
        <Button size="x-small">Rückgängig</Button>
      </Form>
    </Alert>
  )
}

interface Props {
  assessment: Assessment
  filter: QuestionFilter
  total: Total
  mayChange: boolean
}

/** Deeds for many questions at once, and the version on paper. */
export function ListDeeds({ assessment, filter, total, mayChange }: Props) {
  const { id } = assessment
  const { liste, auswahl, suche, seit } = filter
  return (
    <div class="lw-stack lw-stack--s">
      {mayChange && total.unconfirmed > 0 && (
        <Form action={assessmentRoutes.confirm.href({ id })} layout="row">
          {liste && <HiddenField name="liste" value={liste} />}
          <HiddenField name="zurueck" value={questionsHref(id, { liste, auswahl, suche, seit })} />
          <Button size="x-small">
            {liste
              ? `Alle ${total.unconfirmed} in dieser Liste gelten weiter`
              : `Alle ${total.unconfirmed} gelten weiter`}
          </Button>
          <span class="lw-small lw-muted">Übernommen und noch nicht bestätigt.</span>
        </Form>
      )}
      <p class="lw-row lw-small">
        {mayChange && (
          <a class="lw-link" href={withQuery(assessmentRoutes.setAside.href({ id }), { liste, auswahl, suche, seit })}>
            Offene zusammen als nicht relevant beantworten
          </a>
        )}
        <a class="lw-link" href={withQuery(assessmentRoutes.print.href({ id }), { liste, auswahl, suche, seit })}>
          Druckfassung
        </a>
      </p>
    </div>
  )
}
