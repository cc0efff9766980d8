import { Temporal } from 'temporal-polyfill'
import { germanDay } from '#kernel/local-day.ts'
import type { Programme } from '#foundation/programmes/index.ts'
import { Countdown } from '#ui/countdown/countdown.tsx'
import { Funnel } from '#ui/funnel/funnel.tsx'
import { Why } from '#ui/why/why.tsx'
import { daysUntil, workingDaysUntil } from '../deadline.ts'
import type { Filter } from '../filter.ts'
import type { Summary } from '../row.ts'
import { cockpitHref } from './links.ts'
import type { NeedLine } from './needs-list.ts'
import { finishedWord } from './words.ts'

interface BandProps {
  programme: Programme
  summary: Summary
  needs: readonly NeedLine[]
  today: Temporal.PlainDate
}

function sentenceOf(programme: Programme, { open, active, late, endangered }: Summary): string {
  const finished = finishedWord(programme)
  if (open === 0) return active === 0 ? 'Noch nimmt niemand teil.' : `Alle ${active} Kommunen sind ${finished}.`
  const start = `${open} von ${active} Kommunen ${open === 1 ? 'ist' : 'sind'} noch nicht ${finished}`
  const short = endangered + late
  if (programme.deadline === null) return `${start}.`
  if (late > 0) return `${start}. Die Frist ist vorbei.`
  return short === 0
    ? `${start}. Nach der üblichen Dauer schaffen es alle.`
    : `${start}, ${short} davon ${short === 1 ? 'schafft' : 'schaffen'} es ohne Ihr Zutun nicht.`
}

/** Countdown to the deadline with what is missing; without a deadline only what is missing. */
export function Band({ programme, summary, needs, today }: BandProps) {
  const { deadline, id } = programme
  const left = daysUntil(today, deadline)
  const items = needs.map(({ key, words }) => ({ href: cockpitHref(id, { need: key }), label: words }))
  const sentence = sentenceOf(programme, summary)
  return (
    <div class="lw-stack lw-stack--s">
      {deadline === null || left === null ? (
        <Countdown value={summary.open} unit="noch offen" sentence={sentence} items={items} />
      ) : (
        <Countdown
          value={Math.abs(left)}
          unit={
            left < 0
              ? `Tage seit dem ${germanDay(Temporal.PlainDate.from(deadline))}`
              : `${left === 1 ? 'Tag' : 'Tage'} bis ${germanDay(Temporal.PlainDate.from(deadline))}`
          }
          note={workingDays(workingDaysUntil(today, deadline))}
          sentence={sentence}
          items={items}
        />
      )}
      <Why summary="Wie wird das gerechnet?">
        Für jede Kommune zählen wir zusammen, wie lange die Schritte üblicherweise dauern, die noch vor ihr liegen; die
        Dauer steht beim Programm. Ist das mehr als die Tage bis zur Frist, heißt sie gefährdet. Bleibt weniger als ein
        Drittel Luft, heißt sie knapp, sonst im Plan. Arbeitstage sind Montag bis Freitag ohne die gesetzlichen
        Feiertage in Sachsen-Anhalt.
      </Why>
    </div>
  )
}

const workingDays = (days: number | null): string | undefined =>
  days === null ? undefined : days === 1 ? '1 Arbeitstag' : `${days} Arbeitstage`

/** Where everybody stands; each place filters the table. */
export function Places({ programme, summary, filter }: { programme: Programme; summary: Summary; filter: Filter }) {
  const { id, phases } = programme
  const place = (phase: string, label: string, count: number) => ({
    label,
    count,
    href: cockpitHref(id, { phase }),
    current: filter.phase === phase,
  })
  return (
    <Funnel
      label="Kommunen nach Phase"
      items={[
        place('none', 'Ohne Teilnahme', summary.outside),
        ...phases.map(({ key, title }) => place(key, title, summary.phases.get(key) ?? 0)),
        place('completed', 'Fertig', summary.completed),
      ]}
    />
  )
}
