import type { ComponentChildren } from 'preact'

import { Button } from '#ui/button/button.tsx'
import { classNames } from '#ui/class-names.ts'
import { Form, HiddenField } from '#ui/form/form.tsx'

export interface Message {
  /** One sentence. */
  title: string
  /** Area · whom it is about · when. */
  meta: ComponentChildren
  /** Target of the form that opens it. */
  open: string
  /** Target of the form that marks it as read; absent when it has been. */
  read?: string | undefined
}

export interface MessagesProps {
  items: readonly Message[]
  /** Where marking as read leads back to, as the field `zurueck`. */
  back: string
}

/** What somebody was told. Opening and marking are forms, because both are noted; the unread ones are bold and have a disc. */
export const Messages = ({ items, back }: MessagesProps) => (
  <ul class="lw-messages">
    {items.map(({ title, meta, open, read }) => (
      <li class={classNames(read !== undefined && 'lw-messages__new')}>
        <Form action={open} layout="row">
          <button class="lw-messages__open" type="submit">
            {read !== undefined && <span class="kern-sr-only">Neu: </span>}
            {title}
          </button>
        </Form>
        <p class="lw-messages__meta">{meta}</p>
        {read !== undefined && (
          <div class="lw-messages__read">
            <Form action={read} layout="row" label={`„${title}“ als gelesen markieren`}>
              <HiddenField name="zurueck" value={back} />
              <Button size="x-small">Gelesen</Button>
            </Form>
          </div>
        )}
      </li>
    ))}
  </ul>
)
