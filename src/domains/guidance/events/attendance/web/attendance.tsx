import { Temporal } from 'temporal-polyfill'
import { type Refusal, isRefusal } from '#kernel/outcome.ts'
import { type Answer, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import type { Incoming } from '#platform/http/request.ts'
import { withQuery } from '#platform/http/route.ts'
import { Empty } from '#ui/empty/empty.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { ButtonLink } from '#ui/button/button.tsx'
import { Form, HiddenField, SelectField, Submit, TextField } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Refused } from '#ui/refused/refused.tsx'
import { Roll } from '#ui/roll/roll.tsx'
import { Tag } from '#ui/tag/tag.tsx'
import { may } from '../../access.ts'
import { dateInWords, type Event, type EventDate } from '../../event/event.ts'
import { eventRoutes } from '../../routes.ts'
import { type Mark, markInWords, mayRecord, tallyInWords } from '../attendance.ts'
import { type Attendee, listAttendees } from '../queries.ts'
import { recordAttendance } from '../record-attendance.ts'
import { attendanceIn } from '../schemas.ts'
import { nameOf } from '../../desk/web/on-event.ts'
import { atDate, deskCrumbs } from './at-desk.ts'

/** Who is there: at the door with one tap for each person, or as a whole list afterwards. */
export const attendancePages: PageRoute[] = [
  show(
    eventRoutes.attendance,
    (ctx, { params, query }) => atDate(ctx, params, (event, date) => attendancePage(ctx, { event, date, query })),
    { guard: may.organize },
  ),
  submit(
    eventRoutes.attendance,
    (ctx, request) => atDate(ctx, request.params, (event, date) => recordForm(ctx, event, date, request)),
    { guard: may.organize },
  ),
]

const hrefOf = (event: Event, date: EventDate): string => eventRoutes.attendance.href({ id: event.id, date: date.id })
const prefix = 'stand-'
const choices = [
  { value: 'present', label: 'Da' },
  { value: 'excused', label: 'Entschuldigt' },
  { value: 'taskDone', label: 'Entschuldigt, Ersatzaufgabe erledigt' },
  { value: 'absent', label: 'Gefehlt' },
]

const entryOf = (registrationId: string, chosen: string | undefined) =>
  chosen === 'taskDone' ? { registrationId, state: 'excused', taskDone: true } : { registrationId, state: chosen }

async function recordForm(ctx: Context, event: Event, date: EventDate, { form, query }: Incoming): Promise<Answer> {
  const wanted = parse(attendanceIn, { dateId: date.id, entries: await entriesIn(ctx, { event, date, form }) })
  const done = isRefusal(wanted) ? wanted : await recordAttendance(ctx, event, date.id, wanted.entries)
  if (isRefusal(done)) return attendancePage(ctx, { event, date, query }, done)
  const one = form['registration']
  const back = withQuery(hrefOf(event, date), { suche: form['suche'] })
  if (one) return redirect(`${back}#person-${one}`)
  return redirect(back, `Gespeichert: ${done === 1 ? 'eine Angabe' : `${done} Angaben`} geändert.`)
}

/** One person, everybody who is left, or the whole list. */
async function entriesIn(
  ctx: Context,
  { event, date, form }: { event: Event; date: EventDate; form: Record<string, string> },
) {
  if (form['registration']) return [entryOf(form['registration'], form['stand'])]
  if (form['uebrige'] !== undefined)
    return (await listAttendees(ctx.db, event, ctx.now))
      .filter(({ marks }) => !marks.has(date.id))
      .map(({ place }) => entryOf(place.id, 'present'))
  return Object.entries(form)
    .filter(([name, chosen]) => name.startsWith(prefix) && chosen !== '')
    .map(([name, chosen]) => entryOf(name.slice(prefix.length), chosen))
}

interface Shown {
  event: Event
  date: EventDate
  query: Record<string, string>
}

async function attendancePage(ctx: Context, { event, date, query }: Shown, refusal?: Refusal): Promise<Answer> {
  const all = await listAttendees(ctx.db, event, ctx.now)
  const wanted = (query['suche'] ?? '').trim()
  const found = all.filter(({ place }) =>
    `${place.name} ${place.organization ?? ''}`.toLocaleLowerCase('de').includes(wanted.toLocaleLowerCase('de')),
  )
  const marked = all.filter(({ marks }) => marks.has(date.id)).length
  const asList = query['als'] === 'liste'
  const title = 'Anwesenheit'
  return page({
    title: `${title}, ${event.title}`,
    status: refusal ? 422 : 200,
    refusal,
    crumbs: deskCrumbs(event, title),
    view: () => (
      <>
        <PageHead
          title={title}
          lead={`${nameOf(event)}. ${dateInWords(date)}${date.topic === '' ? '' : `: ${date.topic}`}. ${marked} von ${all.length} erfasst.`}
          actions={<Ways event={event} date={date} asList={asList} isNow={isOpen(ctx, event, date)} />}
        />
        <div class="lw-stack lw-stack--l">
          {refusal && <ErrorSummary title={refusal.refused} errors={[]} kept="" />}
          {isOpen(ctx, event, date) ? (
            <List {...{ event, date, asList, wanted, found }} isEmpty={all.length === 0} left={all.length - marked} />
          ) : (
            <NotNow event={event} date={date} />
          )}
        </div>
      </>
    ),
  })
}

const isOpen = ({ now }: Context, event: Event, date: EventDate): boolean =>
  !event.cancelledAt && !date.cancelledAt && mayRecord(date, now)

const NotNow = ({ event, date }: { event: Event; date: EventDate }) =>
  event.cancelledAt || date.cancelledAt ? (
    <Refused title="Dieser Termin ist abgesagt" level={2}>
      Für das Zertifikat zählt er nicht mit. Es gibt nichts zu erfassen.
    </Refused>
  ) : (
    <Refused title="Noch nicht an der Reihe" level={2}>
      Die Anwesenheit erfassen Sie ab dem Tag des Termins, auf dem Telefon an der Tür oder danach als Liste.
    </Refused>
  )

const Ways = ({ event, date, asList, isNow }: { event: Event; date: EventDate; asList: boolean; isNow: boolean }) => {
  if (!isNow) return null
  const own = hrefOf(event, date)
  const code = eventRoutes.code.href({ id: event.id, date: date.id })
  return (
    <>
      <ButtonLink size="x-small" href={asList ? own : withQuery(own, { als: 'liste' })}>
        {asList ? 'Einzeln antippen' : 'Als ganze Liste'}
      </ButtonLink>
      {Temporal.Instant.compare(date.endsAt, date.startsAt) > 0 && (
        <ButtonLink size="x-small" href={code}>
          Code für den Raum
        </ButtonLink>
      )}
    </>
  )
}

interface ListProps {
  event: Event
  date: EventDate
  asList: boolean
  wanted: string
  found: readonly Attendee[]
  isEmpty: boolean
  left: number
}

function List({ event, date, asList, wanted, found, isEmpty, left }: ListProps) {
  if (isEmpty)
    return (
      <Empty title="Noch niemand mit Platz" level={2}>
        Erfasst wird, wer einen bestätigten Platz hat. Zurzeit ist das niemand.
      </Empty>
    )
  if (asList) return <WholeList event={event} date={date} all={found} />
  return (
    <>
      <Search event={event} date={date} wanted={wanted} />
      {found.length === 0 ? (
        <Empty title="Niemand gefunden" level={2}>{`Zu „${wanted}“ passt niemand mit bestätigtem Platz.`}</Empty>
      ) : (
        <Roll
          label="Teilnehmende"
          entries={found.map(({ place, marks }) => ({
            id: `person-${place.id}`,
            name: place.name,
            from: place.organization ?? 'Gast',
            state: <State mark={marks.get(date.id)} />,
            deeds: <Deeds {...{ event, date, wanted }} id={place.id} name={place.name} mark={marks.get(date.id)} />,
          }))}
        />
      )}
      {left > 0 && wanted === '' && (
        <Form action={hrefOf(event, date)} label="Alle Übrigen">
          <HiddenField name="uebrige" value="ja" />
          <p>
            <Submit variant="secondary">
              {left === 1 ? 'Die letzte Person ist auch da' : `Alle übrigen ${left} sind auch da`}
            </Submit>
          </p>
        </Form>
      )}
      {event.passPercent !== null && <Standing event={event} found={found} />}
    </>
  )
}

const Search = ({ event, date, wanted }: Pick<ListProps, 'event' | 'date' | 'wanted'>) => (
  <Form action={hrefOf(event, date)} method="get" layout="bar" label="Suchen">
    <TextField name="suche" type="search" label="Name oder Organisation" value={wanted} />
    <Submit variant="secondary">Suchen</Submit>
  </Form>
)

const State = ({ mark }: { mark: Mark | undefined }) => {
  if (!mark) return <Tag state="none">noch nicht erfasst</Tag>
  const words = `${markInWords(mark)}${mark.how === 'code' ? ', mit Code eingetragen' : ''}`
  return (
    <Tag state={mark.state === 'present' || mark.taskDone ? 'ok' : mark.state === 'excused' ? 'soon' : 'late'}>
      {words}
    </Tag>
  )
}

interface DeedProps extends Pick<ListProps, 'event' | 'date' | 'wanted'> {
  id: string
  name: string
  mark: Mark | undefined
}

/** One tap says it; what is said already is not offered once more. */
const Deeds = ({ event, date, wanted, id, name, mark }: DeedProps) => {
  const now = mark?.taskDone ? 'taskDone' : mark?.state
  const offered = choices.filter(({ value }) => value !== now && (value !== 'taskDone' || now === 'excused'))
  return (
    <Form action={hrefOf(event, date)} layout="row" label={name}>
      <HiddenField name="registration" value={id} />
      {wanted !== '' && <HiddenField name="suche" value={wanted} />}
      {offered.map(({ value, label }) => (
        <Submit name="stand" value={value} variant={value === 'present' ? 'primary' : 'secondary'}>
          {value === 'taskDone' ? 'Ersatzaufgabe erledigt' : label}
        </Submit>
      ))}
    </Form>
  )
}

const WholeList = ({ event, date, all }: { event: Event; date: EventDate; all: readonly Attendee[] }) => (
  <Form action={hrefOf(event, date)} label="Ganze Liste">
    {all.map(({ place, marks }) => {
      const mark = marks.get(date.id)
      return (
        <SelectField
          label={`${place.name}, ${place.organization ?? 'Gast'}`}
          name={`${prefix}${place.id}`}
          options={choices}
          empty="noch nicht erfasst"
          value={mark?.taskDone ? 'taskDone' : mark?.state}
          required
        />
      )
    })}
    <p>
      <Submit>Anwesenheit speichern</Submit>
    </p>
  </Form>
)

const Standing = ({ event, found }: { event: Event; found: readonly Attendee[] }) => (
  <Panel
    id="stand"
    title={`Reicht es für das Zertifikat? Ab ${event.passPercent ?? 0}\u00a0%`}
    link={{ href: eventRoutes.certificates.href({ id: event.id }), label: 'Zertifikate' }}
  >
    <ul class="lw-list">
      {found.map(({ place, tally }) => (
        <li>
          {place.name}: {tallyInWords(tally)}
        </li>
      ))}
    </ul>
  </Panel>
)
