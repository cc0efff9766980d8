import type { XmlElement } from '#kernel/xml.ts'
import { type Cents, type Finding } from './invoice-document.ts'
import { readCents, readScaled } from './decimals.ts'

/** Takes values out of a tree and keeps what is wrong with them: named twice, no amount, no day. */
export class ElementReader {
  readonly findings: Finding[] = []

  all(element: XmlElement | undefined, path: string): XmlElement[] {
    let here = element ? [element] : []
    for (const name of path.split('/'))
      here = here.flatMap(({ children }) => children.filter((one) => one.name === name))
    return here
  }

  /** The only one of its kind. A second one is a finding: which of the two would count? */
  one(element: XmlElement | undefined, path: string, term: string): XmlElement | undefined {
    const [first, second] = this.all(element, path)
    if (second) this.refuse('LW-XML-1', term, `${term} steht mehrmals in der Rechnung. Es ist nicht klar, was gilt.`)
    return first
  }

  text(element: XmlElement | undefined, path: string, term: string, longest = 1000): string {
    const text = this.one(element, path, term)?.text ?? ''
    if (text.length > longest) this.refuse('LW-XML-2', term, `${term} ist länger als ${longest} Zeichen.`)
    return text.slice(0, longest)
  }

  amount(element: XmlElement | undefined, path: string, term: string): Cents {
    return this.cents(this.one(element, path, term), term)
  }

  cents(element: XmlElement | undefined, term: string): Cents {
    if (!element) return null
    const cents = readCents(element.text)
    if (typeof cents === 'number') return cents
    this.refuse(
      'BR-DEC',
      term,
      cents === 'tooFine'
        ? `${term}: ${shortened(element.text)} hat mehr als zwei Stellen nach dem Komma. Beträge enden mit dem Cent.`
        : `${term}: „${shortened(element.text)}“ ist kein Betrag.`,
    )
    return null
  }

  /** In hundredths of a percent. */
  rate(element: XmlElement | undefined, path: string, term: string): number {
    const text = this.one(element, path, term)?.text ?? ''
    if (text === '') return 0
    const trimmed = text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text
    const rate = readScaled(trimmed, 2)
    if (rate === undefined || rate < 0n || rate > 10_000n)
      this.refuse('LW-XML-3', term, `${term}: „${shortened(text)}“ ist kein Steuersatz.`)
    return rate === undefined ? 0 : Number(rate)
  }

  /** YYYY-MM-DD, or YYYYMMDD as CII writes it. */
  day(element: XmlElement | undefined, path: string, term: string): string {
    const text = this.one(element, path, term)?.text ?? ''
    if (text === '') return ''
    const read = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(text)
    const day = read ? `${read[1]}-${read[2]}-${read[3]}` : ''
    if (day !== '' && isDay(day)) return day
    this.refuse('LW-XML-4', term, `${term}: „${shortened(text)}“ ist kein Tag.`)
    return ''
  }

  refuse(rule: string, path: string, text: string): void {
    this.findings.push({ rule, path, severity: 'refuse', text })
  }
}

const shortened = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)} …` : text)

function isDay(day: string): boolean {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return year > 0 && date >= 1 && date <= (lengths[month - 1] ?? 0)
}
