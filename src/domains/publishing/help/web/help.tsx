import { type Answer, notFound, page } from '#platform/http/answer.ts'
import type { PublicContext } from '#platform/http/context.ts'
import { type PageRoute, publicPage } from '#platform/http/page-route.ts'
import { anchorOf } from '#ui/article/read-article.ts'
import { Article } from '#ui/article/article.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { Form, Submit, TextField } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { LinkList } from '#ui/link-list/link-list.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { type LinkRule, webLinks } from '#ui/prose/markup.ts'
import { type Chapter, chapterLink, type Handbook } from '../handbook.ts'
import { type Hit, searchHandbook } from '../search-handbook.ts'
import { type Contacts, findContacts } from '../contacts.ts'
import { helpRoutes } from '../routes.ts'
import { ContactAside } from './contact-aside.tsx'
import { keyboardPage } from './keyboard.tsx'
import { termsPage } from './terms.tsx'

const start = { label: 'Hilfe', href: helpRoutes.start.href() }

/** Help for everybody: handbook, words, keys; signed in also whom to ask. */
export const helpPagesWith = (handbook: Handbook): PageRoute[] => [
  publicPage(helpRoutes.start, async (ctx, { query }) =>
    startPage(handbook, await findContacts(ctx, undefined), query['q']),
  ),
  publicPage(helpRoutes.terms, async () => termsPage(handbook)),
  publicPage(helpRoutes.keyboard, async () => keyboardPage()),
  publicPage(helpRoutes.chapter, (ctx, { params }) => chapterPage(ctx, handbook, params['slug'] ?? '')),
]

const chapterHref = (slug: string, anchor = ''): string =>
  helpRoutes.chapter.href({ slug }) + (anchor === '' ? '' : `#${anchor}`)

function startPage(handbook: Handbook, contacts: Contacts | undefined, asked: string | undefined): Answer {
  const query = (asked ?? '').trim().slice(0, 200)
  return page({
    title: 'Hilfe',
    view: () => (
      <>
        <PageHead title="Hilfe" lead="Kurz, eine Aufgabe je Seite." />
        <div class="lw-split">
          <div class="lw-stack lw-stack--xl">
            <Form action={helpRoutes.start.href()} method="get" layout="bar">
              <TextField name="q" label="Im Handbuch suchen" type="search" value={query} />
              <Submit variant="secondary">Suchen</Submit>
            </Form>
            {query === '' ? <Contents chapters={handbook.chapters} /> : <Results handbook={handbook} query={query} />}
          </div>
          <div class="lw-stack lw-stack--l">
            <More />
            <ContactAside contacts={contacts} />
          </div>
        </div>
      </>
    ),
  })
}

const Contents = ({ chapters }: { chapters: readonly Chapter[] }) => (
  <Panel id="handbuch" title="Handbuch">
    <LinkList
      items={chapters.map(({ slug, title, purpose }) => ({
        href: chapterHref(slug),
        label: title,
        note: purpose === '' ? undefined : purpose,
      }))}
    />
  </Panel>
)

const More = () => (
  <Panel id="weiteres" title="Außerdem" quiet>
    <LinkList
      items={[
        { href: helpRoutes.terms.href(), label: 'Was bedeutet das?', note: 'Wörter der Sicherheitsprüfung' },
        { href: helpRoutes.keyboard.href(), label: 'Mit der Tastatur' },
      ]}
    />
  </Panel>
)

function Results({ handbook, query }: { handbook: Handbook; query: string }) {
  const { hits, terms } = searchHandbook(handbook, query)
  if (hits.length + terms.length === 0)
    return (
      <Empty title={`Nichts gefunden zu „${query}“`} level={2}>
        Bitte versuchen Sie es mit einem anderen oder kürzeren Wort, oder sehen Sie im{' '}
        <a class="lw-link" href={helpRoutes.start.href()}>
          Inhalt des Handbuchs
        </a>{' '}
        nach.
      </Empty>
    )
  return (
    <>
      {hits.length > 0 && (
        <Panel id="treffer" title="Im Handbuch">
          <LinkList items={hits.map(itemOf)} />
        </Panel>
      )}
      {terms.length > 0 && (
        <Panel id="woerter" title="Was bedeutet das?">
          <LinkList
            items={terms.map(({ word, meaning }) => ({
              href: `${helpRoutes.terms.href()}#${anchorOf(word)}`,
              label: word,
              note: meaning,
            }))}
          />
        </Panel>
      )}
    </>
  )
}

const itemOf = ({ slug, chapter, heading, excerpt }: Hit) => ({
  href: chapterHref(slug, heading === null ? '' : anchorOf(heading)),
  label: heading === null ? chapter : `${chapter}: ${heading}`,
  note: excerpt,
})

async function chapterPage(ctx: PublicContext, handbook: Handbook, slug: string): Promise<Answer> {
  const chapter = handbook.chapters.find((each) => each.slug === slug)
  if (!chapter) return notFound('Diese Seite des Handbuchs gibt es nicht.')
  const contacts = await findContacts(ctx, slug)
  return page({
    title: chapter.title,
    crumbs: [start, { label: chapter.title }],
    view: () => (
      <>
        <PageHead title={chapter.title} />
        <div class="lw-split">
          <Article text={chapter.text} link={linksOf(handbook)} />
          <div class="lw-stack lw-stack--l">
            <Panel id="handbuch" title="Handbuch" quiet>
              <LinkList
                items={[
                  start,
                  ...handbook.chapters.map(({ slug: other, title }) => ({ href: chapterHref(other), label: title })),
                ]}
              />
            </Panel>
            <ContactAside contacts={contacts} slug={slug} />
          </div>
        </div>
      </>
    ),
  })
}

/** Links between the files become links between the pages. */
const linksOf =
  (handbook: Handbook): LinkRule =>
  (href) => {
    const chapter = chapterLink(href, handbook)
    if (chapter) return chapterHref(chapter.slug, chapter.anchor)
    return /^#[\p{L}\p{N}_-]+$/u.test(href) ? href : webLinks(href)
  }
