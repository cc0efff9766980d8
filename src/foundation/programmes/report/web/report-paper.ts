import { germanDate, germanDay, localDay } from '#kernel/local-day.ts'
import { type Block, type Paper, run, words } from '#kernel/paper.ts'
import { kindInWords } from '#foundation/organizations/index.ts'
import { namingStep } from '../../navigators/navigator.ts'
import { phaseInWords, type ProgrammeReport } from '../programme-report.ts'

export const names = (report: ProgrammeReport): boolean => report.programme.steps.some(({ key }) => key === namingStep)

/** "47 von 50 erwarteten Kommunen nehmen teil" */
export function headline({ active, programme: { expected } }: ProgrammeReport): string {
  const who = active === 1 ? 'Kommune nimmt' : 'Kommunen nehmen'
  return expected === null ? `${active} ${who} teil` : `${active} von ${expected} erwarteten Kommunen nehmen teil`
}

/** The report for the ministry: figures first, then who takes part. Nothing in it says how secure anybody is. */
export function reportPaper(report: ProgrammeReport): Paper {
  const { programme, madeAt } = report
  const day = germanDay(localDay(madeAt))
  return {
    title: `Bericht zum Programm ${programme.name}`,
    author: programme.runBy.name,
    subject: `Stand der Teilnahme am ${day}`,
    madeAt: madeAt.toString(),
    head: { left: programme.name, right: `Stand ${day}` },
    foot: `${programme.runBy.name} · Stand ${day}`,
    blocks: [
      {
        kind: 'masthead',
        title: `Bericht: ${programme.name}`,
        under: `${programme.runBy.name} · Stand ${day}`,
        right: programme.deadline ? `Frist ${germanDate(programme.deadline)}` : '',
        rightSmall: '',
      },
      { kind: 'heading', level: 1, text: headline(report) },
      { kind: 'figures', items: figures(report) },
      { kind: 'heading', level: 2, text: 'Wo die Kommunen stehen' },
      phaseTable(report),
      { kind: 'heading', level: 2, text: 'Wer teilnimmt' },
      participantTable(report),
    ],
  }
}

const figures = (report: ProgrammeReport) => [
  { value: String(report.active), unit: '', label: 'Kommunen nehmen teil' },
  ...(names(report) ? [{ value: String(report.named), unit: '', label: 'haben jemanden benannt' }] : []),
  { value: String(report.completed), unit: '', label: 'haben alle Schritte erledigt' },
  { value: String(report.withdrawn), unit: '', label: 'haben die Teilnahme beendet' },
]

const phaseTable = ({ byPhase }: ProgrammeReport): Block => ({
  kind: 'table',
  caption: 'Teilnehmende Kommunen nach Phase',
  columns: [
    { header: 'Phase', width: 70 },
    { header: 'Kommunen', width: 30, numeric: true },
  ],
  rows: byPhase.map(({ title, count }) => [words(title), words(run(String(count), 'strong'))]),
})

const participantTable = (report: ProgrammeReport): Block => ({
  kind: 'table',
  caption: 'In der Reihenfolge der Namen',
  columns: [
    { header: 'Kommune', width: 34 },
    { header: 'Art', width: 20 },
    { header: 'Seit', width: 14 },
    { header: 'Phase', width: 20 },
    ...(names(report) ? [{ header: 'Benannt', width: 12 }] : []),
  ],
  rows: report.participants.map((one) => [
    words(one.organizationName),
    words(kindInWords(one.organizationKind)),
    words(germanDay(localDay(one.beganAt))),
    words(phaseInWords(report.programme, one)),
    ...(names(report) ? [words(one.namedOn ? germanDate(one.namedOn) : 'noch nicht')] : []),
  ]),
})
