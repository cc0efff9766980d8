import { Temporal } from 'temporal-polyfill'
import { germanDay, germanTime, localDay } from '#kernel/local-day.ts'
import { type FieldError, isRefusal } from '#kernel/outcome.ts'
import { isId } from '#kernel/id.ts'
import { type Answer, page, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show } from '#platform/http/page-route.ts'
import { withQuery } from '#platform/http/route.ts'
import { Button, ButtonLink } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { Filters } from '#ui/filters/filters.tsx'
import { errorAt, Form, HiddenField, SelectField, TextField } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Pager } from '#ui/pager/pager.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import { may } from '../access.ts'
import { folded, type Named, type Scope, type ToldEntry } from '../audit-entry.ts'
import type { EventWords } from '../event-word.ts'
import { listDoers, listEntries, listReaders, type Reader } from '../queries.ts'
import { auditRoutes } from '../routes.ts'
import { day, endOf, entryQuery, startOf } from '../schemas.ts'

const title = 'Protokoll'
const readDays = 90

const views: Record<Scope, { key: string; label: string; lead: string }> = {
  organization: {
    key: 'organisation',
    label: 'Unsere Organisation',
    lead: 'Wer bei uns was getan und gelesen hat. Einträge lassen sich nicht ändern; jede Minute werden sie versiegelt.',
  },
  platform: {
    key: 'betrieb',
    label: 'Betrieb',
    lead: 'Was keine Organisation betrifft: Zugänge, Kataloge, Einstellungen. Inhalte der Kommunen stehen hier nicht.',
  },
  own: {
    key: 'eigene',
    label: 'Was ich getan habe',
    lead: 'Ihre eigenen Vorgänge, für jede Organisation, für die Sie handeln. Diese Ansicht sehen nur Sie.',
  },
}

/** Who did what, in sentences. The words of all modules are gathered by app/audit-words.ts. */
export const auditPagesWith = (words: EventWords): PageRoute[] => [
  show(auditRoutes.protocol, (ctx, { query }) => protocol(ctx, query, words)),
]

interface Wanted {
  scope: Scope
  personId: string | undefined
  event: string | undefined
  from: string
  until: string
  errors: FieldError[]
}

const wrongDay = (path: string, text: string): FieldError[] =>
  text === '' || day.safeParse(text).success ? [] : [{ path, message: 'Das ist kein Tag. Beispiel: 23.11.2026' }]

function read(scopes: readonly Scope[], query: Record<string, string>): Wanted {
  const { von = '', bis = '', person, art } = query
  return {
    scope: scopes.find((scope) => views[scope].key === query['sicht']) ?? scopes[0] ?? 'own',
    personId: isId(person) ? person : undefined,
    event: art && entryQuery.shape.event.safeParse(art).data,
    from: von,
    until: bis,
    errors: [wrongDay('von', von), wrongDay('bis', bis)].flat(),
  }
}

async function protocol(ctx: Context, query: Record<string, string>, words: EventWords): Promise<Answer> {
  const scopes = may.read(ctx.actor)
  const wanted = read(scopes, query)
  const { scope, personId, event, from, until, errors } = wanted
  const found = await listEntries(ctx.db, {
    scopes: [scope],
    limit: 200,
    cursor: query['ab'],
    since: from && errors.length === 0 ? startOf(from) : undefined,
    until: until && errors.length === 0 ? endOf(until) : undefined,
    personId,
    events: event === undefined ? undefined : [event],
  })
  if (isRefusal(found)) return unprocessable(found)
  const doers = scope === 'own' ? [] : await listDoers(ctx.db, [scope])
  const isFiltered = Boolean(personId ?? event ?? (from || until))
  const showsReaders = scope === 'organization' && !isFiltered && query['ab'] === undefined
  const readers = showsReaders
    ? await listReaders(ctx.db, readingEvents(words), ctx.now.subtract({ hours: readDays * 24 }))
    : undefined
  return page({
    title,
    status: errors.length > 0 ? 422 : 200,
    view: () => (
      <>
        <PageHead title={title} lead={views[scope].lead} />
        <div class="lw-stack lw-stack--xl">
          {scopes.length > 1 && (
            <Filters
              label="Ansicht wählen"
              items={scopes.map((each) => ({
                label: views[each].label,
                href: withQuery(auditRoutes.protocol.href(), { sicht: views[each].key }),
                current: each === scope,
              }))}
            />
          )}
          {readers && <Readers readers={readers} />}
          <Entries told={folded(found.items, words)} next={found.next} {...{ wanted, doers, words, isFiltered }} />
        </div>
      </>
    ),
  })
}

const readingEvents = (words: EventWords): string[] =>
  Object.entries(words).flatMap(([event, { isReading }]) => (isReading ? [event] : []))

const Readers = ({ readers }: { readers: Reader[] }) => (
  <Panel id="gelesen" title="Wer hat unsere Prüfung gelesen?" note={`in den letzten ${readDays} Tagen`}>
    {readers.length === 0 ? (
      <p>Niemand von außerhalb. Wer nicht zu Ihnen gehört und eine Prüfung öffnet, steht hier sofort.</p>
    ) : (
      <Table
        caption="Personen von außerhalb, zuletzt gelesen zuerst"
        dense
        stack
        rows={readers}
        columns={[
          { header: 'Wer', rowHeader: true, cell: ({ person }) => person ?? 'Ehemalige Person' },
          { header: 'Von', cell: ({ organization }) => organization ?? '–' },
          { header: 'Zuerst', cell: ({ firstAt }) => momentInWords(firstAt) },
          { header: 'Zuletzt', cell: ({ lastAt }) => momentInWords(lastAt) },
          { header: 'Seiten', numeric: true, cell: ({ times }) => times.toLocaleString('de-DE') },
        ]}
      />
    )}
  </Panel>
)

interface EntriesProps {
  told: ToldEntry[]
  next: string | null
  wanted: Wanted
  doers: Named[]
  words: EventWords
  isFiltered: boolean
}

function Entries({ told, next, wanted, doers, words, isFiltered }: EntriesProps) {
  const view = { sicht: views[wanted.scope].key }
  const kept = { ...view, person: wanted.personId, art: wanted.event, von: wanted.from, bis: wanted.until }
  return (
    <Panel id="vorgaenge" title="Vorgänge">
      <div class="lw-stack">
        <Filter wanted={wanted} doers={doers} words={words} />
        {told.length > 0 && <EntryTable told={told} />}
        {told.length === 0 && isFiltered && (
          <Empty
            title="Kein Vorgang passt zu diesen Filtern"
            actions={
              <ButtonLink href={withQuery(auditRoutes.protocol.href(), view)} size="x-small">
                Alle Filter löschen
              </ButtonLink>
            }
          >
            Weitere Vorgänge sehen Sie ohne Filter oder mit einem längeren Zeitraum.
          </Empty>
        )}
        {told.length === 0 && !isFiltered && (
          <Empty title="Noch keine Vorgänge">
            Sobald jemand etwas ändert oder liest, steht es hier mit Namen und Uhrzeit.
          </Empty>
        )}
        {next && (
          <Pager
            next={{ href: withQuery(auditRoutes.protocol.href(), { ...kept, ab: next }), label: 'Frühere Vorgänge' }}
          />
        )}
      </div>
    </Panel>
  )
}

const Filter = ({ wanted, doers, words }: Pick<EntriesProps, 'wanted' | 'doers' | 'words'>) => (
  <Form method="get" action={auditRoutes.protocol.href()} layout="bar" label="Vorgänge filtern">
    <HiddenField name="sicht" value={views[wanted.scope].key} />
    {doers.length > 0 && (
      <SelectField
        name="person"
        label="Wer"
        empty="alle"
        value={wanted.personId}
        options={doers.map(({ id, name }) => ({ value: id, label: name }))}
      />
    )}
    <SelectField
      name="art"
      label="Was"
      empty="alles"
      value={wanted.event}
      options={Object.entries(words)
        .map(([value, { title: label }]) => ({ value, label }))
        .toSorted((a, b) => a.label.localeCompare(b.label, 'de'))}
    />
    <TextField name="von" label="Von" type="date" short value={wanted.from} error={errorAt(wanted.errors, 'von')} />
    <TextField name="bis" label="Bis" type="date" short value={wanted.until} error={errorAt(wanted.errors, 'bis')} />
    <Button>Filtern</Button>
  </Form>
)

const EntryTable = ({ told }: { told: ToldEntry[] }) => (
  <Table
    caption="Neueste zuerst"
    dense
    stack
    rows={told}
    columns={[
      { header: 'Was geschehen ist', rowHeader: true, cell: ({ sentence }) => sentence },
      { header: 'Wann', cell: timeInWords },
    ]}
  />
)

const momentInWords = (at: Temporal.Instant): string => `${germanDay(localDay(at))}, ${germanTime(at)}`

/** Of several alike, when it began and ended: "21.11.2026, 9:02 bis 9:40 Uhr (34-mal)". */
function timeInWords({ last, firstAt, times }: ToldEntry): string {
  if (times === 1) return momentInWords(last.at)
  const sameDay = Temporal.PlainDate.compare(localDay(firstAt), localDay(last.at)) === 0
  const [from, until] = [germanTime(firstAt), germanTime(last.at)]
  if (sameDay && from === until) return `${momentInWords(last.at)} (${times}-mal)`
  const began = sameDay ? `${germanDay(localDay(firstAt))}, ${from.replace(' Uhr', '')}` : momentInWords(firstAt)
  return `${began} bis ${sameDay ? until : momentInWords(last.at)} (${times}-mal)`
}
