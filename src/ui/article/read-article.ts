/**
 * A longer text in Markdown, cut into its pieces in one pass: headings, tables, code, and everything else as prose for
 * `#ui/prose`. What is not understood stays the text it was; HTML is text.
 */
export type Piece =
  | { kind: 'heading'; depth: number; text: string; id: string }
  | { kind: 'table'; head: string[]; rows: string[][] }
  | { kind: 'code'; text: string }
  | { kind: 'prose'; text: string }

/** Ids that the frame around every page has. */
const taken = ['inhalt', 'navigation', 'hilfe']

/** The anchor of a heading, as GitHub makes it: lower case, letters, figures and hyphens. */
export const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s/g, '-') || 'abschnitt'

const cellsOf = (line: string): string[] =>
  line
    .trim()
    .replace(/^\|/, '')
    .replace(/\|$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim())

const isRow = (line: string | undefined): line is string => line !== undefined && line.trimStart().startsWith('|')
const isRule = (line: string | undefined): boolean => isRow(line) && /^[\s|:-]+$/.test(line) && line.includes('-')

class ArticleReader {
  private readonly pieces: Piece[] = []
  private readonly ids = new Map<string, number>(taken.map((id) => [id, 1]))
  private prose: string[] = []
  private at = 0
  private readonly lines: readonly string[]

  constructor(text: string) {
    this.lines = text.split(/\r\n?|\n/)
  }

  read(): Piece[] {
    while (this.at < this.lines.length) this.takeLine(this.lines[this.at] ?? '')
    this.endProse()
    return this.pieces
  }

  private takeLine(line: string): void {
    const heading = /^(#{1,6})[ \t]+(\S.*)$/.exec(line)
    if (heading) return this.takeHeading(heading[1]?.length ?? 1, heading[2] ?? '')
    if (line.startsWith('```')) return this.takeCode()
    if (isRow(line) && isRule(this.lines[this.at + 1])) return this.takeTable(line)
    this.prose.push(line)
    this.at += 1
  }

  private endProse(): void {
    const text = this.prose.join('\n').replace(/^\n+|\s+$/g, '')
    if (text !== '') this.pieces.push({ kind: 'prose', text })
    this.prose = []
  }

  private takeHeading(depth: number, written: string): void {
    this.endProse()
    const text = written.replace(/\s+#+\s*$/, '').trim()
    this.pieces.push({ kind: 'heading', depth, text, id: this.freeId(anchorOf(text)) })
    this.at += 1
  }

  private freeId(wanted: string): string {
    const used = this.ids.get(wanted) ?? 0
    this.ids.set(wanted, used + 1)
    return used === 0 ? wanted : this.freeId(`${wanted}-${used}`)
  }

  /** To the closing fence; without one, to the end. */
  private takeCode(): void {
    this.endProse()
    const from = this.at + 1
    const end = this.lines.findIndex((line, index) => index >= from && line.startsWith('```'))
    const until = end === -1 ? this.lines.length : end
    this.pieces.push({ kind: 'code', text: this.lines.slice(from, until).join('\n') })
    this.at = until + 1
  }

  private takeTable(line: string): void {
    this.endProse()
    const head = cellsOf(line)
    const rows: string[][] = []
    this.at += 2
    for (let next = this.lines[this.at]; isRow(next); next = this.lines[this.at]) {
      rows.push(cellsOf(next))
      this.at += 1
    }
    this.pieces.push({ kind: 'table', head, rows })
  }
}

/** The pieces of a text in their order. */
export const readArticle = (text: string): Piece[] => new ArticleReader(text).read()
