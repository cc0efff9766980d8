import { germanDate } from '#kernel/local-day.ts'
import { germanMoney } from '#kernel/money.ts'
import type { BookPlace, Books } from '../books/books.ts'
import { type Figures, openOf, sumsOf, unusedOf } from '../books/figures.ts'
import { keptUntil } from './proof.ts'

/**
 * The narrative as the data tell it: a text to begin with, for people to edit. A line that begins with "## " is a heading, one with "- " an
 * item of a list; empty lines part paragraphs.
 */
export const draftNarrative = (books: Books, figures: Figures, vouchers: number): string =>
  [
    ...section('Gegenstand', subject(books)),
    ...section('Teilnahme', participation(books)),
    ...section('Leistungen', services(books)),
    ...section('Verwendung der Mittel', use(figures, vouchers)),
    ...section('Nicht verwendete Mittel', rest(books, figures)),
    ...section('Belege', keeping(books)),
  ].join('\n\n')

const section = (title: string, paragraphs: string[]): string[] =>
  paragraphs.length === 0 ? [] : [`## ${title}`, ...paragraphs]

function subject({ programmeName, runBy, startsOn, deadline, totalCents, stages }: Books): string[] {
  const time =
    startsOn !== null && deadline !== null
      ? `vom ${germanDate(startsOn)} bis zum ${germanDate(deadline)}`
      : deadline === null
        ? ''
        : `bis zum ${germanDate(deadline)}`
  const most = totalCents === null ? '' : ` Je Kommune stehen dafür höchstens ${germanMoney(totalCents)} bereit.`
  const released = stages.flatMap(({ title, amountCents, releasedOn, decision }) =>
    releasedOn === null
      ? []
      : [
          `- ${title}: ${germanMoney(amountCents)} je Kommune, freigegeben am ${germanDate(releasedOn)}${decision === '' ? '' : ` (${decision})`}`,
        ],
  )
  return [
    `${runBy} führt das Programm „${programmeName}“ ${time} durch.`.replace('  ', ' ') +
      `${most} Die Kommunen erhalten kein Geld, sondern Leistungen, die der Verbund beauftragt und bezahlt.`,
    ...(released.length === 0 ? [] : [released.join('\n')]),
  ]
}

const towns = (count: number): string => (count === 1 ? '1 Kommune' : `${count} Kommunen`)

function participation({ places }: Books): string[] {
  if (places.length === 0) return ['Es hat noch keine Kommune teilgenommen.']
  const many = (test: (place: BookPlace) => boolean): number => places.filter(test).length
  const [admitted, assessed, accepted, left] = [
    many(({ isAdmitted }) => isAdmitted),
    many(({ isAssessed }) => isAssessed),
    many(({ hasAccepted }) => hasAccepted),
    many(({ isWithdrawn }) => isWithdrawn),
  ]
  return [
    [
      `${towns(places.length)} ${places.length === 1 ? 'hat' : 'haben'} sich am Programm beteiligt.`,
      `Zugelassen wurden ${admitted}.`,
      `Für ${towns(assessed)} liegt der Bericht über die Prüfung abgenommen vor.`,
      `${towns(accepted)} ${accepted === 1 ? 'hat' : 'haben'} alle Leistungen abgenommen.`,
      ...(left === 0 ? [] : [`${towns(left)} ${left === 1 ? 'hat' : 'haben'} die Teilnahme vorzeitig beendet.`]),
    ].join(' '),
  ]
}

function services({ orders, entries }: Books): string[] {
  const sums = new Map(
    [...Map.groupBy(entries, ({ orderId }) => orderId)].map(([id, moved]) => [id, sumsOf(moved)] as const),
  )
  const lines = [...Map.groupBy(orders, ({ title }) => title)]
    .map(([title, alike]) => {
      const each = alike.flatMap(({ id }) => sums.get(id) ?? [])
      const ordered = each.filter((one) => openOf(one) - one.planned + one.settled > 0)
      return {
        title,
        ordered: ordered.length,
        settled: each.filter(({ settled }) => settled > 0).length,
        cents: each.reduce((sum, { settled }) => sum + settled, 0),
      }
    })
    .filter(({ ordered }) => ordered > 0)
    .toSorted((one, other) => other.cents - one.cents || one.title.localeCompare(other.title, 'de'))
  if (lines.length === 0) return ['Es wurden noch keine Leistungen beauftragt.']
  const ordered = lines.reduce((sum, line) => sum + line.ordered, 0)
  return [
    `Beauftragt ${ordered === 1 ? 'wurde 1 Leistung' : `wurden ${ordered} Leistungen`}. Nach Art:`,
    lines
      .map(
        (line) =>
          `- ${line.title}: ${line.ordered} beauftragt, ${line.settled} abgerechnet, zusammen ${germanMoney(line.cents)}`,
      )
      .join('\n'),
  ]
}

const percent = (part: number, whole: number): string =>
  whole === 0 ? '0' : ((part * 100) / whole).toLocaleString('de-DE', { maximumFractionDigits: 1 })

function use({ total }: Figures, vouchers: number): string[] {
  return [
    `Freigegeben wurden ${germanMoney(total.released)}. Davon sind ${germanMoney(total.settled)} abgerechnet, das sind ${percent(total.settled, total.released)} %. ` +
      `${vouchers === 1 ? 'Die Belegliste nennt 1 Beleg' : `Die Belegliste nennt ${vouchers} Belege`}. Alle Beträge sind Bruttobeträge.`,
  ]
}

const reasons = [
  ['limit', 'sind nicht verplant'],
  ['planned', 'sind geplant, aber nicht beauftragt'],
  ['committed', 'sind beauftragt, aber nicht erbracht'],
  ['delivered', 'sind erbracht, aber nicht abgenommen'],
  ['accepted', 'sind abgenommen, aber nicht in Rechnung gestellt'],
  ['invoiced', 'sind in Rechnung gestellt, aber nicht abgerechnet'],
] as const

function rest({ entries, places }: Books, { total }: Figures): string[] {
  const unused = unusedOf(total)
  const given = entries.filter(({ to }) => to === 'grant').reduce((sum, { amountCents }) => sum + amountCents, 0)
  const left = places.filter(({ isWithdrawn }) => isWithdrawn).length
  const back =
    given === 0
      ? []
      : [
          `${germanMoney(given)} waren freigegeben und gingen an die Zuwendung zurück${left === 0 ? '' : `, weil ${towns(left)} die Teilnahme beendet ${left === 1 ? 'hat' : 'haben'}`}.`,
        ]
  if (unused === 0) return ['Die freigegebenen Mittel wurden vollständig verwendet.', ...back]
  const because = reasons.flatMap(([state, words]) =>
    total[state] === 0 ? [] : [`- ${germanMoney(total[state])} ${words}`],
  )
  return [`Von den freigegebenen Mitteln sind ${germanMoney(unused)} nicht abgerechnet:`, because.join('\n'), ...back]
}

function keeping({ deadline, keepYears }: Books): string[] {
  const until = keptUntil(deadline, keepYears)
  return [
    `Die Belege liegen beim Verbund und werden auf Anforderung vorgelegt. Sie werden ${keepYears === 1 ? 'ein Jahr' : `${keepYears} Jahre`} nach dem Ende des Programms aufbewahrt${until === null ? '' : `, also bis zum ${germanDate(until)}`}.`,
  ]
}
