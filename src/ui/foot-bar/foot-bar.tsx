import type { ComponentChildren } from 'preact'

export interface FootBarProps {
  /** Left: whether everything is saved. */
  state?: ComponentChildren
  /** Right: the ways onward, the primary button last. */
  children: ComponentChildren
}

/** Stays at the lower edge of a long form or list, so that the next step is always in reach. At most one per page. */
export const FootBar = ({ state, children }: FootBarProps) => (
  <div class="lw-foot">
    {state}
    <div class="lw-row">{children}</div>
  </div>
)
