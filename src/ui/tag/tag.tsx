import type { ComponentChildren } from 'preact'

import { classNames } from '#ui/class-names.ts'

/** none: ring · running: half disc · ok: disc · soon: triangle · late: octagon */
export type TagState = 'none' | 'running' | 'ok' | 'soon' | 'late'

export interface TagProps {
  state: TagState
  children: ComponentChildren
}

/** The state of a row: a shape and a word, never colour alone. The state of the page's own object is a `Badge` in its head. */
export const Tag = ({ state, children }: TagProps) => (
  <span class={classNames('lw-tag', state !== 'none' && `lw-tag--${state}`)}>{children}</span>
)
