import type { ComponentChildren } from 'preact'

export interface LinkListProps {
  items: readonly {
    href: string
    label: ComponentChildren
    /** Muted words behind the link: "Nachweis, 412 kB". */
    note?: ComponentChildren
  }[]
}

/** Links below each other: files, further reading, places to go. */
export const LinkList = ({ items }: LinkListProps) => (
  <ul class="lw-link-list">
    {items.map(({ href, label, note }) => (
      <li>
        <a class="lw-link" href={href}>
          {label}
        </a>
        {note !== undefined && <span class="lw-small lw-muted">{note}</span>}
      </li>
    ))}
  </ul>
)
