export interface FiltersProps {
  /** What is filtered, for screen readers: "Fragen filtern". */
  label: string
  items: readonly { label: string; count?: number | undefined; href: string; current?: boolean | undefined }[]
}

/** Ready-made views of one list, as links with their counts. For free filters use a `Form` with `method="get"` and `layout="bar"`. */
export const Filters = ({ label, items }: FiltersProps) => (
  <nav class="lw-filters" aria-label={label}>
    <ul class="lw-row">
      {items.map((item) => (
        <li>
          <a class="lw-link" href={item.href} aria-current={item.current ? 'true' : undefined}>
            {item.label}
            {item.count !== undefined && ` ${item.count}`}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)
