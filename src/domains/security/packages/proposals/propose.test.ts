import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import type { Offer } from '../offers/offer.ts'
import type { Gap } from './gap.ts'
import { type Facts, propose, type ProposedItem } from './propose.ts'

const offer = (key: string, more: Partial<Offer> = {}): Offer => ({
  id: key,
  programmeId: 'p',
  key,
  title: key,
  kind: 'workshop',
  detail: '',
  description: '',
  priceCents: 100_000,
  workDays: 5,
  acceptanceDays: 2,
  startsOn: null,
  availableUntil: null,
  capacity: null,
  contractor: null,
  closes: [],
  validFrom: '2026-01-01',
  validUntil: null,
  version: 1,
  ...more,
})

const question = (key: string, code: string, priority: 1 | 2 | 3 | 4, state: 'no' | 'open' = 'no'): Gap => ({
  id: `control:${key}`,
  type: 'control',
  source: { type: 'control', id: key },
  key,
  label: key,
  list: { key: code, code, title: code, priority },
  state,
  isQuickWin: false,
  severity: null,
})

const finding = (key: string, severity: 'low' | 'medium' | 'high'): Gap => ({
  id: `policy:${key}${severity}`,
  type: 'policy',
  source: { type: 'finding', id: key },
  key,
  label: `Befund zu „${key}“`,
  list: null,
  state: 'found',
  isQuickWin: false,
  severity,
})

const facts = (more: Partial<Facts>): Facts => ({
  offers: [],
  gaps: [],
  remainingCents: 1_390_000,
  deadline: '2026-12-31',
  today: Temporal.PlainDate.from('2026-11-23'),
  taken: new Map(),
  ...more,
})

/** Amounts keep their unit by a space that does not break. */
const plain = (item: ProposedItem | undefined) => item && { ...item, reason: item.reason.replaceAll('\u00A0', ' ') }

const reasonOf = (given: Facts, key: string) => plain(propose(given).items.find((item) => item.offer.key === key))

test('A finding with high risk counts more than two unimportant questions, and the reason says so', () => {
  const given = facts({
    remainingCents: 100_000,
    offers: [
      offer('befund', { closes: [{ type: 'policy', key: '*', severity: 'low' }] }),
      offer('fragen', { closes: [{ type: 'list', key: 'DRU', severity: 'medium' }] }),
    ],
    gaps: [finding('emergency', 'high'), question('DRU.1', 'DRU', 4), question('DRU.2', 'DRU', 4)],
  })
  expect(reasonOf(given, 'befund')).toMatchObject({ included: true, reason: 'schließt 1 Befund mit hohem Risiko ab' })
  expect(reasonOf(given, 'fragen')).toMatchObject({
    included: false,
    reason: 'Es fehlen 1.000 €. Passt, wenn Sie „befund“ streichen.',
  })
})

test('What is done too late is out with its earliest day, what begins after the deadline with that', () => {
  const closes = [{ type: 'list' as const, key: 'BAK', severity: 'high' as const }]
  const given = facts({
    offers: [
      offer('lang', { closes, workDays: 40 }),
      offer('spaet', { closes, startsOn: '2027-01-14' }),
      offer('weg', { closes, availableUntil: '2026-11-20' }),
      offer('genau', { closes, workDays: 20, acceptanceDays: 4 }),
    ],
    gaps: [question('BAK.1', 'BAK', 1)],
  })
  expect(reasonOf(given, 'lang')?.reason).toBe(
    'Frühestens am 25. Januar 2027 fertig und abgenommen, also nach der Frist.',
  )
  expect(reasonOf(given, 'spaet')?.reason).toBe('Frühester Termin: 14. Januar 2027, also nach der Frist.')
  expect(reasonOf(given, 'weg')?.reason).toBe('Seit dem 20.11.2026 nicht mehr zu haben.')
  expect(reasonOf(given, 'genau')).toMatchObject({ included: true })
})

test('What costs nothing and closes something is always in, unless it comes too late, and takes its gaps from what costs', () => {
  const closes = [{ type: 'list' as const, key: 'BAK', severity: 'high' as const }]
  const given = facts({
    offers: [
      offer('frei', { priceCents: 0, closes }),
      offer('bezahlt', { closes }),
      offer('nichts', { priceCents: 0 }),
      offer('zu-spaet', { priceCents: 0, workDays: 90 }),
    ],
    gaps: [question('BAK.1', 'BAK', 1, 'open')],
  })
  const { items, sumCents } = propose(given)
  expect(items.filter(({ included }) => included).map((item) => item.offer.key)).toEqual(['frei'])
  expect(sumCents).toBe(0)
  expect(reasonOf(given, 'bezahlt')?.reason).toBe('Was es schließt, schließt schon „frei“.')
  expect(reasonOf(given, 'nichts')?.reason).toBe('Schließt bei Ihnen keinen offenen Punkt.')
  expect(reasonOf(given, 'zu-spaet')?.included).toBe(false)
})

test('Offers of another price list do not count, and sold out is said', () => {
  const given = facts({
    offers: [
      offer('alt', { validUntil: '2026-11-22' }),
      offer('neu', { validFrom: '2026-11-24' }),
      offer('voll', { capacity: 2 }),
    ],
    taken: new Map([['voll', 2]]),
  })
  expect(propose(given).items.map(({ offer: { key }, reason }) => [key, reason])).toEqual([
    ['voll', 'Ausgebucht: Im Programm gibt es das 2-mal, und so oft ist es vergeben.'],
  ])
})

test('Two that must go are named, as few and as cheap as possible', () => {
  const closes = (key: string) => [{ type: 'control' as const, key, severity: 'high' as const }]
  const given = facts({
    remainingCents: 1_300_000,
    offers: [
      offer('a', { priceCents: 680_000, closes: closes('1') }),
      offer('b', { priceCents: 285_000, closes: closes('2') }),
      offer('c', { priceCents: 120_000, closes: closes('3') }),
      offer('teuer', { priceCents: 590_000, closes: [{ type: 'control', key: '4', severity: 'low' }] }),
    ],
    gaps: ['1', '2', '3'].map((key) => question(key, 'BAK', 1)).concat(question('4', 'DRU', 4)),
  })
  expect(reasonOf(given, 'teuer')?.reason).toBe('Es fehlen 3.750 €. Passt, wenn Sie „b“ und „c“ streichen.')
})
