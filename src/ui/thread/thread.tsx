import type { ComponentChildren } from 'preact'

export interface ThreadEntry {
  who: string
  /** "10:42 Uhr", "23.11.2026". */
  when: string
  /** What the person did, as a tag: "strittig". */
  mark?: ComponentChildren
  /** As the person typed it; line breaks are kept. Empty: only the mark. */
  text: string
}

/** What people said to each other, the oldest first. */
export const Thread = ({ label, entries }: { label: string; entries: readonly ThreadEntry[] }) => (
  <ol class="lw-thread" aria-label={label}>
    {entries.map(({ who, when, mark, text }) => (
      <li class="lw-thread__entry">
        <p class="lw-row">
          <strong>{who}</strong>
          <span class="lw-small lw-muted">{when}</span>
          {mark}
        </p>
        {text !== '' && <p class="lw-thread__text">{text}</p>}
      </li>
    ))}
  </ol>
)
