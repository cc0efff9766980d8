import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isRefusal } from '#kernel/outcome.ts'
import type { Paper } from '#kernel/paper.ts'
import { hasProgram, needsProgram } from '../../../test/fixtures/programs.ts'
import { compilePaper, type Pdf } from './compile-paper.ts'
import { coverageOf, hollow, showable } from './font-coverage.ts'

const folder = mkdtempSync(join(tmpdir(), 'lotsenwerk-pdf-'))

const paperOf = (text: string, more: Partial<Paper> = {}): Paper => ({
  title: `Bericht ${text}`,
  author: 'Stadt Musterstadt',
  subject: 'Probe',
  madeAt: '2026-11-23T09:52:00.123Z',
  head: { left: text, right: 'rechts' },
  foot: text,
  mark: 'ENTWURF',
  cover: { over: text, title: text, under: text, facts: [{ label: 'Stand', text }], note: text },
  blocks: [
    { kind: 'contents', title: 'Inhalt' },
    { kind: 'heading', level: 1, text, newPage: true },
    { kind: 'paragraph', line: [{ text }, { text, look: 'strong' }] },
    { kind: 'list', ordered: true, items: [[{ text }]] },
    { kind: 'figures', items: [{ value: '64', unit: '%', label: text }] },
    {
      kind: 'table',
      caption: text,
      columns: [
        { header: 'Liste', width: 2 },
        { header: 'Anteil', width: 1 },
      ],
      rows: [
        [
          { kind: 'lines', lines: [[{ text }]] },
          { kind: 'bar', percent: 64, alt: text },
        ],
      ],
    },
    { kind: 'columns', left: [{ kind: 'pairs', items: [{ label: 'a', text }] }], right: [] },
    { kind: 'signatures', items: [{ side: 'a', text }] },
    { kind: 'badges', items: [{ over: 'a', name: text, under: 'c' }] },
  ],
  ...more,
})

async function pdfOf(paper: Paper): Promise<Pdf> {
  const pdf = await compilePaper(paper)
  if (isRefusal(pdf)) throw new Error(pdf.refused)
  return pdf
}

function look(program: 'pdfinfo' | 'pdftotext', bytes: Uint8Array): string {
  const file = join(folder, 'a.pdf')
  writeFileSync(file, bytes)
  return execFileSync(program, program === 'pdftotext' ? [file, '-'] : [file], { encoding: 'utf8', stdio: 'pipe' })
}

const isHere = process.platform === 'linux' && process.arch === 'x64'

describe.skipIf(!isHere)('a paper as PDF (needs Linux on x64)', () => {
  test.skipIf(!hasProgram('pdfinfo'))(
    `is tagged, has title and author, and says which standard it keeps (${needsProgram('pdfinfo', 'poppler-utils')})`,
    async () => {
      const { bytes } = await pdfOf(paperOf('Größe'))
      expect(look('pdfinfo', bytes)).toMatch(
        /Title: +Bericht Größe[\s\S]*Author: +Stadt Musterstadt[\s\S]*Tagged: +yes/,
      )
      const raw = Buffer.from(bytes).toString('latin1')
      expect(raw).toContain('/Lang (de-DE)')
      expect(raw).toContain('pdfuaid:part')
    },
  )

  test.skipIf(!hasProgram('pdftotext'))(
    `shows what looks like code as it stands (${needsProgram('pdftotext', 'poppler-utils')})`,
    async () => {
      const code = '#panic("x") $a^2$ *fett* @quelle <marke> // nichts \\u{41} [a] `b`'
      expect(look('pdftotext', (await pdfOf(paperOf(code))).bytes)).toContain(code)
    },
  )

  test('takes any text, also signs that no font has', async () => {
    const nasty = fc.constantFrom(
      '😀',
      '中',
      'ﷺ',
      '\ud800',
      '\u0000',
      '\u200f',
      '\ufeff',
      '\u{e0001}',
      '\ufffe',
      '\t',
      '\n',
      ' ',
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.array(nasty, { maxLength: 8 }).map((all) => all.join('')),
    )
    await fc.assert(
      fc.asyncProperty(text, async (words) => {
        expect((await pdfOf(paperOf(`a${words}`))).pages).toBeGreaterThan(0)
      }),
      { numRuns: 12, seed: 7 },
    )
  })

  test('shrinks until it fits on its page', async () => {
    const long = Array.from({ length: 60 }, (_, at) => ({
      kind: 'paragraph' as const,
      line: [{ text: `${at} Ein Satz, der eine Zeile braucht und danach noch eine halbe, damit die Seite voll wird.` }],
    }))
    const { pages } = await pdfOf(paperOf('a', { cover: undefined, fits: 1, blocks: long }))
    expect(pages).toBe(1)
  })

  test('two at once both come to their turn', async () => {
    const both = await Promise.all([pdfOf(paperOf('eins')), pdfOf(paperOf('zwei'))])
    expect(both.map(({ pages }) => pages > 0)).toEqual([true, true])
  })
})

describe('what a font can show', () => {
  const font = readFileSync('node_modules/@expo-google-fonts/fira-sans/400Regular/FiraSans_400Regular.ttf')
  const coverage = coverageOf(font)
  const covered = (code: number): boolean => coverage.has(code)

  test('is read from its table', () => {
    expect(['A', 'ß', '–', '„', 'Ł', 'я'].map((sign) => covered(sign.codePointAt(0) ?? 0))).toEqual(Array(6).fill(true))
    expect(covered(0x4e2d)).toBe(false)
  })

  test('leaves usual text alone, joins what was typed in two signs, and marks what is missing', () => {
    expect(showable('Größe „x“ – 5 %', covered)).toBe('Größe „x“ – 5 %')
    expect(showable('Gro\u0308ße', covered)).toBe('Größe')
    expect(showable('a\u2011b ﬁ\u202f中\u2066', covered)).toBe(`a-b ﬁ\u00a0${hollow}`)
  })
})
