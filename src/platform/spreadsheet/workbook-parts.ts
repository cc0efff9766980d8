import type { ArchiveParts } from './archive.ts'
import { columnPlace } from '#kernel/column-letter.ts'

interface SheetPart {
  name: string
  isHidden: boolean
  /** Where its cells stand in the archive. */
  path: string
}

const sheetTag = /<(?:\w+:)?sheet\b[^>]*>/g
const relationTag = /<(?:\w+:)?Relationship\b[^>]*>/g
const attribute = (tag: string, name: string): string => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? ''

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const unescaped = (text: string): string =>
  text.replaceAll(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => entities[name] ?? '')

/** The sheets in the order of the workbook. */
export function sheetsOf(parts: ArchiveParts): SheetPart[] {
  const workbook = parts.get('xl/workbook.xml')?.toString('utf8') ?? ''
  const relations = parts.get('xl/_rels/workbook.xml.rels')?.toString('utf8') ?? ''
  const targets = new Map(
    [...relations.matchAll(relationTag)].map(([tag]) => [attribute(tag, 'Id'), attribute(tag, 'Target')]),
  )
  return [...workbook.matchAll(sheetTag)].map(([tag]) => {
    const target = targets.get(attribute(tag, 'r:id')) ?? ''
    return {
      name: unescaped(attribute(tag, 'name')),
      isHidden: /^(hidden|veryHidden)$/.test(attribute(tag, 'state')),
      path: target.startsWith('/') ? target.slice(1) : `xl/${target}`,
    }
  })
}

const mergeTag = /<(?:\w+:)?mergeCell\b[^>]*?\bref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/g
/** What is merged beyond is a picture of a sheet, no list. */
const mostMerged = 5000

/** Merged cells say in each of their cells what their first one says: a town over its four contacts. */
export function filledOut(rows: string[][], part: Buffer | undefined): string[][] {
  let left = mostMerged
  for (const merge of (part?.toString('utf8') ?? '').matchAll(mergeTag)) {
    const [, column = '', from = '', lastColumn = '', to = ''] = merge
    // A title across all columns is no value of any of them.
    if (column !== lastColumn) continue
    const merged = rows.slice(Number(from) - 1, Number(to)).slice(0, Math.max(0, left))
    left -= merged.length
    fillDown(merged, columnPlace(column))
  }
  return rows
}

function fillDown([first, ...below]: string[][], at: number): void {
  const value = first?.[at] ?? ''
  for (const row of below) if (value !== '' && (row[at] ?? '') === '') row[at] = value
}
