import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'

import { Help } from '#ui/help/help.tsx'
import { GlossaryOfPage, makeGlossary } from '#ui/prose/glossary.ts'
import { Prose } from '#ui/prose/prose.tsx'

const glossary = makeGlossary([
  { word: 'Server', href: '#server' },
  { word: 'Serverraum', href: '#serverraum' },
  { word: 'Auslagerung', href: '#auslagerung' },
  { word: 'Outsourcing', href: '#auslagerung' },
  { word: 'C++ (alt)', href: '#c' },
])

const linksIn = (...texts: string[]): string[] => {
  const html = render(
    <GlossaryOfPage.Provider value={glossary}>
      <Help title="Hilfe">
        {texts.map((text) => (
          <Prose text={text} />
        ))}
      </Help>
    </GlossaryOfPage.Provider>,
  )
  return [...html.matchAll(/<a class="lw-term" href="([^"]*)">([^<]*)<\/a>/g)].map(
    ([, href, text]) => `${text} ${href}`,
  )
}

test('of each word the first occurrence in a help text is a link, across its paragraphs and parts', () => {
  expect(linksIn('Der Server und noch ein Server.', 'Alle Server. Der Serverraum.')).toEqual([
    'Server #server',
    'Serverraum #serverraum',
  ])
})

test('two words for the same are explained once', () => {
  expect(linksIn('Outsourcing, auch Auslagerung genannt')).toEqual(['Outsourcing #auslagerung'])
})

test('endings belong to the word, parts of other words do not', () => {
  expect(linksIn('Des Servers, nicht der Serverschrank, kein Mail-Server, kein Datenserver')).toEqual([
    'Servers #server',
  ])
})

test('words in links, code and of odd spelling stay as they are', () => {
  expect(linksIn('[Ein Server](https://x.example) und `Server`')).toEqual([])
  expect(linksIn('Das ist C+++ und C.')).toEqual([])
})

test('next to a help text nothing is linked, and without words neither', () => {
  const outside = (
    <GlossaryOfPage.Provider value={glossary}>
      <Prose text="Ein Server." />
    </GlossaryOfPage.Provider>
  )
  expect(render(outside)).toBe('<div class="lw-prose"><p>Ein Server.</p></div>')
  expect(
    render(
      <Help title="x">
        <Prose text="Ein Server." />
      </Help>,
    ),
  ).toContain('<p>Ein Server.</p>')
  expect(makeGlossary([]).begin()('Ein Server.')).toEqual(['Ein Server.'])
})

test('markup in a text stays text', () => {
  expect(linksIn('<b>Server</b>')).toEqual(['Server #server'])
  expect(
    render(
      <GlossaryOfPage.Provider value={glossary}>
        <Help title="x">
          <Prose text="<b>Server</b>" />
        </Help>
      </GlossaryOfPage.Provider>,
    ),
  ).toContain('&lt;b><a class="lw-term" href="#server">Server</a>&lt;/b>')
})
