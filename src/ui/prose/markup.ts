/**
 * The part of Markdown that OSCAL's `markup-multiline` and our own catalogs use, read in one pass: each character is looked at a
 * bounded number of times, whatever the input. What is not understood stays as the text it was; HTML is text.
 */
export type Inline =
  | string
  | { kind: 'strong' | 'em'; children: Inline[] }
  | { kind: 'code'; text: string }
  | { kind: 'link'; href: string; children: Inline[] }

export type Block = { kind: 'paragraph'; text: string } | List

export interface List {
  kind: 'list'
  ordered: boolean
  start: number
  items: Block[][]
}

/** Something opened and not closed yet. When it never is, its marker becomes text again. At most one of each kind is open. */
interface Open {
  kind: 'root' | 'strong' | 'em' | 'link'
  marker: string
  children: Inline[]
}

/** Where a link of a text leads; undefined when it is none that may be followed, and stays text. */
export type LinkRule = (href: string) => string | undefined

const safeLink = /^(?:https?:\/\/|mailto:)/i

/** Out into the web, and mail: what texts of strangers may link. */
export const webLinks: LinkRule = (href) => (safeLink.test(href) ? href : undefined)

/** Also paths of this house. `//host` and `/\\host` would leave it. */
export const ownLinks: LinkRule = (href) => (/^\/(?![/\\])/.test(href) ? href : webLinks(href))

const letter = /[\p{L}\p{N}]/u
const isSpace = (character: string | undefined): boolean => character === undefined || /\s/.test(character)
const isLetter = (character: string | undefined): boolean => character !== undefined && letter.test(character)

function append(children: Inline[], node: Inline): void {
  const last = children.length - 1
  if (typeof node === 'string' && typeof children[last] === 'string') children[last] += node
  else if (node !== '') children.push(node)
}

class InlineReader {
  private readonly root: Open = { kind: 'root', marker: '', children: [] }
  private readonly open: Open[] = [this.root]
  private readonly text: string
  private readonly link: LinkRule

  constructor(text: string, link: LinkRule) {
    this.text = text
    this.link = link
  }

  read(): Inline[] {
    const special = /[\\`*_[\]]/g
    let at = 0
    for (;;) {
      special.lastIndex = at
      const found = special.exec(this.text)
      if (!found) break
      this.add(this.text.slice(at, found.index))
      at = found.index + this.take(found[0], found.index)
    }
    this.add(this.text.slice(at))
    this.reopen(1)
    return this.root.children
  }

  private get top(): Open {
    return this.open.at(-1) ?? this.root
  }

  private add(node: Inline): void {
    append(this.top.children, node)
  }

  private indexOf(kind: Open['kind']): number {
    return this.open.findIndex((each) => each.kind === kind)
  }

  /** Turns everything open from this depth on back into text. */
  private reopen(depth: number): void {
    while (this.open.length > depth) {
      const given = this.open.pop()
      if (!given) return
      this.add(given.marker)
      for (const child of given.children) this.add(child)
    }
  }

  /** Deals with the special character and answers how many characters it used up. */
  private take(character: string, at: number): number {
    switch (character) {
      case '\\':
        return this.takeEscape(at)
      case '`':
        return this.takeCode(at)
      case '[':
        return this.takeBracket()
      case ']':
        return this.takeLink(at)
      default:
        return this.takeEmphasis(character, at)
    }
  }

  private takeEscape(at: number): number {
    const next = this.text[at + 1]
    const escaped = next !== undefined && /[!-/:-@[-`{-~]/.test(next)
    this.add(escaped ? next : '\\')
    return escaped ? 2 : 1
  }

  private takeCode(at: number): number {
    const end = this.text.indexOf('`', at + 1)
    if (end <= at + 1) {
      this.add('`')
      return 1
    }
    this.add({ kind: 'code', text: this.text.slice(at + 1, end) })
    return end + 1 - at
  }

  private takeBracket(): number {
    const other = this.indexOf('link')
    if (other > 0) this.reopen(other)
    this.open.push({ kind: 'link', marker: '[', children: [] })
    return 1
  }

  private takeLink(at: number): number {
    const depth = this.indexOf('link')
    if (depth < 0) {
      this.add(']')
      return 1
    }
    const target = /\]\(([^\s()<>]*)\)/y
    target.lastIndex = at
    const written = target.exec(this.text)?.[1]
    const href = written === undefined ? undefined : this.link(written)
    if (written === undefined || href === undefined) {
      this.reopen(depth)
      this.add(']')
      return 1
    }
    this.reopen(depth + 1)
    const link = this.open.pop()
    this.add({ kind: 'link', href, children: link?.children ?? [] })
    return written.length + 3
  }

  private takeEmphasis(character: string, at: number): number {
    const double = this.text[at + 1] === character
    // `***` ends the inner one first
    if (double && this.text[at + 2] === character && this.top.marker === character && this.close(character, at))
      return 1
    if (double) {
      const marker = character + character
      if (this.close(marker, at) || this.start('strong', marker, at)) return 2
      if (this.close(character, at)) return 1
      this.add(marker)
      return 2
    }
    if (!this.close(character, at) && !this.start('em', character, at)) this.add(character)
    return 1
  }

  private close(marker: string, at: number): boolean {
    const depth = this.open.findIndex((each) => each.marker === marker)
    if (depth < 1 || isSpace(this.text[at - 1])) return false
    if (marker.startsWith('_') && isLetter(this.text[at + marker.length])) return false
    const opened = this.open[depth]
    if (!opened || opened.kind === 'root' || opened.kind === 'link') return false
    if (opened.children.length === 0 && this.top === opened) return false
    this.reopen(depth + 1)
    this.open.pop()
    this.add({ kind: opened.kind, children: opened.children })
    return true
  }

  private start(kind: 'strong' | 'em', marker: string, at: number): boolean {
    if (this.indexOf(kind) > 0 || isSpace(this.text[at + marker.length])) return false
    if (marker.startsWith('_') && isLetter(this.text[at - 1])) return false
    this.open.push({ kind, marker, children: [] })
    return true
  }
}

/** Emphasis, code and links inside one paragraph. */
export const readInline = (text: string, link: LinkRule = webLinks): Inline[] => new InlineReader(text, link).read()

interface Marker {
  indent: number
  ordered: boolean
  start: number
  text: string
}

function markerOf(line: string): Marker | undefined {
  const found = /^([ \t]{0,16})(?:[-*+]|(\d{1,9})[.)])[ \t]+(?=\S)(.*)$/.exec(line)
  if (!found) return undefined
  const [, space = '', number, text = ''] = found
  return {
    indent: space.replaceAll('\t', '    ').length,
    ordered: number !== undefined,
    start: Number(number ?? 1),
    text,
  }
}

const deepest = 4

class BlockReader {
  private readonly blocks: Block[] = []
  private readonly lists: { indent: number; list: List }[] = []
  /** The paragraph that the next line of text continues. */
  private paragraph: { kind: 'paragraph'; text: string } | undefined

  read(text: string): Block[] {
    for (const line of text.split(/\r\n?|\n/)) this.takeLine(line)
    return this.blocks
  }

  private takeLine(line: string): void {
    if (line.trim() === '') {
      this.paragraph = undefined
      return
    }
    const marker = markerOf(line)
    // "… im Jahr\n2027. Danach …" is a sentence, not a list
    const inSentence = this.paragraph !== undefined && this.lists.length === 0
    if (marker && !(inSentence && marker.ordered && marker.start !== 1)) this.takeItem(marker)
    else this.takeText(line)
  }

  private takeText(line: string): void {
    if (this.paragraph) {
      this.paragraph.text += ` ${line.trim()}`
      return
    }
    if (!/^(?: {2}|\t)/.test(line)) this.lists.length = 0
    this.startParagraph(line.trim())
  }

  private startParagraph(text: string): void {
    this.paragraph = { kind: 'paragraph', text }
    this.container().push(this.paragraph)
  }

  /** Where the next block belongs: the last entry of the innermost list, or the text itself. */
  private container(): Block[] {
    return this.lists.at(-1)?.list.items.at(-1) ?? this.blocks
  }

  private takeItem({ indent, ordered, start, text }: Marker): void {
    while (this.lists.length > 1 && (this.lists.at(-1)?.indent ?? 0) > indent) this.lists.pop()
    const inner = this.lists.at(-1)
    const nested = inner !== undefined && indent >= inner.indent + 2 && this.lists.length < deepest
    const sameList = inner !== undefined && !nested && inner.list.ordered === ordered
    if (!sameList) {
      if (inner && !nested) this.lists.pop()
      const list: List = { kind: 'list', ordered, start, items: [] }
      this.container().push(list)
      this.lists.push({ indent, list })
    }
    this.lists.at(-1)?.list.items.push([])
    this.startParagraph(text)
  }
}

/** Paragraphs and lists of a text. */
export const readBlocks = (text: string): Block[] => new BlockReader().read(text)
