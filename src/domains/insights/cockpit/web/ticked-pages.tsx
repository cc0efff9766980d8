import { isId } from '#kernel/id.ts'
import { isRefusal, refuse } from '#kernel/outcome.ts'
import { assignGuide, type Programme } from '#foundation/programmes/index.ts'
import { type Answer, redirect, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, submit } from '#platform/http/page-route.ts'
import { cockpitRoutes } from '../routes.ts'
import { emptyDraft, messagePage } from './message-page.tsx'
import { onProgramme } from './on-cockpit.ts'

/** What is done with the municipalities that are ticked: somebody looks after them, or they are written to. */
export const tickedPages: PageRoute[] = [
  submit(cockpitRoutes.ticked, (ctx, { params, form }) =>
    onProgramme(ctx, params['id'], async (programme) => {
      const ids = tickedIn(form)
      if (ids.length === 0)
        return unprocessable(
          refuse('Es ist keine Kommune angekreuzt. Geändert ist nichts; bitte gehen Sie zurück und kreuzen Sie an.', [
            { path: 'auswahl', message: 'Bitte mindestens eine Kommune ankreuzen.' },
          ]),
        )
      if (form['tun'] === 'nachricht')
        return messagePage({ programme, now: ctx.now }, { values: emptyDraft(ids.join(',')) })
      return assign(ctx, programme, ids, form)
    }),
  ),
]

const tickedIn = (form: Record<string, string>): string[] =>
  Object.keys(form).flatMap((name) => {
    const id = name.startsWith('k_') ? name.slice(2) : ''
    return isId(id) ? [id] : []
  })

async function assign(
  ctx: Context,
  programme: Programme,
  ids: readonly string[],
  form: Record<string, string>,
): Promise<Answer> {
  const given = form['guideId'] ?? ''
  const outcome = await assignGuide(ctx, programme, ids, isId(given) ? given : null)
  if (isRefusal(outcome)) return unprocessable(outcome)
  const many = outcome === 1 ? '1 Kommune' : `${outcome} Kommunen`
  const home = cockpitRoutes.show.href({ id: programme.id })
  const back = form['zurueck']?.startsWith(`${home}?`) ? form['zurueck'] : home
  return redirect(back, outcome === 0 ? 'Das war schon so.' : `Die Betreuung ist bei ${many} geändert.`)
}
