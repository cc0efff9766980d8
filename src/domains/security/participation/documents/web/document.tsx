import { isRefusal, type Refusal } from '#kernel/outcome.ts'
import { usualLimit } from '#foundation/files/index.ts'
import { type EnrollmentWithSteps, roadCrumbs } from '#foundation/programmes/index.ts'
import { type Answer, forbidden, notFound, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import { may } from '../../access.ts'
import { onRoad } from '../../on-road.ts'
import { participationRoutes as routes } from '../../routes.ts'
import { prepareHanded } from '../../web/prepare-handed.ts'
import { statusOf, type Typed } from '../../web/typed.ts'
import { addFinding } from '../add-finding.ts'
import { type Document, documentStateInWords } from '../document.ts'
import { handIn } from '../hand-in.ts'
import { findDocument } from '../queries.ts'
import { newDocumentFile, newFinding, stateForm, withdrawal } from '../schemas.ts'
import { setDocumentState, staleDocument } from '../set-document-state.ts'
import { withdrawFile } from '../withdraw-file.ts'
import { withdrawFinding } from '../withdraw-finding.ts'
import { DocumentView } from './document-view.tsx'
import { documentsPage } from './documents.tsx'

interface Found {
  road: EnrollmentWithSteps
  document: Document
}

/** A document with its content; those who only see states have no page of it. */
const onDocument = (
  ctx: Context,
  params: Record<string, string>,
  work: (found: Found) => Promise<Answer>,
): Promise<Answer> =>
  onRoad(ctx, params['id'] ?? '', 'documents', async (road) => {
    const allowed = may.see(ctx.actor, road)
    if (isRefusal(allowed)) return forbidden(allowed)
    const document = await findDocument(ctx.db, params['document'] ?? '', { enrollmentId: road.id })
    return document ? work({ road, document }) : notFound('Dieses Dokument gibt es auf diesem Weg nicht.')
  })

const hrefOf = ({ road, document }: Found): string => routes.document.href({ id: road.id, document: document.id })

/** One document: its versions, what was found in it, and what each side does with it. */
export const singleDocumentPages: PageRoute[] = [
  show(routes.document, (ctx, { params }) => onDocument(ctx, params, (found) => documentPage(ctx, found))),
  submit(
    routes.documentFile,
    (ctx, { params, form }, file) =>
      onDocument(ctx, params, async (found) => {
        const allowed = may.actForOrganization(ctx.actor, found.road)
        if (isRefusal(allowed)) return forbidden(allowed)
        const again = (refusal: Refusal) => documentPage(ctx, found, { at: 'file', form, refusal })
        const wanted = parse(
          newDocumentFile,
          { validUntil: form['validUntil'] || undefined },
          'Die Datei ist noch nicht abgelegt',
        )
        if (isRefusal(wanted)) return again(wanted)
        if (isRefusal(file)) return again(file)
        const done = await handIn(ctx, found.road, found.document.id, { ...wanted, file })
        if (isRefusal(done)) return again(done)
        return redirect(hrefOf(found), `„${file.name}“ ist abgelegt. „${found.document.title}“ gilt als eingegangen.`)
      }),
    { bodyLimit: usualLimit, prepare: prepareHanded },
  ),
  submit(routes.documentState, (ctx, { params, form }) =>
    onDocument(ctx, params, async (found) => {
      const { road, document } = found
      const side = may.act(ctx.actor, road)
      if (isRefusal(side)) return forbidden(side)
      const fromList = form['from'] === 'liste'
      const again = (typed: Typed) =>
        fromList ? documentsPage(ctx, road, { ...typed, at: 'close' }) : documentPage(ctx, found, typed)
      const wanted = parse(stateForm, { state: form['state'], version: form['version'] })
      if (isRefusal(wanted)) return again({ at: 'state', refusal: wanted })
      const done = await setDocumentState(ctx, document, { ...wanted, side })
      if (isRefusal(done)) return again({ at: 'state', refusal: done })
      if (done === 'stale') {
        const now = (await findDocument(ctx.db, document.id, { enrollmentId: road.id })) ?? document
        const refusal = staleDocument(now)
        return fromList
          ? documentsPage(ctx, road, { at: 'close', refusal, isStale: true })
          : documentPage(ctx, { road, document: now }, { at: 'state', refusal, isStale: true })
      }
      return redirect(
        fromList ? routes.documents.href({ id: road.id }) : hrefOf(found),
        `„${document.title}“: ${documentStateInWords(wanted.state)}.`,
      )
    }),
  ),
  submit(routes.withdrawFile, (ctx, { params, form }) =>
    onDocument(ctx, params, async (found) => {
      const allowed = may.actForOrganization(ctx.actor, found.road)
      if (isRefusal(allowed)) return forbidden(allowed)
      const versionId = params['file'] ?? ''
      const again = (refusal: Refusal) => documentPage(ctx, found, { at: versionId, form, refusal })
      const wanted = parse(withdrawal, { reason: form['reason'] ?? '' }, 'Die Fassung ist noch da')
      if (isRefusal(wanted)) return again(wanted)
      const done = await withdrawFile(ctx, found.road, {
        documentId: found.document.id,
        versionId,
        reason: wanted.reason,
      })
      return isRefusal(done) ? again(done) : redirect(hrefOf(found), 'Die Fassung ist zurückgenommen.')
    }),
  ),
  submit(routes.finding, (ctx, { params, form }) =>
    onDocument(ctx, params, async (found) => {
      const allowed = may.actForAssessor(ctx.actor, found.road)
      if (isRefusal(allowed)) return forbidden(allowed)
      const { severity, text = '', recommendation } = form
      const again = (refusal: Refusal) => documentPage(ctx, found, { at: 'finding', form, refusal })
      const wanted = parse(newFinding, { severity, text, recommendation }, 'Der Befund ist noch nicht gespeichert')
      if (isRefusal(wanted)) return again(wanted)
      const done = await addFinding(ctx, found.document, wanted)
      return isRefusal(done) ? again(done) : redirect(`${hrefOf(found)}#befunde`, 'Der Befund ist gespeichert.')
    }),
  ),
  submit(routes.withdrawFinding, (ctx, { params, form }) =>
    onDocument(ctx, params, async (found) => {
      const allowed = may.actForAssessor(ctx.actor, found.road)
      if (isRefusal(allowed)) return forbidden(allowed)
      const findingId = params['finding'] ?? ''
      if (!found.document.findings.some(({ id }) => id === findingId)) return notFound()
      const again = (refusal: Refusal) => documentPage(ctx, found, { at: findingId, form, refusal })
      const wanted = parse(withdrawal, { reason: form['reason'] ?? '' }, 'Der Befund gilt noch')
      if (isRefusal(wanted)) return again(wanted)
      const done = await withdrawFinding(ctx, found.document, { findingId, reason: wanted.reason })
      return isRefusal(done) ? again(done) : redirect(`${hrefOf(found)}#befunde`, 'Der Befund ist zurückgenommen.')
    }),
  ),
]

async function documentPage(ctx: Context, { road, document }: Found, typed: Typed = {}): Promise<Answer> {
  const side = may.sideOf(ctx.actor, road)
  return page({
    title: document.title,
    status: statusOf(typed),
    refusal: typed.refusal,
    crumbs: roadCrumbs(
      road,
      { label: 'Unterlagen', href: routes.documents.href({ id: road.id }) },
      { label: document.title },
    ),
    view: () => <DocumentView road={road} document={document} side={side} now={ctx.now} typed={typed} />,
  })
}
