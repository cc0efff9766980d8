import { expect, test } from 'vitest'
import { asRead, gapsIn, everyPlainPage, teaserOf } from './plain-page.ts'

test('what only the operator knows is a gap: readers see that it is missing, the office what is', () => {
  const text = 'Telefon: [[Telefonnummer]], Vorstand: [[ Namen ]]'
  expect(gapsIn(text)).toEqual(['Telefonnummer', 'Namen'])
  expect(asRead(text, 'Verbund eG')).toBe(
    'Telefon: *(noch nicht eingetragen: Telefonnummer)*, Vorstand: *(noch nicht eingetragen: Namen)*',
  )
})

test('the name of the operator is a name and no markup', () => {
  expect(asRead('{{verbund}}', 'A_B *eG* [x](http://y)')).toBe('A\\_B \\*eG\\* \\[x\\](http://y)')
})

test('each page of ours says who runs the house or what is missing, and invents nothing', () => {
  for (const { name, text, kind } of everyPlainPage) {
    if (kind === 'legal') expect(gapsIn(text).length, name).toBeGreaterThan(0)
    expect(text, name).not.toMatch(/@|\d{5}|example/)
    expect(teaserOf(text).length, name).toBeGreaterThan(10)
  }
})

test('the teaser is the first paragraph, not a heading', () => {
  expect(teaserOf('## Titel\n\nErster Absatz\nin zwei Zeilen.\n\nZweiter.')).toBe('Erster Absatz\nin zwei Zeilen.')
  expect(teaserOf('')).toBe('')
})
