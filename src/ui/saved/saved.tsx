import type { ComponentChildren } from 'preact'

import { Icon } from '#ui/icon/icon.tsx'

export type SavedProps =
  | {
      state: 'saved'
      /** When and who: "Gespeichert 10:42 Uhr, Sie". */
      text: string
      id?: string | undefined
    }
  | { state: 'saving'; id?: string | undefined }
  | { state: 'open'; /** Nothing was entered yet: "noch offen". */ text: string; id?: string | undefined }
  | {
      state: 'failed'
      text?: string | undefined
      id?: string | undefined
      /** The button that tries again. */
      children?: ComponentChildren
    }

function SavedWords(props: SavedProps) {
  switch (props.state) {
    case 'saved':
      return (
        <span class="lw-saved">
          <Icon name="check" />
          {props.text}
        </span>
      )
    case 'open':
      return <span class="lw-small lw-muted">{props.text}</span>
    case 'saving':
      return <span class="lw-saved">Wird gespeichert …</span>
    case 'failed':
      return (
        <span class="lw-row">
          <span class="kern-error">
            <Icon name="danger" />
            <span class="kern-body">{props.text ?? 'Noch nicht gespeichert'}</span>
          </span>
          {props.children}
        </span>
      )
  }
}

/** Whether what was entered is safe, beside the field. A live region: an island exchanges its content and the change is read out. */
export const Saved = (props: SavedProps) => (
  // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an output is the result of a calculation
  <span role="status" id={props.id}>
    <SavedWords {...props} />
  </span>
)
