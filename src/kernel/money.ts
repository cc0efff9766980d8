// Amounts are integer cents, gross.
const whole = new Intl.NumberFormat('de-DE', { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 })
const exact = new Intl.NumberFormat('de-DE', { style: 'currency', currency: 'EUR' })

/** "16.100 €", "16.100,50 €": in running text. */
export const euro = (cents: number): string => (cents % 100 === 0 ? whole : exact).format(cents / 100)

/** 1610000 is "16.100,00": in columns. */
export function germanAmount(cents: number): string {
  const sign = cents < 0 ? '-' : ''
  const euros = String(Math.floor(Math.abs(cents) / 100)).replaceAll(/\B(?=(\d{3})+$)/g, '.')
  return `${sign}${euros},${String(Math.abs(cents) % 100).padStart(2, '0')}`
}

/** "16.100,00 €" */
export const germanMoney = (cents: number): string => `${germanAmount(cents)} €`

/** "16.100", "16.100,50 €" as people write it, in cents; whatever is no such amount comes back as it is, an empty text as null. */
export function readGermanCents(text: unknown): unknown {
  if (typeof text !== 'string') return text
  if (text.trim() === '') return null
  const read = /^\s*(\d{1,3}(?:[. ]?\d{3})*)(?:,(\d{2}))?\s*(?:€|EUR)?\s*$/.exec(text)
  return read ? Number(`${(read[1] ?? '').replaceAll(/[. ]/g, '')}${read[2] ?? '00'}`) : text
}

/**
 * Divides an amount by weights so that not a cent is lost: largest remainder, ties by the order of entry.
 * Integers of whatever size up to 2^53; weights not negative, at least one above zero.
 */
export function split(totalCents: number, weights: readonly number[]): number[] {
  const total = BigInt(totalCents)
  const parts = weights.map(BigInt)
  const sum = parts.reduce((left, right) => left + right, 0n)
  if (sum <= 0n) throw new Error('nothing to divide by')
  const floors = parts.map((weight) => (total * weight) / sum)
  const left = Number(total - floors.reduce((one, other) => one + other, 0n))
  const byRemainder = parts
    .map((weight, place) => ({ place, remainder: (total * weight) % sum }))
    .toSorted((one, other) => Number(other.remainder - one.remainder) || one.place - other.place)
  const lucky = new Set(byRemainder.slice(0, left).map(({ place }) => place))
  return floors.map((floor, place) => Number(floor) + (lucky.has(place) ? 1 : 0))
}
