import { parentPort, workerData } from 'node:worker_threads'
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  TabStopType,
  TextRun,
} from 'docx'
import { estimatePageNumbers } from 'docx/layout'
import { type Cover, type Paper, withTexts } from '#kernel/paper.ts'
import { plainText } from '#kernel/plain-text.ts'
import { blocksOf } from './docx-blocks.ts'
import { paragraph } from './docx-line.ts'
import { colors, points, styles, twips } from './docx-styles.ts'

const page = { width: 11_906, height: 16_838 }
const hair = { style: BorderStyle.SINGLE, size: 4, color: colors.hair, space: 4 }

async function write(given: Paper): Promise<Uint8Array<ArrayBuffer>> {
  const paper = withTexts(given, edgeless)
  const narrow = paper.fits !== undefined
  const margin = narrow ? { side: 1020, top: 850, bottom: 1080 } : { side: 1250, top: 1530, bottom: 1360 }
  const width = page.width - 2 * margin.side
  const document = new Document({
    title: paper.title,
    creator: paper.author,
    lastModifiedBy: paper.author,
    subject: paper.subject,
    styles: styles(narrow),
    pageNumbers: estimatePageNumbers,
    hyphenation: { autoHyphenation: true },
    numbering: { config: [listOf('numbers', LevelFormat.DECIMAL, '%1.'), listOf('bullets', LevelFormat.BULLET, '•')] },
    sections: [
      {
        properties: {
          page: {
            size: page,
            margin: { left: margin.side, right: margin.side, top: margin.top, bottom: margin.bottom },
          },
          titlePage: paper.cover !== undefined,
        },
        ...(narrow
          ? {}
          : { headers: { default: new Header({ children: [headOf(paper, width)] }), first: empty(Header) } }),
        footers: { default: new Footer({ children: [footOf(paper, width)] }), first: empty(Footer) },
        children: [
          ...(paper.cover ? coverOf(paper.cover, paper.mark) : []),
          ...blocksOf(paper.blocks, width, { count: 0 }),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

const edgeless = (text: string): string =>
  `${text.startsWith(' ') ? ' ' : ''}${plainText(text)}${text.endsWith(' ') ? ' ' : ''}`

const empty = <Part>(Kind: new (options: { children: Paragraph[] }) => Part): Part =>
  new Kind({ children: [new Paragraph('')] })

const listOf = (reference: string, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
  reference,
  levels: [
    {
      level: 0,
      format,
      text,
      alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: { left: 360, hanging: 300 } }, run: { bold: true, color: colors.petrol } },
    },
  ],
})

const small = (text: string): TextRun => new TextRun({ text, size: points(8.5), color: colors.muted })

const headOf = ({ head, mark }: Paper, width: number): Paragraph =>
  new Paragraph({
    tabStops: [{ type: TabStopType.RIGHT, position: width }],
    border: { bottom: hair },
    children: [
      small(`${head.left}\t${head.right}`),
      ...(mark ? [new TextRun({ text: `  ${mark}`, size: points(8.5), bold: true, color: colors.petrol })] : []),
    ],
  })

const footOf = ({ foot }: Paper, width: number): Paragraph =>
  new Paragraph({
    tabStops: [{ type: TabStopType.RIGHT, position: width }],
    border: { top: hair },
    children: [
      small(`${foot}\tSeite `),
      new TextRun({
        children: [PageNumber.CURRENT, ' von ', PageNumber.TOTAL_PAGES],
        size: points(8.5),
        color: colors.muted,
      }),
    ],
  })

function coverOf({ over, title, under, facts, note }: Cover, mark: string | undefined): Paragraph[] {
  const line = { style: BorderStyle.SINGLE, size: 10, color: colors.ink, space: 6 }
  return [
    new Paragraph({
      spacing: { before: twips(180), after: twips(8) },
      children: [new TextRun({ text: over, size: points(12), bold: true, color: colors.petrol })],
    }),
    new Paragraph({ style: 'Title', children: [new TextRun(title)] }),
    new Paragraph({
      spacing: { after: twips(12) },
      children: [new TextRun({ text: under, size: points(14), color: colors.muted })],
    }),
    ...(mark ? [paragraph([{ text: mark, look: 'strong' }])] : []),
    new Paragraph({ spacing: { before: twips(160), after: twips(6) }, border: { bottom: line } }),
    ...facts.map(({ label, text }) =>
      paragraph([{ text: `${label}: `, look: 'strong' }, { text }], { spacing: { after: twips(3) } }),
    ),
    paragraph([{ text: note, look: 'muted' }], { spacing: { before: twips(10) } }),
    new Paragraph({ pageBreakBefore: true, spacing: { after: 0, line: 20, lineRule: LineRuleType.AUTO } }),
  ]
}

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port between threads has no origin
parentPort?.postMessage(await write(workerData as Paper))
