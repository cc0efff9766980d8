import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'

import { Choice } from '#ui/form/form.tsx'
import { Question, QuestionList, questionTextId } from '#ui/question/question.tsx'

const html = render(
  <QuestionList>
    <Question
      id="frage-5"
      number={5}
      text="Liegt eine Anleitung bereit?"
      level={3}
      meta={<span>Aufwand: ein Tag</span>}
      current
    >
      <Choice name="answer" labelledBy={questionTextId('frage-5')} options={[{ value: 'yes', label: 'Ja' }]} />
    </Question>
  </QuestionList>,
)

test('The text of a question labels the group and the answer', () => {
  expect(html).toContain('<h3 class="lw-q__text" id="frage-5-text">')
  expect(html.match(/aria-labelledby="frage-5-text"/g)).toHaveLength(2)
})

test('Screen readers hear the number with the text, eyes see it beside', () => {
  expect(html).toContain('<span class="kern-sr-only">Frage 5: </span>Liegt eine Anleitung bereit?')
  expect(html).toContain('aria-hidden="true">5</span>')
})

test('The question somebody works on is an anchor and is marked', () => {
  expect(html).toMatch(/<li id="frage-5" data-current/)
})
