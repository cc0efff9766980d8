import type { ComponentChildren } from 'preact'

import { Heading, type HeadingLevel } from '#ui/heading/heading.tsx'

export interface ConflictSide {
  /** Whose version: "Ihre Fassung", or the name of the other person. */
  heading: ComponentChildren
  when: string
  children: ComponentChildren
  /** A `Form` with its button. The primary one is the safer choice. */
  action: ComponentChildren
}

export interface ConflictProps {
  /** Names the person: "Herr Brandt hat diese Angabe gerade auch geändert". */
  title: ComponentChildren
  /** That nothing is lost, and what to decide. */
  intro: ComponentChildren
  level?: HeadingLevel | undefined
  sides?: readonly [ConflictSide, ConflictSide] | undefined
  /** Below the sides, or instead of them: a table of the fields that differ, the buttons, a link to merge. */
  children?: ComponentChildren
}

/** Two persons, one entry (answer 409): both versions with author and time, and a button for each. Works without a script. */
export const Conflict = ({ title, intro, level = 3, sides, children }: ConflictProps) => (
  <div class="lw-conflict" role="alert">
    <Heading level={level} size="small">
      {title}
    </Heading>
    <p>{intro}</p>
    {sides && (
      <div class="lw-conflict__sides">
        {sides.map((side) => (
          <div class="lw-conflict__side">
            <div class="lw-stack lw-stack--s">
              <p>
                <strong>{side.heading}</strong>, {side.when}
              </p>
              <div>{side.children}</div>
            </div>
            {side.action}
          </div>
        ))}
      </div>
    )}
    {children}
  </div>
)
