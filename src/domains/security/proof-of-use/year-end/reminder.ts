import type { Temporal } from 'temporal-polyfill'
import { germanDate, germanDay, localDay } from '#kernel/local-day.ts'
import { euro } from '#kernel/money.ts'
import { type ActingParty, type Item, lackInWords } from './lack.ts'

/** Somebody who holds a role that acts at an organization. */
export interface Holder {
  organizationId: string
  personId: string
  name: string
  email: string
  roles: readonly string[]
}

/** A reminder that went out. */
export interface SentReminder {
  id: string
  organizationId: string
  organizationName: string
  personId: string
  personName: string | null
  /** Local day. */
  day: string
  /** The first of that day, or a further one. */
  turn: number
  amountCents: number
  items: number
  sentAt: Temporal.Instant
  sentBy: string | null
}

/** Who acts for each party, first those who are asked first; all who speak for a municipality where nobody leads it. */
const rolesOf: Record<ActingParty, readonly (readonly string[])[]> = {
  contractor: [['contractorOffice']],
  organization: [['chiefExecutive'], ['securityOfficer', 'officeHead', 'organizationAdmin']],
  cooperative: [['programmeManager']],
}

/** Whom to ask at which organization for these items. */
export const wantedHolders = (items: readonly Item[]): { organizationId: string; roles: string[] }[] => [
  ...new Map(
    items.flatMap(({ actsId, acts }) =>
      actsId === null ? [] : [[`${actsId} ${acts}`, { organizationId: actsId, roles: rolesOf[acts].flat() }] as const],
    ),
  ).values(),
]

/** What one person would get: all of it in one mail. */
export interface Letter {
  personId: string
  name: string
  email: string
  /** The most urgent first. */
  items: readonly Item[]
  /** The last time, whoever sent it. */
  last: SentReminder | undefined
  /** Today there was one already. */
  isAgain: boolean
}

export interface ReminderDraft {
  letters: readonly Letter[]
  /** Items for which nobody has access whom one could write to. */
  unreached: readonly Item[]
  /** Items that whoever asks has to see to: nobody writes to themselves. */
  own: readonly Item[]
}

interface Known {
  holders: readonly Holder[]
  sent: readonly SentReminder[]
  today: string
  /** Whoever sends. */
  senderId: string
}

/** One letter per person who must act, with everything that waits for them. */
export function lettersOf(items: readonly Item[], { holders, sent, today, senderId }: Known): ReminderDraft {
  const people = new Map<string, { holder: Holder; items: Item[] }>()
  const unreached: Item[] = []
  const own: Item[] = []
  for (const item of items) {
    const asked = holdersOf(item, holders)
    if (asked.length === 0) unreached.push(item)
    if (asked.some(({ personId }) => personId === senderId)) own.push(item)
    for (const holder of asked) {
      if (holder.personId === senderId) continue
      const there = people.get(holder.personId) ?? { holder, items: [] }
      there.items.push(item)
      people.set(holder.personId, there)
    }
  }
  const letters = [...people.values()].map(({ holder: { personId, name, email }, items: theirs }): Letter => {
    const last = sent
      .filter((one) => one.personId === personId)
      .toSorted((one, other) => other.sentAt.epochMilliseconds - one.sentAt.epochMilliseconds)[0]
    return { personId, name, email, items: theirs, last, isAgain: last?.day === today }
  })
  return { letters, unreached, own }
}

function holdersOf({ acts, actsId }: Item, holders: readonly Holder[]): Holder[] {
  const there = holders.filter(({ organizationId }) => organizationId === actsId)
  for (const roles of rolesOf[acts]) {
    const found = there.filter((one) => one.roles.some((role) => roles.includes(role)))
    if (found.length > 0) return found
  }
  return []
}

/** "3 offene Vorgänge" */
export const inCases = (count: number): string => (count === 1 ? '1 offener Vorgang' : `${count} offene Vorgänge`)

export const amountOf = (items: readonly Item[]): number => items.reduce((sum, { amountCents }) => sum + amountCents, 0)

/** The list in the mail: one line per item, below the municipality that it is about. */
export const itemsInWords = (items: readonly Item[]): string =>
  [...Map.groupBy(items, ({ organizationName }) => organizationName)]
    .map(([name, own]) => `${name}\n${own.map(lineOf).join('\n')}`)
    .join('\n\n')

const lineOf = ({ reference, title, lack, amountCents, since, deed }: Item): string =>
  `- ${reference} „${title}“: ${lackInWords(lack)}, ${euro(amountCents)}${since === null ? '' : `, seit ${germanDay(localDay(since))}`}. Zu tun: ${deed}.`

/** "bis 31.12.2026, 24 Uhr" */
export const deadlineInWords = (deadline: string | null): string =>
  deadline === null ? 'sobald wie möglich' : `bis ${germanDate(deadline)}, 24 Uhr`
