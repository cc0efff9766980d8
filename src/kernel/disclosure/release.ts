export interface Limits {
  /** A cell speaks of at least so many whose values are not known. */
  least: number
  /** Nobody's value can be told more closely than to so many points. */
  width: number
}

/** Rules 1 to 4 of the disclosure of aggregates. */
export const usualLimits: Limits = { least: 5, width: 20 }

/**
 * Whether a cell may show a new value: its number of subjects is the same as at its last publication, or another by at least `least`; else the
 * difference of both would speak of fewer. Never published before: it may.
 */
export const mayShowAnew = (before: number | null, now: number, { least }: Pick<Limits, 'least'>): boolean =>
  before === null || before === now || Math.abs(before - now) >= least

/** Whether somebody may be compared with a class: it has so many others in it, of whom nothing is known. */
export const mayCompare = (
  cell: { members: readonly { id: string; isKnown: boolean }[] },
  self: string,
  { least }: Pick<Limits, 'least'>,
): boolean => cell.members.filter(({ id, isKnown }) => id !== self && !isKnown).length >= least
