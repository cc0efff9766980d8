import type { ComponentChildren } from 'preact'

import { Heading, type HeadingLevel } from '#ui/heading/heading.tsx'
import { Icon } from '#ui/icon/icon.tsx'

export type AlertKind = 'danger' | 'success' | 'warning' | 'info'

export interface AlertProps {
  kind: AlertKind
  /** What happened, as a sentence. */
  title: ComponentChildren
  level?: HeadingLevel | undefined
  id?: string | undefined
  /** Only for a message that has just appeared: `status` waits for a pause, `alert` interrupts. */
  live?: 'status' | 'alert' | undefined
  /** What was kept and what to do next. */
  children?: ComponentChildren
}

/** A message with consequences, standing where one acts. For the answer to a deed use the frame's `flash`. */
export const Alert = ({ kind, title, level = 2, id, live, children }: AlertProps) => (
  <div class={`kern-alert kern-alert--${kind}`} id={id} role={live}>
    <div class="kern-alert__header">
      <Icon name={kind} />
      <Heading level={level} size="small">
        {title}
      </Heading>
    </div>
    {children && <div class="kern-alert__body">{children}</div>}
  </div>
)

export interface FlashMessage {
  kind: 'success' | 'info' | 'warning'
  text: string
}

/** One sentence about the deed that led to this page. The frame shows it above the content; pages do not use it themselves. */
export const Flash = ({ kind, text }: FlashMessage) => (
  // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an output is the result of a calculation
  <div class={`kern-alert kern-alert--${kind} lw-flash`} role="status">
    <div class="kern-alert__header">
      <Icon name={kind} />
      <p class="lw-strong">{text}</p>
    </div>
  </div>
)
