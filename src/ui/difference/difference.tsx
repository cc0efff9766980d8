import type { ComponentChildren } from 'preact'

import { type Piece, wordDifference } from '#ui/difference/word-difference.ts'

interface Texts {
  before: string
  after: string
}

/** One text with what went and what came in it. */
export const Difference = ({ before, after }: Texts) => <Marked pieces={wordDifference(before, after).pieces} />

export interface BesideProps extends Texts {
  /** What stands above the old text and above the new one. */
  headings: readonly [ComponentChildren, ComponentChildren]
}

/** The old text beside the new one, on a phone above it, each with its own words marked. */
export function Beside({ before, after, headings }: BesideProps) {
  const { pieces, isByWords } = wordDifference(before, after)
  const sides = [
    { heading: headings[0], text: before, without: 'new' },
    { heading: headings[1], text: after, without: 'gone' },
  ] as const
  return (
    <div class="lw-stack lw-stack--xs">
      <div class="lw-difference">
        {sides.map(({ heading, text, without }) => (
          <div class="lw-difference__side">
            <p class="lw-small lw-strong">{heading}</p>
            <p class="lw-difference__text">
              {isByWords ? <Marked pieces={pieces.filter(({ kind }) => kind !== without)} /> : text}
            </p>
          </div>
        ))}
      </div>
      {!isByWords && (
        <p class="lw-small lw-muted">
          Beide Fassungen sind zu lang oder zu verschieden, um einzelne Wörter zu kennzeichnen. Bitte lesen Sie beide.
        </p>
      )}
    </div>
  )
}

/** Struck through or underlined, never colour alone; a screen reader hears a word before and the end after. */
const Marked = ({ pieces }: { pieces: readonly Piece[] }) => (
  <>
    {pieces.map(({ kind, text }) =>
      kind === 'same' ? (
        text
      ) : kind === 'gone' ? (
        <>
          <del class="lw-difference__gone">
            <Heard>[entfallen: </Heard>
            {text.trimEnd()}
            <Heard>]</Heard>
          </del>
          {spaceAfter(text)}
        </>
      ) : (
        <>
          <ins class="lw-difference__new">
            <Heard>[neu: </Heard>
            {text.trimEnd()}
            <Heard>]</Heard>
          </ins>
          {spaceAfter(text)}
        </>
      ),
    )}
  </>
)

const spaceAfter = (text: string): string => text.slice(text.trimEnd().length)

/** Not taken along when the text is copied. */
const Heard = ({ children }: { children: string }) => <span class="kern-sr-only lw-difference__heard">{children}</span>
