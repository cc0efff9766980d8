import { germanDay, germanTime, localDay } from '#kernel/local-day.ts'
import { Button } from '#ui/button/button.tsx'
import { Difference } from '#ui/difference/difference.tsx'
import { Form, HiddenField } from '#ui/form/form.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import { type Answer, type Assessment, givenInWords, type Question } from '../../assessment.ts'
import { assessmentRoutes } from '../../routes.ts'

export interface HistoryProps {
  assessment: Assessment
  question: Question
  /** The newest first. */
  versions: Answer[]
  names: Map<string, string>
  mayChange: boolean
  back: string
}

/** All versions with what each of them changed, and the way back to an earlier one. */
export function History(props: HistoryProps) {
  const { versions, names, mayChange } = props
  const [newest] = versions
  if (!newest) return null
  const rows = versions.map((version, at) => ({ version, before: versions[at + 1] }))
  return (
    <Panel id="verlauf" title="Verlauf" note={versions.length === 1 ? '1 Fassung' : `${versions.length} Fassungen`}>
      <Table
        caption="Die neueste Fassung zuerst; nichts wird überschrieben"
        stack
        rows={rows}
        columns={[
          { header: 'Antwort', rowHeader: true, cell: (row) => <Said {...row} controlId={props.question.id} /> },
          { header: 'Notiz', cell: (row) => <Note {...row} /> },
          { header: 'Von', cell: ({ version }) => names.get(version.answeredBy) ?? 'Kollegin oder Kollege' },
          {
            header: 'Am',
            cell: ({ version: { answeredAt } }) => `${germanDay(localDay(answeredAt))}, ${germanTime(answeredAt)}`,
          },
          ...(mayChange && versions.length > 1
            ? [
                {
                  header: 'Ändern',
                  cell: ({ version }: Row) =>
                    version !== newest &&
                    !isSame(version, newest) && <Restore {...props} version={version} newest={newest} />,
                },
              ]
            : []),
        ]}
      />
    </Panel>
  )
}

interface Row {
  version: Answer
  before: Answer | undefined
}

const isSame = (one: Answer, other: Answer): boolean =>
  !other.unconfirmed && givenInWords(one) === givenInWords(other) && one.note === other.note

/** "Ja, vorher Nein" */
function Said({ version, before, controlId }: Row & { controlId: string }) {
  const [now, then] = [givenInWords(version), before && givenInWords(before)]
  const confirms = before?.unconfirmed === true && !version.unconfirmed && now === then
  return (
    <>
      {now}
      {then !== undefined && then !== now && <div class="lw-table__sub">vorher {then}</div>}
      {version.unconfirmed && (
        <div class="lw-table__sub">
          {version.movedFrom ? 'in neuer Fassung, zu bestätigen' : 'aus einer anderen Prüfung übernommen'}
        </div>
      )}
      {version.movedFrom && version.movedFrom !== controlId && !version.unconfirmed && (
        <div class="lw-table__sub">damals Nummer {version.movedFrom}</div>
      )}
      {confirms && <div class="lw-table__sub">bestätigt</div>}
    </>
  )
}

const Note = ({ version: { note }, before }: Row) =>
  note === '' && !before?.note ? <>–</> : <Difference before={before?.note ?? note} after={note} />

function Restore({ assessment, question, version, newest, back }: HistoryProps & { version: Answer; newest: Answer }) {
  const when = `${germanDay(localDay(version.answeredAt))}, ${germanTime(version.answeredAt)}`
  return (
    <Form
      action={assessmentRoutes.restore.href({ id: assessment.id, controlId: question.id })}
      layout="row"
      label={`Fassung vom ${when}: ${givenInWords(version)}`}
    >
      <HiddenField name="from" value={String(version.version)} />
      <HiddenField name="version" value={String(newest.version)} />
      <HiddenField name="zurueck" value={back} />
      <Button size="x-small">Wiederherstellen</Button>
    </Form>
  )
}
