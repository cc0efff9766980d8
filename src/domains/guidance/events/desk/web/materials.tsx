import { germanMoment } from '#kernel/local-day.ts'
import { isRefusal, type Outcome, type Refusal } from '#kernel/outcome.ts'
import { allowedInWords, fileRoutes, type PreparedFile, usualLimit } from '#foundation/files/index.ts'
import { type Answer, notFound, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import { Button } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Check, errorAt, FileField, Form, Submit, TextField } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import type { Event } from '../../event/event.ts'
import { eventRoutes } from '../../routes.ts'
import { addMaterial, removeMaterial } from '../keep-material.ts'
import type { Material } from '../material.ts'
import { findMaterial, listMaterials } from '../material-queries.ts'
import { prepareMaterial } from '../prepare-material.ts'
import { materialIn } from '../schemas.ts'
import { crumbsOf, desk, nameOf, onEvent } from './on-event.ts'
import type { Typed } from './typed.ts'

const title = 'Unterlagen'
const labels = { title: 'Bezeichnung', file: 'Datei', url: 'Link' }
const notKept = 'Die Unterlage ist noch nicht gespeichert'

/** Links and files that go with an event: keeping them, and the way to them for those who may. */
export const deskMaterialPages: PageRoute[] = [
  show(
    eventRoutes.materials,
    onEvent((ctx, event) => listPage(ctx, event)),
    desk,
  ),
  submit(
    eventRoutes.materials,
    (ctx, request, file: Outcome<PreparedFile> | undefined) =>
      onEvent((_, event) => add(ctx, event, request.form, file))(ctx, request),
    { ...desk, prepare: prepareMaterial, bodyLimit: usualLimit + 64 * 1024 },
  ),
  submit(
    eventRoutes.materialEnd,
    onEvent(async (ctx, event, { params }) => {
      const material = await findMaterial(ctx.db, event.id, params['material'] ?? '')
      if (!material) return notFound()
      await removeMaterial(ctx, event, material)
      return redirect(eventRoutes.materials.href({ id: event.id }), `„${material.title}“ ist entfernt.`)
    }),
    desk,
  ),
  show(eventRoutes.material, async (ctx, { params }) => {
    const material = await findMaterial(ctx.db, params['id'] ?? '', params['material'] ?? '')
    return material ? redirect(wayTo(material)) : notFound()
  }),
]

/** Where it opens. */
const wayTo = ({ url, fileId }: Material): string => url ?? fileRoutes.download.href({ id: fileId ?? '' })

async function add(ctx: Context, event: Event, form: Typed, file: Outcome<PreparedFile> | undefined): Promise<Answer> {
  const wish = parse(
    materialIn,
    { title: form['title'] ?? '', url: form['url'] || undefined, forEverybody: form['forEverybody'] !== undefined },
    notKept,
  )
  if (isRefusal(file)) return listPage(ctx, event, form, file)
  const done = isRefusal(wish) ? wish : await addMaterial(ctx, event, wish, file)
  return isRefusal(done)
    ? listPage(ctx, event, form, done)
    : redirect(eventRoutes.materials.href({ id: event.id }), 'Die Unterlage ist gespeichert.')
}

async function listPage(ctx: Context, event: Event, typed: Typed = {}, refusal?: Refusal): Promise<Answer> {
  const materials = await listMaterials(ctx.db, event.id)
  const errors = refusal?.errors
  return page({
    title: `${title}: ${nameOf(event)}`,
    crumbs: crumbsOf(event, title),
    status: refusal ? 422 : 200,
    refusal,
    view: () => (
      <div class="lw-stack lw-stack--l">
        <PageHead title={title} lead={`${nameOf(event)}. Präsentationen, Links und Aufgaben.`} />
        {refusal && <ErrorSummary title={refusal.refused} errors={errors ?? []} labels={labels} />}
        {materials.length === 0 ? (
          <Empty level={2} title="Noch keine Unterlage">
            Was Sie hier ablegen, finden die Teilnehmenden bei ihrem Platz.
          </Empty>
        ) : (
          <MaterialTable event={event} materials={materials} now={ctx.now} />
        )}
        <Panel id="neu" title="Unterlage hinzufügen">
          <div class="lw-measure">
            <Form action={eventRoutes.materials.href({ id: event.id })} multipart>
              <TextField
                name="title"
                label={labels.title}
                value={typed['title'] ?? ''}
                error={errorAt(errors, 'title')}
                maxlength={200}
                required
              />
              <FileField
                name="file"
                label={labels.file}
                hint={`${allowedInWords}, höchstens 25 MB.`}
                error={errorAt(errors, 'file')}
              />
              <TextField
                name="url"
                label="Link, statt einer Datei"
                type="url"
                value={typed['url'] ?? ''}
                error={errorAt(errors, 'url')}
                maxlength={500}
              />
              <Check
                name="forEverybody"
                label="Auch für Menschen ohne Platz"
                checked={typed['forEverybody'] !== undefined}
                required
              />
              <p>
                <Submit>Unterlage hinzufügen</Submit>
              </p>
            </Form>
          </div>
        </Panel>
      </div>
    ),
  })
}

interface MaterialTableProps {
  event: Event
  materials: readonly Material[]
  now: Context['now']
}

const MaterialTable = ({ event, materials, now }: MaterialTableProps) => (
  <Table
    caption="Unterlagen"
    captionHidden
    stack
    rows={materials}
    columns={[
      {
        header: 'Bezeichnung',
        rowHeader: true,
        cell: (material) => (
          <>
            <a class="lw-link" href={wayTo(material)}>
              {material.title}
            </a>
            <span class="lw-table__sub">{material.fileName ?? material.url}</span>
          </>
        ),
      },
      { header: 'Für wen', cell: ({ forEverybody }) => (forEverybody ? 'alle' : 'wer einen Platz hat') },
      { header: 'Seit', cell: ({ addedAt }) => germanMoment(addedAt, now) },
      {
        header: 'Ändern',
        cell: ({ id, title: name }) => (
          <Form
            action={eventRoutes.materialEnd.href({ id: event.id, material: id })}
            layout="row"
            label={`„${name}“ entfernen`}
          >
            <Button size="x-small">Entfernen</Button>
          </Form>
        ),
      },
    ]}
  />
)
