import * as fc from 'fast-check'
import { render } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'

import { Article } from '#ui/article/article.tsx'
import { anchorOf, readArticle } from '#ui/article/read-article.ts'
import { ownLinks } from '#ui/prose/markup.ts'

const html = (text: string): string => render(<Article text={text} />)

describe('Article', () => {
  test('makes headings with anchors, no level left out, whatever the text does', () => {
    const levels = [
      ...html('### Erstes\n\n##### Tief\n\n# Hoch\n\n#### Sehr tief').matchAll(/<(h\d)[^>]* id="([^"]+)"/g),
    ]
    expect(levels.map(([, level, id]) => [level, id])).toEqual([
      ['h2', 'erstes'],
      ['h3', 'tief'],
      ['h2', 'hoch'],
      ['h3', 'sehr-tief'],
    ])
  })

  test('gives each heading an anchor of its own, and none that the frame has', () => {
    const ids = readArticle('## Inhalt\n## Inhalt\n## Wer, wann?\n## 🎉').flatMap((piece) =>
      piece.kind === 'heading' ? [piece.id] : [],
    )
    expect(ids).toEqual(['inhalt-1', 'inhalt-2', 'wer-wann', 'abschnitt'])
  })

  test('makes tables with their first column as name of the row', () => {
    const table = html('| Was | Wer |\n| --- | :-: |\n| Antworten | **alle** |\n| Leer |')
    expect(table).toContain('<th scope="row" class="kern-table__header">Antworten</th>')
    expect(table).toContain('<strong>alle</strong>')
    expect(table).not.toContain('---')
  })

  test('leaves a line that only looks like a table a paragraph', () => {
    expect(html('| nur ein Strich')).toContain('<p>| nur ein Strich</p>')
  })

  test('shows code as it is, also when the fence never closes', () => {
    expect(html('```\n<b>&\n# keine Überschrift')).toContain('&lt;b>&amp;\n# keine Überschrift')
  })

  test('lets links lead only where its rule says', () => {
    const text =
      '[a](/meldungen) [b](//fremd.example) [c](/\\fremd.example) [d](javascript:alert(1)) [e](https://gut.example)'
    const hrefs = [...render(<Article text={text} link={ownLinks} />).matchAll(/href="([^"]*)"/g)].map(
      ([, href]) => href,
    )
    expect(hrefs).toEqual(['/meldungen', 'https://gut.example'])
    expect(html(text)).not.toContain('href="/meldungen"')
  })

  test('never lets markup of a text become elements, and never fails', () => {
    const parts = fc.constantFrom('#', '##', '|', '---', '```', '<script>', '"', '[x](', ')', '\n', '*', '- ', ' ', 'ä')
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 60 }), (words) => {
        const made = html(words.join(''))
        expect(made).not.toContain('<script')
        expect(made.startsWith('<div class="lw-article">')).toBe(true)
      }),
    )
  })
})

test('anchors are those that GitHub makes', () => {
  expect(anchorOf('Wann ist es gespeichert?')).toBe('wann-ist-es-gespeichert')
  expect(anchorOf('Was tun mit „weiß nicht“')).toBe('was-tun-mit-weiß-nicht')
})
