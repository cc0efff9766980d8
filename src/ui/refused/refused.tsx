import type { ComponentChildren } from 'preact'

import { Heading, type HeadingLevel } from '#ui/heading/heading.tsx'

export interface RefusedProps {
  /** Who could, or why it is too late: "Freigeben kann nur der Bürgermeister". */
  title: ComponentChildren
  level?: HeadingLevel | undefined
  /** The reason, in one or two sentences. */
  children: ComponentChildren
  /** What one can do instead. */
  actions?: ComponentChildren
}

/** Stands in the place of the button that one may not press: not allowed, too late, limit reached. A disabled button is never the answer. */
export const Refused = ({ title, level = 3, children, actions }: RefusedProps) => (
  <div class="lw-refused">
    <Heading level={level} size="small">
      {title}
    </Heading>
    <div class="lw-prose">{typeof children === 'string' ? <p>{children}</p> : children}</div>
    {actions && <div class="lw-row">{actions}</div>}
  </div>
)
