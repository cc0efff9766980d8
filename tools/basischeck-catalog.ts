// Our own basic check as OSCAL: one catalog, and profiles that choose from it. Pure: the same lists give the same bytes.
import { nameId } from '../src/platform/crypto/name-id.ts'

export interface Question {
  key: string
  question: string
  statement: string
  /** Ids of the IT-Grundschutz-Kompendium 2023, verbatim. */
  requirements: string[]
  effort: number | [number, number]
  why: string
  findOut: string
  yesMeans: string[]
  firstStep: string
  proof: string
  helps: string
  /** Among the thirty with the most effect in a small administration. */
  small?: boolean
  /** Makes no sense without an own server room or own servers. */
  ownServerRoom?: boolean
}

export interface List {
  id: string
  title: string
  priority: number
  aim: string
  knows: string
  questions: Question[]
}

const version = '1.0.0'
const published = '2026-11-21T12:00:00Z'
const ns = 'https://lotsenwerk.example/ns/oscal'
const catalogTitle = 'Lotsenwerk-Basis-Check'

const id = (...names: string[]): string => nameId('lotsenwerk-basischeck', version, ...names)
const own = (name: string, value: string) => ({ name, ns, value })

const metadata = (title: string, remarks: string) => ({
  title,
  published,
  'last-modified': published,
  version,
  'oscal-version': '1.1.3',
  props: [
    own('language', 'de'),
    own('answer-scale', 'yesNoNotApplicable'),
    {
      ...own('license', 'EUPL-1.2'),
      remarks: 'Lizenziert unter der European Union Public Licence, Version 1.2 (EUPL-1.2).',
    },
  ],
  roles: [{ id: 'publisher', title: 'Herausgeber' }],
  parties: [{ uuid: id('publisher'), type: 'organization', name: 'Lotsenwerk' }],
  'responsible-parties': [{ 'role-id': 'publisher', 'party-uuids': [id('publisher')] }],
  remarks,
})

export const basischeckCatalog = (lists: readonly List[]) => ({
  catalog: {
    uuid: id('catalog'),
    metadata: metadata(
      catalogTitle,
      `${count(lists)} Fragen in ${lists.length} Listen, eigene Formulierungen, geordnet nach der vom BSI empfohlenen Reihenfolge der Bearbeitung. Die Verweise nennen nur die Kennungen der Anforderungen des IT-Grundschutz-Kompendiums 2023. Aufwand: 1 ein Tag oder weniger mit eigenen Mitteln, 2 bis zu einer Woche, 3 mehrere Wochen mit Planung oder fremder Hilfe, 4 ein größeres Vorhaben mit Geld und Beschluss.`,
    ),
    groups: lists.map(groupOf),
  },
})

const count = (lists: readonly List[]): number => lists.reduce((sum, { questions }) => sum + questions.length, 0)

const groupOf = (list: List) => ({
  id: list.id,
  title: list.title,
  props: [own('priority', String(list.priority))],
  parts: [{ id: `${list.id}_overview`, name: 'overview', prose: `Ziel: ${list.aim}\n\n${list.knows}` }],
  controls: list.questions.map(controlOf),
})

const effortOf = (effort: Question['effort']): string =>
  typeof effort === 'number' ? String(effort) : effort.join('-')

const controlOf = (question: Question) => ({
  id: question.key,
  title: question.question,
  props: [
    { name: 'alt-identifier', value: question.key },
    own('effort', effortOf(question.effort)),
    ...(question.ownServerRoom ? [own('applies-to', 'own-server-room')] : []),
  ],
  links: question.requirements.map((requirement) => ({
    href: `urn:bsi:it-grundschutz:2023:${requirement}`,
    rel: 'requirement',
    text: requirement,
  })),
  parts: [
    {
      id: `${question.key}_statement`,
      name: 'statement',
      props: [own('documentation', question.proof)],
      prose: question.statement,
    },
    help(question, 'why', 'Warum das wichtig ist', question.why),
    help(question, 'find-out', 'So finden Sie es heraus', question.findOut),
    help(
      question,
      'requires',
      'Ein Ja genügt, wenn',
      question.yesMeans.map((condition) => `- ${condition}`).join('\n'),
    ),
    help(question, 'first-step', 'Erster Schritt, der nichts kostet', question.firstStep),
    help(question, 'who-helps', 'Wer hilft', question.helps),
  ],
})

const help = ({ key }: Question, name: string, title: string, prose: string) => ({
  id: `${key}_${name}`,
  name,
  ns,
  title,
  prose,
})

/** Two choices from the catalog, which they name by the hash of its file. */
export function basischeckProfiles(lists: readonly List[], sha256: string): { name: string; profile: unknown }[] {
  const questions = lists.flatMap((list) => list.questions)
  const small = questions.filter((question) => question.small).map(({ key }) => key)
  const withRoom = questions.filter((question) => question.ownServerRoom).map(({ key }) => key)
  const resource = id('resource')
  const profile = (name: string, title: string, remarks: string, choice: object) => ({
    profile: {
      uuid: id('profile', name),
      metadata: metadata(title, remarks),
      imports: [{ href: `#${resource}`, ...choice }],
      merge: { 'as-is': true },
      'back-matter': {
        resources: [
          {
            uuid: resource,
            title: catalogTitle,
            rlinks: [
              {
                href: 'lotsenwerk-basischeck.oscal.json',
                'media-type': 'application/json',
                hashes: [{ algorithm: 'SHA-256', value: sha256 }],
              },
            ],
          },
        ],
      },
    },
  })
  return [
    {
      name: 'lotsenwerk-basischeck-klein.profile.oscal.json',
      profile: profile(
        'klein',
        `${catalogTitle} für kleine Verwaltungen`,
        `Die ${small.length} Fragen mit der größten Wirkung, für Verwaltungen, in denen eine Person für alles da ist.`,
        { 'include-controls': [{ 'with-ids': small }] },
      ),
    },
    {
      name: 'lotsenwerk-basischeck-ohne-serverraum.profile.oscal.json',
      profile: profile(
        'ohne-serverraum',
        `${catalogTitle} ohne eigenen Serverraum`,
        'Ohne die Fragen, die nur eine Verwaltung mit eigenen Servern oder eigenem Serverraum betreffen.',
        { 'include-all': {}, 'exclude-controls': [{ 'with-ids': withRoom }] },
      ),
    },
  ]
}
