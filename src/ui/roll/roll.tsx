import type { ComponentChildren } from 'preact'

export interface RollEntry {
  /** Anchor of the row: where the page stands again after a tap. */
  id: string
  name: ComponentChildren
  /** Where the person comes from. */
  from?: ComponentChildren
  /** How it stands now: a `Tag`, and further words. */
  state: ComponentChildren
  /** Buttons, wide enough for a thumb. */
  deeds?: ComponentChildren
}

/** People with buttons at hand, one row for each: to be worked through on a phone at the door. */
export const Roll = ({ label, entries }: { label: string; entries: readonly RollEntry[] }) => (
  <ul class="lw-roll" aria-label={label}>
    {entries.map(({ id, name, from, state, deeds }) => (
      <li id={id}>
        <div class="lw-roll__who">
          <span class="lw-strong">{name}</span>
          {from && <span class="lw-small lw-muted">{from}</span>}
          <span class="lw-small">{state}</span>
        </div>
        {deeds && <div class="lw-roll__deeds">{deeds}</div>}
      </li>
    ))}
  </ul>
)

/** A code that a whole room reads. */
export const WallCode = ({ children }: { children: string }) => <p class="lw-code">{children}</p>
