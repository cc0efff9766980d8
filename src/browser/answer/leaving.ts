import type { LiveQuestion } from './question.ts'

const warn = (event: BeforeUnloadEvent): void => event.preventDefault()

/** Listens only while needed: a page with this listener cannot be kept for the way back. */
export function warnWhileAtRisk(questions: readonly LiveQuestion[]): void {
  if (questions.some(({ isAtRisk }) => isAtRisk)) addEventListener('beforeunload', warn)
  else removeEventListener('beforeunload', warn)
}

/** Saves at once when the page may be going away, and again when the net is back. */
export function watchPage(questions: readonly LiveQuestion[]): void {
  const saveAll = (): void => questions.forEach((question) => question.save())
  addEventListener('pagehide', saveAll)
  addEventListener('online', saveAll)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') saveAll()
  })
}
