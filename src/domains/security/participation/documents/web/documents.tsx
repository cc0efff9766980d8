import { isRefusal } from '#kernel/outcome.ts'
import { usualLimit } from '#foundation/files/index.ts'
import { type EnrollmentWithSteps, roadCrumbs } from '#foundation/programmes/index.ts'
import { type Answer, forbidden, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import { PageHead } from '#ui/head/head.tsx'
import { may } from '../../access.ts'
import { onRoad } from '../../on-road.ts'
import { participationRoutes as routes } from '../../routes.ts'
import { prepareHanded } from '../../web/prepare-handed.ts'
import { RoadNotes } from '../../web/road-frame.tsx'
import { statusOf, type Typed } from '../../web/typed.ts'
import { closePreparation, closeReview } from '../close-step.ts'
import type { Document } from '../document.ts'
import { handInFurther } from '../hand-in.ts'
import { documentsOf } from '../queries.ts'
import { newDocument } from '../schemas.ts'
import { ClosingPanel } from './closing-panel.tsx'
import { DocumentTable, Counts } from './document-table.tsx'
import { fileLabels, FurtherForm } from './file-forms.tsx'

const title = 'Unterlagen'

/** What a municipality hands in: the list, further documents, and that all is there or all is reviewed. */
export const documentPages: PageRoute[] = [
  show(routes.documents, (ctx, { params }) =>
    onRoad(ctx, params['id'] ?? '', 'documents', (road) => documentsPage(ctx, road)),
  ),
  submit(
    routes.documents,
    (ctx, { params, form }, file) =>
      onRoad(ctx, params['id'] ?? '', 'documents', async (road) => {
        const allowed = may.actForOrganization(ctx.actor, road)
        if (isRefusal(allowed)) return forbidden(allowed)
        const wanted = parse(
          newDocument,
          { enrollmentId: road.id, title: form['title'] ?? '', validUntil: form['validUntil'] || undefined },
          'Das Dokument ist noch nicht abgelegt',
        )
        if (isRefusal(wanted)) return documentsPage(ctx, road, { form, refusal: wanted })
        if (isRefusal(file)) return documentsPage(ctx, road, { form, refusal: file })
        const id = await handInFurther(ctx, road, { ...wanted, file })
        if (isRefusal(id)) return documentsPage(ctx, road, { form, refusal: id })
        return redirect(routes.documents.href({ id: road.id }), `„${wanted.title}“ ist abgelegt.`)
      }),
    {
      bodyLimit: usualLimit,
      prepare: prepareHanded,
    },
  ),
  submit(routes.closePreparation, (ctx, { params }) =>
    onRoad(ctx, params['id'] ?? '', 'documents', async (road) => {
      const allowed = may.actForOrganization(ctx.actor, road)
      if (isRefusal(allowed)) return forbidden(allowed)
      const done = await closePreparation(ctx, road)
      if (isRefusal(done)) return documentsPage(ctx, road, { at: 'close', refusal: done })
      return redirect(
        routes.documents.href({ id: road.id }),
        'Ihre Vorbereitung ist erledigt. Jetzt ist das Prüfhaus an der Reihe.',
      )
    }),
  ),
  submit(routes.closeReview, (ctx, { params }) =>
    onRoad(ctx, params['id'] ?? '', 'documents', async (road) => {
      const allowed = may.actForAssessor(ctx.actor, road)
      if (isRefusal(allowed)) return forbidden(allowed)
      const done = await closeReview(ctx, road)
      if (isRefusal(done)) return documentsPage(ctx, road, { at: 'close', refusal: done })
      return redirect(routes.documents.href({ id: road.id }), 'Die Prüfung der Unterlagen ist abgeschlossen.')
    }),
  ),
]

export async function documentsPage(ctx: Context, road: EnrollmentWithSteps, typed: Typed = {}): Promise<Answer> {
  const documents = await documentsOf(ctx.db, road.id)
  return page({
    title,
    status: statusOf(typed),
    refusal: typed.refusal,
    crumbs: roadCrumbs(road, { label: title }),
    view: () => <Documents ctx={ctx} road={road} documents={documents} typed={typed} />,
  })
}

const leads = {
  organization:
    'Was das Prüfhaus von Ihnen lesen möchte. Was es bei Ihnen nicht gibt, sagen Sie mit einem Klick; das ist kein Mangel.',
  assessor: 'Was die Kommune abgelegt hat. Jedes Lesen wird festgehalten, und die Kommune sieht es.',
  nobody: 'Sie sehen, wie weit es ist. Dateien und Befunde sehen die Kommune und ihr Prüfhaus.',
}

function Documents({
  ctx,
  road,
  documents,
  typed,
}: {
  ctx: Context
  road: EnrollmentWithSteps
  documents: readonly Document[]
  typed: Typed
}) {
  const side = may.sideOf(ctx.actor, road)
  return (
    <>
      <PageHead title={`Unterlagen: ${road.organizationName}`} lead={leads[side ?? 'nobody']} />
      <div class="lw-stack lw-stack--xl">
        <RoadNotes road={road} refusal={typed.refusal} labels={typed.at === 'close' ? undefined : fileLabels} />
        <Counts documents={documents} />
        <DocumentTable road={road} documents={documents} side={side} now={ctx.now} />
        {side === 'organization' && road.state === 'active' && <FurtherForm road={road} typed={typed} />}
        <ClosingPanel road={road} documents={documents} side={side} />
      </div>
    </>
  )
}
