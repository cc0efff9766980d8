import { plainLine, plainText } from '#kernel/plain-text.ts'
import { given, givenInWords } from '../../assessment.ts'
import { property } from '../../poam/poam-item.ts'
import { isShort, type ReportQuestion, type SignedBy } from '../report.ts'
import { answerWords, headline, verdictWords } from '../report-words.ts'
import { anyToken, backMatter, metadataOf, type OscalInput, reviewedControls } from './oscal-frame.ts'

/**
 * What a check has found, as OSCAL 1.1.3 assessment results. Pure: the same input gives the same document. Each answered question
 * is an observation (INTERVIEW: what was said; EXAMINE: where evidence was looked at) and a finding; open ones are neither.
 */
export function assessmentResults(input: OscalInput) {
  const { uuidFor, report } = input
  const { assessment } = report
  const said = report.questions.filter(({ answer }) => given(answer) !== null)
  return {
    'assessment-results': {
      uuid: uuidFor('results'),
      metadata: metadataOf(input, 'results', 'Prüfergebnisse Informationssicherheit'),
      'import-ap': { href: `#${uuidFor('plan-document')}` },
      results: [
        {
          uuid: uuidFor('result'),
          title: `${plainLine(assessment.catalogTitle, 'Katalog')}, ${assessment.wave}. Durchgang`,
          description: plainText(headline(report)),
          start: assessment.startedAt.toString(),
          ...(assessment.signedOffAt && { end: assessment.signedOffAt.toString() }),
          props: [
            property('answered', String(said.length)),
            property('controls', String(report.questions.length)),
            ...(report.percent === null ? [] : [property('score-percent', String(report.percent))]),
          ],
          'reviewed-controls': reviewedControls(input),
          ...(report.signatures.length > 0 && {
            attestations: report.signatures.map((signed) => attestation(input, signed)),
          }),
          ...(said.length > 0 && {
            observations: said.map((question) => observation(input, question)),
            findings: said.map((question) => finding(input, question)),
          }),
        },
      ],
      'back-matter': backMatter(input, [
        {
          uuid: uuidFor('plan-document'),
          title: 'Prüfplan',
          description: `Der Prüfplan dieser Prüfung hat die Kennung ${uuidFor('plan')}.`,
        },
      ]),
    },
  }
}

function attestation({ uuidFor }: OscalInput, { side, personId, signedAt, sha256 }: SignedBy) {
  const whose = side === 'organization' ? 'Für die Organisation' : 'Für die Prüfung'
  return {
    'responsible-parties': [
      {
        'role-id': side === 'organization' ? 'system-owner' : 'assessor',
        'party-uuids': [uuidFor(`person:${personId}`)],
      },
    ],
    parts: [
      {
        name: 'sign-off',
        props: [property('signed-at', signedAt.toString()), property('shown-sha256', sha256)],
        prose: `${whose} unterschrieben am ${signedAt.toString()}.`,
      },
    ],
  }
}

function observation({ uuidFor, report }: OscalInput, question: ReportQuestion) {
  const { id, answer, evidence, verdict, title } = question
  const remark = verdict ? plainText(verdictWords(verdict)) : ''
  return {
    uuid: uuidFor(`observation:${id}`),
    title: plainLine(title, 'ohne Titel'),
    description: `Angabe der Organisation: ${answerWords(question)}.`,
    props: [property('control-id', id), ...(verdict ? [property('verdict', verdict.verdict)] : [])],
    methods: evidence.length > 0 ? ['INTERVIEW', 'EXAMINE'] : ['INTERVIEW'],
    types: ['control-objective'],
    origins: [
      { actors: [{ type: 'party' as const, 'actor-uuid': uuidFor('party') }] },
      ...(verdict
        ? [{ actors: [{ type: 'party' as const, 'actor-uuid': uuidFor(`person:${verdict.reviewedBy}`) }] }]
        : []),
    ],
    ...(evidence.length > 0 && {
      'relevant-evidence': evidence.map((proof) => ({ description: plainLine(proof.title, 'Nachweis') })),
    }),
    collected: (answer?.answeredAt ?? report.madeAt).toString(),
    ...(remark !== '' && { remarks: `Prüfung: ${remark}` }),
  }
}

function finding({ uuidFor }: OscalInput, question: ReportQuestion) {
  const { id, key, answer, title, statement } = question
  const note = plainText(answer?.note ?? '')
  const isOpen = isShort(question)
  return {
    uuid: uuidFor(`finding:${id}`),
    title: `${plainLine(id, 'ohne')} ${plainLine(title, 'ohne Titel')}`,
    description: plainText(statement) || plainLine(title, 'ohne Titel'),
    props: [property('control-id', id), property('control-key', key), ...levelsOf(question)],
    target: {
      type: 'objective-id' as const,
      'target-id': anyToken(id),
      status: {
        state: isOpen ? ('not-satisfied' as const) : ('satisfied' as const),
        reason: answer?.answer === 'notApplicable' ? 'other' : isOpen ? 'fail' : 'pass',
        ...(answer && { remarks: `${givenInWords(answer)}.` }),
      },
    },
    'related-observations': [{ 'observation-uuid': uuidFor(`observation:${id}`) }],
    ...(note !== '' && { remarks: note }),
  }
}

const levelsOf = ({ answer }: ReportQuestion) =>
  answer && answer.level !== null
    ? [property('level', String(answer.level)), property('target', String(answer.target ?? 0))]
    : []
