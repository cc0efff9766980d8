import { type Outcome, refuse } from './outcome.ts'

/** The address of electronic invoices of a public body (BT-10): coarse address, fine address, two check digits. */
export interface LeitwegId {
  /** 2 to 12 digits: state, county, municipality (AGS or ARS), or 99 for the federation. */
  coarse: string
  /** Up to 30 capital letters and digits; empty where there is none. */
  fine: string
  check: string
}

const coarsePattern = /^\d{2,12}$/
const finePattern = /^[A-Z0-9]{1,30}$/

/** ISO 7064, modulus 97-10: letters count as A = 10 to Z = 35. `digits` are those of coarse and fine address without hyphens. */
export function checkDigits(coarse: string, fine: string): string {
  let rest = 0
  for (const letter of `${coarse}${fine}00`)
    for (const digit of String(Number.parseInt(letter, 36))) rest = (rest * 10 + Number(digit)) % 97
  return String(98 - rest).padStart(2, '0')
}

export const formatLeitwegId = ({ coarse, fine, check }: LeitwegId): string =>
  [coarse, fine, check].filter(Boolean).join('-')

const complete = (coarse: string, fine: string): string =>
  formatLeitwegId({ coarse, fine, check: checkDigits(coarse, fine) })

const shape = refuse(
  'Eine Leitweg-ID besteht aus Grobadresse, Feinadresse und zwei Prüfziffern, getrennt durch Bindestriche. Beispiel: 15082256-0000-27',
)

/** Reads one as it is typed, in small letters too; the refusal says which check digits would be right. */
export function readLeitwegId(text: string): Outcome<LeitwegId> {
  const parts = text.trim().toUpperCase().split('-')
  const [coarse = '', ...rest] = parts
  const last = rest.at(-1) ?? ''
  if (parts.length > 3 || !coarsePattern.test(coarse) || !rest.every((part) => finePattern.test(part))) return shape
  // With two parts the second is the check of an id without a fine address, or the fine address of one without a check.
  if (rest.length < 2 && !/^\d{2}$/.test(last))
    return refuse(`Dieser Leitweg-ID fehlen die Prüfziffern. Vollständig wäre ${complete(coarse, last)}.`)
  if (!/^\d{2}$/.test(last)) return shape
  const fine = rest.length === 2 ? (rest[0] ?? '') : ''
  const right = checkDigits(coarse, fine)
  if (last === right) return { coarse, fine, check: last }
  return refuse(
    `Die Prüfziffern ${last} passen nicht zu den Ziffern davor; richtig wären ${right}. Bitte vergleichen Sie die ganze Nummer, vielleicht ist vorn etwas vertauscht.`,
  )
}
