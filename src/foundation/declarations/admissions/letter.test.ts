import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { comingSteps, isConfirmable, type Letter, letterPaper } from './letter.ts'

const step = (key: string, state: string) => ({ key, state })

const road = {
  state: 'active' as const,
  steps: [step('interest', 'done'), step('admission', 'done'), step('kickoff', 'notNeeded'), step('scans', 'open')],
}

const letter = (more: Partial<Letter> = {}): Letter => ({
  road: { organizationName: 'Stadt Musterstadt' },
  programme: {
    name: 'Probe',
    runBy: { name: 'Verbund eG' },
    contractor: { name: 'Prüfhaus GmbH' },
    deadline: '2026-12-31',
    contact: { name: 'Torsten Ehlers', email: 'programm@verbund.example', phone: '' },
  },
  admittedOn: '2026-11-20',
  admittedBy: 'Torsten Ehlers',
  declared: { by: 'Martin Köhler', on: '2026-11-18' },
  next: [{ title: 'Scan', duty: 'Das Nötige tun', by: 'Kommune' }],
  madeAt: Temporal.Instant.from('2026-11-22T23:30:00Z'),
  ...more,
})

test('the letter names the day, the programme, the contractor, and what comes next without what is not needed', () => {
  const text = JSON.stringify(letterPaper(letter()))
  for (const said of [
    'ist am 20.11.2026 zum Programm „Probe“ zugelassen',
    'Prüfhaus GmbH',
    '18.11.2026, Martin Köhler',
    'Das Nötige tun (Kommune)',
    'Ausgefertigt 23.11.2026',
  ])
    expect(text).toContain(said)
  expect(comingSteps(road).map(({ key }) => key)).toEqual(['scans'])
})

test('where the admission was brought in without its day, the letter invents none', () => {
  const text = JSON.stringify(letterPaper(letter({ admittedOn: null, admittedBy: null, declared: null })))
  expect(text).toContain('ist zum Programm „Probe“ zugelassen')
  expect(text).toContain('bevor das Portal den Weg begleitet hat')
  expect(text).toContain('die Erklärung liegt der Programmleitung vor')
})

test('a long way is cut after five steps and counted', () => {
  const next = ['a', 'b', 'c', 'd', 'e', 'f'].map((title) => ({ title, duty: `zu ${title} tun`, by: 'Verbund' }))
  const text = JSON.stringify(letterPaper(letter({ next })))
  expect(text).toContain('Danach folgt noch 1 Schritt.')
  expect(text).not.toContain('zu f tun')
  expect(JSON.stringify(letterPaper(letter({ next: [] })))).not.toContain('Was als Nächstes kommt')
})

test('there is nothing to confirm before the admission, nor after the participation has ended', () => {
  expect(isConfirmable(road)).toBe(true)
  expect(isConfirmable({ state: 'withdrawn', steps: road.steps })).toBe(false)
  expect(isConfirmable({ state: 'active', steps: [step('admission', 'open')] })).toBe(false)
  expect(isConfirmable({ state: 'active', steps: [] })).toBe(false)
})
