export interface Crumb {
  label: string
  /** Left out for the page itself, the last one. */
  href?: string | undefined
}

/** The way from the start to this page. Rendered by the frame from its `crumbs`. */
export const Crumbs = ({ items }: { items: readonly Crumb[] }) => (
  <nav class="lw-crumbs" aria-label="Sie sind hier">
    <ol class="lw-crumbs__list">
      {items.map(({ label, href }) =>
        href === undefined ? (
          <li aria-current="page">{label}</li>
        ) : (
          <li>
            <a href={href}>{label}</a>
          </li>
        ),
      )}
    </ol>
  </nav>
)
