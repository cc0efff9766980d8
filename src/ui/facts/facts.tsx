import type { ComponentChildren } from 'preact'

import { classNames } from '#ui/class-names.ts'

export interface Fact {
  /** What is counted, in words: "Fragen noch offen". */
  label: ComponentChildren
  value: ComponentChildren
  unit?: string | undefined
}

export interface FactsProps {
  items: readonly Fact[]
  small?: boolean | undefined
}

/** Two to five key numbers, large and light, each with its words below. Long facts belong in a `Description`. */
export const Facts = ({ items, small }: FactsProps) => (
  <dl class={classNames('lw-facts', small && 'lw-facts--s')}>
    {items.map(({ label, value, unit }) => (
      <div>
        <dt>{label}</dt>
        <dd>
          {value}
          {unit && (
            <>
              {'\u00a0'}
              <small>{unit}</small>
            </>
          )}
        </dd>
      </div>
    ))}
  </dl>
)
