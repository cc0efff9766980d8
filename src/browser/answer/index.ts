import { targetOf } from './address.ts'
import { findFields } from './fields.ts'
import { warnWhileAtRisk, watchPage } from './leaving.ts'
import { LiveQuestion } from './question.ts'
import { forgetOldDrafts } from './store.ts'

const questions: LiveQuestion[] = []

function enhance(form: HTMLFormElement): void {
  const target = targetOf(form.getAttribute('action'))
  const fields = findFields(form)
  if (!target || !fields) return
  const question = new LiveQuestion(fields, target, () => warnWhileAtRisk(questions))
  questions.push(question)
  question.start()
  // What is kept here comes from us alone; the browser's own memory of fields could bring back an older answer.
  form.autocomplete = 'off'
  form.classList.add('lw-answer')
}

forgetOldDrafts()
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-island="answer"]')) enhance(form)
watchPage(questions)
