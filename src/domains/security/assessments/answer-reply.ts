import { namesOf } from '#foundation/identity/index.ts'
import { type Answer as HttpAnswer, json, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import type { AnswerOutcome, GivenAnswer } from './give-answer.ts'
import { answerJson } from './json.ts'

/** What the API says about an answer: saved, refused, or both sides of a conflict. */
export async function answerReply(ctx: Context, outcome: AnswerOutcome, given: GivenAnswer): Promise<HttpAnswer> {
  if ('refusal' in outcome) return unprocessable(outcome.refusal)
  if ('saved' in outcome) return json(answerJson(outcome.saved, new Map([[ctx.actor.personId, ctx.actor.name]])))
  const there = 'unseen' in outcome ? outcome.unseen : outcome.theirs
  const theirs = there && answerJson(there, await namesOf(ctx.db, [there.answeredBy]))
  const more = {
    yours: {
      answer: given.answer ?? null,
      level: given.level ?? null,
      target: given.target ?? null,
      note: given.note ?? null,
    },
    theirs,
    version: there?.version ?? null,
  }
  if ('unseen' in outcome)
    return {
      kind: 'problem',
      status: 428,
      type: 'fassung-fehlt',
      title: 'Diese Frage ist schon beantwortet. Bitte nennen Sie die Fassung (version), die Sie gesehen haben.',
      more,
    }
  return {
    kind: 'problem',
    status: 409,
    type: 'zwei-fassungen',
    title: theirs
      ? `${theirs.answeredBy.name ?? 'Jemand anderes'} hat diese Frage inzwischen auch beantwortet. Ihre Fassung ist nicht gespeichert.`
      : 'Diese Fassung gibt es nicht: Die Frage ist noch nicht beantwortet.',
    more,
  }
}
