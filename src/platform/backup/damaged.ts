/** What stands in the file is not what was written: nothing of it may be used. The message is a German sentence for the operator. */
export class DamagedBackup extends Error {}

/** Throws when something that a backup promises does not hold. */
export function insist(holds: unknown, what: string): asserts holds {
  if (!holds) throw new DamagedBackup(`Die Sicherung ist beschädigt: ${what}. Wiederhergestellt wurde nichts.`)
}
