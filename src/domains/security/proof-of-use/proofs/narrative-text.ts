/** A part of the narrative as it is shown and printed. */
export type Part =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'list'; items: string[] }

const heading = /^#{1,3}\s+/
const item = /^[-–•]\s+/

/** Headings ("## "), lists ("- ") and paragraphs; whatever is neither of the first two is a paragraph. */
export function partsOf(text: string): Part[] {
  const parts: Part[] = []
  for (const block of text.split(/\n\s*\n/)) {
    const lines = block
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
    for (const line of lines) add(parts, line, line === lines[0])
  }
  return parts
}

function add(parts: Part[], line: string, isFirst: boolean): void {
  const last = parts.at(-1)
  if (heading.test(line)) parts.push({ kind: 'heading', text: line.replace(heading, '') })
  else if (item.test(line)) {
    const text = line.replace(item, '')
    if (last?.kind === 'list') last.items.push(text)
    else parts.push({ kind: 'list', items: [text] })
  } else if (!isFirst && last?.kind === 'paragraph') last.text += `\n${line}`
  else parts.push({ kind: 'paragraph', text: line })
}
