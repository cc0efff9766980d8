import type { ComponentChildren } from 'preact'

import { classNames } from '#ui/class-names.ts'

export interface Task {
  href: string
  /** Names the deed: "Ergebnisbericht prüfen und freigeben". */
  title: ComponentChildren
  /** Module · state · consequence. */
  meta?: ComponentChildren
  due?:
    | {
        /** The distance: "in 4 Tagen", "seit Freitag überfällig". */
        text: string
        /** The day itself: "27.11.". */
        date?: string | undefined
        urgency?: 'late' | 'soon' | undefined
      }
    | undefined
}

export interface TasksProps {
  /** Sorted by urgency: overdue, today, the rest. */
  items: readonly Task[]
}

/** What is to do, each entry a link over its whole row, with its distance and date at the right. */
export const Tasks = ({ items }: TasksProps) => (
  <ul class="lw-tasks">
    {items.map(({ href, title, meta, due }) => (
      <li>
        <a href={href}>{title}</a>
        {meta && <p class="lw-tasks__meta">{meta}</p>}
        {due && (
          <p class={classNames('lw-due', due.urgency && `lw-due--${due.urgency}`)}>
            <b>{due.text}</b> {due.date && <span>{due.date}</span>}
          </p>
        )}
      </li>
    ))}
  </ul>
)
