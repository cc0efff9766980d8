const area = 'Sicherheitsprüfung'

/** What this module tells people about, as they find it in their settings. Urgent: the last day is near. */
export const assessmentKinds = {
  delegated: { kind: 'assessments.delegated', title: 'Jemand gibt Ihnen Listen einer Prüfung', area, urgent: false },
  delegationDue: {
    kind: 'assessments.delegationDue',
    title: 'Die Frist für Ihre Listen läuft ab',
    area,
    urgent: true,
  },
  delegationEnded: {
    kind: 'assessments.delegationEnded',
    title: 'Listen sind zurückgegeben oder wieder übernommen',
    area,
    urgent: false,
  },
  delegationHandedOver: {
    kind: 'assessments.delegationHandedOver',
    title: 'Listen gehen an jemand anderen, weil jemand ausscheidet',
    area,
    urgent: false,
  },
  assessmentMigrated: {
    kind: 'assessments.assessmentMigrated',
    title: 'Eine Prüfung geht in einer anderen Fassung des Katalogs weiter',
    area,
    urgent: false,
  },
  evidenceEnding: {
    kind: 'assessments.evidenceEnding',
    title: 'Ein Nachweis gilt nicht mehr lange',
    area,
    urgent: false,
  },
  migrationAnnounced: {
    kind: 'assessments.migrationAnnounced',
    title: 'Eine Prüfung soll auf eine neue Katalogfassung überführt werden',
    area,
    urgent: false,
  },
  mentioned: { kind: 'assessments.mentioned', title: 'Jemand nennt Sie in einem Kommentar', area, urgent: false },
  answerDisputed: { kind: 'security.answerDisputed', title: 'Einwand gegen eine Antwort', area, urgent: false },
  remarkWritten: { kind: 'security.remarkWritten', title: 'Neuer Beitrag zu einer Antwort', area, urgent: false },
  disputedAnswerChanged: {
    kind: 'security.disputedAnswerChanged',
    title: 'Eine Antwort ist seit Ihrem Einwand geändert',
    area,
    urgent: false,
  },
  assessmentSigned: {
    kind: 'security.assessmentSigned',
    title: 'Eine Prüfung ist unterschrieben, Ihre Seite ist an der Reihe',
    area,
    urgent: false,
  },
  assessmentSignedOff: {
    kind: 'security.assessmentSignedOff',
    title: 'Eine Prüfung ist abgenommen',
    area,
    urgent: false,
  },
  signatureWithdrawn: {
    kind: 'security.signatureWithdrawn',
    title: 'Eine Unterschrift ist zurückgenommen',
    area,
    urgent: false,
  },
  reopeningAsked: {
    kind: 'security.reopeningAsked',
    title: 'Eine abgenommene Prüfung soll wieder geöffnet werden',
    area,
    urgent: false,
  },
  reopeningAgreed: {
    kind: 'security.reopeningAgreed',
    title: 'Eine abgenommene Prüfung ist wieder offen',
    area,
    urgent: false,
  },
  reopeningDeclined: {
    kind: 'security.reopeningDeclined',
    title: 'Eine abgenommene Prüfung bleibt abgenommen',
    area,
    urgent: false,
  },
} as const
