import { type Refusal, isRefusal } from '#kernel/outcome.ts'
import { type Answer, notFound, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import type { SearchSource } from '#platform/portal/search-document.ts'
import { Empty } from '#ui/empty/empty.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form, Submit, TextField } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { forgetSearches } from '../forget-searches.ts'
import { type Hit, type Pin, totalInWords } from '../hit.ts'
import { pinHit } from '../pin-hit.ts'
import { findDocument, findHits, readOwn } from '../queries.ts'
import { rememberSearch } from '../remember-search.ts'
import { type HitSelection, searchHref, searchRoutes } from '../routes.ts'
import { pinInput } from '../schemas.ts'
import { unpinHit } from '../unpin-hit.ts'
import { readPhrase, type SearchPhrase } from '../words.ts'
import { Area, WholeArea } from './hits.tsx'
import { KeySwitch, PinPanel, RecentPanel } from './own.tsx'

const title = 'Suche'
const inEach = 5
const onePage = 25

/** One field; what is found by area, what was searched for last, what is pinned. */
export const searchPages = (sources: readonly SearchSource[]): PageRoute[] => [
  show(searchRoutes.search, (ctx, { query }) => searchPage(ctx, sources, { selection: readSelection(query) })),
  submit(searchRoutes.pin, async (ctx, { form }) => {
    const selection = readSelection(form)
    const wanted = parse(pinInput, { type: form['type'], id: form['id'] }, 'Gemerkt ist nichts')
    const found = isRefusal(wanted) ? undefined : await findDocument(ctx.db, wanted)
    if (!found) return notFound()
    const outcome = await pinHit(ctx, found)
    return isRefusal(outcome)
      ? searchPage(ctx, sources, { selection, refusal: outcome })
      : redirect(searchHref(selection), `„${found.title}“ ist gemerkt und steht auf der Seite „Suche“.`)
  }),
  submit(searchRoutes.unpin, async (ctx, { form }) => {
    const isGone = await unpinHit(ctx, form['id'] ?? '')
    return isGone ? redirect(searchHref(readSelection(form)), 'Der Treffer ist nicht mehr gemerkt.') : notFound()
  }),
  submit(searchRoutes.forget, async (ctx) => {
    await forgetSearches(ctx)
    return redirect(searchRoutes.search.href(), 'Ihre letzten Suchen sind gelöscht.')
  }),
]

const readSelection = ({ q, bereich, ab }: Record<string, string | undefined>): HitSelection => ({
  q: q ?? '',
  bereich: bereich || undefined,
  ab: ab !== undefined && /^\d{1,3}$/.test(ab) ? Number(ab) : 0,
})

interface State {
  selection: HitSelection
  refusal?: Refusal
}

async function searchPage(
  ctx: Context,
  sources: readonly SearchSource[],
  { selection, refusal }: State,
): Promise<Answer> {
  const phrase = readPhrase(selection.q ?? '')
  const source = sources.find(({ type }) => type === selection.bereich)
  const skip = source ? (selection.ab ?? 0) : 0
  const hits = await findHits(ctx.db, {
    words: phrase.words,
    sources: source ? [source] : sources,
    skip,
    most: source ? onePage : inEach,
  })
  const { recent, pins } = await readOwn(ctx.db)
  const isFirst = !refusal && phrase.words.length > 0 && !source
  const shown: HitSelection = { q: phrase.text, bereich: source?.type, ab: skip }
  return page({
    title: phrase.text ? `${phrase.text} – ${title}` : title,
    status: refusal ? 422 : 200,
    refusal,
    notes: isFirst ? [rememberSearch(ctx.now, phrase)] : [],
    view: () => (
      <>
        <PageHead title={title} lead={leadOf(phrase, hits, source)} />
        <div class="lw-stack lw-stack--xl">
          {refusal && <ErrorSummary title={refusal.refused} errors={[]} />}
          <SearchForm phrase={phrase} />
          {source ? (
            <WholeArea source={source} hits={hits} pins={pins} selection={shown} pageSize={onePage} />
          ) : (
            sources.map((one) => (
              <Area source={one} hits={hits.filter(({ type }) => type === one.type)} pins={pins} selection={shown} />
            ))
          )}
          {phrase.words.length > 0 && hits.length === 0 && <NothingFound phrase={phrase} area={source?.title} />}
          {phrase.words.length === 0 && <Own recent={recent} pins={pins} sources={sources} />}
        </div>
      </>
    ),
  })
}

function leadOf(phrase: SearchPhrase, hits: readonly Hit[], source: SearchSource | undefined): string {
  if (phrase.words.length === 0)
    return phrase.text === ''
      ? 'Organisationen, Personen, Anforderungen, Ihre Prüfungen und das Handbuch: alles, was Sie öffnen dürfen.'
      : 'Gesucht werden Buchstaben und Ziffern. Bitte geben Sie mindestens ein Wort ein.'
  const totals = new Map(hits.map(({ type, total }) => [type, total]))
  const [only] = totals.values()
  const found =
    totals.size === 1 && only !== undefined
      ? totalInWords(only)
      : String([...totals.values()].reduce((a, b) => a + b, 0))
  const where = source ? ` in „${source.title}“` : ''
  const cut = phrase.isCut ? ' Gesucht wurde nur mit dem Anfang Ihrer Eingabe.' : ''
  return hits.length === 0 ? `Nichts gefunden${where}.${cut}` : `${found} Treffer${where}.${cut}`
}

const SearchForm = ({ phrase }: { phrase: SearchPhrase }) => (
  <Form action={searchRoutes.search.href()} method="get" layout="bar" label="Im Portal suchen">
    <TextField name="q" type="search" label="Wonach" hint="Wörter, ein Name oder eine Kennung" value={phrase.text} />
    <Submit>Suchen</Submit>
  </Form>
)

const NothingFound = ({ phrase, area }: { phrase: SearchPhrase; area: string | undefined }) => (
  <Empty
    title={`Zu „${phrase.text}“ gibt es nichts, was Sie öffnen dürfen`}
    level={2}
    actions={
      area && (
        <a class="lw-link" href={searchHref({ q: phrase.text })}>
          In allen Bereichen suchen
        </a>
      )
    }
  >
    Alle Wörter müssen vorkommen. Oft hilft ein Wort weniger oder nur der Anfang des Wortes. Prüfungen anderer
    Organisationen findet die Suche nicht.
  </Empty>
)

const Own = ({ recent, pins, sources }: { recent: string[]; pins: Pin[]; sources: readonly SearchSource[] }) => (
  <>
    <PinPanel pins={pins} sources={sources} />
    <RecentPanel recent={recent} />
    <KeySwitch />
  </>
)
