import type { ComponentChildren } from 'preact'

import { classNames } from '#ui/class-names.ts'

export interface BoxProps {
  /** `tint` for a decision to take, `line` for a question before a deed with consequences; plain for an explanation. */
  tone?: 'tint' | 'line' | undefined
  children: ComponentChildren
}

/** A tinted area for help, an explanation or a decision. For everything else a `Panel` is enough. */
export const Box = ({ tone, children }: BoxProps) => (
  <div class={classNames('lw-box lw-stack lw-stack--s', tone && `lw-box--${tone}`)}>{children}</div>
)
