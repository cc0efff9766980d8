import { germanMoment } from '#kernel/local-day.ts'
import { type Refusal, isRefusal } from '#kernel/outcome.ts'
import { type Answer, notFound, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import { withQuery } from '#platform/http/route.ts'
import { Alert } from '#ui/alert/alert.tsx'
import { Article } from '#ui/article/article.tsx'
import { Button } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { errorAt, Form, HiddenField, Submit, TextArea } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { ownLinks } from '#ui/prose/markup.ts'
import { Table } from '#ui/table/table.tsx'
import { may } from '../access.ts'
import { changePage } from '../change-page.ts'
import { asRead, gapsIn } from '../plain-page.ts'
import { type CurrentPage, findFront, findPage, listPageTexts, listVersions, type PageVersion } from '../queries.ts'
import { pageRoutes } from '../routes.ts'
import { pageIn } from '../schemas.ts'

const title = 'Öffentliche Seiten'
const guard = may.word
const nowhere = () => notFound('Diese Seite gibt es nicht.')

/** Where the office words the plain pages. */
export const pageDeskPages: PageRoute[] = [
  show(pageRoutes.desk, deskPage, { guard }),
  show(
    pageRoutes.change,
    async (ctx, { params, query }) => {
      const found = await findPage(ctx.db, params['name'] ?? '')
      return found ? formPage(ctx, found, { earlier: Number(query['fassung'] ?? 0) || 0 }) : nowhere()
    },
    { guard },
  ),
  submit(
    pageRoutes.change,
    async (ctx, { params, form }) => {
      const found = await findPage(ctx.db, params['name'] ?? '')
      return found ? save(ctx, found, form) : nowhere()
    },
    { guard },
  ),
]

async function deskPage(ctx: Context): Promise<Answer> {
  const rows = await listPageTexts(ctx.db)
  return page({
    title,
    view: () => (
      <>
        <PageHead title={title} lead="Impressum, Datenschutz, Barrierefreiheit und was die Programme sind." />
        <Table
          caption="Seiten, die alle lesen"
          captionHidden
          stack
          rows={rows}
          columns={[
            {
              header: 'Seite',
              rowHeader: true,
              cell: ({ page: { name, title: label, path } }) => (
                <>
                  <a class="lw-link" href={pageRoutes.change.href({ name })}>
                    {label}
                  </a>
                  <div class="lw-table__sub">{path}</div>
                </>
              ),
            },
            { header: 'Wortlaut', cell: ({ own }) => (own ? 'eigener' : 'von uns') },
            { header: 'Fehlt noch', cell: ({ text }) => gapsIn(text).join(', ') || 'nichts' },
          ]}
        />
      </>
    ),
  })
}

interface State {
  typed?: string
  refusal?: Refusal
  overtaken?: true
  /** A version from before, laid into the form. */
  earlier?: number
}

async function save(ctx: Context, found: CurrentPage, form: Record<string, string>): Promise<Answer> {
  const typed = form['text'] ?? ''
  const input = parse(pageIn, form, 'Die Seite ist noch nicht gespeichert')
  if (isRefusal(input)) return formPage(ctx, found, { typed, refusal: input })
  if (form['tun'] !== 'speichern') return formPage(ctx, found, { typed })
  const outcome = await changePage(ctx, found.page, input)
  if (outcome !== true) return formPage(ctx, found, { typed, overtaken: true })
  return redirect(pageRoutes.desk.href(), `„${found.page.title}“ ist gespeichert und öffentlich.`)
}

async function formPage(ctx: Context, found: CurrentPage, state: State): Promise<Answer> {
  const { operator } = await findFront(ctx)
  const versions = await listVersions(ctx.db, found.page.name, 20)
  const earlier = versions.find(({ version }) => version === state.earlier && version !== found.version)
  const text = state.typed ?? earlier?.text ?? found.text
  const shown = state.typed !== undefined || earlier !== undefined
  return page({
    title: found.page.title,
    crumbs: [{ label: title, href: pageRoutes.desk.href() }, { label: found.page.title }],
    status: state.overtaken ? 409 : state.refusal ? 422 : 200,
    refusal: state.refusal ?? (state.overtaken ? { refused: 'overtaken' } : undefined),
    view: () => (
      <>
        <PageHead title={found.page.title} lead={`Öffentlich unter ${found.page.path}`} />
        <div class="lw-stack lw-stack--xl">
          <Notices {...{ found, state, earlier }} now={ctx.now} />
          <Missing text={text} />
          <Form action={pageRoutes.change.href({ name: found.page.name })}>
            <HiddenField name="version" value={String(found.version)} />
            <TextArea
              name="text"
              label="Text"
              hint="## Überschrift, - Aufzählung, **fett**, [Wort](https://…). {{verbund}} ist der Name des Verbunds; was in [[…]] steht, fehlt noch."
              value={text}
              rows={20}
              maxlength={30_000}
              error={errorAt(state.refusal?.errors, 'text')}
              required
            />
            <div class="lw-row">
              <Button name="tun" value="vorschau">
                Vorschau zeigen
              </Button>
              <Submit name="tun" value="speichern">
                Speichern und veröffentlichen
              </Submit>
            </div>
          </Form>
          <Panel id="vorschau" title="So liest es sich" note={shown ? 'noch nicht gespeichert' : undefined}>
            <Article text={asRead(text, operator)} level={3} link={ownLinks} />
          </Panel>
          <Versions versions={versions} found={found} now={ctx.now} />
        </div>
      </>
    ),
  })
}

interface NoticeProps {
  found: CurrentPage
  state: State
  earlier: PageVersion | undefined
  now: Context['now']
}

const Notices = ({ state, earlier, now }: NoticeProps) => (
  <>
    {state.refusal && (
      <ErrorSummary title={state.refusal.refused} errors={state.refusal.errors ?? []} labels={{ text: 'Text' }} />
    )}
    {state.overtaken && (
      <Alert kind="warning" title="Inzwischen hat jemand anderes diese Seite gespeichert" live="alert">
        <p>
          Ihr Text steht noch unten und ist noch nicht gespeichert. Die andere Fassung steht unter „Fassungen“. Wenn Sie
          noch einmal speichern, gilt Ihr Text.
        </p>
      </Alert>
    )}
    {earlier && (
      <Alert kind="info" title={`Unten steht die Fassung vom ${germanMoment(earlier.writtenAt, now)}`}>
        <p>Sie gilt wieder, wenn Sie sie speichern.</p>
      </Alert>
    )}
  </>
)

function Missing({ text }: { text: string }) {
  const gaps = gapsIn(text)
  if (gaps.length === 0) return null
  return (
    <Alert kind="warning" title="Hier fehlt noch etwas, das nur Sie wissen">
      <ul class="lw-list">
        {gaps.map((name) => (
          <li>{name}</li>
        ))}
      </ul>
      <p>Öffentlich steht an diesen Stellen „noch nicht eingetragen“.</p>
    </Alert>
  )
}

const Versions = ({ versions, found, now }: { versions: PageVersion[]; found: CurrentPage; now: Context['now'] }) =>
  versions.length === 0 ? null : (
    <Panel id="fassungen" title="Fassungen" note="die letzten 20">
      <Table
        caption="Die neueste zuerst"
        captionHidden
        stack
        rows={versions}
        columns={[
          {
            header: 'Fassung',
            rowHeader: true,
            cell: ({ version }) =>
              version === found.version ? (
                `${version}, gilt`
              ) : (
                <a
                  class="lw-link"
                  href={withQuery(pageRoutes.change.href({ name: found.page.name }), { fassung: version })}
                >
                  {version} ins Formular holen
                </a>
              ),
          },
          { header: 'Gespeichert', cell: ({ writtenAt }) => germanMoment(writtenAt, now) },
          { header: 'Von', cell: ({ writtenBy }) => writtenBy ?? 'einer früheren Kollegin oder einem Kollegen' },
        ]}
      />
    </Panel>
  )
