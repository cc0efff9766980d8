import { expect, test } from 'vitest'
import { countInWords, digestInWords } from './digest.ts'

const kinds = [
  { kind: 'a.one', title: 'Eins', area: 'Sicherheitsprüfung', urgent: false },
  { kind: 'b.two', title: 'Zwei', area: 'Betrieb', urgent: false },
]
const words = { kinds, portal: 'https://portal.example', total: 3 }
const line = (id: string, kind: string, title: string, organization: string | null = null) => ({
  id,
  kind,
  title,
  organization,
})

test('a digest is grouped by area, and each line has its address', () => {
  const text = digestInWords(
    [line('1', 'a.one', 'Erste'), line('2', 'b.two', 'Zweite'), line('3', 'a.one', 'Dritte')],
    words,
  )
  expect(text).toBe(
    [
      'Sicherheitsprüfung',
      '',
      '– Erste',
      '  https://portal.example/postfach/1',
      '',
      '– Dritte',
      '  https://portal.example/postfach/3',
      '',
      '',
      'Betrieb',
      '',
      '– Zweite',
      '  https://portal.example/postfach/2',
    ].join('\n'),
  )
})

test('it names the organization where there are several, and only then', () => {
  const [muster, klein] = [line('1', 'a.one', 'Erste', 'Musterstadt'), line('2', 'a.one', 'Zweite', 'Kleinweiler')]
  expect(digestInWords([muster, klein], words)).toContain('– Zweite (Kleinweiler)')
  expect(digestInWords([muster], words)).not.toContain('(Musterstadt)')
})

test('it says how many more there are, and what nobody declares has a place too', () => {
  const text = digestInWords([line('1', 'x.gone', 'Alt')], { ...words, total: 4 })
  expect(text).toContain('Weiteres')
  expect(text).toContain('Dazu 3 Mitteilungen, die nur im Postfach stehen.')
  expect(countInWords(1)).toBe('1 Mitteilung')
})

test('a title of several lines cannot pretend to be another entry', () => {
  const text = digestInWords([line('1', 'a.one', 'Erste\n\n– Gefälscht\n  https://böse.example')], words)
  expect(text).toContain('– Erste – Gefälscht https://böse.example\n')
})
