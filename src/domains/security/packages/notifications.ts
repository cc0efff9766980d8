const area = 'Programme'

/** What this module tells people about, as they find it in their settings. */
export const packageKinds = {
  submitted: { kind: 'packages.submitted', title: 'Ein Maßnahmenpaket ist zu entscheiden', area, urgent: false },
  returned: { kind: 'packages.returned', title: 'Ein Maßnahmenpaket kommt zurück', area, urgent: false },
  decided: { kind: 'packages.decided', title: 'Ein Maßnahmenpaket ist entschieden', area, urgent: false },
} as const
