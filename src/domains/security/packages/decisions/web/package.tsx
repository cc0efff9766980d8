import { isRefusal } from '#kernel/outcome.ts'
import { forbidden, page } from '#platform/http/answer.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import { may } from '../../access.ts'
import { onRoad } from '../../on-road.ts'
import { packageRoutes as routes } from '../../routes.ts'
import { recomputePackage, startPackage } from '../draft-package.ts'
import { versionsOf } from '../queries.ts'
import { returnPackage } from '../return-package.ts'
import { returnForm } from '../schemas.ts'
import { submitPackage } from '../submit-package.ts'
import { HistoryView } from './history-view.tsx'
import { back, crumbs, onDraft, packagePage, versionIn } from './package-page.tsx'

/** The package of a municipality: proposed, laid before the head, sent back; and who changed what. */
export const packagePages: PageRoute[] = [
  show(routes.package, (ctx, { params }) => onRoad(ctx, params['id'], (road) => packagePage(ctx, road))),
  submit(routes.start, (ctx, { params }) =>
    onRoad(ctx, params['id'], async (road) => {
      const allowed = may.draft(ctx.actor, road)
      if (isRefusal(allowed)) return forbidden(allowed)
      const id = await startPackage(ctx, road)
      return back(ctx, road, isRefusal(id) ? id : { id }, {
        said: 'Das ist der Vorschlag. Sie können alles ändern; entschieden ist noch nichts.',
      })
    }),
  ),
  submit(routes.recompute, (ctx, request) =>
    onDraft(ctx, request, async ({ road, found }) =>
      back(ctx, road, await recomputePackage(ctx, road, found, versionIn(request.form)), {
        said: 'Neu berechnet, mit den Preisen und Lücken von heute.',
      }),
    ),
  ),
  submit(routes.submission, (ctx, request) =>
    onDraft(ctx, request, async ({ road, found }) =>
      back(ctx, road, await submitPackage(ctx, road, found, versionIn(request.form)), {
        said: 'Vorgelegt. Die Verwaltungsleitung weiß Bescheid.',
      }),
    ),
  ),
  submit(routes.return, (ctx, request) =>
    onDraft(ctx, request, async ({ road, found }) => {
      const { form } = request
      const wish = parse(
        returnForm,
        { reason: form['reason'] ?? '', version: form['version'] },
        'Das Paket ist noch nicht zurückgegeben',
      )
      const typed = { at: 'return', form }
      if (isRefusal(wish)) return packagePage(ctx, road, { ...typed, refusal: wish })
      return back(ctx, road, await returnPackage(ctx, road, found, wish), {
        said: 'Zurückgegeben. Das Paket lässt sich wieder ändern.',
        typed,
      })
    }),
  ),
  show(routes.history, (ctx, { params }) =>
    onRoad(ctx, params['id'], async (road) => {
      const versions = await versionsOf(ctx.db, road.id)
      const name = 'Verlauf'
      return page({
        title: `${name} des Maßnahmenpakets`,
        crumbs: crumbs(road, { label: name }),
        view: () => <HistoryView versions={versions} now={ctx.now} place={road.organizationName} />,
      })
    }),
  ),
]
