import type { ComponentChildren } from 'preact'

import { Road, type RoadProps } from '#ui/road/road.tsx'

export interface StandingProps {
  /** What is to do now, as a sentence: the largest thing on the page. */
  now: ComponentChildren
  /** Who is waited for since when, what comes afterwards. */
  children: ComponentChildren
  road?: RoadProps | undefined
}

/** Where something stands, first thing below the head of its page. */
export const Standing = ({ now, children, road }: StandingProps) => (
  <section class="lw-standing lw-stack lw-stack--s" aria-label="Stand">
    <p class="lw-standing__now">{now}</p>
    {children}
    {road && <Road {...road} />}
  </section>
)
