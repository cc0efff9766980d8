import type { Temporal } from 'temporal-polyfill'
import { Alert } from '#ui/alert/alert.tsx'
import { Tasks } from '#ui/tasks/tasks.tsx'
import type { Duty } from '../collect-duties.ts'
import { dueInWords } from '../due.ts'

/** Duties as a list, each with its distance and the way to somebody else. */
export const DutyList = ({ items, today }: { items: readonly Duty[]; today: Temporal.PlainDate }) => (
  <Tasks
    items={items.map(({ url, title, reason, sourceTitle, dueOn, handOnUrl }) => ({
      href: url,
      title,
      meta: `${sourceTitle} · ${reason}`,
      due: dueOn ? dueInWords(dueOn, today) : undefined,
      handOn: handOnUrl === undefined ? undefined : { href: handOnUrl, label: 'Weitergeben' },
    }))}
  />
)

const inWords = new Intl.ListFormat('de', { type: 'conjunction' })

/** Says which part is not there, and that the rest is. `what`: "Die Aufgaben". */
export const Missing = ({ what, titles }: { what: string; titles: readonly string[] }) =>
  titles.length === 0 ? null : (
    <Alert
      kind="warning"
      title={`${what} aus ${inWords.format(titles.map((title) => `„${title}“`))} fehlen gerade`}
      level={3}
    >
      <p>
        Alles andere steht hier. Wir sehen im Protokoll des Systems nach; bitte laden Sie die Seite in einer Minute noch
        einmal.
      </p>
    </Alert>
  )
