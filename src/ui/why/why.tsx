import type { ComponentChildren } from 'preact'

export interface WhyProps {
  /** The question it answers: "Warum diese?", "Grundlage für Fachleute". */
  summary: string
  /** Two to four sentences. */
  children: ComponentChildren
  /** Already unfolded: something in it was refused. */
  open?: boolean | undefined
}

/** Explains a result right below it, folded away until somebody asks. */
export const Why = ({ summary, children, open }: WhyProps) => (
  <details class="lw-why" open={open}>
    <summary>{summary}</summary>
    <div>{typeof children === 'string' ? <p>{children}</p> : children}</div>
  </details>
)
