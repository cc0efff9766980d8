import { expect, test } from 'vitest'
import { isAgs, isArs } from './municipal-key.ts'

test.for([
  ['15081', true, false],
  ['150810030', true, false],
  ['150810030030', true, false],
  ['15081030', false, true],
  ['', false, false],
  ['1508103', false, false],
  ['1508100300', false, false],
  ['15081003O', false, false],
  ['150810030\n', false, false],
  ['١٥٠٨١', false, false],
  [' 15081', false, false],
] as const)('%j: ARS %s, AGS %s', ([text, ars, ags]) => {
  expect([isArs(text), isAgs(text)]).toEqual([ars, ags])
})
