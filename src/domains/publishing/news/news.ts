import type { Temporal } from 'temporal-polyfill'
import { sortKey } from '#kernel/sort-key.ts'

export const newsStates = ['draft', 'published', 'withdrawn'] as const
export type NewsState = (typeof newsStates)[number]

/** A piece of news in the version that counts. */
export interface News {
  id: string
  version: number
  /** The end of its address; never changes. */
  slug: string
  title: string
  teaser: string
  /** Markdown. */
  body: string
  topic: string
  author: string
  state: NewsState
  /** From when to before when it is out; a draft may have neither. */
  from: Temporal.Instant | null
  until: Temporal.Instant | null
  writtenAt: Temporal.Instant
}

/** What an editor writes. */
export type NewsContent = Omit<News, 'id' | 'version' | 'slug' | 'writtenAt'>

/** What it is at this instant, as the desk shows it. */
export type Appearance = 'draft' | 'planned' | 'out' | 'over' | 'withdrawn'

export function appearanceOf(
  { state, from, until }: Pick<News, 'state' | 'from' | 'until'>,
  now: Temporal.Instant,
): Appearance {
  if (state !== 'published') return state
  const at = now.epochMilliseconds
  if (!from || from.epochMilliseconds > at) return 'planned'
  return until && until.epochMilliseconds <= at ? 'over' : 'out'
}

const longestSlug = 70

/** The end of the address for a title: letters, figures, hyphens. The number tells apart what would be the same. */
export function slugOf(title: string, number = 1): string {
  const plain = title.replaceAll(/[äöüÄÖÜ]/g, (letter) => `${letter}e`)
  const words = sortKey(plain).replaceAll(' ', '-')
  const cut = words.length <= longestSlug ? words : words.slice(0, longestSlug + 1).replace(/-[^-]*$/, '')
  const base = cut.slice(0, longestSlug) || 'meldung'
  return number === 1 ? base : `${base}-${number}`
}
