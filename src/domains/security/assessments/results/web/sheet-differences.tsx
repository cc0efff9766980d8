import type { Temporal } from 'temporal-polyfill'
import { germanMoment } from '#kernel/local-day.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { Choice, Form, HiddenField, Submit } from '#ui/form/form.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import { type Answer, type Assessment, givenInWords } from '../../assessment.ts'
import { assessmentRoutes } from '../../routes.ts'
import type { Difference, Differences } from '../sheet-difference.ts'

interface Props {
  assessment: Assessment
  found: Differences
  /** What is saved already, when only conflicts are left. */
  saved: string | undefined
  names: Map<string, string>
  now: Temporal.Instant
}

/** What a table would change, then and now for each question, and one button. */
export function DifferencesView({ assessment, found, saved, names, now }: Props) {
  const { id } = assessment
  const { changes, conflicts, unchanged } = found
  const back = <ButtonLink href={assessmentRoutes.results.href({ id })}>Nichts übernehmen</ButtonLink>
  if (changes.length + conflicts.length === 0)
    return (
      <>
        <p>
          Die Tabelle sagt dasselbe wie hier steht: {unchanged} Fragen ohne Unterschied. Es gibt nichts zu übernehmen.
        </p>
        <p>
          <ButtonLink href={assessmentRoutes.results.href({ id })}>Zu den Ergebnissen</ButtonLink>
        </p>
      </>
    )
  const rows = [...changes, ...conflicts].map(({ row }) => row)
  return (
    <Form action={assessmentRoutes.sheetTake.href({ id })}>
      <HiddenField name="zeilen" value={JSON.stringify(rows)} />
      <p>{summary(found, saved)}</p>
      {conflicts.length > 0 && <Conflicts conflicts={conflicts} names={names} now={now} />}
      {changes.length > 0 && <Changes changes={changes} names={names} now={now} />}
      <div class="lw-row">
        <Submit>{changes.length > 0 ? 'Änderungen übernehmen' : 'Entscheidungen übernehmen'}</Submit>
        {back}
      </div>
    </Form>
  )
}

function summary({ changes, conflicts, unchanged }: Differences, saved: string | undefined): string {
  const parts = [
    saved ?? 'Gespeichert ist noch nichts.',
    changes.length > 0
      ? changes.length === 1
        ? 'Eine Antwort ändert sich.'
        : `${changes.length} Antworten ändern sich.`
      : '',
    conflicts.length > 0
      ? `${conflicts.length === 1 ? 'Eine Frage hat' : `${conflicts.length} Fragen haben`} inzwischen auch andere beantwortet: Bitte entscheiden Sie.`
      : '',
    saved === undefined ? `${unchanged} Fragen sind unverändert.` : '',
  ]
  return parts.filter(Boolean).join(' ')
}

interface Rows {
  names: Map<string, string>
  now: Temporal.Instant
}

const Changes = ({ changes, names, now }: Rows & { changes: Difference[] }) => (
  <Panel id="aenderungen" title="Was sich ändert">
    <Table
      caption="In der Reihenfolge der Tabelle"
      captionHidden
      stack
      rows={changes}
      columns={[
        { header: 'Frage', rowHeader: true, cell: ({ question }) => `${question.id} ${question.title}` },
        { header: 'Bisher', cell: ({ now: there }) => <There answer={there} names={names} now={now} /> },
        { header: 'Aus der Tabelle', cell: (difference) => <Wanted {...difference} /> },
      ]}
    />
  </Panel>
)

const Conflicts = ({ conflicts, names, now }: Rows & { conflicts: Difference[] }) => (
  <Panel id="konflikte" title="Was Sie entscheiden">
    <div class="lw-stack">
      <p>Nichts ist verloren: Welche Fassung Sie auch wählen, die andere bleibt im Verlauf oder in Ihrer Tabelle.</p>
      <Table
        caption="Beide Fassungen"
        captionHidden
        stack
        rows={conflicts}
        columns={[
          { header: 'Frage', rowHeader: true, cell: ({ question }) => `${question.id} ${question.title}` },
          { header: 'Hier', cell: ({ now: there }) => <There answer={there} names={names} now={now} /> },
          { header: 'Aus der Tabelle', cell: (difference) => <Wanted {...difference} /> },
          { header: 'Es gilt', cell: (difference) => <Decide {...difference} /> },
        ]}
      />
    </div>
  </Panel>
)

const Decide = ({ question, now }: Difference) => (
  <>
    <HiddenField name={`gesehen-${question.id}`} value={now ? String(now.version) : ''} />
    <Choice
      name={`wahl-${question.id}`}
      legend={`Frage ${question.id}`}
      options={[
        { value: 'theirs', label: 'Hier' },
        { value: 'mine', label: 'Tabelle' },
      ]}
    />
  </>
)

function There({ answer, names, now }: Rows & { answer: Answer | null }) {
  if (!answer) return 'offen'
  return (
    <>
      {givenInWords(answer)}
      {answer.unconfirmed && ', noch zu bestätigen'}
      {answer.note !== '' && <span class="lw-table__sub">{answer.note}</span>}
      <span class="lw-table__sub">
        {names.get(answer.answeredBy) ?? 'Kollegin oder Kollege'}, {germanMoment(answer.answeredAt, now)}
      </span>
    </>
  )
}

const Wanted = ({ row }: Difference) => (
  <>
    {row.answer === null && row.level === null ? 'zurückgenommen' : givenInWords(row)}
    {row.note !== '' && <span class="lw-table__sub">{row.note}</span>}
  </>
)
