import { type Refusal, isRefusal } from '#kernel/outcome.ts'
import { type Programme, programmeRoutes } from '#foundation/programmes/index.ts'
import { type Answer, notFound, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import { isId } from '#kernel/id.ts'
import { Button, ButtonLink } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { errorAt, Form, HiddenField, TextField } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { cockpitRoutes } from '../routes.ts'
import { type ViewChange, viewChange, viewIn } from '../schemas.ts'
import { changeView } from '../views/change-view.ts'
import { keepView } from '../views/keep-view.ts'
import { findView, listViews } from '../views/queries.ts'
import { removeView } from '../views/remove-view.ts'
import type { View } from '../views/view.ts'
import { cockpitHref } from './links.ts'
import { onProgramme } from './on-cockpit.ts'

/** Own views: kept, named, put in order, removed. */
export const viewPages: PageRoute[] = [
  show(cockpitRoutes.views, (ctx, { params }) =>
    onProgramme(ctx, params['id'], (programme) => viewsPage(ctx, programme, {})),
  ),
  submit(cockpitRoutes.views, (ctx, { params, form }) =>
    onProgramme(ctx, params['id'], (programme) =>
      form['tun'] === 'merken' ? keep(ctx, programme, form) : change(ctx, programme, form),
    ),
  ),
]

function filterIn(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '{}')
  } catch {
    return undefined
  }
}

async function keep(ctx: Context, programme: Programme, form: Record<string, string>): Promise<Answer> {
  const input = parse(
    viewIn,
    { name: form['name'] ?? '', filter: filterIn(form['filter']) },
    'Die Ansicht ist noch nicht gemerkt',
  )
  const outcome = isRefusal(input) ? input : await keepView(ctx, programme, input)
  if (isRefusal(outcome)) return viewsPage(ctx, programme, { refusal: outcome, filter: form['filter'] })
  return redirect(cockpitHref(programme.id, outcome.filter), `Die Ansicht „${outcome.name}“ ist gemerkt.`)
}

/** What each button of a view wants; undefined for removing. */
function wishOf(form: Record<string, string>, { position }: View): ViewChange | undefined {
  switch (form['tun']) {
    case 'hinauf':
      return { position: Math.max(1, position - 1) }
    case 'hinunter':
      return { position: position + 1 }
    case 'zuerst':
      return { isDefault: true }
    case 'nichtMehr':
      return { isDefault: false }
    case 'entfernen':
      return undefined
    default:
      return { name: form['name'] ?? '' }
  }
}

async function change(ctx: Context, programme: Programme, form: Record<string, string>): Promise<Answer> {
  const id = form['ansicht'] ?? ''
  const view = isId(id) ? await findView(ctx.db, id) : undefined
  if (!view || view.programmeId !== programme.id) return notFound()
  const back = cockpitRoutes.views.href({ id: programme.id })
  const wish = wishOf(form, view)
  if (!wish) {
    await removeView(ctx, view)
    return redirect(back, `Die Ansicht „${view.name}“ ist entfernt.`)
  }
  const input = parse(viewChange, wish, 'Die Ansicht ist noch nicht geändert')
  const outcome = isRefusal(input) ? input : await changeView(ctx, view, input)
  if (isRefusal(outcome)) return viewsPage(ctx, programme, { refusal: outcome, about: id, name: form['name'] })
  return redirect(back, `Die Ansicht „${outcome.name}“ ist geändert.`)
}

interface Shown {
  refusal?: Refusal | undefined
  /** The view that was to be changed, and the name that was typed. */
  about?: string | undefined
  name?: string | undefined
  /** What was to be kept. */
  filter?: string | undefined
}

async function viewsPage(ctx: Context, { id, name }: Programme, shown: Shown): Promise<Answer> {
  const views = await listViews(ctx.db, id)
  const title = 'Ihre Ansichten'
  const { refusal, about, filter } = shown
  return page({
    title,
    status: refusal ? 422 : 200,
    refusal,
    crumbs: [
      { label: 'Programme', href: programmeRoutes.list.href() },
      { label: name, href: programmeRoutes.show.href({ id }) },
      { label: 'Cockpit', href: cockpitRoutes.show.href({ id }) },
      { label: title },
    ],
    view: () => (
      <>
        <PageHead title={title} lead="Nur Sie sehen diese Ansichten. Neue merken Sie im Cockpit, über der Tabelle." />
        <div class="lw-stack lw-stack--xl">
          {refusal && <ErrorSummary title={refusal.refused} errors={refusal.errors ?? []} />}
          {filter !== undefined && <Again id={id} filter={filter} refusal={refusal} />}
          {views.length === 0 ? (
            <Empty
              title="Noch keine Ansicht"
              level={2}
              actions={
                <ButtonLink href={cockpitHref(id, {})} size="x-small">
                  Zum Cockpit
                </ButtonLink>
              }
            >
              Filtern Sie die Tabelle, und merken Sie sich das Ergebnis unter einem Namen.
            </Empty>
          ) : (
            views.map((view, at) => (
              <OneView
                programmeId={id}
                view={{ ...view, position: at + 1 }}
                isLast={at === views.length - 1}
                typed={about === view.id ? shown.name : undefined}
                refusal={about === view.id ? refusal : undefined}
              />
            ))
          )}
        </div>
      </>
    ),
  })
}

const Again = ({ id, filter, refusal }: { id: string; filter: string; refusal: Refusal | undefined }) => (
  <Form action={cockpitRoutes.views.href({ id })} layout="bar" label="Ansicht merken">
    <HiddenField name="tun" value="merken" />
    <HiddenField name="filter" value={filter} />
    <TextField name="name" required label="Name der Ansicht" maxlength={60} error={errorAt(refusal?.errors, 'name')} />
    <Button size="x-small">Ansicht merken</Button>
  </Form>
)

interface OneViewProps {
  programmeId: string
  view: View
  isLast: boolean
  typed: string | undefined
  refusal: Refusal | undefined
}

const OneView = ({ programmeId, view, isLast, typed, refusal }: OneViewProps) => (
  <Panel
    id={`ansicht-${view.position}`}
    title={view.name}
    link={{ href: cockpitHref(programmeId, view.filter), label: 'Ansehen' }}
    note={view.isDefault ? 'Damit öffnet das Cockpit.' : undefined}
  >
    <Form action={cockpitRoutes.views.href({ id: programmeId })} layout="bar" label={`Ansicht ${view.name}`}>
      <HiddenField name="ansicht" value={view.id} />
      <TextField
        name="name"
        id={`name-${view.position}`}
        label="Name"
        required
        value={typed ?? view.name}
        maxlength={60}
        error={errorAt(refusal?.errors, 'name')}
      />
      <Button size="x-small" name="tun" value="umbenennen">
        Umbenennen
      </Button>
      <Button size="x-small" name="tun" value={view.isDefault ? 'nichtMehr' : 'zuerst'}>
        {view.isDefault ? 'Nicht mehr von selbst öffnen' : 'Damit öffnen'}
      </Button>
      {view.position > 1 && (
        <Button size="x-small" name="tun" value="hinauf">
          Nach oben
        </Button>
      )}
      {!isLast && (
        <Button size="x-small" name="tun" value="hinunter">
          Nach unten
        </Button>
      )}
      <Button size="x-small" name="tun" value="entfernen">
        Entfernen
      </Button>
    </Form>
  </Panel>
)
