import type { Temporal } from 'temporal-polyfill'
import { germanDay, localDay } from '#kernel/local-day.ts'
import type { EnrollmentWithSteps } from '#foundation/programmes/index.ts'
import { Button } from '#ui/button/button.tsx'
import { errorAt, Form, HiddenField, TextArea } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import { participationRoutes as routes } from '../../routes.ts'
import type { Side } from '../../side.ts'
import { RoadNotes } from '../../web/road-frame.tsx'
import { type Typed, typedIn } from '../../web/typed.ts'
import { currentFile, type Document, type DocumentFile } from '../document.ts'
import { FileLine, State } from './document-table.tsx'
import { fileLabels, VersionForm } from './file-forms.tsx'
import { Findings } from './findings.tsx'

export interface DocumentProps {
  road: EnrollmentWithSteps
  document: Document
  side: Side | undefined
  now: Temporal.Instant
  typed: Typed
}

const labels = { ...fileLabels, severity: 'Schwere', text: 'Befund', recommendation: 'Empfehlung', reason: 'Grund' }

// Each version and each finding has a reason of its own.
const idsOf = ({ at }: Typed) => (at === undefined ? undefined : { reason: `grund-${at}` })

/** One document, for both sides. */
export function DocumentView(props: DocumentProps) {
  const { road, document, side, typed } = props
  const isOpen = road.state === 'active'
  return (
    <>
      <PageHead
        title={document.title}
        lead={`${road.organizationName}. ${document.hint}`}
        actions={<State document={document} />}
      />
      <div class="lw-stack lw-stack--xl">
        <RoadNotes
          road={road}
          refusal={typed.refusal}
          labels={typed.at === 'state' ? undefined : labels}
          ids={idsOf(typed)}
        />
        {isOpen && side && <StateForms document={document} side={side} />}
        <Versions {...props} />
        <Findings {...props} />
      </div>
    </>
  )
}

interface Wish {
  state: Document['state']
  button: string
  why: string
}

function wishesOf({ state, files }: Document, side: Side): Wish | undefined {
  if (side === 'organization') {
    if (state === 'received' && !currentFile({ files }))
      return {
        state: 'missing',
        button: 'Liegt doch nicht vor',
        why: 'Eingegangen ist das Dokument laut der Liste des Verbunds; hier liegt keine Datei. Sie können sie auch einfach ablegen.',
      }
    if (state === 'missing')
      return {
        state: 'doesNotExist',
        button: 'Gibt es bei uns nicht',
        why: 'Das ist kein Mangel. Das Prüfhaus weiß dann, dass nichts mehr kommt.',
      }
    return state === 'doesNotExist'
      ? {
          state: 'missing',
          button: 'Gibt es doch',
          why: 'Dann gilt das Dokument wieder als fehlend, bis Sie es ablegen.',
        }
      : undefined
  }
  if (state === 'received')
    return {
      state: 'reviewed',
      button: 'Als geprüft kennzeichnen',
      why: 'Befunde können Sie vorher und nachher schreiben.',
    }
  return state === 'reviewed'
    ? { state: 'received', button: 'Noch einmal prüfen', why: 'Das Dokument gilt dann wieder als eingegangen.' }
    : undefined
}

function StateForms({ document, side }: { document: Document; side: Side }) {
  const wish = wishesOf(document, side)
  if (!wish) return null
  return (
    <Form action={routes.documentState.href({ id: document.enrollmentId, document: document.id })} label={wish.button}>
      <HiddenField name="version" value={String(document.version)} />
      <HiddenField name="state" value={wish.state} />
      <p class="lw-small lw-muted">{wish.why}</p>
      <p>
        <Button variant={side === 'assessor' && wish.state === 'reviewed' ? 'primary' : 'secondary'}>
          {wish.button}
        </Button>
      </p>
    </Form>
  )
}

function Versions({ road, document, side, now, typed }: DocumentProps) {
  const today = localDay(now)
  const mayHandIn = side === 'organization' && road.state === 'active'
  const newest = currentFile(document)
  return (
    <Panel
      id="fassungen"
      title="Datei"
      note={document.files.length > 1 ? `${document.files.length} Fassungen` : undefined}
    >
      <div class="lw-stack lw-stack--l">
        {document.files.length === 0 ? (
          <p class="lw-muted">
            {document.state === 'doesNotExist' ? 'Die Kommune sagt, dass es das nicht gibt.' : 'Noch keine Datei.'}
          </p>
        ) : (
          <Table
            caption="Die neueste zuerst"
            captionHidden
            stack
            rows={document.files}
            columns={[
              { header: 'Fassung', rowHeader: true, cell: (file) => <FileLine file={file} today={today} /> },
              { header: 'Abgelegt', cell: (file) => `${germanDay(localDay(file.addedAt))}, ${file.addedBy ?? '–'}` },
              { header: 'Gilt', cell: (file) => standing(file, newest) },
              ...(mayHandIn && document.state !== 'reviewed'
                ? [
                    {
                      header: 'Zurücknehmen',
                      cell: (file: DocumentFile) => <Withdraw document={document} file={file} typed={typed} />,
                    },
                  ]
                : []),
            ]}
          />
        )}
        {mayHandIn && (
          <div class="lw-measure">
            <VersionForm document={document} {...typedIn(typed, 'file')} />
          </div>
        )}
      </div>
    </Panel>
  )
}

const standing = (file: DocumentFile, newest: DocumentFile | undefined): string =>
  file.withdrawnAt
    ? `zurückgenommen am ${germanDay(localDay(file.withdrawnAt))}: ${file.withdrawalReason ?? ''}`
    : file === newest
      ? 'diese gilt'
      : 'ersetzt'

function Withdraw({ document, file, typed }: { document: Document; file: DocumentFile; typed: Typed }) {
  if (file.withdrawnAt || document.findings.some(({ fileNumber }) => fileNumber === file.number)) return '–'
  const { form, refusal } = typedIn(typed, file.id)
  return (
    <details class="lw-why" open={refusal !== undefined}>
      <summary>Zurücknehmen</summary>
      <Form
        action={routes.withdrawFile.href({ id: document.enrollmentId, document: document.id, file: file.id })}
        label={`„${file.name}“ zurücknehmen`}
      >
        <TextArea
          name="reason"
          id={`grund-${file.id}`}
          label="Grund"
          hint="Die Datei ist danach weg; dass es sie gab, bleibt stehen."
          rows={2}
          required
          value={form['reason']}
          error={errorAt(refusal?.errors, 'reason')}
        />
        <Button size="x-small">Fassung {String(file.number)} zurücknehmen</Button>
      </Form>
    </details>
  )
}
