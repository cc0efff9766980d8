/** Exact figures of a document: a whole number of the smallest unit, never a fraction of the machine. */

const decimal = /^([+-]?)(\d{1,13})(?:\.(\d{1,10}))?$/

/** "13529.41" in cents. `tooFine`: more than two places; undefined: no figure at all. */
export function readCents(text: string): number | 'tooFine' | undefined {
  const read = decimal.exec(text)
  if (!read) return undefined
  const [, sign = '', whole = '', part = ''] = read
  if (part.length > 2) return 'tooFine'
  const cents = BigInt(whole) * 100n + BigInt(part.padEnd(2, '0'))
  return Number(sign === '-' ? -cents : cents)
}

/** Any figure, as a whole number of the given small part; undefined when it is none or finer than that. */
export function readScaled(text: string, places: number): bigint | undefined {
  const read = decimal.exec(text)
  if (!read) return undefined
  const [, sign = '', whole = '', part = ''] = read
  if (part.length > places) return undefined
  const value = BigInt(whole + part.padEnd(places, '0'))
  return sign === '-' ? -value : value
}

/** Divides and rounds to the nearest whole, halves away from zero. */
export function rounded(value: bigint, by: bigint): bigint {
  const half = by / 2n
  return value < 0n ? -((-value + half) / by) : (value + half) / by
}

/** An amount times a rate in hundredths of a percent, in cents. */
export const percentOf = (cents: number, rate: number): number => Number(rounded(BigInt(cents) * BigInt(rate), 10_000n))
