import type { ComponentChildren } from 'preact'

/** The id of a question's text: what a `Choice` inside the question is labelled by. */
export const questionTextId = (id: string): string => `${id}-text`

export interface QuestionProps {
  /** Anchor of the question, `#frage-5`. */
  id: string
  number: number | string
  text: ComponentChildren
  level?: 2 | 3 | 4 | undefined
  /** Above the answer: marks, effort, link to help. */
  meta?: ComponentChildren
  /** Answer, saved state, note, files, refusals. */
  children: ComponentChildren
  /** The one somebody is working on: tinted. */
  current?: boolean | undefined
}

/** One numbered question with its answer. Its text labels the whole group. Only inside a `QuestionList`. */
export function Question({ id, number, text, level = 2, meta, children, current }: QuestionProps) {
  const Element = `h${level}` as const
  return (
    <li id={id} data-current={current ? '' : undefined}>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset could not be named by the heading */}
      <div class="lw-q" role="group" aria-labelledby={questionTextId(id)}>
        <span class="lw-q__nr" aria-hidden="true">
          {number}
        </span>
        <Element class="lw-q__text" id={questionTextId(id)}>
          <span class="kern-sr-only">Frage {number}: </span>
          {text}
        </Element>
        <div class="lw-q__body">
          {meta && <div class="lw-row">{meta}</div>}
          {children}
        </div>
      </div>
    </li>
  )
}

/** A list of `Question`s below each other, divided by rules. */
export const QuestionList = ({ children }: { children: ComponentChildren }) => <ol class="lw-questions">{children}</ol>
