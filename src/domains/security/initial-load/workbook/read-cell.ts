import { Temporal } from 'temporal-polyfill'
import { type Outcome, refuse } from '#kernel/outcome.ts'

const monthNames = [
  'januar',
  'februar',
  'märz',
  'april',
  'mai',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'dezember',
]

const dayRefusal = (text: string) =>
  /^(kw|woche)\b/i.test(text)
    ? refuse(`„${text}“ ist eine Woche, kein Tag. Bitte schreiben Sie einen Tag, zum Beispiel 23.11.2026.`)
    : refuse(`„${text.slice(0, 40)}“ ist kein Tag. Bitte schreiben Sie ihn wie 31.12.2026.`)

/** Days as people and Excel write them: 31.12.2026, 31.12.26, 2026-12-31, 31. Dezember 2026, or Excel's number of days since 1900. */
export function readDay(text: string): Outcome<string> {
  const parts = isoParts(text) ?? germanParts(text) ?? wordParts(text) ?? serialParts(text)
  if (!parts) return dayRefusal(text)
  const [year, month, day] = parts
  try {
    const found = Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' })
    if (year < 1990 || year > 2100)
      return refuse(`„${text}“ liegt außerhalb der Jahre 1990 bis 2100. Bitte prüfen Sie das Jahr.`)
    return found.toString()
  } catch {
    return refuse(`Den ${text} gibt es nicht. Bitte prüfen Sie den Tag.`)
  }
}

type Parts = [year: number, month: number, day: number]

function isoParts(text: string): Parts | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T]\d{2}:\d{2}.*)?$/.exec(text) ?? []
  return year ? [Number(year), Number(month), Number(day)] : undefined
}

function germanParts(text: string): Parts | undefined {
  const [, day, month, year = ''] = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})$/.exec(text) ?? []
  return day ? [year.length === 2 ? 2000 + Number(year) : Number(year), Number(month), Number(day)] : undefined
}

function wordParts(text: string): Parts | undefined {
  const [, day, name = '', year] = /^(\d{1,2})\.\s?([a-zä]{3,9})\.?\s(\d{4})$/i.exec(text) ?? []
  const month = monthNames.findIndex((one) => one.startsWith(name.toLowerCase())) + 1
  return day && month > 0 ? [Number(year), month, Number(day)] : undefined
}

/** Excel's first day is 1900-01-01, and it believes in 1900-02-29. */
function serialParts(text: string): Parts | undefined {
  if (!/^\d{5}(,\d+)?$/.test(text)) return undefined
  const day = Temporal.PlainDate.from('1899-12-30').add({ days: Math.floor(Number(text.replace(',', '.'))) })
  return [day.year, day.month, day.day]
}

/** A time of day as HH:MM: "9:00", "9 Uhr", "09.30 Uhr", or Excel's part of a day. */
export function readTime(text: string): Outcome<string> {
  const [, hour, minute = '0'] = /^(\d{1,2})(?:[:.](\d{2}))?(?::\d{2})?(?:\s?uhr)?$/i.exec(text) ?? []
  const [hours, minutes] = hour ? [Number(hour), Number(minute)] : partOfDay(text)
  if (hours === undefined || minutes === undefined || hours > 23 || minutes > 59)
    return refuse(`„${text.slice(0, 40)}“ ist keine Uhrzeit. Bitte schreiben Sie sie wie 09:30.`)
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}

function partOfDay(text: string): [number?, number?] {
  if (!/^0,\d+$/.test(text)) return []
  const minutes = Math.round(Number(text.replace(',', '.')) * 24 * 60)
  return [Math.floor(minutes / 60), minutes % 60]
}

/** Most that an amount of one municipality may be: ten million euros. */
const mostCents = 1_000_000_000

/** Cents: "16.100,00 €", "16100", "16100,5", "16100.50", "EUR 16 100". Nothing is rounded. */
export function readMoney(text: string): Outcome<number> {
  if (text.startsWith('=')) return refuse('Hier steht eine Formel ohne Ergebnis. Bitte schreiben Sie den Betrag.')
  const bare = text.replaceAll(/(?:€|EUR|Euro)/gi, '').replaceAll(/[\s\u00a0\u202f']/g, '')
  if (/^[-−–]/.test(bare) && /\d/.test(bare))
    return refuse('Ein Betrag ist nie negativ. Korrekturen werden später gebucht, nicht eingelesen.')
  const amount = germanForm(bare)
  if (amount === undefined)
    return refuse(`„${text.slice(0, 40)}“ ist kein Betrag. Bitte schreiben Sie ihn wie 16.100,00.`)
  const [euros = '', decimals = ''] = amount.split(',')
  if (/[1-9]/.test(decimals.slice(2))) return refuse('Der Betrag hat mehr als zwei Stellen hinter dem Komma.')
  const cents = Number(euros) * 100 + Number(decimals.slice(0, 2).padEnd(2, '0'))
  return cents > mostCents ? refuse('Der Betrag ist größer als zehn Millionen Euro. Bitte prüfen Sie ihn.') : cents
}

/** Digits, and a comma before decimals. */
function germanForm(bare: string): string | undefined {
  if (/^\d{1,9}(,\d+|,-|,–)?$/.test(bare)) return bare.replace(/[-–]$/, '')
  if (/^\d{1,3}(\.\d{3})+(,\d+|,-|,–)?$/.test(bare)) return bare.replaceAll('.', '').replace(/[-–]$/, '')
  if (/^\d{1,9}\.\d{1,2}$/.test(bare)) return bare.replace('.', ',')
  if (/^\d{1,3}(,\d{3})+\.\d{1,2}$/.test(bare)) return bare.replaceAll(',', '').replace('.', ',')
  return undefined
}
