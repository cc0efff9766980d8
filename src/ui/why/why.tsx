import type { ComponentChildren } from 'preact'

export interface WhyProps {
  /** The question it answers: "Warum diese?", "Grundlage für Fachleute". */
  summary: string
  /** Two to four sentences. */
  children: ComponentChildren
}

/** Explains a result right below it, folded away until somebody asks. */
export const Why = ({ summary, children }: WhyProps) => (
  <details class="lw-why">
    <summary>{summary}</summary>
    <div>{typeof children === 'string' ? <p>{children}</p> : children}</div>
  </details>
)
