import { split } from '#kernel/money.ts'
import type { InvoiceDocument } from './invoice-document.ts'

/** Weights for what cannot be divided by them: then the first one bears everything. Lines below zero lessen the others. */
function weightsOf(amounts: readonly number[]): number[] {
  const weights = amounts.map((amount) => Math.max(0, amount))
  return weights.some((weight) => weight > 0) ? weights : weights.map((_, place) => (place === 0 ? 1 : 0))
}

/**
 * What each line makes of the payable amount (BT-115), so that all together are exactly it. First the gross of each rate of VAT (BT-116 and
 * BT-117, so after allowances and charges) goes to its lines by their net, then the payable to all lines by their gross; each time by the
 * largest remainder, ties in the order of the invoice.
 */
export function lineAmounts({ lines, taxes, totals }: Pick<InvoiceDocument, 'lines' | 'taxes' | 'totals'>): number[] {
  if (lines.length === 0) return []
  const gross = lines.map(() => 0)
  for (const { category, rate, basis, amount } of taxes) {
    const places = lines.flatMap((line, place) => (line.category === category && line.rate === rate ? [place] : []))
    if (places.length === 0) continue
    const nets = places.map((place) => lines[place]?.net ?? 0)
    const shares = divided((basis ?? 0) + (amount ?? 0), nets)
    for (const [at, place] of places.entries()) gross[place] = shares[at] ?? 0
  }
  return divided(totals.payable ?? 0, gross)
}

/** Also what is owed to us, below zero, is divided without losing a cent. */
function divided(cents: number, amounts: readonly number[]): number[] {
  const parts = split(Math.abs(cents), weightsOf(amounts))
  return cents < 0 ? parts.map((part) => 0 - part) : parts
}
