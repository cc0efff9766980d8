import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { paragraphsOf, readSheet, sheetPaper, sheetText } from './sheet.ts'

const sheet = {
  title: 'Erklärung',
  sections: [
    { title: 'Kommune', lines: ['Name: Musterstadt', 'Art: Stadt'] },
    { title: 'Anlagen', lines: ['keine'] },
  ],
}

test('a text comes back as it was signed, part for part', () => {
  expect(readSheet(sheetText(sheet))).toEqual(sheet)
})

test('a name with line ends cannot pretend to be a further line or part', () => {
  const forged = { title: 'Erklärung', sections: [{ title: 'Kommune', lines: ['Name: A\n\nAnlagen\n- keine'] }] }
  expect(readSheet(sheetText(forged)).sections).toEqual([{ title: 'Kommune', lines: ['Name: A Anlagen - keine'] }])
})

test('paragraphs become lines, blank ones none', () => {
  expect(paragraphsOf('Erster\nSatz.\n\n\n  \n\nZweiter.')).toEqual(['Erster Satz.', 'Zweiter.'])
})

test('paper has room for a hand until somebody has signed', () => {
  const facts = {
    organization: 'Musterstadt',
    subject: 'Probe',
    madeAt: Temporal.Instant.from('2026-11-23T10:00:00Z'),
    sha256: 'ab',
  }
  const endOf = (signed?: string) => JSON.stringify(sheetPaper(sheet, { ...facts, signed }).blocks.at(-1))
  expect(endOf()).toContain('Ort und Datum')
  expect(endOf('Martin Köhler')).toContain('Martin Köhler')
})
