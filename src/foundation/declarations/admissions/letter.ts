import type { Temporal } from 'temporal-polyfill'
import { type Block, type Paper, run } from '#kernel/paper.ts'
import { germanDate, germanDay, localDay } from '#kernel/local-day.ts'

interface Step {
  key: string
  state: string
}

interface Way {
  state: 'active' | 'withdrawn'
  steps: readonly Step[]
}

/** What the letter tells of the programme. */
interface Facts {
  name: string
  runBy: { name: string }
  contractor: { name: string } | null
  deadline: string | null
  contact: { name: string; email: string; phone: string }
}

/** Everything that the letter to an admitted municipality says. */
export interface Letter {
  road: { organizationName: string }
  programme: Facts
  /** The local day of the admission; null where it was brought in without one. */
  admittedOn: string | null
  /** Null where nobody decided in the portal, or the name may not be read. */
  admittedBy: string | null
  /** Who declared it, and when; null where that was before the portal. */
  declared: { by: string; on: string } | null
  /** What comes after the admission, with who does it in words. */
  next: readonly { title: string; duty: string; by: string }[]
  madeAt: Temporal.Instant
}

const admissionStep = 'admission'

/** Whether there is something to confirm: admitted, and the participation goes on. */
export const isConfirmable = ({ state, steps }: Way): boolean =>
  state === 'active' && steps.some(({ key, state: stand }) => key === admissionStep && stand === 'done')

/** More does not stand on one page. */
const mostSteps = 5

/** What comes after the admission, in the order of the programme. */
export function comingSteps<One extends Step>({ steps }: { steps: readonly One[] }): One[] {
  const at = steps.findIndex(({ key }) => key === admissionStep)
  return steps.slice(at + 1).filter(({ state }) => state !== 'notNeeded')
}

/** "Bestätigung der Teilnahme": one page for the files of the town hall. */
export function letterPaper(letter: Letter): Paper {
  const { road, programme, admittedOn, madeAt } = letter
  const title = 'Bestätigung der Teilnahme'
  const when = admittedOn === null ? '' : ` am ${germanDate(admittedOn)}`
  return {
    title: `${title}: ${road.organizationName}, ${programme.name}`,
    author: programme.runBy.name,
    subject: `Zulassung zum Programm ${programme.name}`,
    madeAt: madeAt.toString(),
    head: { left: programme.runBy.name, right: `Ausgefertigt ${germanDay(localDay(madeAt))}` },
    foot: `${title} · ${programme.name}`,
    fits: 1,
    blocks: [
      {
        kind: 'masthead',
        title,
        under: `Zulassung zum Programm ${programme.name}`,
        right: programme.runBy.name,
        rightSmall: admittedOn === null ? '' : `Zugelassen am ${germanDate(admittedOn)}`,
      },
      { kind: 'heading', level: 1, text: `${road.organizationName} nimmt an „${programme.name}“ teil` },
      {
        kind: 'paragraph',
        line: [
          run(
            `${programme.runBy.name} bestätigt: ${road.organizationName} ist${when} zum Programm „${programme.name}“ zugelassen.`,
          ),
        ],
      },
      { kind: 'pairs', items: facts(letter).map(([label, text]) => ({ label, text })) },
      ...whatComes(letter),
      { kind: 'heading', level: 2, text: 'Fragen' },
      { kind: 'paragraph', line: [run(contactWords(programme))] },
      {
        kind: 'paragraph',
        look: 'small',
        line: [run('Diese Bestätigung ist im Portal erstellt und gilt ohne Unterschrift.')],
      },
    ],
  }
}

function facts({ road, programme, admittedOn, admittedBy, declared }: Letter): [string, string][] {
  const decided = [admittedOn === null ? 'bevor das Portal den Weg begleitet hat' : germanDate(admittedOn), admittedBy]
  return [
    ['Kommune', road.organizationName],
    ['Programm', programme.name],
    ['Träger', programme.runBy.name],
    ['Führt aus', programme.contractor?.name ?? 'kein Auftragnehmer'],
    [
      'Erklärt',
      declared ? `${germanDate(declared.on)}, ${declared.by}` : 'die Erklärung liegt der Programmleitung vor',
    ],
    ['Zugelassen', decided.filter(Boolean).join(', ')],
    ...(programme.deadline === null ? [] : ([['Frist', germanDate(programme.deadline)]] as [string, string][])),
  ]
}

function whatComes({ road, next: steps }: Letter): Block[] {
  if (steps.length === 0) return []
  const more = steps.length - mostSteps
  return [
    { kind: 'heading', level: 2, text: 'Was als Nächstes kommt' },
    {
      kind: 'list',
      ordered: true,
      items: steps
        .slice(0, mostSteps)
        .map(({ title, duty, by }) => [run(`${title}: `, 'strong'), run(`${duty} (${by})`)]),
    },
    ...(more > 0
      ? [
          {
            kind: 'paragraph' as const,
            line: [
              run(
                `Danach ${more === 1 ? 'folgt noch 1 Schritt' : `folgen noch ${more} Schritte`}. Wo ${road.organizationName} gerade steht, zeigt das Portal.`,
              ),
            ],
          },
        ]
      : []),
  ]
}

const contactWords = ({ contact: { name, phone, email }, runBy }: Letter['programme']): string => {
  const reached = [name, phone, email].filter(Boolean)
  return reached.length === 0 ? runBy.name : reached.join(', ')
}
