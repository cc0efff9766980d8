import { Temporal } from 'temporal-polyfill'
import { germanDay, localDay } from '#kernel/local-day.ts'
import { type FieldError, isRefusal, type Outcome } from '#kernel/outcome.ts'
import { type Answer, page } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import { Button } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Choice, errorAt, Form, SelectField, TextField } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { dayInWords, type Event } from '../../event/event.ts'
import {
  datesOfSeries,
  holidayRuleInWords,
  holidayRules,
  patternInWords,
  type Series,
  seriesPatterns,
} from '../../event/series.ts'
import { ruleOf, seriesIn } from '../../event/series-api.ts'
import { eventRoutes } from '../../routes.ts'
import { toldOf } from './dates.tsx'
import { type FoundDate, TakeOver } from './date-takeover.tsx'
import { crumbsOf, desk, nameOf, onEvent } from './on-event.ts'
import { errorsOf, fieldsOf, toChange, type Typed } from './typed.ts'

const title = 'Termine nach einer Regel'
const none = 'Aus dieser Regel werden noch keine Termine'

const labels = {
  pattern: 'Wie oft',
  weekday: 'Wochentag',
  nth: 'Welcher im Monat',
  from: 'Erster Tag',
  until: 'Letzter Tag',
  time: 'Von',
  end: 'Bis',
  holidays: 'An Feiertagen',
  place: 'Ort',
  topic: 'Thema',
  link: 'Link zur Videokonferenz',
}

/** Dates that come again: first to be looked at, then sent as the form of dates sends them. */
export const deskSeriesPages: PageRoute[] = [
  show(
    eventRoutes.dateSeries,
    onEvent((ctx, event, { query }) => seriesPage(ctx, event, query)),
    desk,
  ),
]

async function seriesPage(ctx: Context, event: Event, query: Typed): Promise<Answer> {
  const asked = query['pattern'] !== undefined
  const typed: Typed = asked ? query : suggested(ctx, event)
  const series = asked ? seriesOf(typed) : undefined
  const told = await toldOf(ctx, event)
  const refusal = isRefusal(series) ? series : undefined
  return page({
    title: `${title}: ${nameOf(event)}`,
    crumbs: crumbsOf(event, title, { label: 'Termine', href: eventRoutes.dates.href({ id: event.id }) }),
    status: refusal ? 422 : 200,
    refusal,
    view: () => (
      <div class="lw-stack lw-stack--l">
        <PageHead
          title={title}
          lead={`${nameOf(event)}. Was daraus wird, sehen Sie zuerst; gespeichert wird erst mit „übernehmen“.`}
        />
        {refusal && <ErrorSummary title={refusal.refused} errors={refusal.errors ?? []} labels={labels} />}
        {series && !isRefusal(series) && (
          <Panel id="vorschau" title="Was daraus wird">
            <TakeOver event={event} found={foundIn(series, typed)} told={told} />
            <Gaps series={series} />
          </Panel>
        )}
        <RuleForm event={event} typed={typed} errors={refusal?.errors} />
      </div>
    ),
  })
}

/** As the last date is held, from the day after it. */
function suggested({ now }: Context, { dates }: Event): Typed {
  const last = dates.at(-1)
  const from = last ? localDay(last.startsAt).add({ days: 1 }) : localDay(now).add({ days: 1 })
  return {
    pattern: 'weekly',
    weekday: String(last ? localDay(last.startsAt).dayOfWeek : from.dayOfWeek),
    nth: '1',
    from: from.toString(),
    until: '',
    time: fieldsOf(last?.startsAt ?? null).time,
    end: fieldsOf(last?.endsAt ?? null).time,
    holidays: 'move',
    place: last?.place ?? '',
    topic: '',
    link: '',
  }
}

/** The rule as typed; the length is the time between the two clocks. */
function seriesOf(typed: Typed): Outcome<Series> {
  const text = (name: keyof typeof labels): string => typed[name] ?? ''
  const minutes = minutesBetween(text('time'), text('end'))
  const wish = parse(
    seriesIn,
    {
      pattern: text('pattern'),
      weekday: Number(text('weekday')),
      nth: Number(text('nth') || 1),
      from: text('from'),
      until: text('until'),
      time: text('time'),
      holidays: text('holidays'),
      minutes: Math.max(minutes ?? 1, 1),
    },
    none,
  )
  const errors = [...errorsOf(wish), ...endFaults(minutes, isClock(text('time')))]
  if (errors.length > 0) return toChange(none, errors)
  return isRefusal(wish) ? wish : datesOfSeries(ruleOf(wish))
}

function endFaults(minutes: number | undefined, hasBegin: boolean): FieldError[] {
  if (minutes !== undefined) return minutes > 0 ? [] : [{ path: 'end', message: 'Das Ende liegt nach dem Beginn.' }]
  return hasBegin ? [{ path: 'end', message: 'Bitte eine Uhrzeit angeben.' }] : []
}

const isClock = (text = ''): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text)

function minutesBetween(time: string, end: string): number | undefined {
  if (!isClock(time) || !isClock(end)) return undefined
  return Temporal.PlainTime.from(time).until(Temporal.PlainTime.from(end)).total('minutes')
}

const foundIn = ({ dates }: Series, typed: Typed): FoundDate[] =>
  dates.map(({ startsAt, endsAt, movedFrom }) => ({
    startsAt,
    endsAt,
    place: (typed['place'] ?? '').trim().slice(0, 200),
    topic: (typed['topic'] ?? '').trim().slice(0, 200),
    videoUrl: (typed['link'] ?? '').trim() || null,
    note: movedFrom ? `Verschoben vom ${germanDay(movedFrom.day)}: ${movedFrom.holiday}` : '',
  }))

const Gaps = ({ series: { gaps } }: { series: Series }) =>
  gaps.length === 0 ? null : (
    <div class="lw-stack lw-stack--s">
      <p>
        <strong>Kein Termin an diesen Tagen</strong>
      </p>
      <ul class="lw-list">
        {gaps.map(({ day, reason }) => (
          <li>
            {dayInWords(day)}: {reason}
          </li>
        ))}
      </ul>
    </div>
  )

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('de') + text.slice(1)

const weekdays = ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag']
const nths = ['der erste', 'der zweite', 'der dritte', 'der vierte', 'der letzte']

interface RuleFormProps {
  event: Event
  typed: Typed
  errors: readonly FieldError[] | undefined
}

const RuleForm = ({ event, typed, errors }: RuleFormProps) => {
  const field = (name: keyof typeof labels) => ({
    name,
    label: labels[name],
    value: typed[name] ?? '',
    error: errorAt(errors, name),
  })
  return (
    <Panel id="regel" title="Die Regel">
      <div class="lw-measure">
        <Form action={eventRoutes.dateSeries.href({ id: event.id })} method="get">
          <Choice
            name="pattern"
            legend={labels.pattern}
            value={typed['pattern']}
            error={errorAt(errors, 'pattern')}
            options={seriesPatterns.map((value) => ({ value, label: capital(patternInWords[value]) }))}
          />
          <SelectField
            {...field('weekday')}
            options={weekdays.map((label, at) => ({ value: String(at + 1), label }))}
          />
          <SelectField
            {...field('nth')}
            hint="Gilt nur bei „Jeden Monat“."
            options={nths.map((label, at) => ({ value: String(at + 1), label }))}
          />
          <div class="lw-row">
            <TextField {...field('from')} type="date" short />
            <TextField {...field('until')} type="date" short />
          </div>
          <div class="lw-row">
            <TextField {...field('time')} type="time" short />
            <TextField {...field('end')} type="time" short />
          </div>
          <Choice
            name="holidays"
            legend={labels.holidays}
            hint="Gesetzliche Feiertage in Sachsen-Anhalt."
            value={typed['holidays']}
            error={errorAt(errors, 'holidays')}
            options={holidayRules.map((value) => ({ value, label: capital(holidayRuleInWords[value]) }))}
          />
          <TextField {...field('place')} maxlength={200} />
          <TextField {...field('topic')} maxlength={200} />
          <TextField {...field('link')} type="url" maxlength={500} />
          <p>
            <Button variant="primary">Termine zeigen</Button>
          </p>
        </Form>
      </div>
    </Panel>
  )
}
