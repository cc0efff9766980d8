import { type IStylesOptions, LineRuleType } from 'docx'

/** Points; Word counts in halves of them. */
export const points = (size: number): number => Math.round(size * 2)
/** Points in the unit of distances. */
export const twips = (size: number): number => Math.round(size * 20)

export const colors = { ink: '131525', muted: '454B6B', petrol: '00536E', hair: 'D5D8E3' }

const heading = (size: number, before: number, after: number) => ({
  run: { size: points(size), bold: true, color: colors.ink },
  paragraph: {
    spacing: { before: twips(before), after: twips(after), line: 240, lineRule: LineRuleType.AUTO },
    keepNext: true,
    keepLines: true,
  },
})

/** The hand of the screen, in a font that every office has. */
export const styles = (narrow: boolean): IStylesOptions => ({
  default: {
    document: {
      run: { font: 'Calibri', size: points(narrow ? 10 : 10.5), color: colors.ink, language: { value: 'de-DE' } },
      paragraph: { spacing: { after: twips(5), line: 264, lineRule: LineRuleType.AUTO } },
    },
    title: {
      run: { size: points(30), bold: true, color: colors.ink },
      paragraph: { spacing: { after: twips(8), line: 240, lineRule: LineRuleType.AUTO } },
    },
    heading1: heading(narrow ? 19 : 18, narrow ? 0 : 26, narrow ? 6 : 10),
    heading2: heading(narrow ? 12.5 : 13.5, narrow ? 8 : 16, 6),
    heading3: heading(11, 12, 4),
  },
  paragraphStyles: [
    { id: 'TOC1', name: 'toc 1', run: { bold: true }, paragraph: { spacing: { before: twips(6), after: twips(2) } } },
    { id: 'TOC2', name: 'toc 2', paragraph: { indent: { left: twips(14) }, spacing: { after: twips(1) } } },
  ],
})
