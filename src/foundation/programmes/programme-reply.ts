import { type Answer, json, notFound } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { programmeJson } from './json.ts'
import { findProgramme } from './queries.ts'

/** The programme as it stands after a deed. */
export async function programmeReply({ db }: Context, id: string, status: 200 | 201 = 200): Promise<Answer> {
  const programme = await findProgramme(db, id)
  return programme ? json(programmeJson(programme), status) : notFound()
}
