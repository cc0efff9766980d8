/** Crockford's letters: none that is mistaken for a figure or another letter, and no U. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** How many letters a number has behind its year: 50 bits. */
export const lettersOfNumber = 10
export const lettersThereAre = letters.length

/** LW-2026-7K3QX-9A2BD, of the year of issue and ten values below 32. */
export function certificateNumber(year: number, values: readonly number[]): string {
  const text = values.map((value) => letters[value] ?? '0').join('')
  return `LW-${String(year).padStart(4, '0')}-${text.slice(0, 5)}-${text.slice(5)}`
}

/**
 * What somebody typed off a paper: spaces and hyphens wherever they are, small letters, O for 0, I and L for 1. Undefined where it cannot be one of
 * our numbers.
 */
export function readNumber(typed: string): string | undefined {
  if (typed.length > 100) return undefined
  const plain = typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')
  const match = /^LW(.{4})(.{10})$/.exec(plain) ?? /^(.{4})(.{10})$/.exec(plain)
  if (!match) return undefined
  const [year, text] = [asFigures(match[1] ?? ''), asFigures(match[2] ?? '')]
  const isOurs = /^[0-9]{4}$/.test(year) && new RegExp(`^[${letters}]{10}$`).test(text)
  return isOurs ? `LW-${year}-${text.slice(0, 5)}-${text.slice(5)}` : undefined
}

const asFigures = (text: string): string => text.replaceAll('O', '0').replaceAll(/[IL]/g, '1')
