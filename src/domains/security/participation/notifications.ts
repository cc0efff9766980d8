const area = 'Programme'

/** What this module tells people about, as they find it in their settings. */
export const participationKinds = {
  documentReceived: {
    kind: 'participation.documentReceived',
    title: 'Eine Kommune legt ein Dokument ab',
    area,
    urgent: false,
  },
  findingWritten: {
    kind: 'participation.findingWritten',
    title: 'Ein Befund zu Ihren Unterlagen',
    area,
    urgent: false,
  },
  policiesReviewed: {
    kind: 'participation.policiesReviewed',
    title: 'Ihre Unterlagen sind geprüft',
    area,
    urgent: false,
  },
  spotChecksClosed: {
    kind: 'participation.spotChecksClosed',
    title: 'Das Protokoll der Stichproben ist abgeschlossen',
    area,
    urgent: false,
  },
  spotCheckCommented: {
    kind: 'participation.spotCheckCommented',
    title: 'Eine Kommune schreibt zu einer Stichprobe',
    area,
    urgent: false,
  },
  reportDelivered: { kind: 'participation.reportDelivered', title: 'Ein Bericht ist zu prüfen', area, urgent: false },
  reportChangesAsked: {
    kind: 'participation.reportChangesAsked',
    title: 'Eine Kommune bittet um Änderungen am Bericht',
    area,
    urgent: false,
  },
  reportAccepted: { kind: 'participation.reportAccepted', title: 'Ein Bericht ist abgenommen', area, urgent: false },
  reportCommented: { kind: 'participation.reportCommented', title: 'Ein Beitrag zum Bericht', area, urgent: false },
} as const
