import type { ComponentChildren } from 'preact'

import { Heading } from '#ui/heading/heading.tsx'

export interface OfferProps {
  id: string
  /** What is offered, in a few words: "Ein Platz ist für Sie reserviert". */
  band: string
  /** Until when: "bis Mittwoch, 25. November, 12:00 Uhr". */
  until: string
  /** The question to answer. */
  title: string
  children: ComponentChildren
}

/** Something that is held for somebody until a moment, with the question and its answers. */
export const Offer = ({ id, band, until, title, children }: OfferProps) => (
  <section class="lw-offer" aria-labelledby={id}>
    <div class="lw-offer__band">
      <span>{band}</span>
      <span>{until}</span>
    </div>
    <div class="lw-offer__body">
      <Heading level={2} size="medium" id={id}>
        {title}
      </Heading>
      {children}
    </div>
  </section>
)
