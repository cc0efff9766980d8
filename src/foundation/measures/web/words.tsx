import type { Temporal } from 'temporal-polyfill'
import { germanDate } from '#kernel/local-day.ts'
import { euro } from '#kernel/money.ts'
import { Tag, type TagState } from '#ui/tag/tag.tsx'
import {
  type Measure,
  type MeasureOutline,
  type MeasureState,
  measureStateInWords,
  openStates,
  urgencyOf,
} from '../measure.ts'

const looks: Record<MeasureState, TagState> = {
  proposed: 'none',
  decided: 'none',
  started: 'running',
  done: 'running',
  proven: 'ok',
  dropped: 'none',
}

export const StateTag = ({ state }: { state: MeasureState }) => (
  <Tag state={looks[state]}>{measureStateInWords(state)}</Tag>
)

/** The day something is to be done, or looked at again, and how near it is. */
export function DayTag({ measure, today }: { measure: MeasureOutline; today: Temporal.PlainDate }) {
  const isOpen = openStates.includes(measure.state)
  const day = isOpen ? measure.dueOn : measure.checkOn
  if (day === null) return <>–</>
  const words = isOpen ? germanDate(day) : `prüfen ab ${germanDate(day)}`
  switch (urgencyOf(measure, today)) {
    case 'overdue':
      return <Tag state={isOpen ? 'late' : 'soon'}>{isOpen ? `überfällig seit ${germanDate(day)}` : words}</Tag>
    case 'soon':
      return <Tag state="soon">{words}</Tag>
    default:
      return <span class="lw-nowrap">{words}</span>
  }
}

export const costInWords = ({ costCents }: Pick<Measure, 'costCents'>): string =>
  costCents === null ? '–' : euro(costCents)

export const fieldLabels: Readonly<Record<string, string>> = {
  title: 'Name',
  kind: 'Art',
  description: 'Was zu tun ist',
  effortDays: 'Aufwand',
  costCents: 'Kosten',
  programmeId: 'Wer bezahlt',
  ownerId: 'Zuständig',
  dueOn: 'Fällig am',
  remindDays: 'Erinnern',
  checkOn: 'Wieder prüfen am',
  nextOn: 'Wieder prüfen am',
  note: 'Notiz',
  reason: 'Grund',
  proof: 'Nachweis',
  file: 'Datei',
  state: 'Stand',
  templateId: 'Vorlage',
  organizationId: 'Organisation',
}
