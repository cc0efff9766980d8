import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { BookEntry, Books } from './books.ts'
import { figuresOf, openOf, sumsOf } from './figures.ts'
import { type SettledInvoice, sumOfVouchers, vouchersOf } from './vouchers.ts'

const books = (entries: BookEntry[]): Books => ({
  programmeId: 'p',
  programmeKey: 'p',
  programmeName: 'Programm',
  runBy: 'Verbund',
  startsOn: null,
  deadline: '2026-12-31',
  totalCents: null,
  dueMonths: 6,
  keepYears: 5,
  stages: [{ number: 1, title: 'Stufe 1', amountCents: 100, releasedOn: null, decision: '' }],
  places: [place('a'), place('b')],
  orders: ['a1', 'a2', 'b1'].map((id) => ({
    id,
    organizationId: id.slice(0, 1),
    reference: id.toUpperCase(),
    title: 'Leistung',
    stageNumber: id === 'b1' ? null : 1,
    contractorName: 'Prüfhaus',
  })),
  entries,
})

const place = (organizationId: string) => ({
  organizationId,
  name: organizationId,
  kind: 'unitaryMunicipality',
  county: organizationId === 'a' ? 'Nordaue' : null,
  isWithdrawn: false,
  isAdmitted: true,
  isAssessed: false,
  hasAccepted: false,
})

const states = ['limit', 'planned', 'committed', 'delivered', 'accepted', 'invoiced', 'settled'] as const

const entry = fc
  .record({
    orderId: fc.constantFrom('a1', 'a2', 'b1'),
    from: fc.constantFrom(...states),
    to: fc.constantFrom(...states),
    amountCents: fc.integer({ min: 1, max: 10_000_000 }),
    month: fc.integer({ min: 1, max: 12 }),
  })
  .filter(({ from, to }) => from !== to)
  .map(({ orderId, from, to, amountCents, month }): BookEntry => ({
    organizationId: orderId.slice(0, 1),
    orderId,
    from,
    to,
    amountCents,
    stageNumber: null,
    reason: 'Probe',
    on: `2026-${String(month).padStart(2, '0')}-15`,
  }))

const invoice = fc
  .record({
    orderId: fc.constantFrom('a1', 'a2', 'b1'),
    amountCents: fc.integer({ min: -1_000_000, max: 1_000_000 }),
    isSettled: fc.boolean(),
  })
  .map(({ orderId, amountCents, isSettled }): SettledInvoice => ({
    number: 'R',
    typeCode: amountCents < 0 ? '381' : '380',
    issuedOn: '2026-11-01',
    settledOn: isSettled ? '2026-11-20' : null,
    orderId,
    amountCents,
    contractorName: null,
  }))

/** Invoices of orders on which nothing was ever settled do not exist: settling is what makes them. */
test('the list of vouchers is equal to the entries, whatever was booked and whatever invoices there are', () => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 40 }), fc.array(invoice, { maxLength: 10 }), (entries, invoices) => {
      const moved = new Set(
        entries.filter(({ to, from }) => [to, from].includes('settled')).map(({ orderId }) => orderId),
      )
      const given = invoices.filter(({ orderId }) => moved.has(orderId))
      expect(sumOfVouchers(vouchersOf(books(entries), given))).toBe(sumsOf(entries).settled)
    }),
  )
})

test('every cut through the figures has the same sums, and released is always all the states together', () => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 40 }), (entries) => {
      const { total, byStage, byKind, byCounty, byPlace, byMonth } = figuresOf(books(entries), (kind) => kind)
      expect(total.released).toBe(total.limit + openOf(total) + total.settled)
      for (const cut of [byStage, byKind, byCounty, byPlace])
        expect(cut.reduce((sum, { sums }) => sum + sums.settled, 0)).toBe(total.settled)
      expect(byMonth.reduce((sum, { settled }) => sum + settled, 0)).toBe(total.settled)
    }),
  )
})

test('what was settled without an invoice in the portal has its own line, and a difference too', () => {
  const settle = (orderId: string, amountCents: number): BookEntry => ({
    organizationId: 'a',
    orderId,
    from: 'invoiced',
    to: 'settled',
    amountCents,
    stageNumber: null,
    reason: 'Papier',
    on: '2026-12-01',
  })
  const found = vouchersOf(books([settle('a1', 700), settle('a2', 50)]), [
    {
      number: 'R-1',
      typeCode: '380',
      issuedOn: '2026-11-01',
      settledOn: '2026-12-01',
      orderId: 'a1',
      amountCents: 710,
      contractorName: null,
    },
    {
      number: 'R-2',
      typeCode: '381',
      issuedOn: '2026-11-02',
      settledOn: '2026-12-01',
      orderId: 'a1',
      amountCents: -30,
      contractorName: null,
    },
  ])
  expect(found.map(({ number, amountCents, note }) => [number, amountCents, note])).toEqual([
    ['R-1', 710, ''],
    ['R-2', -30, 'Gutschrift'],
    [null, 20, 'ohne Rechnung im Portal'],
    [null, 50, 'ohne Rechnung im Portal: Papier'],
  ])
})
