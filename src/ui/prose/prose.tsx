import { type Block, type Inline, type List, readBlocks, readInline } from '#ui/prose/markup.ts'

export interface ProseProps {
  /** OSCAL `markup-multiline` or simple Markdown: paragraphs, lists, `**strong**`, `*em*`, code, links to http, https and mailto. */
  text: string
}

const InlineNodes = ({ nodes }: { nodes: readonly Inline[] }) => (
  <>
    {nodes.map((node) => {
      if (typeof node === 'string') return node
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
              <InlineNodes nodes={node.children} />
            </a>
          )
      }
    })}
  </>
)

function Entry({ blocks }: { blocks: readonly Block[] }) {
  const [first, ...others] = blocks
  // a single paragraph needs no element of its own
  if (first?.kind === 'paragraph' && others.every((block) => block.kind === 'list')) {
    return (
      <li>
        <InlineNodes nodes={readInline(first.text)} />
        <Blocks blocks={others} />
      </li>
    )
  }
  return (
    <li>
      <Blocks blocks={blocks} />
    </li>
  )
}

function ProseList({ ordered, start, items }: List) {
  const entries = items.map((blocks) => <Entry blocks={blocks} />)
  if (!ordered) return <ul>{entries}</ul>
  return <ol start={start === 1 ? undefined : start}>{entries}</ol>
}

const Blocks = ({ blocks }: { blocks: readonly Block[] }) => (
  <>
    {blocks.map((block) =>
      block.kind === 'list' ? (
        <ProseList {...block} />
      ) : (
        <p>
          <InlineNodes nodes={readInline(block.text)} />
        </p>
      ),
    )}
  </>
)

/** Formatted text from a catalog or an editor, as elements and never as HTML: markup that somebody smuggled in shows up as text. */
export const Prose = ({ text }: ProseProps) => (
  <div class="lw-prose">
    <Blocks blocks={readBlocks(text)} />
  </div>
)
