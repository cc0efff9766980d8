import type { ComponentChildren } from 'preact'

export interface PageHeadProps {
  title: ComponentChildren
  /** One sentence on what this is and how far it is. */
  lead?: ComponentChildren
  /** x-small buttons, or one `Badge`. */
  actions?: ComponentChildren
}

/** The one h1 of a page with its sentence. First thing inside the frame. */
export const PageHead = ({ title, lead, actions }: PageHeadProps) => (
  <div class="lw-head">
    <div class="lw-head__text">
      <h1 class="kern-heading-large">{title}</h1>
      {lead && <p>{lead}</p>}
    </div>
    {actions && <div class="lw-row">{actions}</div>}
  </div>
)
