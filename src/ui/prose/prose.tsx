import { useContext } from 'preact/hooks'

import { Explain } from '#ui/prose/glossary.ts'
import { type Block, type Inline, type LinkRule, type List, readBlocks, readInline } from '#ui/prose/markup.ts'

export interface ProseProps {
  /** OSCAL `markup-multiline` or simple Markdown: paragraphs, lists, `**strong**`, `*em*`, code, links to http, https and mailto. */
  text: string
  /** Which links are followed, and where to; without it those to http, https and mailto. */
  link?: LinkRule | undefined
}

/** Plain words; where a help text explains, the first of each explained one leads to its meaning. */
function Words({ text }: { text: string }) {
  const explain = useContext(Explain)
  if (!explain) return <>{text}</>
  return (
    <>
      {explain(text).map((piece) =>
        typeof piece === 'string' ? (
          piece
        ) : (
          <a class="lw-term" href={piece.href}>
            {piece.text}
          </a>
        ),
      )}
    </>
  )
}

const InlineNodes = ({ nodes }: { nodes: readonly Inline[] }) => (
  <>
    {nodes.map((node) => {
      if (typeof node === 'string') return <Words text={node} />
      switch (node.kind) {
        case 'code':
          return <code>{node.text}</code>
        case 'em':
          return (
            <em>
              <InlineNodes nodes={node.children} />
            </em>
          )
        case 'strong':
          return (
            <strong>
              <InlineNodes nodes={node.children} />
            </strong>
          )
        case 'link':
          return (
            <a href={node.href} rel="noopener">
              <Explain.Provider value={undefined}>
                <InlineNodes nodes={node.children} />
              </Explain.Provider>
            </a>
          )
      }
    })}
  </>
)

function Entry({ blocks, link }: { blocks: readonly Block[]; link: LinkRule | undefined }) {
  const [first, ...others] = blocks
  // a single paragraph needs no element of its own
  if (first?.kind === 'paragraph' && others.every((block) => block.kind === 'list')) {
    return (
      <li>
        <InlineNodes nodes={readInline(first.text, link)} />
        <Blocks blocks={others} link={link} />
      </li>
    )
  }
  return (
    <li>
      <Blocks blocks={blocks} link={link} />
    </li>
  )
}

function ProseList({ ordered, start, items, link }: List & { link: LinkRule | undefined }) {
  const entries = items.map((blocks) => <Entry blocks={blocks} link={link} />)
  if (!ordered) return <ul>{entries}</ul>
  return <ol start={start === 1 ? undefined : start}>{entries}</ol>
}

const Blocks = ({ blocks, link }: { blocks: readonly Block[]; link: LinkRule | undefined }) => (
  <>
    {blocks.map((block) =>
      block.kind === 'list' ? (
        <ProseList {...block} link={link} />
      ) : (
        <p>
          <InlineNodes nodes={readInline(block.text, link)} />
        </p>
      ),
    )}
  </>
)

/** Formatted text from a catalog or an editor, as elements and never as HTML: markup that somebody smuggled in shows up as text. */
export const Prose = ({ text, link }: ProseProps) => (
  <div class="lw-prose">
    <Blocks blocks={readBlocks(text)} link={link} />
  </div>
)

/** Emphasis, code and links within one line: a heading, a cell. */
export const ProseLine = ({ text, link }: ProseProps) => <InlineNodes nodes={readInline(text, link)} />
