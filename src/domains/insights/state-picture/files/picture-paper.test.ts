import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { isRefusal } from '#kernel/outcome.ts'
import { compilePaper } from '#platform/pdf/compile-paper.ts'
import type { Picture } from '../picture.ts'
import { picturePaper } from './picture-paper.ts'

const cell = { asOf: null, bound: null, hidden: null }
const picture: Picture = {
  id: '01940d1c-5c00-7a60-8000-6b5c6d7e8f90',
  programmeId: '01940d1c-5c00-7a60-8000-6b5c6d7e8f91',
  programmeKey: 'sicherkommunal',
  programmeName: 'SicherKOMMUNAL',
  catalogId: null,
  catalogSha256: null,
  catalogTitle: 'Basis-Check',
  previousId: null,
  takenAt: Temporal.Instant.from('2026-10-28T08:00:00Z'),
  releaseOn: '2026-11-01',
  participants: 118,
  assessed: 64,
  sha256: 'ab12',
  publicAt: null,
  families: [
    { dimension: 'total', cells: [{ ...cell, key: 'all', label: 'Alle', count: 64, percent: 60 }] },
    {
      dimension: 'checklist',
      cells: [
        { ...cell, key: 'a', label: 'Netze', count: 64, percent: 95, bound: 'atLeast', asOf: '2026-08-01' },
        { key: 'b', label: 'Telefonie', hidden: 'narrow' },
      ],
    },
  ],
  named: [{ organizationId: 'x', name: 'Kleinweiler', percent: null, phaseLabel: 'Bericht' }],
}

test('a picture becomes a report that says what is hidden', { timeout: 60_000 }, async () => {
  const pdf = await compilePaper(picturePaper(picture))
  expect(isRefusal(pdf) ? pdf.refused : pdf.bytes.length > 5000).toBe(true)
})

test('a hidden value has its reason and no figure on paper', () => {
  const text = JSON.stringify(picturePaper(picture).blocks)
  expect(text).toContain('Nach Checkliste: 1 von 2 nicht ausgewiesen')
  expect(text).toContain('{"kind":"bar","percent":null,"alt":"nicht ausgewiesen"}')
})
