import { domainToASCII, domainToUnicode } from 'node:url'
import { type Outcome, refuse } from '#kernel/outcome.ts'

const label = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/

/** The one spelling under which a domain is kept and compared: as in DNS, lower case, umlauts in Punycode, no dot at the end. */
export function readDomain(text: string): Outcome<string> {
  const typed = text.trim().toLowerCase().replace(/\.$/, '')
  if (/[@/:\s]/.test(typed))
    return refuse(
      `„${text.trim()}“ ist eine Adresse. Bitte nur den Domänennamen eintragen, zum Beispiel musterstadt.de`,
    )
  // Other signs would be decoded or dropped without a word.
  const ascii = /^[\p{L}\p{M}\p{N}.-]+$/u.test(typed) ? domainToASCII(typed) : ''
  const labels = ascii.split('.')
  const known = labels.length >= 2 && labels.every((part) => label.test(part)) && !/^\d+$/.test(labels.at(-1) ?? '')
  return known && ascii.length <= 253
    ? ascii
    : refuse(`„${text.trim()}“ ist kein Domänenname. Beispiel: musterstadt.de`)
}

/** How people write it: umlauts as umlauts, with the spelling of DNS behind it where they differ. */
export function domainInWords(ascii: string): string {
  const words = domainToUnicode(ascii)
  return words === ascii || words === '' ? ascii : `${words} (${ascii})`
}
