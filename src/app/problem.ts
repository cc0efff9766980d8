import type { ProblemAnswer } from '#platform/http/answer.ts'

/** RFC 9457. `type` is stable; `title` is a German sentence; `errors` names the places. */
export function problemResponse(
  answer: ProblemAnswer,
  requestId: string,
  headers: Record<string, string> = {},
): Response {
  const { status, type, title, refusal, more } = answer
  const body = { type: `/fehler/${type}`, title, status, errors: refusal?.errors ?? [], requestId, ...more }
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8', ...answer.headers, ...headers },
  })
}

export const problem = (
  status: ProblemAnswer['status'],
  type: string,
  title: string,
  more?: Record<string, unknown>,
): ProblemAnswer => ({
  kind: 'problem',
  status,
  type,
  title,
  more,
})
