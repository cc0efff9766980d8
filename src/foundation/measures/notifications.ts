const area = 'Maßnahmen'

/** What this module tells people about, as they find it in their settings. */
export const measureKinds = {
  assigned: { kind: 'measures.assigned', title: 'Sie sind für eine Maßnahme zuständig', area, urgent: false },
  proposed: { kind: 'measures.proposed', title: 'Jemand schlägt eine Maßnahme vor', area, urgent: false },
  dueSoon: { kind: 'measures.dueSoon', title: 'Eine Maßnahme ist bald fällig', area, urgent: false },
  overdue: { kind: 'measures.overdue', title: 'Eine Maßnahme ist überfällig', area, urgent: false },
  check: { kind: 'measures.check', title: 'Eine Maßnahme ist wieder zu prüfen', area, urgent: false },
} as const
