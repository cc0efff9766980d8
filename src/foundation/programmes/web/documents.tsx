import { isRefusal, type Refusal } from '#kernel/outcome.ts'
import { type Answer, notFound, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import { Button } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Check, errorAt, Form, Submit, TextArea, TextField } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { removeDocument } from '../documents/remove-document.ts'
import { documentForm } from '../documents/schemas.ts'
import { setDocument } from '../documents/set-document.ts'
import { onLed } from '../on-programme.ts'
import type { Programme, WantedDocument } from '../programme.ts'
import { programmeRoutes } from '../routes.ts'
import { keyFrom } from '../steps/order.ts'
import { crumbsTo } from './crumbs.ts'
import type { Typed } from './fact-fields.tsx'

/** Which documents a programme asks municipalities for. */
export const wantedDocumentPages: PageRoute[] = [
  show(programmeRoutes.newDocument, (ctx, { params }) =>
    onLed(ctx, params['id'], async (programme) => documentPage(programme, undefined, { typed: { isRequired: 'ja' } })),
  ),
  submit(programmeRoutes.newDocument, (ctx, { params, form }) =>
    onLed(ctx, params['id'], (programme) => save(ctx, programme, undefined, form)),
  ),
  show(programmeRoutes.document, (ctx, { params }) =>
    onDocument(ctx, params, async (programme, document) =>
      documentPage(programme, document, { typed: typedFrom(document) }),
    ),
  ),
  submit(programmeRoutes.document, (ctx, { params, form }) =>
    onDocument(ctx, params, (programme, document) => save(ctx, programme, document, form)),
  ),
  submit(programmeRoutes.removeDocument, (ctx, { params }) =>
    onDocument(ctx, params, async (programme, document) => {
      const removed = await removeDocument(ctx, programme, document.key)
      if (isRefusal(removed)) return documentPage(programme, document, { typed: typedFrom(document), refusal: removed })
      return back(programme, `Um „${document.title}“ wird nicht mehr gebeten.`)
    }),
  ),
]

const back = ({ id }: Programme, said: string): Answer => redirect(programmeRoutes.show.href({ id }), said)

const typedFrom = ({ title, hint, isRequired }: WantedDocument): Typed => ({
  title,
  hint,
  isRequired: isRequired ? 'ja' : '',
})

const onDocument = (
  ctx: Context,
  params: Record<string, string>,
  work: (programme: Programme, document: WantedDocument) => Promise<Answer>,
): Promise<Answer> =>
  onLed(ctx, params['id'], async (programme) => {
    const document = programme.documents.find(({ key }) => key === params['document'])
    return document ? work(programme, document) : notFound('Um diese Unterlage bittet das Programm nicht.')
  })

async function save(
  ctx: Context,
  programme: Programme,
  document: WantedDocument | undefined,
  form: Typed,
): Promise<Answer> {
  const wanted = parse(documentForm, form, 'Die Unterlage ist noch nicht gespeichert')
  if (isRefusal(wanted)) return documentPage(programme, document, { typed: form, refusal: wanted })
  const key =
    document?.key ??
    keyFrom(
      wanted.title,
      programme.documents.map((one) => one.key),
    )
  const set = await setDocument(ctx, programme, key, wanted)
  if (isRefusal(set)) return documentPage(programme, document, { typed: form, refusal: set })
  return back(programme, 'Die Unterlage ist gespeichert.')
}

interface Said {
  typed: Typed
  refusal?: Refusal | undefined
}

function documentPage(programme: Programme, document: WantedDocument | undefined, { typed, refusal }: Said): Answer {
  const { id } = programme
  const title = document ? `Unterlage „${document.title}“ ändern` : 'Unterlage hinzufügen'
  const action = document
    ? programmeRoutes.document.href({ id, document: document.key })
    : programmeRoutes.newDocument.href({ id })
  return page({
    title: `${title}: ${programme.name}`,
    status: refusal ? 422 : 200,
    refusal,
    crumbs: crumbsTo(programme, document?.title ?? 'Unterlage hinzufügen'),
    view: () => (
      <>
        <PageHead title={title} lead="Um diese Unterlage wird jede Kommune gebeten, die am Programm teilnimmt." />
        <div class="lw-stack lw-measure">
          {refusal && (
            <ErrorSummary
              title={refusal.refused}
              errors={refusal.errors ?? []}
              labels={{ title: 'Name', hint: 'Hinweis' }}
            />
          )}
          <Form action={action}>
            <TextField
              name="title"
              label="Name"
              required
              value={typed['title']}
              maxlength={120}
              error={errorAt(refusal?.errors, 'title')}
            />
            <TextArea
              name="hint"
              label="Hinweis"
              hint="Zum Beispiel: auch als Entwurf"
              rows={3}
              value={typed['hint']}
              maxlength={500}
              error={errorAt(refusal?.errors, 'hint')}
            />
            <Check
              name="isRequired"
              label="Nötig für die Prüfung"
              hint="Sonst nur, wenn es sie gibt."
              required
              checked={typed['isRequired'] === 'ja'}
            />
            <Submit>Unterlage speichern</Submit>
          </Form>
          {document && (
            <Form
              action={programmeRoutes.removeDocument.href({ id, document: document.key })}
              layout="row"
              label="Unterlage entfernen"
            >
              <Button>Nicht mehr darum bitten</Button>
            </Form>
          )}
        </div>
      </>
    ),
  })
}
