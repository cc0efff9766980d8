import type { Temporal } from 'temporal-polyfill'
import { germanMoment } from '#kernel/local-day.ts'
import { isGiven } from '#kernel/scale.ts'
import type { Answer } from '../assessment.ts'
import type { QuestionItemProps } from './question-item.tsx'

/** What stands beside the answer: saved by whom, still open, or only carried over. */
export function standInWords({
  question,
  names,
  readerId,
  now,
}: Pick<QuestionItemProps, 'question' | 'names' | 'readerId' | 'now'>) {
  const { answer } = question
  if (!answer) return { state: 'open', text: 'noch offen' } as const
  if (answer.unconfirmed) return { state: 'open', text: 'noch nicht bestätigt' } as const
  const text = savedWords(answer, names, readerId, now)
  const isFirst = answer.version === 1
  if (isGiven(answer)) return { state: 'saved', text } as const
  const what = isFirst ? 'mit Notiz' : text.replace('Gespeichert', 'zurückgenommen')
  return { state: 'open', text: `noch offen, ${what}` } as const
}

/** "Gespeichert 10:42 Uhr, Sie" */
function savedWords(answer: Answer, names: Map<string, string>, readerId: string, now: Temporal.Instant): string {
  const who = answer.answeredBy === readerId ? 'Sie' : (names.get(answer.answeredBy) ?? 'Kollegin oder Kollege')
  return `Gespeichert ${germanMoment(answer.answeredAt, now)}, ${who}`
}
