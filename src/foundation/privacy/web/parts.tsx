import { Temporal } from 'temporal-polyfill'
import type { EventWords } from '#foundation/audit/index.ts'
import { germanDay, germanTime, localDay } from '#kernel/local-day.ts'
import { Description } from '#ui/description/description.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import { type Part, partNames, type PersonalData } from '../personal-data.ts'

const shownRows = 100

type Cell = PersonalData['person'][string] | undefined

const headers: Readonly<Record<string, string>> = {
  organization: 'Organisation',
  role: 'Aufgabe',
  from: 'Von',
  until: 'Bis',
  isRepresented: 'Ihre Rolle',
  lastDay: 'Letzter Tag',
  name: 'Name',
  email: 'Adresse',
  roles: 'Aufgaben',
  invitedAt: 'Eingeladen',
  acceptedAt: 'Angenommen',
  device: 'Gerät',
  openedAt: 'Angemeldet',
  lastSeenAt: 'Zuletzt genutzt',
  knownSince: 'Bekannt seit',
  lastUsedAt: 'Zuletzt genutzt',
  scope: 'Umfang',
  createdAt: 'Erstellt',
  expiresAt: 'Gilt bis',
  revokedAt: 'Widerrufen',
  template: 'Vorlage',
  to: 'An',
  state: 'Stand',
  sentAt: 'Versandt',
  title: 'Mitteilung',
  readAt: 'Gelesen',
  at: 'Wann',
  event: 'Was',
  byPerson: 'Von wem',
}

/** Everything in panels, empty parts named in one sentence; of long parts the beginning, the file has all. */
export function PersonalDataParts({ data, words }: { data: PersonalData; words: EventWords }) {
  const parts = Object.keys(partNames) as Part[]
  const filled = parts.filter((part) => data[part].length > 0)
  const empty = parts.filter((part) => data[part].length === 0).map((part) => partNames[part])
  return (
    <div class="lw-stack lw-stack--xl">
      <Panel id="person" title="Person">
        <Description
          items={[
            { term: 'Name', details: inWords('name', data.person['name']) },
            { term: 'Adresse', details: inWords('email', data.person['email']) },
            { term: 'Zugang seit', details: inWords('createdAt', data.person['createdAt']) },
            { term: 'Passwort zuletzt geändert', details: inWords('at', data.signIn['passwordChangedAt']) },
            { term: 'Zweiter Faktor seit', details: inWords('at', data.signIn['secondFactorSince']) },
          ]}
        />
      </Panel>
      {filled.map((part) => (
        <PartPanel part={part} rows={data[part]} words={words} />
      ))}
      {empty.length > 0 && <p class="lw-muted">Nichts gespeichert ist zu: {empty.join(', ')}.</p>}
    </div>
  )
}

interface PartProps {
  part: Part
  rows: PersonalData[Part]
  words: EventWords
}

const PartPanel = ({ part, rows, words }: PartProps) => {
  const columns = Object.keys(rows[0] ?? {})
  return (
    <Panel
      id={part}
      title={partNames[part]}
      note={rows.length > shownRows ? `${shownRows} von ${rows.length}; alle in der Datei` : undefined}
    >
      <Table
        caption={partNames[part]}
        captionHidden
        dense
        stack
        rows={rows.slice(0, shownRows)}
        columns={columns.map((column, at) => ({
          header: headers[column] ?? column,
          rowHeader: at === 0,
          cell: (row: PersonalData[Part][number]) =>
            column === 'event'
              ? (words[String(row[column])]?.title ?? String(row[column]))
              : inWords(column, row[column]),
        }))}
      />
    </Panel>
  )
}

function inWords(column: string, value: Cell): string {
  if (value === null || value === undefined || value === '') return '–'
  if (column === 'isRepresented') return value === true ? 'wird vertreten' : 'vertritt'
  if (column === 'byPerson') return value === true ? 'von der Person' : 'über die Person'
  if (typeof value === 'boolean') return value ? 'ja' : 'nein'
  if (typeof value === 'number') return value.toLocaleString('de-DE')
  if (typeof value !== 'string') return value.join(', ')
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return germanDay(Temporal.PlainDate.from(value))
  if (/^\d{4}-\d\d-\d\dT/.test(value)) {
    const at = Temporal.Instant.from(value)
    return `${germanDay(localDay(at))}, ${germanTime(at)}`
  }
  return value
}
