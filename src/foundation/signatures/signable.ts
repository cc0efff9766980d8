import type { Outcome } from '#kernel/outcome.ts'
import type { ProblemAnswer } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import type { SignedSubject } from './signature.ts'

interface SignatureWish {
  subject: SignedSubject
  /** Hash of the text that was read; another one by now is refused. */
  shownSha256?: string | undefined
  passwordConfirmed: Outcome<true>
}

/** Something that POST /signatures can sign. Declared in its module, collected in src/app. */
export interface Signable {
  /** In one word, as `subjectType`: "acceptance". */
  type: string
  /** What is signed, for the description: "an acceptance, by the head of the municipality". */
  summary: string
  /** Finds it through what the actor may see, asks whether they may, signs. The state it is in then. */
  sign(ctx: Context, wish: SignatureWish): Promise<{ signed: { state: string } } | ProblemAnswer>
}
