import type { Temporal } from 'temporal-polyfill'
import { type Comparison, isRenumbered, isToConfirm, shortVersion } from '#foundation/catalogs/index.ts'

/** One of the two versions of an announcement. */
export interface AnnouncedVersion {
  id: string
  title: string
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

export function countsOf({ pairs, lost, new: added }: Comparison): MoveCounts {
  const renumbered = pairs.filter(isRenumbered).length
  return {
    same: pairs.length - renumbered,
    renumbered,
    toConfirm: pairs.filter(isToConfirm).length,
    lost: lost.length,
    new: added.length,
  }
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

export function answersMoved({ pairs, lost, new: added }: Comparison, answered: ReadonlySet<string>): AnswerMove {
  const moving = pairs.filter(({ before }) => answered.has(before.id))
  return {
    moving: moving.length,
    toConfirm: moving.filter(isToConfirm).length,
    staying: lost.filter(({ id }) => answered.has(id)).length,
    new: added.length,
  }
}

/** „WiBA“, Fassung 2.0 */
export const versionInWords = ({ title, version }: Omit<AnnouncedVersion, 'id'>): string =>
  `„${title}“, Fassung ${shortVersion(version)}`
