import { expect, test } from 'vitest'
import { mentionsIn } from './mentions.ts'

const tobias = { id: '1', name: 'Tobias Brandt' }
const lenz = { id: '2', name: 'Sabine Lenz' }
const otto = { id: '3', name: 'Otto Brandt' }
const anna = { id: '4', name: 'Dr. Anna-Lena Köhler' }
const staff = [tobias, lenz, otto, anna]
const read = (text: string) => mentionsIn(text, staff)

test('a colleague is named by the whole name, a part of it that is nobody else’s, or with Frau and Herr', () => {
  for (const text of [
    '@Sabine Lenz bitte',
    '@Lenz, weißt du das?',
    'Das weiß @Frau Lenz.',
    '(@lenz)',
    '@Sabine',
    'Frag\n@Sabine Lenz\nund gut',
    '@LENZ.',
  ])
    expect([text, read(text)]).toEqual([text, { people: [lenz], unknown: [], ambiguous: [] }])
  for (const text of ['@Köhler', '@Dr. Anna-Lena Köhler hat es', '@Anna-Lena', '@Ko\u0308hler'])
    expect([text, read(text).people]).toEqual([text, [anna]])
})

test('a name that several have is named as such, the whole one is not', () => {
  expect(read('@Brandt und @Tobias Brandt')).toEqual({ people: [tobias], unknown: [], ambiguous: ['Brandt'] })
})

test('who is not there is unknown, an address names nobody, and twice is once', () => {
  expect(read('@Meier fragen, @Meier. Oder isb@musterstadt.example, @ und @@')).toEqual({
    people: [],
    unknown: ['Meier'],
    ambiguous: [],
  })
  expect(read('@Lenz @Lenz @Sabine Lenz').people).toEqual([lenz])
})

test('a long text full of signs is read at once', () => {
  const before = performance.now()
  expect(
    read(`${'@'.repeat(10_000)}${'@a'.repeat(5000)}${"@a'.-".repeat(2000)} ${'@Lenz '.repeat(1000)}`).people,
  ).toEqual([lenz])
  expect(performance.now() - before).toBeLessThan(2000)
})
