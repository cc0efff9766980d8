import { Prose } from '#ui/prose/prose.tsx'

export interface ProgrammesProps {
  items: readonly { href: string; title: string; text: string }[]
}

/** What one can take part in, side by side, each with a few sentences. */
export const Programmes = ({ items }: ProgrammesProps) => (
  <ul class="lw-programmes">
    {items.map(({ href, title, text }) => (
      <li>
        <h3>
          <a href={href}>{title}</a>
        </h3>
        <Prose text={text} />
      </li>
    ))}
  </ul>
)
