import { backMatter, metadataOf, type OscalInput, reviewedControls } from './oscal-frame.ts'

/** What is checked and how, as an OSCAL 1.1.3 assessment plan. Pure: the same input gives the same document. */
export function assessmentPlan(input: OscalInput) {
  const { uuidFor, report } = input
  const { assessment } = report
  return {
    'assessment-plan': {
      uuid: uuidFor('plan'),
      metadata: metadataOf(input, 'plan', 'Prüfplan Informationssicherheit'),
      'import-ssp': { href: `#${uuidFor('no-ssp')}` },
      'reviewed-controls': {
        description: 'Alle Anforderungen des Katalogs.',
        ...reviewedControls(input),
      },
      tasks: [
        {
          uuid: uuidFor('task:self'),
          type: 'milestone',
          title: 'Selbstauskunft',
          description: 'Die Organisation beantwortet jede Frage und legt Nachweise dazu.',
          timing: { 'on-date': { date: assessment.startedAt.toString() } },
        },
        {
          uuid: uuidFor('task:review'),
          type: 'milestone',
          title: 'Prüfung und Abnahme',
          description: 'Eine Prüferin oder ein Prüfer sieht die Antworten durch; danach unterschreiben beide Seiten.',
          ...(assessment.signedOffAt && { timing: { 'on-date': { date: assessment.signedOffAt.toString() } } }),
        },
      ],
      'back-matter': backMatter(input, [
        {
          uuid: uuidFor('no-ssp'),
          title: 'Kein System Security Plan',
          description: 'Geprüft wird die Organisation nach dem Katalog; einen Sicherheitsplan in OSCAL gibt es nicht.',
        },
      ]),
    },
  }
}
