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
  const question = new LiveQuestion(fields, target, { changed: () => warnWhileAtRisk(questions), answered: goOn })
  questions.push(question)
  question.start()
  // What is kept here comes from us alone; the browser's own memory of fields could bring back an older answer.
  form.autocomplete = 'off'
  form.classList.add('lw-answer')
}

/** To the next question below that is still open; after the last one to the link that leads on. */
function goOn(from: LiveQuestion): void {
  const next = questions.slice(questions.indexOf(from) + 1).find(({ isOpen }) => isOpen)
  if (next) next.focus()
  else document.querySelector<HTMLElement>('[data-after-questions] a')?.focus()
}

forgetOldDrafts()
for (const help of document.querySelectorAll<HTMLElement>('[data-needs-script]')) help.hidden = false
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-island="answer"]')) enhance(form)
watchPage(questions)
