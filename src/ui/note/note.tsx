import type { ComponentChildren } from 'preact'

export interface NoteProps {
  /** As the person typed it; line breaks are kept. */
  text: string
  /** Behind the text: a link to change it. */
  children?: ComponentChildren
}

/** Words that a person wrote, shown as theirs by a line at the left. */
export const Note = ({ text, children }: NoteProps) => (
  <p class="lw-note">
    <span class="lw-note__text">{text}</span> {children}
  </p>
)
