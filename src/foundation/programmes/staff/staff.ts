/** Somebody of the cooperative in a programme: leads it, or guides in it. */
export interface Staff {
  id: string
  personId: string
  /** Null where whoever asks may not read the name. */
  name: string | null
  function: StaffFunction
  from: string
  /** Whether they still hold the role that it takes; null where whoever asks may not know. */
  holdsRole: boolean | null
}

export const staffFunctions = ['manager', 'guide'] as const
export type StaffFunction = (typeof staffFunctions)[number]

/** Which role of the cooperative it takes. */
export const roleFor = { manager: 'programmeManager', guide: 'guide' } as const

const names: Record<StaffFunction, string> = { manager: 'Leitung', guide: 'Betreuung' }

/** "Leitung", "Betreuung". */
export const functionInWords = (name: StaffFunction): string => names[name]
