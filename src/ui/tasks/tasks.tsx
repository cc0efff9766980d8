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
  /** Where somebody else can take it over. */
  handOn?: { href: string; label: string } | undefined
}

export interface TasksProps {
  /** Sorted by urgency: overdue, today, the rest. */
  items: readonly Task[]
}

/** A link is named by more than a word that stands in every row. */
const nameOf = (title: ComponentChildren): string => (typeof title === 'string' ? title : 'diese Aufgabe')

/** What is to do, each entry a link over its whole row, with its distance and date at the right; the way to somebody else lies above it. */
export const Tasks = ({ items }: TasksProps) => (
  <ul class="lw-tasks">
    {items.map(({ href, title, meta, due, handOn }) => (
      <li>
        <a href={href}>{title}</a>
        {(meta || handOn) && (
          <p class="lw-tasks__meta">
            {meta}
            {handOn && (
              <>
                {meta && ' · '}
                <a class="lw-link lw-tasks__on" href={handOn.href} aria-label={`${handOn.label}: ${nameOf(title)}`}>
                  {handOn.label}
                </a>
              </>
            )}
          </p>
        )}
        {due && (
          <p class={classNames('lw-due', due.urgency && `lw-due--${due.urgency}`)}>
            <b>{due.text}</b> {due.date && <span>{due.date}</span>}
          </p>
        )}
      </li>
    ))}
  </ul>
)
