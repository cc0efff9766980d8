import { type IParagraphOptions, Paragraph, TextRun } from 'docx'
import type { Line, Look, Run } from '#kernel/paper.ts'
import { colors, points } from './docx-styles.ts'

const looks: Record<Look, { bold?: boolean; size?: number; color?: string }> = {
  plain: {},
  strong: { bold: true },
  small: { size: points(9) },
  muted: { size: points(9), color: colors.muted },
  lead: { size: points(12), color: colors.muted },
}

/** A piece of text; each line feed in it begins a further line. */
export const textRuns = ({ text, look = 'plain' }: Run): TextRun[] =>
  text.split('\n').map((part, at) => new TextRun({ text: part, ...looks[look], ...(at > 0 && { break: 1 }) }))

export const paragraph = (line: Line, options: Omit<IParagraphOptions, 'children'> = {}): Paragraph =>
  new Paragraph({ ...options, children: line.flatMap(textRuns) })
