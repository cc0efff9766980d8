const lengths: Readonly<Record<string, number>> = {
  AT: 20,
  BE: 16,
  BG: 22,
  CH: 21,
  CY: 28,
  CZ: 24,
  DE: 22,
  DK: 18,
  EE: 20,
  ES: 24,
  FI: 18,
  FR: 27,
  GB: 22,
  GR: 27,
  HR: 21,
  HU: 28,
  IE: 22,
  IS: 26,
  IT: 27,
  LI: 21,
  LT: 20,
  LU: 20,
  LV: 21,
  MC: 27,
  MT: 31,
  NL: 18,
  NO: 15,
  PL: 28,
  PT: 25,
  RO: 24,
  SE: 24,
  SI: 19,
  SK: 24,
  SM: 27,
}

/** Without blanks, in capitals. */
export const plainIban = (text: string): string => text.replaceAll(/\s/g, '').toUpperCase()

/** Why this is no IBAN to which money can go (ISO 13616, modulus 97-10, countries of SEPA); undefined when it is one. */
export function ibanFault(text: string): string | undefined {
  const iban = plainIban(text)
  if (iban === '') return 'In der Rechnung fehlt die IBAN (BT-84).'
  const length = lengths[iban.slice(0, 2)]
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]+$/.test(iban) || length === undefined || iban.length !== length)
    return `Die IBAN ${shown(iban)} (BT-84) hat nicht die Form einer IBAN im SEPA-Raum.`
  let rest = 0
  for (const letter of iban.slice(4) + iban.slice(0, 4))
    for (const digit of String(Number.parseInt(letter, 36))) rest = (rest * 10 + Number(digit)) % 97
  return rest === 1 ? undefined : `Die Prüfziffern der IBAN ${shown(iban)} (BT-84) stimmen nicht.`
}

const shown = (iban: string): string => (iban.length > 40 ? `${iban.slice(0, 40)} …` : iban)
