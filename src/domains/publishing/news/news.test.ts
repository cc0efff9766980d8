import * as fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { appearanceOf, slugOf } from './news.ts'

test.for([
  ['Endspurt bis 31. Dezember: Was jetzt noch?', 'endspurt-bis-31-dezember-was-jetzt-noch'],
  ['Über Größe, Äpfel und Öfen', 'ueber-groesse-aepfel-und-oefen'],
  ['Café „Ñandú“', 'cafe-nandu'],
  ['../../etc/passwd', 'etc-passwd'],
  ['🎉', 'meldung'],
] as const)('%s becomes %s', ([title, slug]) => {
  expect(slugOf(title)).toBe(slug)
})

test('a number tells equal titles apart', () => {
  expect(slugOf('Neues', 2)).toBe('neues-2')
})

test('whatever the title, the address fits the database', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 150 }), fc.integer({ min: 1, max: 50 }), (title, number) => {
      const slug = slugOf(title, number)
      expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      expect(slug.length).toBeLessThanOrEqual(80)
    }),
  )
})

const now = Temporal.Instant.from('2026-11-23T08:00:00Z')
const later = now.add({ seconds: 1 })

test('it is out from its time on, and not any more at its end', () => {
  expect(appearanceOf({ state: 'published', from: now, until: null }, now)).toBe('out')
  expect(appearanceOf({ state: 'published', from: later, until: null }, now)).toBe('planned')
  expect(appearanceOf({ state: 'published', from: now, until: later }, later)).toBe('over')
  expect(appearanceOf({ state: 'draft', from: now, until: null }, now)).toBe('draft')
})
