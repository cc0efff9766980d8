import type { ComponentChildren } from 'preact'

import { Heading, type HeadingLevel } from '#ui/heading/heading.tsx'

export interface EmptyProps {
  /** What is not there yet: "Noch keine Befunde". Never "Keine Daten vorhanden". */
  title: ComponentChildren
  level?: HeadingLevel | undefined
  /** How entries come to be, and when the first is expected; for filters, what would match without one of them. */
  children: ComponentChildren
  actions?: ComponentChildren
}

/** Stands in the place of an empty list or of filters without a match. */
export const Empty = ({ title, level = 3, children, actions }: EmptyProps) => (
  <div class="lw-empty">
    <Heading level={level} size="small">
      {title}
    </Heading>
    <div class="lw-prose">{typeof children === 'string' ? <p>{children}</p> : children}</div>
    {actions && <div class="lw-row">{actions}</div>}
  </div>
)
