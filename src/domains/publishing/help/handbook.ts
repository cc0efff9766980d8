import { sortKey } from '#kernel/sort-key.ts'

/** One page of the handbook, a file of docs/handbuch. */
export interface Chapter {
  /** Name of the file; the end of its address. */
  slug: string
  title: string
  /** What one wants who reads it: "hineinkommen, Passwort vergessen". */
  purpose: string
  /** Markdown, without the title. */
  text: string
}

export interface Term {
  word: string
  meaning: string
}

export interface Handbook {
  /** In the order of the table of contents. */
  chapters: readonly Chapter[]
  terms: readonly Term[]
}

/** The files as they are, README.md being the table of contents, and the glossary. */
export function makeHandbook(files: ReadonlyMap<string, string>, glossary: Readonly<Record<string, string>>): Handbook {
  const contents = contentsOf(files.get('README.md') ?? '')
  const slugs = [...files.keys()].filter((name) => name !== 'README.md').map((name) => name.replace(/\.md$/, ''))
  const place = (slug: string): number => {
    const at = contents.findIndex((entry) => entry.slug === slug)
    return at === -1 ? contents.length : at
  }
  const chapters = slugs
    .map((slug): Chapter => {
      const { title, text } = titled(files.get(`${slug}.md`) ?? '', slug)
      return { slug, title, text, purpose: contents.find((entry) => entry.slug === slug)?.purpose ?? '' }
    })
    .toSorted((a, b) => place(a.slug) - place(b.slug) || (a.slug < b.slug ? -1 : 1))
  const terms = Object.entries(glossary)
    .map(([word, meaning]) => ({ word, meaning }))
    .toSorted((a, b) => (sortKey(a.word) < sortKey(b.word) ? -1 : 1))
  return { chapters, terms }
}

/** The rows "what one wants | [page](file.md)". */
const contentsOf = (readme: string): { slug: string; purpose: string }[] =>
  [...readme.matchAll(/^\|([^|\n]+)\|[ \t]*\[[^\]\n]+\]\(([\w-]+)\.md\)[ \t]*\|[ \t]*$/gm)].map(
    ([, purpose, slug]) => ({
      slug: slug ?? '',
      purpose: (purpose ?? '').trim(),
    }),
  )

function titled(markdown: string, slug: string): { title: string; text: string } {
  const found = /^#[ \t]+(.+)$/m.exec(markdown)
  if (!found) return { title: slug, text: markdown }
  return { title: found[1]?.trim() ?? slug, text: markdown.slice(found.index + found[0].length).trim() }
}

/** A link between files of the handbook, as the portal has it; undefined for anything else. */
export function chapterLink(href: string, { chapters }: Handbook): { slug: string; anchor: string } | undefined {
  const found = /^(?:\.\/)?([\w-]+)\.md(?:#(.*))?$/.exec(href)
  const slug = found?.[1]
  return slug !== undefined && chapters.some((chapter) => chapter.slug === slug)
    ? { slug, anchor: found?.[2] ?? '' }
    : undefined
}
