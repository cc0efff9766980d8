// KoSIT's test instances and our synthetic ones, figure by figure. Without the shared data these are skipped; what follows from the rules is
// tried with own documents in checking.test.ts.
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { checkDigits } from '#kernel/leitweg-id.ts'
import { checkInvoice } from '#domains/security/invoices/checking/check-invoice.ts'
import type { ReadInvoice } from '#domains/security/invoices/reading/invoice-document.ts'
import { readTree } from './read-tree.ts'
import { lineAmounts } from '#domains/security/invoices/reading/line-amounts.ts'
import { needsSharedData, sharedData } from '../fixtures/shared-data.ts'

const sharedFile = (file: string): string => sharedData(file) ?? ''
const kosit = 'xrechnung/kosit/expected.csv'
const synthetic = 'xrechnung/synthetic/expected.csv'

type Row = Record<string, string>

const folder = 'xrechnung'
const rows = (file: string): Row[] =>
  parse(readFileSync(sharedFile(file), 'utf8'), { delimiter: ';', columns: true, quote: '"' }) as Row[]

function read(file: string): ReadInvoice {
  const done = readTree(sharedFile(file))
  if (!('document' in done)) throw new Error(`${file}: ${JSON.stringify(done)}`)
  return done
}

/** 8870 and 8870.00 are the same figure; nothing is 0. */
const cents = (text: string | undefined): number => Math.round(Number(text || '0') * 100)

/** As the list says it: "right", or what it should be. */
function checkOf(reference: string): string {
  const parts = reference.split('-')
  const [coarse = '', fine = '', check = ''] = parts.length === 3 ? parts : [parts[0], '', parts[1]]
  const right = checkDigits(coarse, fine)
  return right === check ? 'right' : `wrong (should be ${right})`
}

test.skipIf(sharedData(kosit) === null)(
  `every test instance of KoSIT is read to the figure, and breaks no rule (${needsSharedData(kosit)})`,
  () => {
    const expected = rows(`${folder}/kosit/expected.csv`)
    expect(expected.length).toBeGreaterThanOrEqual(30)
    for (const row of expected) {
      const invoice = read(`${folder}/kosit/${row['file']}`)
      const { document } = invoice
      expect([
        row['file'],
        document.number,
        document.typeCode,
        document.issuedOn,
        document.currency,
        document.buyerReference,
        checkOf(document.buyerReference),
        document.orderReference,
        document.preceding.map(({ number }) => number).join(' '),
        document.totals.net,
        document.totals.gross,
        document.totals.prepaid ?? 0,
        document.totals.payable,
        document.lines.length,
        document.lines.filter(({ orderReference }) => orderReference !== '').length,
        document.attachments.filter(({ content }) => content !== '').length,
      ]).toEqual([
        row['file'],
        row['number'],
        row['type'],
        (row['issue'] ?? '').replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3'),
        row['currency'],
        row['bt10'],
        row['bt10_check'],
        row['bt13'],
        row['preceding'],
        cents(row['net']),
        cents(row['gross']),
        cents(row['prepaid']),
        cents(row['payable']),
        Number(row['lines']),
        Number(row['line_refs']),
        Number(row['attachments']),
      ])
      const findings = checkInvoice(invoice, undefined)
      expect([row['file'], findings.filter(({ severity }) => severity === 'refuse')]).toEqual([row['file'], []])
      expect([row['file'], findings.some(({ rule }) => rule === 'LW-BT-10')]).toEqual([
        row['file'],
        row['bt10_check'] !== 'right',
      ])
      expect(lineAmounts(document).reduce((sum, one) => sum + one, 0)).toBe(document.totals.payable)
    }
  },
)

const reasons: Readonly<Record<string, readonly string[]>> = {
  'b1-gross-is-not-net-plus-vat.xml': ['BR-CO-15'],
  'b2-vat-is-not-19-percent.xml': ['BR-CO-17'],
  'b3-no-buyer-reference.xml': ['BR-DE-15'],
  'b4-leitweg-id-wrong-check-digits.xml': ['LW-BT-10'],
  'b5-foreign-leitweg-id.xml': ['LW-BT-10'],
}

test.skipIf(sharedData(synthetic) === null)(
  `the synthetic ones are taken with their figures or refused for their reason (${needsSharedData(synthetic)})`,
  () => {
    const expected = rows(`${folder}/synthetic/expected.csv`)
    expect(expected).toHaveLength(12)
    for (const row of expected) {
      const file = row['file'] ?? ''
      if (file.includes('doctype')) {
        expect(readTree(sharedFile(`${folder}/synthetic/${file}`))).toMatchObject({ fault: 'declarations' })
        continue
      }
      const invoice = read(`${folder}/synthetic/${file}`)
      const refusing = checkInvoice(invoice, '15999-VERBUND-95').filter(({ severity }) => severity === 'refuse')
      const { document } = invoice
      if (row['expected'] === 'refuse') {
        expect([file, refusing.map(({ rule }) => rule)]).toEqual([file, reasons[file.replace('broken/', '')]])
        continue
      }
      expect([file, refusing]).toEqual([file, []])
      const { net, tax, gross, payable } = document.totals
      expect([file, document.typeCode, net, tax, gross, payable]).toEqual([
        file,
        row['type'],
        ...[row['net'], row['vat'], row['gross'], row['payable']].map(cents),
      ])
      expect([
        document.orderReference,
        document.lines
          .map(({ orderReference }) => orderReference)
          .join(' ')
          .trim(),
      ]).toEqual([row['bt13'], row['bt132']])
      expect(lineAmounts(document).reduce((sum, one) => sum + one, 0)).toBe(cents(row['payable']))
    }
    const [wrong] = checkInvoice(
      read(`${folder}/synthetic/broken/b4-leitweg-id-wrong-check-digits.xml`),
      '15999-VERBUND-95',
    )
    expect(wrong?.text).toContain('richtig wären 95')
  },
)
