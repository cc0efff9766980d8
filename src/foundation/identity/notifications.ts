const area = 'Zugänge und Aufgaben'

/** What this module tells people about, as they find it in their settings. Urgent: a right ends, or somebody has only days to object. */
export const identityKinds = {
  roleGranted: { kind: 'identity.roleGranted', title: 'Sie bekommen eine Aufgabe', area, urgent: false },
  roleEnded: { kind: 'identity.roleEnded', title: 'Eine Ihrer Aufgaben endet', area, urgent: true },
  personLeft: { kind: 'identity.personLeft', title: 'Ihr Zugang zu einer Organisation endet', area, urgent: true },
  takenOver: {
    kind: 'identity.takenOver',
    title: 'Sie übernehmen, was jemand hatte, der ausscheidet',
    area,
    urgent: false,
  },
  colleaguesChanged: {
    kind: 'identity.colleaguesChanged',
    title: 'Aufgaben von Kolleginnen und Kollegen ändern sich',
    area,
    urgent: false,
  },
  invitationAccepted: {
    kind: 'identity.invitationAccepted',
    title: 'Eine Einladung ist angenommen',
    area,
    urgent: false,
  },
  substitutionNamed: { kind: 'identity.substitutionNamed', title: 'Sie vertreten jemanden', area, urgent: true },
  substitutionEnded: {
    kind: 'identity.substitutionEnded',
    title: 'Eine Vertretung von Ihnen oder durch Sie endet',
    area,
    urgent: true,
  },
  readerComes: {
    kind: 'identity.readerComes',
    title: 'Jemand von außen darf Ihre Prüfungen lesen',
    area,
    urgent: true,
  },
  readerLeft: {
    kind: 'identity.readerLeft',
    title: 'Jemand von außen darf Ihre Prüfungen nicht mehr lesen',
    area,
    urgent: false,
  },
  assigned: { kind: 'identity.assigned', title: 'Sie sind einer Kommune zugewiesen', area, urgent: false },
  assignmentEnded: { kind: 'identity.assignmentEnded', title: 'Ihre Zuweisung endet', area, urgent: true },
  assignmentObjected: {
    kind: 'identity.assignmentObjected',
    title: 'Eine Kommune widerspricht, oder eine Zuweisung fällt weg',
    area,
    urgent: false,
  },
  replacementProposed: {
    kind: 'identity.replacementProposed',
    title: 'Ein Ersatz für nicht erreichbare Zugänge ist zu bestätigen',
    area,
    urgent: true,
  },
  replacementConfirmed: {
    kind: 'identity.replacementConfirmed',
    title: 'Jemand soll die Zugänge Ihrer Organisation verwalten',
    area,
    urgent: true,
  },
  replacementSettled: {
    kind: 'identity.replacementSettled',
    title: 'Wie der Ersatz nicht erreichbarer Zugänge ausgeht',
    area,
    urgent: true,
  },
} as const
