/** How one kind comes: by mail at once, as a line of the digest, or in the inbox only. */
export const channels = ['mail', 'digest', 'inbox'] as const
export type Channel = (typeof channels)[number]

export const rhythms = ['daily', 'weekly', 'never'] as const
export type Rhythm = (typeof rhythms)[number]

export interface Setting {
  rhythm: Rhythm
  /** Of a weekly digest, 1 is Monday. */
  weekday: number
  /** Local hour of the digest. */
  hour: number
  /** Local times, `22:00`, between which only urgent mail comes; both or none. */
  quietFrom: string | null
  quietUntil: string | null
}

/** Of somebody who has never chosen anything: before the day's work, on Mondays where it is weekly. */
export const unchosen: Omit<Setting, 'rhythm'> = { weekday: 1, hour: 7, quietFrom: null, quietUntil: null }

export const weekdays = ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag'] as const

/** Whether a digest of this hour would fall into the quiet hours, and so wait for their end. */
export function isQuietAt(hour: number, { quietFrom, quietUntil }: Pick<Setting, 'quietFrom' | 'quietUntil'>): boolean {
  if (quietFrom === null || quietUntil === null) return false
  const time = `${String(hour).padStart(2, '0')}:00`
  return quietFrom < quietUntil ? quietFrom <= time && time < quietUntil : quietFrom <= time || time < quietUntil
}

/** Kind under which the digest itself is unsubscribed. */
export const digestMail = 'notifications.digest'
