import { germanMoment } from '#kernel/local-day.ts'
import { type Refusal, isRefusal } from '#kernel/outcome.ts'
import { type Answer, notFound, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { Article } from '#ui/article/article.tsx'
import { Alert } from '#ui/alert/alert.tsx'
import { Button } from '#ui/button/button.tsx'
import { Form, HiddenField, Submit } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { ownLinks } from '#ui/prose/markup.ts'
import { may } from '../access.ts'
import type { News, NewsState } from '../news.ts'
import { findNews } from '../queries.ts'
import { newsRoutes } from '../routes.ts'
import { addNews, changeNews, withdrawNews } from '../write-news.ts'
import { appearanceInWords } from './news-desk.tsx'
import { Faults, fieldsOf, NewsFields, readForm, type Typed } from './news-fields.tsx'

const guard = may.edit
const nowhere = () => notFound('Diese Meldung gibt es nicht.')

/** Writing a piece of news: draft, preview, publish, change, withdraw. */
export const newsFormPages: PageRoute[] = [
  show(newsRoutes.write, async (ctx) => formPage(ctx, undefined, {}), { guard }),
  submit(newsRoutes.write, (ctx, { form }) => write(ctx, undefined, form), { guard }),
  show(
    newsRoutes.change,
    async (ctx, { params }) => {
      const news = await findNews(ctx.db, params['id'] ?? '')
      return news ? formPage(ctx, news, {}) : nowhere()
    },
    { guard },
  ),
  submit(
    newsRoutes.change,
    async (ctx, { params, form }) => {
      const news = await findNews(ctx.db, params['id'] ?? '')
      return news ? write(ctx, news, form) : nowhere()
    },
    { guard },
  ),
  submit(
    newsRoutes.withdraw,
    async (ctx, { params, form }) => {
      const news = await findNews(ctx.db, params['id'] ?? '')
      if (!news) return nowhere()
      const outcome = await withdrawNews(ctx, news, Number(form['version'] ?? news.version) || news.version)
      if (isRefusal(outcome)) return formPage(ctx, news, { refusal: outcome })
      if (outcome !== true) return formPage(ctx, news, { overtaken: true })
      return redirect(newsRoutes.desk.href(), `„${news.title}“ ist zurückgezogen und öffentlich nicht mehr zu finden.`)
    },
    { guard },
  ),
]

interface State {
  typed?: Typed
  refusal?: Refusal
  overtaken?: true
  shown?: true
}

/** What the buttons make of it; all others only show it. */
const deeds: Record<string, NewsState> = { entwurf: 'draft', veroeffentlichen: 'published' }

async function write(ctx: Context, news: News | undefined, form: Typed): Promise<Answer> {
  const read = readForm(form)
  if (isRefusal(read)) return formPage(ctx, news, { typed: form, refusal: read })
  const state = deeds[form['tun'] ?? '']
  if (!state) return formPage(ctx, news, { typed: form, shown: true })
  const content = { ...read.content, state }
  const outcome = news ? await changeNews(ctx, news, content, read.version) : await addNews(ctx, content)
  if (isRefusal(outcome)) return formPage(ctx, news, { typed: form, refusal: outcome })
  if (outcome !== true && 'overtaken' in outcome) return formPage(ctx, news, { typed: form, overtaken: true })
  return redirect(newsRoutes.desk.href(), doneInWords(ctx, content))
}

function doneInWords(ctx: Context, content: Pick<News, 'title' | 'state' | 'from' | 'until'>): string {
  const title = `„${content.title}“`
  if (content.state === 'draft') return `${title} ist als Entwurf gespeichert. Öffentlich ist davon nichts.`
  const from = content.from ?? ctx.now
  return `${title}: ${appearanceInWords({ ...content, from }, ctx.now)}.`
}

const formPage = (ctx: Context, news: News | undefined, state: State): Answer => {
  const title = news ? 'Meldung ändern' : 'Neue Meldung'
  // What was typed goes on from the version that counts now: saved once more it replaces that one, knowingly.
  const typed = {
    ...(state.typed ?? fieldsOf(ctx, news)),
    ...(state.overtaken ? { version: String(news?.version) } : {}),
  }
  return page({
    title,
    crumbs: [{ label: 'Meldungen schreiben', href: newsRoutes.desk.href() }, { label: title }],
    status: state.overtaken ? 409 : state.refusal ? 422 : 200,
    refusal: state.refusal ?? (state.overtaken ? { refused: 'overtaken' } : undefined),
    view: () => (
      <>
        <PageHead
          title={title}
          lead={news ? appearanceInWords(news, ctx.now) : 'Erscheint erst, wenn Sie sie veröffentlichen.'}
        />
        <div class="lw-stack lw-stack--xl lw-measure">
          <Faults refusal={state.refusal} />
          {state.overtaken && news && <Overtaken news={news} now={ctx.now} />}
          {state.shown && <Preview typed={typed} />}
          <Form action={news ? newsRoutes.change.href({ id: news.id }) : newsRoutes.write.href()}>
            <HiddenField name="version" value={typed['version'] ?? '0'} />
            <NewsFields typed={typed} refusal={state.refusal} />
            <div class="lw-row">
              {/* The first one is what the Enter key presses: it must not publish. */}
              <Button name="tun" value="vorschau">
                Vorschau zeigen
              </Button>
              <Button name="tun" value="entwurf">
                {news?.state === 'published' ? 'Zum Entwurf machen' : 'Als Entwurf speichern'}
              </Button>
              <Submit name="tun" value="veroeffentlichen">
                {news?.state === 'published' ? 'Änderung veröffentlichen' : 'Veröffentlichen'}
              </Submit>
            </div>
          </Form>
          {news?.state === 'published' && <Withdraw news={news} />}
        </div>
      </>
    ),
  })
}

/** Shown, not saved. When it appears stands in the form. */
const Preview = ({ typed }: { typed: Typed }) => (
  <Panel id="vorschau" title="Vorschau" note="noch nicht gespeichert">
    <div class="lw-stack lw-stack--s">
      <h3 class="kern-heading-large">{typed['title']}</h3>
      <p class="lw-muted">{typed['teaser']}</p>
      <Article text={typed['text'] ?? ''} level={3} link={ownLinks} />
    </div>
  </Panel>
)

const Overtaken = ({ news, now }: { news: News; now: Context['now'] }) => (
  <Alert kind="warning" title="Inzwischen hat jemand anderes diese Meldung gespeichert" live="alert">
    <p>
      Ihr Text steht noch unten und ist noch nicht gespeichert. Gespeichert ist seit {germanMoment(news.writtenAt, now)}{' '}
      die Fassung „{news.title}“. Wenn Sie noch einmal speichern, gilt Ihr Text.
    </p>
  </Alert>
)

const Withdraw = ({ news }: { news: News }) => (
  <Panel id="zurueckziehen" title="Zurückziehen">
    <Form action={newsRoutes.withdraw.href({ id: news.id })}>
      <HiddenField name="version" value={String(news.version)} />
      <p>
        Die Meldung ist dann sofort nicht mehr öffentlich. Ihr Text bleibt hier und lässt sich wieder veröffentlichen.
      </p>
      <div class="lw-row">
        <Button>Meldung zurückziehen</Button>
      </div>
    </Form>
  </Panel>
)
