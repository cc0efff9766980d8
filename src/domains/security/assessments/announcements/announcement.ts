import type { Temporal } from 'temporal-polyfill'

/** One of the two versions of an announcement. */
export interface AnnouncedVersion {
  id: string
  title: string
  /** As people compare it: the day where it is an instant. */
  version: string
}

/** That checks on one version of a catalog shall go on with another one. */
export interface Announcement {
  id: string
  from: AnnouncedVersion
  to: AnnouncedVersion
  text: string
  /** Local day. */
  dueOn: string | null
  announcedBy: string
  announcedAt: Temporal.Instant
  withdrawnAt: Temporal.Instant | null
}

/** How many requirements go along, and how. */
export interface MoveCounts {
  same: number
  renumbered: number
  /** Of both: their text changed, so somebody says whether the answer still holds. */
  toConfirm: number
  lost: number
  new: number
}

/** What of one check goes along: only what was answered, or has a note, counts. */
export interface AnswerMove {
  moving: number
  toConfirm: number
  /** They stay readable in the check as it is now. */
  staying: number
  /** Requirements that nobody was asked before. */
  new: number
}

/** „WiBA“, Fassung 2.0 */
export const versionInWords = ({ title, version }: Omit<AnnouncedVersion, 'id'>): string =>
  `„${title}“, Fassung ${version}`
