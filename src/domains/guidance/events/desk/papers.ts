import type { Temporal } from 'temporal-polyfill'
import { germanDay, localDay } from '#kernel/local-day.ts'
import { type Paper, words } from '#kernel/paper.ts'
import { dateInWords, type Event, placeInWords, runInWords } from '../event/event.ts'
import type { Registration } from '../places/registration.ts'

interface Sheet {
  event: Event
  /** With a seat, in any order. */
  seated: readonly Registration[]
  organizer: string
  madeAt: Temporal.Instant
}

const byName = (places: readonly Registration[]): Registration[] =>
  places.toSorted((a, b) => a.name.localeCompare(b.name, 'de'))

const nameOf = (event: Event): string => `${event.title}, ${runInWords(event)}`

const frame = ({ event, organizer, madeAt }: Sheet) => ({
  author: organizer,
  madeAt: madeAt.toString(),
  head: { left: `${organizer} · ${event.title}`, right: `Stand ${germanDay(localDay(madeAt))}` },
  foot: nameOf(event),
})

/** One sheet for each date that is held, with room to sign. */
export function signingPaper(sheet: Sheet): Paper {
  const { event } = sheet
  const held = event.dates.filter(({ cancelledAt }) => cancelledAt === null)
  const rows = byName(sheet.seated).map(({ name, organization }) => [
    words(name),
    words(organization ?? ''),
    words('\u00a0\n\u00a0'),
  ])
  return {
    ...frame(sheet),
    title: `Teilnahmeliste ${nameOf(event)}`,
    subject: 'Wer teilnimmt, mit Platz für die Unterschrift',
    blocks: [
      {
        kind: 'masthead',
        title: event.title,
        under: 'Teilnahmeliste',
        right: runInWords(event),
        rightSmall: personsInWords(sheet.seated.length),
      },
      ...held.flatMap((date, at): Paper['blocks'] => [
        { kind: 'heading', level: 1, text: dateInWords(date), newPage: at > 0 },
        {
          kind: 'paragraph',
          line: [{ text: [placeInWords(date), date.topic].filter((part) => part !== '').join(' · ') || ' ' }],
          look: 'muted',
        },
        {
          kind: 'table',
          caption: '',
          columns: [
            { header: 'Name', width: 3 },
            { header: 'Kommune', width: 3 },
            { header: 'Unterschrift', width: 4 },
          ],
          rows,
        },
      ]),
      ...(held.length === 0
        ? [{ kind: 'paragraph' as const, line: [{ text: 'Es steht noch kein Termin fest.' }] }]
        : []),
    ],
  }
}

const personsInWords = (count: number): string => (count === 1 ? 'eine Person' : `${count} Personen`)

/** Ten to a page, to be cut out. */
export const badgePaper = (sheet: Sheet): Paper => ({
  ...frame(sheet),
  title: `Namensschilder ${nameOf(sheet.event)}`,
  subject: 'Ein Schild für jede Person mit Platz',
  blocks:
    sheet.seated.length === 0
      ? [{ kind: 'paragraph', line: [{ text: 'Es hat noch niemand einen bestätigten Platz.' }] }]
      : [
          {
            kind: 'badges',
            items: byName(sheet.seated).map(({ name, organization }) => ({
              over: sheet.event.title,
              name,
              under: organization ?? '',
            })),
          },
        ],
})
