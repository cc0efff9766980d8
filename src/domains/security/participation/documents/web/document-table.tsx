import { Temporal } from 'temporal-polyfill'
import { germanDay, localDay } from '#kernel/local-day.ts'
import { fileRoutes, kindInWords, sizeInWords } from '#foundation/files/index.ts'
import type { EnrollmentWithSteps } from '#foundation/programmes/index.ts'
import { Button } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { Facts } from '#ui/facts/facts.tsx'
import { Form, HiddenField } from '#ui/form/form.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import { Tag, type TagState } from '#ui/tag/tag.tsx'
import { participationRoutes as routes } from '../../routes.ts'
import type { Side } from '../../side.ts'
import {
  currentFile,
  type Document,
  type DocumentFile,
  documentStateInWords,
  severities,
  severityInWords,
  standingFindings,
  validityOf,
} from '../document.ts'

/** How many stand where. */
export function Counts({ documents }: { documents: readonly Document[] }) {
  const count = (state: Document['state']): string =>
    documents.filter((one) => one.state === state).length.toLocaleString('de-DE')
  return (
    <Facts
      small
      items={[
        { value: count('missing'), label: count('missing') === '1' ? 'fehlt noch' : 'fehlen noch' },
        { value: count('received'), label: 'eingegangen, nicht geprüft' },
        { value: count('reviewed'), label: 'geprüft' },
        { value: count('doesNotExist'), label: 'gibt es nicht' },
      ]}
    />
  )
}

interface TableProps {
  road: EnrollmentWithSteps
  documents: readonly Document[]
  side: Side | undefined
  now: Temporal.Instant
}

/** All documents of a road, as the programme wants them, further ones behind. */
export function DocumentTable({ road, documents, side, now }: TableProps) {
  const today = localDay(now)
  const mayClick = side === 'organization' && road.state === 'active'
  if (documents.length === 0)
    return (
      <Empty level={2} title="Noch keine Unterlagen">
        Dieses Programm verlangt keine Dokumente. Was die Kommune ablegt, steht dann hier.
      </Empty>
    )
  return (
    <Panel id="liste" title="Alle Dokumente">
      <Table
        caption="Zuerst, was das Programm verlangt"
        captionHidden
        stack
        rows={documents}
        columns={[
          { header: 'Dokument', rowHeader: true, cell: (one) => <Name document={one} side={side} /> },
          { header: 'Stand', cell: (one) => <State document={one} /> },
          ...(side
            ? [
                { header: 'Datei', cell: (one: Document) => <Newest document={one} today={today} /> },
                { header: 'Befunde', cell: (one: Document) => findingsInWords(one) },
              ]
            : []),
          ...(mayClick ? [{ header: 'Ohne Umweg', cell: (one: Document) => <OneClick document={one} /> }] : []),
        ]}
      />
    </Panel>
  )
}

const Name = ({ document, side }: { document: Document; side: Side | undefined }) => (
  <>
    {side ? (
      <a class="lw-link" href={routes.document.href({ id: document.enrollmentId, document: document.id })}>
        {document.title}
      </a>
    ) : (
      document.title
    )}
    {document.hint !== '' && <span class="lw-table__sub">{document.hint}</span>}
    {document.key === null && <span class="lw-table__sub">von der Kommune dazugelegt</span>}
    {document.key !== null && !document.isRequired && <span class="lw-table__sub">freiwillig</span>}
  </>
)

const looks: Record<Document['state'], TagState> = {
  missing: 'soon',
  received: 'running',
  reviewed: 'ok',
  doesNotExist: 'none',
}

/** Where a document stands, and since when. */
export const State = ({ document }: { document: Document }) => (
  <>
    <Tag state={document.state === 'missing' && !document.isRequired ? 'none' : looks[document.state]}>
      {documentStateInWords(document.state)}
    </Tag>
    {document.since && document.state !== 'missing' && (
      <span class="lw-table__sub">
        {document.isBroughtIn ? 'laut Liste des Verbunds vom' : 'seit'} {germanDay(localDay(document.since))}
      </span>
    )}
  </>
)

function Newest({ document, today }: { document: Document; today: Temporal.PlainDate }) {
  const file = currentFile(document)
  if (!file) return '–'
  return <FileLine file={file} today={today} />
}

/** Name, size and validity of a version. */
export const FileLine = ({ file, today }: { file: DocumentFile; today: Temporal.PlainDate }) => (
  <>
    {file.fileId ? (
      <a class="lw-link" href={fileRoutes.download.href({ id: file.fileId })} download>
        {file.name}
      </a>
    ) : (
      file.name
    )}
    {file.size !== null && (
      <span class="lw-table__sub">
        {kindInWords(file.mediaType ?? '')}, {sizeInWords(file.size)}, Fassung {file.number}
      </span>
    )}
    <Validity file={file} today={today} />
  </>
)

function Validity({ file, today }: { file: DocumentFile; today: Temporal.PlainDate }) {
  if (file.validUntil === null) return null
  const until = germanDay(Temporal.PlainDate.from(file.validUntil))
  switch (validityOf(file, today)) {
    case 'expired':
      return <Tag state="late">galt bis {until}</Tag>
    case 'soon':
      return <Tag state="soon">gilt nur bis {until}</Tag>
    default:
      return <span class="lw-table__sub">gilt bis {until}</span>
  }
}

function findingsInWords(document: Document): string {
  const standing = standingFindings(document)
  const worst = severities.findLast((severity) => standing.some((one) => one.severity === severity))
  if (!worst) return '–'
  return `${standing.length === 1 ? '1 Befund' : `${standing.length} Befunde`}, ${worst === 'none' ? 'nur Hinweise' : `höchstens ${severityInWords(worst)}`}`
}

/** "Gibt es bei uns nicht", and back. */
function OneClick({ document }: { document: Document }) {
  if (document.state !== 'missing' && document.state !== 'doesNotExist') return '–'
  const isMissing = document.state === 'missing'
  return (
    <Form
      action={routes.documentState.href({ id: document.enrollmentId, document: document.id })}
      layout="row"
      label={`„${document.title}“: ${isMissing ? 'gibt es bei uns nicht' : 'gibt es doch'}`}
    >
      <HiddenField name="version" value={String(document.version)} />
      <HiddenField name="state" value={isMissing ? 'doesNotExist' : 'missing'} />
      <HiddenField name="from" value="liste" />
      <Button size="x-small">{isMissing ? 'Gibt es bei uns nicht' : 'Gibt es doch'}</Button>
    </Form>
  )
}
