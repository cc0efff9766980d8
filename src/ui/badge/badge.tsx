import type { ComponentChildren } from 'preact'

import { Icon, type IconName } from '#ui/icon/icon.tsx'

export type BadgeKind = 'info' | 'success' | 'warning' | 'danger'

export interface BadgeProps {
  kind: BadgeKind
  icon?: IconName | undefined
  children: ComponentChildren
}

/** The state of the page's object, once in its head, or a mark such as "Schnellstarter". In rows use `Tag`. */
export const Badge = ({ kind, icon = kind, children }: BadgeProps) => (
  <span class={`kern-badge kern-badge--${kind} kern-badge--small`}>
    <Icon name={icon} />
    <span class="kern-label kern-label--small">{children}</span>
  </span>
)
