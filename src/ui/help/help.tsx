import type { ComponentChildren } from 'preact'
import { useContext } from 'preact/hooks'

import { Explain, GlossaryOfPage } from '#ui/prose/glossary.ts'

export interface HelpProps {
  /** Anchor, so that "Hilfe zu Frage 5" can jump here. */
  id?: string | undefined
  /** What it helps with: "Hilfe zu Frage 5". */
  eyebrow?: string | undefined
  title: ComponentChildren
  /** The way back to what it helps with, where the help stands below it. */
  back?: { href: string; label: string } | undefined
  children: ComponentChildren
}

/** Help for what one is doing right now: beside the work and staying in view on a desk, below it on a phone. Goes into `lw-split--help`. */
export function Help({ id = 'hilfe', eyebrow, title, back, children }: HelpProps) {
  const glossary = useContext(GlossaryOfPage)
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls when it is longer than the window
    <aside class="lw-help lw-box lw-stack lw-stack--s" id={id} aria-labelledby={`${id}-titel`} tabindex={0}>
      {eyebrow && <p class="lw-eyebrow">{eyebrow}</p>}
      <h2 class="kern-heading-medium" id={`${id}-titel`}>
        {title}
      </h2>
      <Explain.Provider value={glossary?.begin()}>{children}</Explain.Provider>
      {back && (
        <p class="lw-help__back">
          <a class="lw-link" href={back.href}>
            {back.label}
          </a>
        </p>
      )}
    </aside>
  )
}
