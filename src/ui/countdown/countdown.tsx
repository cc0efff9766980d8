import type { ComponentChildren } from 'preact'

export interface CountdownProps {
  /** The large number. */
  value: number
  /** What it counts, and until when: "Tage bis 31.12.2026". */
  unit: string
  /** A second, quieter line: "27 Arbeitstage". */
  note?: string | undefined
  /** The sentence that says what it means. */
  sentence: ComponentChildren
  /** What is missing, each with its way there. */
  items?: readonly { href: string; label: string }[] | undefined
}

/** How long there is until a deadline, and what is missing until then. At most one on a page. */
export const Countdown = ({ value, unit, note, sentence, items = [] }: CountdownProps) => (
  <section class="lw-countdown" aria-labelledby="frist">
    <div class="lw-countdown__n">
      <b>{value}</b>
      <span>
        <span id="frist">{unit}</span>
        {note && (
          <>
            <br />
            {note}
          </>
        )}
      </span>
    </div>
    <div class="lw-stack lw-stack--s">
      <p>
        <strong>{sentence}</strong>
      </p>
      {items.length > 0 && (
        <ul class="lw-list">
          {items.map(({ href, label }) => (
            <li>
              <a href={href}>{label}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  </section>
)
