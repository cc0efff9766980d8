import { Temporal } from 'temporal-polyfill'
import type { EventWords } from '#foundation/audit/index.ts'
import { germanDay, germanTime, localDay } from '#kernel/local-day.ts'
import { purposes } from '#foundation/consents/index.ts'
import { everyRoleInWords } from '#foundation/identity/index.ts'
import { Description } from '#ui/description/description.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import { type Part, parts, type PersonalData } from '../personal-data.ts'

const shownRows = 100

type Cell = PersonalData['person'][string] | undefined

const values: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  isRepresented: { true: 'wird vertreten', false: 'vertritt' },
  function: { manager: 'Leitung', guide: 'Betreuung' },
  byPerson: { true: 'hat es getan', false: 'ist betroffen' },
  scope: { read: 'nur lesen', write: 'lesen und ändern' },
  channel: {
    mail: 'sofort per Mail',
    inbox: 'nur im Postfach',
    daily: 'täglich',
    weekly: 'wöchentlich',
    never: 'gar nicht',
  },
  weekday: { 1: 'Mo', 2: 'Di', 3: 'Mi', 4: 'Do', 5: 'Fr', 6: 'Sa', 7: 'So' },
  consentPurpose: Object.fromEntries(purposes.map(({ key, title }) => [key, title])),
  appointmentState: {
    proposed: 'vorgeschlagen',
    confirmed: 'bestätigt',
    declined: 'neue Zeiten erbeten',
    cancelled: 'abgesagt',
    held: 'stattgefunden',
  },
  seatState: {
    confirmed: 'Platz bestätigt',
    waiting: 'Warteliste',
    offered: 'Platz angeboten',
    declined: 'nicht angenommen',
    expired: 'Frist verstrichen',
    cancelled: 'abgemeldet',
  },
  measureState: {
    proposed: 'vorgeschlagen',
    decided: 'beschlossen',
    started: 'begonnen',
    done: 'erledigt',
    proven: 'nachgewiesen',
    dropped: 'verworfen',
  },
  state: { waiting: 'wartet', sent: 'versandt', failed: 'gescheitert', bounced: 'nicht zustellbar' },
}

/** What people call a mail or a kind of notification, by the name of its template or kind. */
export type MailTitles = ReadonlyMap<string, string>

interface Words {
  words: EventWords
  mailTitles: MailTitles
}

/** Everything in panels, empty parts named in one sentence; of long parts the beginning, the file has all. */
export function PersonalDataParts({ data, ...words }: { data: PersonalData } & Words) {
  const names = Object.keys(parts) as Part[]
  const filled = names.filter((part) => data[part].length > 0)
  const empty = names.filter((part) => data[part].length === 0).map((part) => parts[part].title)
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
        <PartPanel part={part} rows={data[part]} {...words} />
      ))}
      {empty.length > 0 && <p class="lw-muted">Nichts gespeichert ist zu: {empty.join(', ')}.</p>}
    </div>
  )
}

interface PartProps extends Words {
  part: Part
  rows: PersonalData[Part]
}

const PartPanel = ({ part, rows, ...words }: PartProps) => {
  const { title, columns } = parts[part]
  return (
    <Panel
      id={part}
      title={title}
      note={rows.length > shownRows ? `${shownRows} von ${rows.length}; alle in der Datei` : undefined}
    >
      <Table
        caption={title}
        captionHidden
        dense
        stack
        rows={rows.slice(0, shownRows)}
        columns={Object.entries(columns).map(([column, header], at) => ({
          header,
          rowHeader: at === 0,
          cell: (row: PersonalData[Part][number]) => named(column, row[column], words) ?? inWords(column, row[column]),
        }))}
      />
    </Panel>
  )
}

/** Names that other modules give to what they do and send. */
function named(column: string, value: Cell, { words, mailTitles }: Words): string | undefined {
  if (column === 'event') return words[String(value)]?.title
  return column === 'template' || column === 'kind' ? mailTitles.get(String(value)) : undefined
}

function inWords(column: string, value: Cell): string {
  if (value === null || value === undefined || value === '') return '–'
  const known = values[column]?.[String(value)]
  if (known !== undefined) return known
  if (column === 'role' || column === 'roles') return everyRoleInWords([value].flat().map(String))
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
