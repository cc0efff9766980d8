/**
 * A kind of notification, declared in the `notifications.ts` of the module that tells it and collected by src/app/modules.ts.
 * People choose by kind what comes by mail at once, what in the digest, and what stays in the inbox.
 */
export interface NotificationKind {
  /** `module.occasion`, stable: rows and choices name it. */
  kind: string
  /** German, as the settings call it: "Jemand nennt Sie in einem Kommentar". */
  title: string
  /** Heading under which it stands in inbox, digest and settings: "Sicherheitsprüfung". */
  area: string
  /** Comes by mail at once, in quiet hours too, whatever the person chose: somebody has only hours or days to act on it. */
  urgent: boolean
  /** Comes once only, so that there is nothing to choose. */
  isOnce?: true | undefined
}

/** Heading of what no module declares (any more). */
export const otherArea = 'Weiteres'

export const areaOf = (kinds: readonly NotificationKind[], name: string): string =>
  kinds.find(({ kind }) => kind === name)?.area ?? otherArea

/** The areas in the order in which modules declare them. */
export const areasOf = (kinds: readonly NotificationKind[]): string[] => [...new Set(kinds.map(({ area }) => area))]

/** Those a person can choose for. */
export const choosable = (kinds: readonly NotificationKind[]): NotificationKind[] =>
  kinds.filter(({ isOnce }) => !isOnce)
