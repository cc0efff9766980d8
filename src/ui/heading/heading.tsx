import type { ComponentChildren } from 'preact'

/** Which heading element: chosen by the outline of the page, not by the look. */
export type HeadingLevel = 1 | 2 | 3 | 4

export interface HeadingProps {
  level: HeadingLevel
  /** How large it looks; independent of the level. */
  size: 'large' | 'medium' | 'small'
  id?: string | undefined
  children: ComponentChildren
}

/** A heading whose element follows the outline and whose size follows the place. Use it inside components that may sit at any depth. */
export function Heading({ level, size, id, children }: HeadingProps) {
  const Element = `h${level}` as const
  return (
    <Element class={`kern-heading-${size}`} id={id}>
      {children}
    </Element>
  )
}
