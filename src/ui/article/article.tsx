import { shortened } from '#kernel/plain-text.ts'
import { type Piece, readArticle } from '#ui/article/read-article.ts'
import { Heading, type HeadingLevel } from '#ui/heading/heading.tsx'
import type { LinkRule } from '#ui/prose/markup.ts'
import { Prose, ProseLine } from '#ui/prose/prose.tsx'
import { Table } from '#ui/table/table.tsx'

export interface ArticleProps {
  /** Markdown: headings, paragraphs, lists, tables, code, emphasis, links. */
  text: string
  /** Level of the outermost headings; 2 below the page's h1. */
  level?: 2 | 3 | undefined
  link?: LinkRule | undefined
}

const clamp = (level: number): HeadingLevel => Math.min(level, 4) as HeadingLevel

/** Levels as they may follow each other: none is left out, whatever the text does. */
function levelsOf(pieces: readonly Piece[], outermost: number): HeadingLevel[] {
  const depths = pieces.flatMap((piece) => (piece.kind === 'heading' ? [piece.depth] : []))
  const least = Math.min(...depths)
  let before = outermost - 1
  return depths.map((depth) => {
    before = Math.min(outermost + depth - least, before + 1)
    return clamp(before)
  })
}

function ArticleTable({
  head,
  rows,
  caption,
  link,
}: {
  head: string[]
  rows: string[][]
  caption: string
  link: LinkRule | undefined
}) {
  return (
    <Table
      caption={caption}
      captionHidden
      stack
      rows={rows}
      columns={head.map((header, at) => ({
        header,
        rowHeader: at === 0,
        cell: (row: string[]) => <ProseLine text={row[at] ?? ''} link={link} />,
      }))}
    />
  )
}

/** A longer text of an editor or of the handbook, as elements and never as HTML. */
export function Article({ text, level = 2, link }: ArticleProps) {
  const pieces = readArticle(text)
  const levels = levelsOf(pieces, level)
  let caption = 'Tabelle'
  return (
    <div class="lw-article">
      {pieces.map((piece) => {
        switch (piece.kind) {
          case 'heading': {
            caption = shortened(piece.text, 60)
            const own = levels.shift() ?? clamp(level)
            return (
              <Heading level={own} size={own === 2 ? 'medium' : 'small'} id={piece.id}>
                <ProseLine text={piece.text} link={link} />
              </Heading>
            )
          }
          case 'table':
            return <ArticleTable {...piece} caption={caption} link={link} />
          case 'code':
            return (
              // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls when a line is longer than the page
              <pre class="lw-article__code" tabindex={0}>
                <code>{piece.text}</code>
              </pre>
            )
          case 'prose':
            return <Prose text={piece.text} link={link} />
        }
      })}
    </div>
  )
}
