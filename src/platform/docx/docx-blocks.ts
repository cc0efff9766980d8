import { BorderStyle, HeadingLevel, LineRuleType, Paragraph, type Table, TableOfContents, TextRun } from 'docx'
import type { Block } from '#kernel/paper.ts'
import { paragraph } from './docx-line.ts'
import { colors, points, twips } from './docx-styles.ts'
import { sideBySide, tableOf } from './docx-table.ts'

type Child = Paragraph | Table | TableOfContents

const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 }

/** The blocks of a paper for a column of this width (in twips). `lists` counts numbered lists, so that each begins with 1. */
export function blocksOf(blocks: readonly Block[], width: number, lists: { count: number }): Child[] {
  return blocks.flatMap((block, at): Child[] => {
    if (isOfCourse(block)) return ofCourse(block)
    switch (block.kind) {
      case 'heading':
        return [headingOf(block)]
      case 'paragraph':
        return [
          paragraph(block.look ? block.line.map((run) => ({ ...run, look: run.look ?? block.look })) : block.line, {
            keepNext: introduces(blocks[at + 1]),
          }),
        ]
      case 'list': {
        lists.count += 1
        const numbering = { reference: block.ordered ? 'numbers' : 'bullets', level: 0, instance: lists.count }
        return block.items.map((line) => paragraph(line, { numbering, spacing: { after: twips(4) } }))
      }
      case 'figures':
        return [sideBySide(block.items.map(figureOf), width), gap()]
      case 'pairs':
        return block.items.map(({ label, text }) =>
          paragraph([{ text: `${label}: `, look: 'strong' }, { text }], { spacing: { after: twips(3) } }),
        )
      case 'table':
        return [...captionOf(block.caption), tableOf(block, width), gap()]
      case 'columns': {
        const half = Math.floor(width / 2) - 200
        const sides = [block.left, block.right].map((side) => blocksOf(side, half, lists).filter(isSimple))
        return [sideBySide(sides, width)]
      }
      case 'masthead':
        return mastheadOf(block)
      case 'contents':
        return [
          paragraph([{ text: block.title, look: 'strong' }], { spacing: { after: twips(8) } }),
          new TableOfContents(block.title, { hyperlink: true, headingStyleRange: '1-2' }),
        ]
      case 'signatures':
        return [gap(true), sideBySide(block.items.map(signatureOf), width)]
    }
  })
}

type CourseBlock = Extract<Block, { kind: 'diploma' | 'code' | 'badges' }>
const isOfCourse = (block: Block): block is CourseBlock =>
  block.kind === 'diploma' || block.kind === 'code' || block.kind === 'badges'

function ofCourse(block: CourseBlock): Child[] {
  switch (block.kind) {
    case 'diploma':
      return [
        paragraph([{ text: block.over }]),
        headingOf({ kind: 'heading', level: 1, text: block.title }),
        paragraph([{ text: block.under, look: 'strong' }]),
      ]
    // What the picture holds is said in words: paper that can be changed needs no picture.
    case 'code':
      return [paragraph(block.line)]
    case 'badges':
      return block.items.flatMap(badgeOf)
  }
}

const headingOf = ({ level, text, newPage }: Extract<Block, { kind: 'heading' }>): Paragraph =>
  new Paragraph({
    heading: levels[level],
    children: [new TextRun(text)],
    ...(newPage && { pageBreakBefore: true }),
  })

/** What introduces a table or the signatures stays with them. */
const introduces = (next: Block | undefined): boolean => next?.kind === 'table' || next?.kind === 'signatures'

const isSimple = (child: Child): child is Paragraph | Table => !(child instanceof TableOfContents)

const gap = (keepNext = false): Paragraph =>
  new Paragraph({ keepNext, spacing: { after: twips(2), line: 120, lineRule: LineRuleType.AUTO } })

const captionOf = (caption: string): Paragraph[] =>
  caption === ''
    ? []
    : [paragraph([{ text: caption, look: 'muted' }], { keepNext: true, spacing: { after: twips(2) } })]

const figureOf = ({ value, unit, label }: { value: string; unit: string; label: string }): Paragraph[] => [
  new Paragraph({
    spacing: { after: 0 },
    children: [
      new TextRun({ text: value, size: points(22) }),
      ...(unit === '' ? [] : [new TextRun({ text: `\u00a0${unit}`, size: points(11), color: colors.muted })]),
    ],
  }),
  paragraph([{ text: label, look: 'muted' }]),
]

function mastheadOf({ title, under, right, rightSmall }: Extract<Block, { kind: 'masthead' }>): Paragraph[] {
  const line = { style: BorderStyle.SINGLE, size: 10, color: colors.ink, space: 4 }
  return [
    new Paragraph({ spacing: { after: 0 }, children: [new TextRun({ text: title, bold: true, size: points(14) })] }),
    paragraph([{ text: under, look: 'muted' }], { spacing: { after: 0 } }),
    paragraph(
      [
        { text: `${right}, `, look: 'strong' },
        { text: rightSmall, look: 'small' },
      ],
      { border: { bottom: line }, spacing: { after: twips(10) } },
    ),
  ]
}

const badgeOf = ({ over, name, under }: { over: string; name: string; under: string }): Paragraph[] => [
  paragraph([{ text: over, look: 'muted' }], { keepNext: true, spacing: { after: 0 } }),
  paragraph([{ text: name, look: 'strong' }], { keepNext: true, spacing: { after: 0 } }),
  paragraph([{ text: under }], { spacing: { after: twips(16) } }),
]

const signatureOf = ({ side, text }: { side: string; text: string }): Paragraph[] => {
  const line = { style: BorderStyle.SINGLE, size: 6, color: colors.ink, space: 3 }
  return [
    paragraph([{ text: side, look: 'strong' }], { border: { top: line }, spacing: { after: 0 } }),
    paragraph([{ text, look: 'small' }]),
  ]
}
