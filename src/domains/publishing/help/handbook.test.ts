import { expect, test } from 'vitest'
import { chapterLink, makeHandbook } from './handbook.ts'
import { searchHandbook } from './search-handbook.ts'

const files = new Map([
  [
    'README.md',
    '# Handbuch\n\n| Sie wollen | Seite |\n| --- | --- |\n| zuerst dies | [Zweite](zweite.md) |\n| dann das | [Erste](erste.md) |\n',
  ],
  ['erste.md', '# Erste Seite\n\nVorweg.\n\n## Prüfen\n\nMit **Sorgfalt** prüfen, siehe [Zweite](zweite.md).\n'],
  ['zweite.md', '# Zweite Seite\n\n## Übermut\n\nTut selten gut.\n\n## Noch etwas\n\nAuch das Prüfen.\n'],
  ['neu.md', 'Ohne Überschrift'],
])
const handbook = makeHandbook(files, { Übung: 'Vorher tun, was man können will.', Ablage: 'Wo etwas liegt.' })

test('the table of contents gives order and purpose; what is not in it comes last, with its file name', () => {
  expect(handbook.chapters.map(({ slug, title, purpose }) => [slug, title, purpose])).toEqual([
    ['zweite', 'Zweite Seite', 'zuerst dies'],
    ['erste', 'Erste Seite', 'dann das'],
    ['neu', 'neu', ''],
  ])
  expect(handbook.terms.map(({ word }) => word)).toEqual(['Ablage', 'Übung'])
})

test('links between the files are known, all others are not', () => {
  expect(chapterLink('zweite.md', handbook)).toEqual({ slug: 'zweite', anchor: '' })
  expect(chapterLink('./erste.md#prüfen', handbook)).toEqual({ slug: 'erste', anchor: 'prüfen' })
  for (const href of ['../operations.md', 'fehlt.md', 'javascript:alert(1)', 'https://x.example/erste.md'])
    expect(chapterLink(href, handbook)).toBeUndefined()
})

test('a search finds parts with all words, those with the words in the heading first, and tells without markup', () => {
  const { hits, terms } = searchHandbook(handbook, 'PRUFEN')
  expect(hits.map(({ slug, heading }) => [slug, heading])).toEqual([
    ['erste', 'Prüfen'],
    ['zweite', 'Noch etwas'],
  ])
  expect(hits[0]?.excerpt).toBe('Mit Sorgfalt prüfen, siehe Zweite.')
  expect(terms).toEqual([])
  expect(searchHandbook(handbook, 'ubung tun').terms.map(({ word }) => word)).toEqual(['Übung'])
  expect(searchHandbook(handbook, 'Prüfen fehlt')).toEqual({ hits: [], terms: [] })
})

test('a search for nothing, for signs or for very much is a search for nothing', () => {
  for (const query of ['', '   ', '%_*?', "' --", '🎉', 'x'.repeat(10_000)])
    expect(searchHandbook(handbook, query)).toEqual({ hits: [], terms: [] })
})
