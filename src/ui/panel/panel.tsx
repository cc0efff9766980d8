import type { ComponentChildren } from 'preact'

import { classNames } from '#ui/class-names.ts'
import { Heading, type HeadingLevel } from '#ui/heading/heading.tsx'

export interface PanelProps {
  /** Anchor of the section; its heading gets the id, so that `#stand` jumps to the words. */
  id: string
  title: ComponentChildren
  level?: HeadingLevel | undefined
  /** The one link of the section, at the right of its heading. */
  link?: { href: string; label: string } | undefined
  /** A few muted words at the right of the heading instead of a link: "noch 38 Tage". */
  note?: ComponentChildren
  /** For side columns: thin rule, small heading. */
  quiet?: boolean | undefined
  children: ComponentChildren
}

/** A section of a page: rule, heading, at most one link, content. Lines before boxes: this is the default way to divide a page. */
export const Panel = ({ id, title, level = 2, link, note, quiet, children }: PanelProps) => (
  <section class={classNames('lw-panel', quiet && 'lw-panel--quiet')} aria-labelledby={id}>
    <div class="lw-panel__head">
      <Heading level={level} size={quiet ? 'small' : 'medium'} id={id}>
        {title}
      </Heading>
      {link && (
        <a class="lw-link" href={link.href}>
          {link.label}
        </a>
      )}
      {note && <span class="lw-small lw-muted">{note}</span>}
    </div>
    {children}
  </section>
)
