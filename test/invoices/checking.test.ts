// Own documents in both syntaxes: read alike, divided without losing a cent, and refused for what is wrong with them.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isRefusal } from '#kernel/outcome.ts'
import { checkInvoice } from '#domains/security/invoices/checking/check-invoice.ts'
import { ibanFault } from '#domains/security/invoices/checking/iban.ts'
import { lineAmounts } from '#domains/security/invoices/reading/line-amounts.ts'
import { paymentCsv } from '#domains/security/invoices/payments/payment-run.ts'
import { readCents } from '#domains/security/invoices/reading/decimals.ts'
import type { Finding, ReadInvoice } from '#domains/security/invoices/reading/invoice-document.ts'
import { readTree } from './read-tree.ts'
import { readInvoice } from '#domains/security/invoices/reading/prepare-invoice.ts'
import { cii, type InvoiceWish, ubl } from './xml.ts'

const ours = '15999-VERBUND-95'

function inFile<T>(content: string | Uint8Array, work: (path: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'lotsenwerk-invoice-'))
  const path = join(folder, 'rechnung.xml')
  writeFileSync(path, content)
  const clean = () => rmSync(folder, { recursive: true, force: true })
  const done = work(path)
  if (done instanceof Promise) return done.finally(clean) as T
  clean()
  return done
}

function read(xml: string): ReadInvoice {
  const done = inFile(xml, readTree)
  if (!('document' in done)) throw new Error(JSON.stringify(done))
  return done
}

const refusing = (xml: string): Finding[] =>
  checkInvoice(read(xml), ours).filter(({ severity }) => severity === 'refuse')
const rules = (xml: string): string[] => refusing(xml).map(({ rule }) => rule)

const wish: InvoiceWish = {
  number: 'PH-1',
  lines: [
    { name: 'Workshop & Nachweis', net: 100_00, order: 'B-1' },
    { name: 'Schulung', net: 50_00, rate: 0 },
  ],
}

test('both syntaxes say the same', () => {
  const [one, other] = [read(ubl({ ...wish, preceding: 'PH-0' })), read(cii({ ...wish, preceding: 'PH-0' }))]
  const facts = ({
    document: { number, typeCode, issuedOn, buyerReference, iban, preceding, totals, taxes, lines },
  }: ReadInvoice) => ({
    number,
    typeCode,
    issuedOn,
    buyerReference,
    iban,
    preceding,
    totals: { ...totals, thirdParty: null },
    taxes,
    lines: lines.map(({ name, net, rate, orderReference }) => ({ name, net, rate, orderReference })),
  })
  expect(facts(one)).toEqual(facts(other))
  expect(one.document.lines[0]?.name).toBe('Workshop & Nachweis')
  expect([rules(ubl(wish)), rules(cii(wish))]).toEqual([[], []])
  expect(refusing(ubl({ ...wish, typeCode: '381' }))).toEqual([])
})

test('each rule of sums and terms refuses what breaks it, and says where', () => {
  const broken = (...replace: [string | RegExp, string][]): string[] => rules(ubl({ ...wish, replace }))
  expect(broken([/(<cbc:LineExtensionAmount currencyID="EUR">)150.00/, '$1151.00'])).toEqual(['BR-CO-10', 'BR-CO-13'])
  expect(broken([/(<cbc:TaxExclusiveAmount currencyID="EUR">)150.00/, '$1149.00'])).toEqual(['BR-CO-13', 'BR-CO-15'])
  expect(broken([/(<cac:TaxTotal><cbc:TaxAmount currencyID="EUR">)19.00/, '$119.50'])).toEqual(['BR-CO-14', 'BR-CO-15'])
  expect(broken([/(<cbc:TaxInclusiveAmount currencyID="EUR">)169.00/, '$1168.00'])).toEqual(['BR-CO-15', 'BR-CO-16'])
  expect(broken([/(<cbc:PayableAmount currencyID="EUR">)169.00/, '$1168.00'])).toEqual(['BR-CO-16'])
  expect(broken([/<cbc:BuyerReference>.*<\/cbc:BuyerReference>/, ''])).toEqual(['BR-DE-15'])
  expect(broken([/<cbc:IssueDate>.*<\/cbc:IssueDate>/, ''])).toEqual(['BR-03'])
  expect(broken([/<cbc:IssueDate>.*<\/cbc:IssueDate>/, '<cbc:IssueDate>2026-02-30</cbc:IssueDate>'])).toEqual([
    'LW-XML-4',
    'BR-03',
  ])
  expect(broken(['<cbc:DocumentCurrencyCode>EUR', '<cbc:DocumentCurrencyCode>USD'])).toContain('LW-BT-5')
  expect(broken(['InvoiceTypeCode>380', 'InvoiceTypeCode>999'])).toEqual(['BR-DE-17'])
  expect(broken(['urn:cen.eu:en16931:2017#compliant', 'urn:example:other'])).toEqual(['BR-DE-21'])
  expect(broken(['<cbc:ID>PH-1</cbc:ID>', '<cbc:ID>PH-1</cbc:ID><cbc:ID>PH-2</cbc:ID>'])).toEqual(['LW-XML-1'])
  expect(broken([/<cac:InvoiceLine>[\s\S]*<\/cac:InvoiceLine>/, ''])).toContain('BR-16')
  expect(broken([/(<cbc:PriceAmount currencyID="EUR">)100.00/, '$1100.00']).length).toBe(0)
  expect(broken([/(<cbc:PayableAmount currencyID="EUR">)169.00/, '$1169.001'])).toEqual(['BR-DEC', 'BR-15'])
})

test('VAT that is off by cents is a message, by a euro a refusal', () => {
  const shifted = (tax: string, gross: string) =>
    ubl({
      number: 'PH-1',
      lines: [{ name: 'Position', net: 10_000 }],
      replace: [
        [/19\.00</g, `${tax}<`],
        [/119\.00</g, `${gross}<`],
      ],
    })
  expect(rules(shifted('19.01', '119.01'))).toEqual([])
  expect(checkInvoice(read(shifted('19.01', '119.01')), ours).map(({ rule, severity }) => [rule, severity])).toEqual([
    ['BR-CO-17', 'warn'],
  ])
  expect(rules(shifted('20.00', '120.00'))).toEqual(['BR-CO-17'])
})

test('an invoice for somebody else is refused, and wrong check digits are named', () => {
  const to = (buyerReference: string) => refusing(ubl({ ...wish, buyerReference }))
  expect(to('15999-verbund-95')).toEqual([])
  expect(to('15999-VERBUND-96')[0]?.text).toContain('Die Prüfziffern 96 passen nicht')
  expect(to('15082256-0000-27')[0]?.text).toContain('gehört aber einer anderen Stelle')
  expect(checkInvoice(read(ubl(wish)), null).map(({ rule }) => rule)).toEqual(['LW-BT-10'])
})

test('amounts are exact, and finer than cents is none', () => {
  expect([readCents('13529.41'), readCents('-0.5'), readCents('7')]).toEqual([1_352_941, -50, 700])
  expect([readCents('1.005'), readCents('1,50'), readCents('1e3'), readCents(''), readCents('NaN')]).toEqual([
    'tooFine',
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})

test('whatever the lines, rates, allowances and prepayments: together they are exactly what is payable', () => {
  const line = fc.record({
    name: fc.constant('P'),
    net: fc.integer({ min: 1, max: 9_999_999 }),
    rate: fc.constantFrom(0, 7, 19),
  })
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), fc.nat(1000), (lines, part) => {
      const { document } = read(
        ubl({ number: 'X', lines, prepaid: part, allowance: Math.min(part, lines[0]?.net ?? 0) }),
      )
      const amounts = lineAmounts(document)
      expect(amounts.reduce((sum, one) => sum + one, 0)).toBe(document.totals.payable)
      expect(amounts.every((one) => Number.isSafeInteger(one))).toBe(true)
    }),
    { numRuns: 100 },
  )
})

test('three equal shares of 10,000.00 lose no cent', () => {
  const lines = [1, 2, 3].map(() => ({ name: 'Drittel', net: 280_112, rate: 19 }))
  const { document } = read(ubl({ number: 'X', lines }))
  const amounts = lineAmounts({ ...document, totals: { ...document.totals, payable: 1_000_000 } })
  expect(amounts).toEqual([333_334, 333_333, 333_333])
})

test('accounts of banks are checked, and lists for the cashier are no formulas', () => {
  expect(ibanFault('DE02 1203 0000 0000 2020 51')).toBeUndefined()
  expect(
    [ibanFault(''), ibanFault('DE02120300000000202052'), ibanFault('XX00'), ibanFault('DE021203')].every(Boolean),
  ).toBe(true)
  const csv = paymentCsv({
    number: 1,
    payments: [
      {
        invoiceId: '',
        recipient: '=HYPERLINK("x";1)',
        iban: 'DE02',
        amountCents: 123_456_789,
        number: '+1',
        reference: 'a;b',
      },
    ],
  })
  expect(csv.split('\r\n')[1]).toBe(`1;"'=HYPERLINK(""x"";1)";DE02;1234567,89;EUR;'+1;"a;b"`)
})

const hostile: readonly (readonly [what: string, content: string | Uint8Array])[] = [
  ['nothing', ''],
  ['no XML', 'Rechnung Nr. 1 über 100 EUR'],
  ['billion laughs', '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><Invoice>&b;</Invoice>'],
  ['an external entity', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><Invoice>&x;</Invoice>'],
  ['an external document type', '<!DOCTYPE a SYSTEM "http://127.0.0.1:1/x.dtd"><Invoice/>'],
  ['an entity that nobody declared', ubl({ ...wish, replace: [['Schulung', '&x;']] })],
  ['another encoding', Buffer.from(ubl({ ...wish, replace: [['UTF-8', 'ISO-8859-1']] }), 'latin1')],
  ['bytes of another encoding', Buffer.from(ubl({ ...wish, replace: [['Schulung', 'Prüfung']] }), 'latin1')],
  ['UTF-16', Buffer.from(`\u{FEFF}${ubl(wish)}`, 'utf16le')],
  ['deep nesting', `${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}`],
  ['very many elements', `<Invoice>${'<a/>'.repeat(150_000)}</Invoice>`],
  ['two roots', `${ubl(wish)}<Invoice/>`],
  ['two attributes of one name', '<Invoice a="1" a="2"/>'],
  ['a long attribute', `<Invoice a="${'x'.repeat(30_000)}"/>`],
  ['NUL', ubl({ ...wish, replace: [['Schulung', 'Schu\0lung']] })],
  ['a numbered NUL', ubl({ ...wish, replace: [['Schulung', '&#0;']] })],
  ['another document', '<Order xmlns="urn:oasis:names:specification:ubl:schema:xsd:Order-2"/>'],
  ['an invoice of another namespace', '<Invoice xmlns="urn:example"/>'],
  ['too much', Buffer.alloc(11 * 1024 * 1024, 0x20)],
]

test('what is hostile or no invoice ends in a sentence', async () => {
  for (const [what, content] of hostile) {
    const done = await inFile(content, readInvoice)
    expect([what, isRefusal(done) && done.refused]).toEqual([
      what,
      'Diese Datei ist nicht als XRechnung gelesen. Gespeichert ist nichts.',
    ])
  }
})

test('cut off or changed anywhere, a document is read, refused, or no document: never anything else', () => {
  const whole = Buffer.from(ubl(wish))
  for (let at = 0; at < whole.length; at += 97) {
    const done = inFile(whole.subarray(0, at), readTree)
    expect('fault' in done || 'foreign' in done).toBe(true)
  }
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.uint8Array({ minLength: 1, maxLength: 6 }), (at, bytes) => {
      const changed = Buffer.concat([whole.subarray(0, at), bytes, whole.subarray(at + bytes.length)])
      const done = inFile(changed, readTree)
      if ('document' in done) checkInvoice(done, ours)
    }),
    { numRuns: 400 },
  )
})
