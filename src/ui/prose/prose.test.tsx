import * as fc from 'fast-check'
import { render } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'

import { readInline, type Inline } from '#ui/prose/markup.ts'
import { Prose } from '#ui/prose/prose.tsx'

const html = (text: string): string =>
  render(<Prose text={text} />).slice('<div class="lw-prose">'.length, -'</div>'.length)

describe('Prose', () => {
  test('makes paragraphs at empty lines and joins lines in between', () => {
    expect(html('Im Ernstfall\nzählt Zeit.\r\n\r\nÜben Sie.')).toBe('<p>Im Ernstfall zählt Zeit.</p><p>Üben Sie.</p>')
  })

  test('makes lists of bullets and numbers', () => {
    expect(html('Nötig:\n- Plan\n* Liste')).toBe('<p>Nötig:</p><ul><li>Plan</li><li>Liste</li></ul>')
    expect(html('1. Laden\n2. Sprechen')).toBe('<ol><li>Laden</li><li>Sprechen</li></ol>')
    expect(html('3) Drucken')).toBe('<ol start="3"><li>Drucken</li></ol>')
  })

  test('nests lists by their indentation', () => {
    expect(html('- Papier\n  - Rathaus\n  - Bauhof\n- Datei')).toBe(
      '<ul><li>Papier<ul><li>Rathaus</li><li>Bauhof</li></ul></li><li>Datei</li></ul>',
    )
  })

  test('keeps further lines and paragraphs of an entry with it', () => {
    expect(html('- Plan\n  lesen\n\n  und üben\n\nSchluss')).toBe(
      '<ul><li><p>Plan lesen</p><p>und üben</p></li></ul><p>Schluss</p>',
    )
  })

  test('does not take a year at the start of a line for a list', () => {
    expect(html('Das endet im Jahr\n2027. Danach nicht mehr.')).toBe(
      '<p>Das endet im Jahr 2027. Danach nicht mehr.</p>',
    )
  })

  test('emphasises, also inside each other', () => {
    expect(html('**fett** und *betont*, __fett__ und _betont_')).toBe(
      '<p><strong>fett</strong> und <em>betont</em>, <strong>fett</strong> und <em>betont</em></p>',
    )
    expect(html('**sehr *sehr* wichtig**')).toBe('<p><strong>sehr <em>sehr</em> wichtig</strong></p>')
    expect(html('***beides***')).toBe('<p><strong><em>beides</em></strong></p>')
  })

  test('leaves stars and underscores alone that emphasise nothing', () => {
    for (const text of ['2 * 3 * 4', 'ein_name_mit_strichen', '**offen', '* ', '****', 'a ** b ** c']) {
      expect(html(text).replaceAll(/<\/?p>/g, '')).toBe(text.trim())
    }
  })

  test('shows code and escaped signs as they are', () => {
    expect(html('`a*b*c` und \\*kein Stern\\*')).toBe('<p><code>a*b*c</code> und *kein Stern*</p>')
  })

  test('links to web and mail addresses only', () => {
    expect(html('[Vorlage](https://beispiel.example/a?b=1)')).toBe(
      '<p><a href="https://beispiel.example/a?b=1" rel="noopener">Vorlage</a></p>',
    )
    expect(html('[Hilfe](mailto:hilfe@verbund.example)')).toContain('href="mailto:hilfe@verbund.example"')
    for (const bad of [
      'javascript:alert(1)',
      'JavaScript:x',
      'data:text/html,x',
      '//boese.example',
      '/intern',
      ' https://a.example',
    ]) {
      expect(html(`[x](${bad})`)).not.toContain('<a')
    }
  })

  test('shows HTML as text', () => {
    expect(html('<script>alert(1)</script> <img src=x onerror=y>')).not.toMatch(/<script|<img/)
  })
})

/** All words of the tree in reading order, link targets behind their words as in the source. */
const wordsOf = (nodes: readonly Inline[]): string =>
  nodes
    .map((node) => {
      if (typeof node === 'string') return node
      if (node.kind === 'code') return node.text
      return wordsOf(node.children) + (node.kind === 'link' ? node.href : '')
    })
    .join('')

const plain = (words: string): string => words.replaceAll(/[\\`*_[\]()]/g, '')
const lettersOf = (text: string): string => text.replaceAll(/[^\p{L}]/gu, '')
const decode = (markup: string): string =>
  markup
    .replaceAll(/<a href="([^"]*)"[^>]*>(.*?)<\/a>/gs, '$2$1')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')

const hostile = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc
    .array(
      fc.constantFrom(
        '*',
        '**',
        '_',
        '__',
        '***',
        '`',
        '[',
        ']',
        '](',
        ')',
        '(',
        '\\',
        '\n',
        '\n\n',
        '- ',
        '  - ',
        '1. ',
        ' ',
        'a',
        'Wort',
        '<script>',
        '"',
        'https://a.example',
        'javascript:x',
      ),
      { maxLength: 60 },
    )
    .map((parts) => parts.join('')),
)

describe('Whatever somebody writes', () => {
  test('prose never throws, never makes a script, and keeps every letter', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const markup = html(text)
        expect(markup).not.toContain('<script')
        expect(markup.replaceAll(/<\/?(?:p|ul|ol|li|strong|em|code|a)(?: [^<>]*)?>/g, '')).not.toContain('<')
        expect(lettersOf(decode(markup))).toBe(lettersOf(text))
      }),
      { numRuns: 1000 },
    )
  })

  test('every character that is no markup survives inside a paragraph', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(plain(wordsOf(readInline(text)))).toBe(plain(text))
      }),
      { numRuns: 1000 },
    )
  })

  test('reading takes time in proportion to length, also for text made to hurt', () => {
    for (const part of [
      '*',
      '**a ',
      '_a_',
      '[',
      '[a](',
      '](',
      '`',
      '``a',
      '\\',
      '*a **b [c ',
      '- ',
      '\n- ',
      '\n  - ',
      '> ',
      ' \t',
    ]) {
      const long = part.repeat(200_000 / part.length)
      expect(lettersOf(decode(html(long)))).toBe(lettersOf(long))
    }
  }, 20_000)
})
