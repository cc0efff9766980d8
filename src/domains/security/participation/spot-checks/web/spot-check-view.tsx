import { Temporal } from 'temporal-polyfill'
import { germanDay, germanMoment, localDay } from '#kernel/local-day.ts'
import { fileRoutes } from '#foundation/files/index.ts'
import { assessmentRoutes } from '#domains/security/assessments/index.ts'
import { errorAt, Form, HiddenField, Submit, TextArea } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import { Thread } from '#ui/thread/thread.tsx'
import { participationRoutes as routes } from '../../routes.ts'
import { RoadNotes } from '../../web/road-frame.tsx'
import { typedIn } from '../../web/typed.ts'
import { resultInWords, type SpotCheck } from '../spot-check.ts'
import { type ProtocolProps, ResultTag } from './protocol-view.tsx'
import { SpotCheckFields, spotLabels } from './spot-check-form.tsx'

type Props = Omit<ProtocolProps, 'checks'> & { check: SpotCheck }

/** One sample: what was expected and seen, its corrections, and what the municipality says. */
export function SpotCheckView(props: Props) {
  const { road, check, side, closing, now, typed } = props
  const { number, object, earlier, comments } = check
  const isOpen = road.state === 'active'
  return (
    <>
      <PageHead
        title={`${number}. ${object}`}
        lead={road.organizationName}
        actions={<ResultTag result={check.result} />}
      />
      <div class="lw-stack lw-stack--xl">
        <RoadNotes
          road={road}
          refusal={typed.refusal}
          labels={typed.isStale ? undefined : { ...spotLabels, text: 'Kommentar' }}
        />
        <Panel id="geprueft" title="Was geprüft wurde">
          <Table
            caption="Die Stichprobe"
            captionHidden
            stack
            rows={linesOf(check)}
            columns={[
              { header: 'Angabe', rowHeader: true, cell: ([label]) => label },
              { header: 'Inhalt', cell: ([, text]) => text },
            ]}
          />
          <Links check={check} />
        </Panel>
        <Panel id="kommentare" title="Kommentare der Kommune">
          <div class="lw-stack">
            {comments.length === 0 ? (
              <p class="lw-muted">Noch keiner.</p>
            ) : (
              <Thread
                label="Kommentare"
                entries={comments.map(({ writtenBy, writtenAt, text }) => ({
                  who: writtenBy ?? 'Kommune',
                  when: germanMoment(writtenAt, now),
                  text,
                }))}
              />
            )}
            {side === 'organization' && isOpen && <CommentForm {...props} />}
          </div>
        </Panel>
        {earlier.length > 0 && (
          <Panel id="fassungen" title="Frühere Fassungen">
            <Table
              caption="Die neueste zuerst"
              captionHidden
              stack
              rows={earlier}
              columns={[
                { header: 'Fassung', rowHeader: true, cell: ({ version }) => String(version) },
                { header: 'Gesehen', cell: ({ seen }) => (seen === '' ? '–' : seen) },
                { header: 'Ergebnis', cell: ({ result }) => resultInWords(result) },
                {
                  header: 'Geschrieben',
                  cell: ({ writtenBy, writtenAt }) => `${germanDay(localDay(writtenAt))}, ${writtenBy ?? 'Prüfhaus'}`,
                },
              ]}
            />
          </Panel>
        )}
        {side === 'assessor' && isOpen && !closing && <Correction {...props} />}
      </div>
    </>
  )
}

function linesOf(check: SpotCheck): [string, string][] {
  const lines: [string, string][] = [
    ['Wie geprüft', check.what],
    ['Erwartet', check.expected],
    ['Gesehen', check.seen],
    ['Nachweis', check.evidenceNote],
    ['Wann und durch wen', `${germanDay(Temporal.PlainDate.from(check.checkedOn))}, ${check.writtenBy ?? 'Prüfhaus'}`],
    ['Grund der Berichtigung', check.reason],
  ]
  return lines.filter(([, text]) => text !== '')
}

const Links = ({ check: { file, control } }: { check: SpotCheck }) => (
  <>
    {file && (
      <p>
        <a class="lw-link" href={fileRoutes.download.href({ id: file.id })} download>
          Nachweis: {file.name}
        </a>
      </p>
    )}
    {control && (
      <p>
        <a class="lw-link" href={assessmentRoutes.question.href({ id: control.assessmentId, controlId: control.id })}>
          Frage {control.id} der Prüfung
        </a>
      </p>
    )}
  </>
)

function CommentForm({ road, check, typed }: Props) {
  const { form, refusal } = typedIn(typed, 'comment')
  return (
    <Form action={routes.spotComment.href({ id: road.id, check: check.id })} label="Kommentar">
      <TextArea
        name="text"
        label="Kommentar"
        rows={3}
        required
        value={form['text']}
        error={errorAt(refusal?.errors, 'text')}
      />
      <Submit variant="secondary">Kommentar speichern</Submit>
    </Form>
  )
}

function Correction({ road, check, typed }: Props) {
  const { form, refusal } = typedIn(typed, 'correct')
  const { object, what, expected, seen, result, evidenceNote, checkedOn, control } = check
  const fields = refusal
    ? form
    : { object, what, expected, seen, result, evidenceNote, checkedOn, controlId: control?.id }
  return (
    <details class="lw-why" open={refusal !== undefined}>
      <summary>Stichprobe berichtigen</summary>
      <Form action={routes.spotCheck.href({ id: road.id, check: check.id })} multipart label="Berichtigung">
        <HiddenField name="version" value={(refusal && form['version']) ?? String(check.version)} />
        <SpotCheckFields form={fields} refusal={refusal} />
        <TextArea
          name="reason"
          label={spotLabels.reason}
          hint="Die frühere Fassung bleibt lesbar."
          rows={2}
          required
          value={form['reason']}
          error={errorAt(refusal?.errors, 'reason')}
        />
        <Submit variant="secondary">Berichtigung speichern</Submit>
      </Form>
    </details>
  )
}
