import type { ComponentChildren } from 'preact'

import { type Fact, Facts } from '#ui/facts/facts.tsx'

export interface HeroProps {
  /** The h1 of the page. */
  title: string
  lead: string
  /** One primary and at most one other link. */
  actions: ComponentChildren
  /** Real figures only; none is better than an invented one. */
  facts: readonly Fact[]
}

/** The first thing on the public start page, on petrol from edge to edge. */
export const Hero = ({ title, lead, actions, facts }: HeroProps) => (
  <section class="lw-hero" aria-labelledby="hero">
    <div class="lw-stack lw-stack--l">
      <h1 id="hero">{title}</h1>
      <p class="lw-hero__lead">{lead}</p>
      <div class="lw-row">{actions}</div>
    </div>
    {facts.length > 0 && <Facts items={facts} />}
  </section>
)
