import type { Temporal } from 'temporal-polyfill'
import type { Colleague } from '#foundation/identity/index.ts'
import { Button } from '#ui/button/button.tsx'
import { Form, HiddenField, SelectField, TextField } from '#ui/form/form.tsx'
import { type Column, Table } from '#ui/table/table.tsx'
import { kindInWords, type Measure, measureStateInWords, measureStates } from '../measure.ts'
import { measureRoutes } from '../routes.ts'
import { costInWords, DayTag, StateTag } from './words.tsx'

export interface ListProps {
  measures: readonly Measure[]
  today: Temporal.PlainDate
  /** Several organizations stand in the list. */
  isForeign: boolean
}

/** The name of the box of one measure: of repeated names forms keep the last. */
export const tickName = (id: string): string => `m_${id}`

const nameOf = ({ id, title, kind }: Measure) => (
  <>
    <a class="lw-link lw-strong" href={measureRoutes.show.href({ id })}>
      {title}
    </a>
    <span class="lw-table__sub">{kindInWords(kind)}</span>
  </>
)

const columnsOf = ({ today, isForeign }: ListProps, ticked?: ReadonlySet<string>): Column<Measure>[] => [
  {
    header: 'Maßnahme',
    rowHeader: true,
    cell: (one) => (
      <>
        {ticked && (
          <input
            class="lw-table__pick"
            type="checkbox"
            id={tickName(one.id)}
            name={tickName(one.id)}
            value="ja"
            checked={ticked.has(one.id)}
            aria-label={`${one.title} auswählen`}
          />
        )}
        {nameOf(one)}
      </>
    ),
  },
  ...(isForeign ? [{ header: 'Organisation', cell: (one: Measure) => one.organizationName }] : []),
  { header: 'Stand', cell: ({ state }) => <StateTag state={state} /> },
  { header: 'Fällig', cell: (one) => <DayTag measure={one} today={today} /> },
  ...(isForeign ? [] : [{ header: 'Zuständig', cell: ({ detail }: Measure) => detail?.ownerName ?? '–' }]),
  ...(isForeign
    ? []
    : [
        {
          header: 'Woher',
          cell: ({ detail }: Measure) => sourcesInWords(detail?.sources ?? []),
        },
      ]),
  { header: 'Kosten', numeric: true, cell: costInWords },
]

const sourcesInWords = (sources: readonly { label: string }[]) => {
  const [first] = sources
  if (!first) return '–'
  return (
    <>
      {first.label}
      {sources.length > 1 && <span class="lw-table__sub">und {sources.length - 1} weitere</span>}
    </>
  )
}

/** Rows to read. */
export const MeasureTable = (props: ListProps) => (
  <Table caption="Das Dringendste zuerst" captionHidden stack rows={props.measures} columns={columnsOf(props)} />
)

/** The same with a box for each, and what can be done with those that are ticked. */
export function TickedTable({
  staff,
  ticked,
  form,
  back,
  ...props
}: ListProps & {
  staff: readonly Colleague[]
  ticked: ReadonlySet<string>
  form: Record<string, string>
  back: string
}) {
  return (
    <Form action={measureRoutes.many.href()} label="Angekreuzte Maßnahmen">
      <HiddenField name="zurueck" value={back} />
      <Table
        caption="Das Dringendste zuerst"
        captionHidden
        stack
        rows={props.measures}
        columns={columnsOf(props, ticked)}
      />
      <fieldset class="lw-filter-bar lw-noprint">
        <legend class="kern-sr-only">Mit den angekreuzten Maßnahmen</legend>
        <SelectField
          name="ownerId"
          plain
          label="Zuständig"
          empty="bleibt"
          value={form['ownerId']}
          options={[
            ...staff.map(({ id, name }) => ({ value: id, label: name })),
            { value: 'niemand', label: 'noch niemand' },
          ]}
        />
        <TextField name="dueOn" plain id="viele-tag" type="date" label="Fällig am" short value={form['dueOn']} />
        <SelectField
          name="state"
          plain
          label="Stand"
          empty="bleibt"
          value={form['state']}
          options={measureStates.map((state) => ({ value: state, label: measureStateInWords(state) }))}
        />
        <TextField
          name="reason"
          plain
          id="viele-grund"
          label="Grund (nur zurück oder verworfen)"
          value={form['reason']}
        />
        <Button size="x-small">Angekreuzte ändern</Button>
      </fieldset>
    </Form>
  )
}
