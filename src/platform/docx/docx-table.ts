import {
  AlignmentType,
  BorderStyle,
  ImageRun,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx'
import type { Cell, Column } from '#kernel/paper.ts'
import { barImage } from './bar-image.ts'
import { paragraph } from './docx-line.ts'
import { colors, twips } from './docx-styles.ts'

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
export const noBorders = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
}
const rule = (size: number, color: string) => ({ style: BorderStyle.SINGLE, size, color })

/** A table whose first row repeats on each page; rows stay together unless they are long. */
export function tableOf(
  { columns, rows, caption }: { columns: Column[]; rows: Cell[][]; caption: string },
  width: number,
): Table {
  const whole = columns.reduce((sum, column) => sum + column.width, 0)
  const widths = columns.map((column) => Math.floor((column.width / whole) * width))
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((column, at) => cellOf([headLine(column)], widths[at], rule(8, colors.ink))),
  })
  const body = rows.map(
    (row) =>
      new TableRow({
        cantSplit: !row.some(isLong),
        children: row.map((cell, at) =>
          cellOf(contentOf(cell, columns[at], widths[at] ?? 0), widths[at], rule(4, colors.hair)),
        ),
      }),
  )
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    width: { size: width, type: WidthType.DXA },
    borders: noBorders,
    ...(caption !== '' && { caption }),
    rows: [head, ...body],
  })
}

const headLine = ({ header, numeric }: Column): Paragraph =>
  paragraph([{ text: header, look: 'muted' }], { ...aligned(numeric), spacing: { after: 0 }, keepNext: true })

const aligned = (numeric: boolean | undefined) => (numeric ? { alignment: AlignmentType.RIGHT } : {})

const isLong = (cell: Cell): boolean =>
  cell.kind === 'lines' && cell.lines.flat().reduce((sum, { text }) => sum + text.length, 0) > 1500

function contentOf(cell: Cell, column: Column | undefined, width: number): Paragraph[] {
  if (cell.kind === 'lines')
    return cell.lines.map((line) => paragraph(line, { ...aligned(column?.numeric), spacing: { after: twips(2) } }))
  if (cell.percent === null) return [paragraph([{ text: '' }])]
  // Pixels, 96 to the inch, of which a twip is 1/1440.
  const pixels = Math.max(20, Math.round(((width - 200) / 1440) * 96))
  const image = new ImageRun({
    type: 'png',
    data: barImage(cell.percent),
    transformation: { width: pixels, height: 9 },
    altText: { name: 'Balken', title: 'Balken', description: cell.alt },
  })
  return [new Paragraph({ children: [image], spacing: { after: 0 } })]
}

const cellOf = (children: Paragraph[], width: number | undefined, bottom: ReturnType<typeof rule>): TableCell =>
  new TableCell({
    children,
    width: { size: width ?? 0, type: WidthType.DXA },
    borders: { top: none, left: none, right: none, bottom },
    margins: { top: 50, bottom: 50, left: 60, right: 60 },
  })

/** Cells beside each other without lines, for what only stands side by side. */
export const sideBySide = (cells: (Paragraph | Table)[][], width: number): Table =>
  new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: cells.map(() => Math.floor(width / cells.length)),
    width: { size: width, type: WidthType.DXA },
    borders: noBorders,
    rows: [
      new TableRow({
        children: cells.map(
          (children) =>
            new TableCell({
              children: children.at(-1) instanceof Table ? [...children, new Paragraph('')] : children,
              width: { size: Math.floor(width / cells.length), type: WidthType.DXA },
              margins: { top: 0, bottom: 0, left: 0, right: 200 },
            }),
        ),
      }),
    ],
  })
