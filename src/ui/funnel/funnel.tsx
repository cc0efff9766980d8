export interface FunnelProps {
  /** What is counted, for screen readers: "Kommunen nach Phase". */
  label: string
  items: readonly { label: string; count: number; href: string; current?: boolean | undefined }[]
}

/** How many stand where on a way, in its order; each place filters the list below. */
export const Funnel = ({ label, items }: FunnelProps) => (
  <nav aria-label={label}>
    <ol class="lw-funnel">
      {items.map(({ label: place, count, href, current }) => (
        <li>
          <a href={href} aria-current={current ? 'true' : undefined}>
            <b>{count}</b> {place}
          </a>
        </li>
      ))}
    </ol>
  </nav>
)
