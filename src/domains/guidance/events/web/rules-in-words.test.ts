import { describe, expect, test } from 'vitest'
import { Temporal } from 'temporal-polyfill'
import { certificateInWords, rulesInWords, seatsLeftInWords } from './rules-in-words.ts'
import { aheadInWords, whyNoSeat } from './why-no-seat.ts'

const rules = {
  capacity: 16,
  perOrganization: 1,
  populationQuota: null,
  needsApproval: false,
  needsDeclaration: false,
  prerequisiteId: null,
  prerequisiteTitle: null,
  promotion: 'offer' as const,
  offerHours: 48,
  offerStopHours: 24,
}

const date = (cancelled = false) => ({
  id: 'x',
  startsAt: Temporal.Instant.from('2026-12-03T08:00:00Z'),
  endsAt: Temporal.Instant.from('2026-12-03T15:00:00Z'),
  place: '',
  topic: '',
  isOnline: false,
  videoUrl: null,
  cancelledAt: cancelled ? Temporal.Instant.from('2026-11-03T08:00:00Z') : null,
})

describe('how seats are given, made from the rules of the event', () => {
  test('a course with one seat for each municipality and offers', () => {
    expect(rulesInWords(rules)).toEqual([
      'Wer zuerst kommt, bekommt zuerst einen Platz.',
      'Jede Kommune bekommt einen Platz. Wer schon einen hat, wartet.',
      'Wird ein Platz frei, bekommt ihn die Warteliste der Reihe nach angeboten. Zum Antworten sind jeweils 48 Stunden Zeit.',
      'Ab 24 Stunden vor Beginn rückt niemand mehr von selbst nach.',
    ])
  })

  test('shares by inhabitants, the smallest first', () => {
    const populationQuota = [
      { upTo: null, seats: 5 },
      { upTo: 9999, seats: 1 },
    ]
    expect(rulesInWords({ ...rules, perOrganization: null, populationQuota })).toContain(
      'Plätze je Kommune nach der Einwohnerzahl: bis 9.999 Einwohner ein Platz, darüber fünf Plätze.',
    )
  })

  test('conditions come first, and without a limit there is nothing to give', () => {
    const open = { ...rules, capacity: null, perOrganization: null, needsApproval: true, prerequisiteId: 'x' }
    expect(rulesInWords({ ...open, prerequisiteTitle: 'Basis' })).toEqual([
      'Wer teilnimmt, hat das Zertifikat von „Basis“.',
      'Die Veranstalterin lässt jede Anmeldung zu. Bis dahin steht sie auf der Warteliste.',
      'Es gibt so viele Plätze, wie Menschen kommen.',
    ])
  })
})

test('the certificate says how many dates one may miss; those called off do not count', () => {
  const dates = [date(), date(), date(), date(), date(true)]
  expect(certificateInWords({ passPercent: 75, dates })).toContain('einen der vier Termine verpassen')
  expect(certificateInWords({ passPercent: 80, dates })).toContain('an jedem der vier Termine')
  expect(certificateInWords({ passPercent: null, dates })).toBeUndefined()
})

test('seats in words', () => {
  expect(seatsLeftInWords({ capacity: 16, seatsTaken: 12 }, { confirmed: 12, offered: 0, waiting: 0 })).toBe(
    '4 von 16 Plätzen frei',
  )
  expect(seatsLeftInWords({ capacity: 16, seatsTaken: 16 }, { confirmed: 15, offered: 1, waiting: 9 })).toBe(
    'Ausgebucht, 9 auf der Warteliste',
  )
})

test('why there is no seat: the moment it was full, the moment of the registration, and the share', () => {
  const place = {
    state: 'waiting' as const,
    reasons: ['full', 'quota'],
    organization: 'Elbaue',
    isApproved: true,
    registeredAt: Temporal.Instant.from('2026-11-12T10:02:00Z'),
    ahead: 2,
  }
  const why = whyNoSeat(place, rules, { filledAt: Temporal.Instant.from('2026-11-12T08:14:00Z'), isOwn: true })
  expect(why[0]).toBe(
    'Alle 16 Plätze waren am Donnerstag, 12. November 2026, 09:14 Uhr vergeben. Ihre Anmeldung kam am Donnerstag, 12. November 2026, 11:02 Uhr.',
  )
  expect(why[1]).toContain('ein Platz je Kommune, und Elbaue hat ihn')
  expect(aheadInWords(place, true)).toBe('Vor Ihnen warten zwei Anmeldungen.')
})
