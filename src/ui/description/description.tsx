import type { ComponentChildren } from 'preact'

export interface DescriptionProps {
  items: readonly { term: ComponentChildren; details: ComponentChildren }[]
}

/** Facts in pairs: what it is, and its value in words. For counts use `Facts`. */
export const Description = ({ items }: DescriptionProps) => (
  <dl class="kern-description-list">
    {items.map(({ term, details }) => (
      <div class="kern-description-list-item">
        <dt class="kern-description-list-item__key">{term}</dt>
        <dd class="kern-description-list-item__value">{details}</dd>
      </div>
    ))}
  </dl>
)
