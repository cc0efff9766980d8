import { Temporal } from 'temporal-polyfill'
import { localFields, momentAt } from '#kernel/local-moment.ts'
import { type Outcome, type Refusal, isRefusal, refuse } from '#kernel/outcome.ts'
import type { Context } from '#platform/http/context.ts'
import { parse } from '#platform/http/parse.ts'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { errorAt, TextArea, TextField } from '#ui/form/form.tsx'
import type { News, NewsContent } from '../news.ts'
import { newsForm } from '../schemas.ts'

export type Typed = Record<string, string>

/** What the form shows at first: the piece itself, or nothing but who writes. */
export function fieldsOf(ctx: Context, news: News | undefined): Typed {
  if (!news) return { author: ctx.actor.name, version: '0' }
  const from = news.from ? localFields(news.from) : undefined
  const until = news.until ? localFields(news.until) : undefined
  return {
    title: news.title,
    teaser: news.teaser,
    text: news.body,
    topic: news.topic,
    author: news.author,
    fromDay: from?.day ?? '',
    fromTime: from?.time ?? '',
    untilDay: until?.day ?? '',
    untilTime: until?.time ?? '',
    version: String(news.version),
  }
}

/** Without a time of day it appears at the beginning of the day, and goes at the end of it. */
function momentOf(day: string, time: string, isEnd: boolean): Temporal.Instant | null {
  if (day === '') return null
  const wanted = Temporal.PlainDate.from(day)
  if (time !== '') return momentAt(wanted, Temporal.PlainTime.from(time))
  return momentAt(isEnd ? wanted.add({ days: 1 }) : wanted, new Temporal.PlainTime())
}

/** What was typed, as the verbs take it. */
export function readForm(form: Typed): Outcome<{ content: Omit<NewsContent, 'state'>; version: number }> {
  const sentence = 'Die Meldung ist noch nicht gespeichert'
  const input = parse(newsForm, form, sentence)
  if (isRefusal(input)) return input
  const { title, teaser, text, topic, author, version, fromDay, fromTime, untilDay, untilTime } = input
  const lonely = [
    ...(fromDay === '' && fromTime !== '' ? [{ path: 'fromDay', message: 'Bitte auch den Tag angeben.' }] : []),
    ...(untilDay === '' && untilTime !== '' ? [{ path: 'untilDay', message: 'Bitte auch den Tag angeben.' }] : []),
  ]
  if (lonely.length > 0) return refuse(`${sentence}. Zu einer Uhrzeit fehlt der Tag.`, lonely)
  const from = momentOf(fromDay, fromTime, false)
  const until = momentOf(untilDay, untilTime, true)
  return { content: { title, teaser, body: text, topic, author, from, until }, version }
}

const labels = {
  title: 'Überschrift',
  teaser: 'Anreißer',
  text: 'Text',
  topic: 'Thema',
  author: 'Von wem',
  fromDay: 'Erscheint am',
  fromTime: 'Erscheint um',
  untilDay: 'Sichtbar bis',
  until: 'Sichtbar bis',
  untilTime: 'Sichtbar bis, Uhrzeit',
}

export const Faults = ({ refusal }: { refusal: Refusal | undefined }) =>
  refusal ? <ErrorSummary title={refusal.refused} errors={atFields(refusal)} labels={labels} /> : null

/** The rule about both times stands at the day. */
const atFields = ({ errors = [] }: Refusal) =>
  errors.map((error) => (error.path === 'until' ? { ...error, path: 'untilDay' } : error))

/** The fields of a piece of news, filled with what was typed. */
export function NewsFields({ typed, refusal }: { typed: Typed; refusal: Refusal | undefined }) {
  const errors = refusal && atFields(refusal)
  const field = (name: keyof typeof labels) => ({
    name,
    label: labels[name],
    value: typed[name],
    error: errorAt(errors, name),
  })
  return (
    <>
      <TextField {...field('title')} maxlength={150} required />
      <TextArea
        {...field('teaser')}
        hint="Zwei, drei Sätze. Sie stehen auf der Startseite."
        rows={3}
        maxlength={500}
        required
      />
      <TextArea
        {...field('text')}
        hint="Absätze durch eine Leerzeile. ## Zwischenüberschrift, - Aufzählung, **fett**, [Wort](https://…)."
        rows={14}
        maxlength={20_000}
      />
      <TextField
        {...field('topic')}
        hint="Ein Wort oder zwei: SicherKOMMUNAL, Genossenschaft."
        maxlength={60}
        required
      />
      <TextField {...field('author')} hint="Steht öffentlich unter der Meldung." maxlength={100} required />
      <TextField
        {...field('fromDay')}
        type="date"
        short
        hint="Vorher sieht sie außer der Redaktion niemand. Ohne Angabe: sobald Sie veröffentlichen."
      />
      <TextField {...field('fromTime')} type="time" short hint="Ohne Angabe: am Beginn des Tages." />
      <TextField {...field('untilDay')} type="date" short hint="Danach ist sie öffentlich nicht mehr zu finden." />
      <TextField {...field('untilTime')} type="time" short hint="Ohne Angabe: am Ende des Tages." />
    </>
  )
}
