import { Temporal } from 'temporal-polyfill'
import { germanDay, germanTime, localDay } from '#kernel/local-day.ts'
import { type Block, type Paper, run, words } from '#kernel/paper.ts'
import { type Closing, resultInWords, type SpotCheck, sumInWords } from './spot-check.ts'

/** Everything the protocol says. */
export interface Protocol {
  organization: string
  programme: string
  madeAt: Temporal.Instant
  closing: Closing | undefined
  checks: readonly SpotCheck[]
}

const day = (text: string): string => germanDay(Temporal.PlainDate.from(text))
const moment = (at: Temporal.Instant): string => `${germanDay(localDay(at))}, ${germanTime(at)}`

/** The protocol of spot checks as it is printed; a draft until it is closed. */
export function protocolPaper({ organization, programme, madeAt, closing, checks }: Protocol): Paper {
  const state = closing ? `abgeschlossen am ${moment(closing.closedAt)}` : 'noch nicht abgeschlossen'
  return {
    title: `Protokoll der Stichproben: ${organization}, ${programme}`,
    author: organization,
    subject: `Stichproben vor Ort im Programm ${programme}`,
    madeAt: madeAt.toString(),
    head: { left: `${organization} · ${programme}`, right: `Stand ${germanDay(localDay(madeAt))}` },
    foot: `Protokoll der Stichproben · ${state}`,
    mark: closing ? undefined : 'ENTWURF',
    blocks: [
      {
        kind: 'masthead',
        title: 'Protokoll der Stichproben',
        under: `${organization} · ${programme}`,
        right: 'Vertraulich (TLP:AMBER)',
        rightSmall: state,
      },
      { kind: 'heading', level: 1, text: sumInWords(checks) },
      {
        kind: 'table',
        caption: 'Alle Stichproben',
        columns: [
          { header: 'Nr.', width: 7, numeric: true },
          { header: 'Was geprüft wurde', width: 55 },
          { header: 'Am', width: 18 },
          { header: 'Ergebnis', width: 20 },
        ],
        rows: checks.map((one) => [
          words(String(one.number)),
          words(one.object),
          words(day(one.checkedOn)),
          words(run(resultInWords(one.result), one.result === 'deviates' ? 'strong' : undefined)),
        ]),
      },
      ...checks.flatMap(oneCheck),
    ],
  }
}

function oneCheck(check: SpotCheck): Block[] {
  const { number, object, what, expected, seen, result, evidenceNote, file, control, version, reason } = check
  const pairs: [string, string][] = [
    ['Geprüft', what],
    ['Erwartet', expected],
    ['Gesehen', seen],
    ['Ergebnis', resultInWords(result)],
    ['Nachweis', [evidenceNote, file?.name ?? ''].filter(Boolean).join(' · ')],
    ['Frage der Prüfung', control?.id ?? ''],
    ['Wann und durch wen', `${day(check.checkedOn)}, ${check.writtenBy ?? 'Prüfhaus'}`],
    ['Berichtigt', version > 1 ? `Fassung ${version}: ${reason}` : ''],
  ]
  return [
    { kind: 'heading', level: 2, text: `${number}. ${object}` },
    {
      kind: 'pairs',
      items: pairs.filter(([, text]) => text !== '').map(([label, text]) => ({ label, text })),
    },
    ...check.comments.map((comment): Block => ({
      kind: 'paragraph',
      line: [
        run(`${comment.writtenBy ?? 'Kommune'}, ${germanDay(localDay(comment.writtenAt))}: `, 'strong'),
        run(comment.text),
      ],
    })),
  ]
}
