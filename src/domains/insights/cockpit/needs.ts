/** What the cockpit itself says of many, from the roads alone: the rest of the sentence after the number. */
export const ownNeeds = {
  waitsForOrganization: {
    one: 'liegt länger als eine Woche bei der Kommune',
    many: 'liegen länger als eine Woche bei der Kommune',
  },
  waitsForContractor: {
    one: 'liegt länger als eine Woche beim Auftragnehmer',
    many: 'liegen länger als eine Woche beim Auftragnehmer',
  },
  waitsForUs: { one: 'liegt länger als eine Woche bei uns', many: 'liegen länger als eine Woche bei uns' },
  notAdmitted: { one: 'ist noch nicht aufgenommen', many: 'sind noch nicht aufgenommen' },
  withoutContact: {
    one: 'hat seit vier Wochen nichts von uns gehört',
    many: 'haben seit vier Wochen nichts von uns gehört',
  },
} as const

export type OwnNeed = keyof typeof ownNeeds
export const ownNeedKeys = Object.keys(ownNeeds) as OwnNeed[]

/** Longer than a week is waited, longer than four weeks nobody spoke. */
export const waitingDays = 7
export const silentDays = 28
