import { askTogether, type Question } from '#platform/db/ask-together.ts'
import type { Db } from '#platform/db/database.ts'

/** Something that a module says on pages of all modules: by queries of its own, or by one that is sent together with those of others. */
export type Source<Ctx, Page, Answer> =
  | { list(ctx: Ctx, page: Page): Promise<Answer>; ask?: undefined }
  /** Nothing to ask: undefined. */
  | { ask(ctx: Ctx, page: Page): Question<Answer> | undefined; list?: undefined }

export interface Wanted<Ctx, Page, Answer> {
  /** Of the part, for whoever reads the log. */
  name: string
  source: Source<Ctx, Page, Answer>
  page: Page
}

/** What several sources say, in their order; null where `part` says that one failed, `none` where there was nothing to ask. */
export async function askSources<Ctx extends { db: Db }, Page, Answer>(
  ctx: Ctx,
  wanted: readonly Wanted<Ctx, Page, Answer>[],
  none: Answer,
  part: <Part>(name: string, load: () => Promise<Part>, otherwise: Part | null) => Promise<Part | null> = (_, load) =>
    load(),
): Promise<(Answer | null)[]> {
  const questions = wanted.flatMap((one) => {
    const question = one.source.ask?.(ctx, one.page)
    return question ? [{ one, question }] : []
  })
  // Where one of them fails each is asked alone.
  const together = await part(
    'together',
    () =>
      askTogether(
        ctx.db,
        questions.map(({ question }) => question),
      ),
    null,
  )
  const answers: (Answer | null)[] = []
  for (const one of wanted) {
    const at = questions.findIndex((each) => each.one === one)
    const question = questions[at]?.question
    const said = together?.[at]
    if (one.source.list) answers.push(await part(one.name, async () => one.source.list?.(ctx, one.page) ?? none, null))
    else if (question === undefined) answers.push(none)
    else if (said !== undefined) answers.push(said)
    else answers.push(await part(one.name, async () => (await askTogether(ctx.db, [question]))[0] ?? none, null))
  }
  return answers
}
