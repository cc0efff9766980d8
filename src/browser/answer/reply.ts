/** An answer as the server keeps it. */
export interface KeptAnswer {
  /** Empty when it was taken back. */
  answer: string
  note: string
  version: number
  authorId: string
  /** Null when the reader may not see who it was. */
  author: string | null
  /** ISO instant. */
  at: string
}

export type Reply =
  | { got: 'saved'; kept: KeptAnswer }
  /** Somebody else was faster; null when there is no such version at all. */
  | { got: 'conflict'; theirs: KeptAnswer | null }
  /** The session is over; `anew` when another one has begun, so that this page's form mark no longer fits. */
  | { got: 'signedOut'; anew: boolean }
  /** Trying again would change nothing; `words` say why. */
  | { got: 'refused'; words: string }
  /** May or may not have arrived. */
  | { got: 'unreachable'; waitSeconds?: number | undefined }

type Fields = Record<string, unknown>

const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null ? { ...value } : {})

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)

function keptAnswer(value: unknown): KeptAnswer | null {
  const { answer, note, version, answeredBy, answeredAt } = fieldsOf(value)
  const by = fieldsOf(answeredBy)
  // Null: it was taken back.
  if ((typeof answer !== 'string' && answer !== null) || typeof version !== 'number' || typeof answeredAt !== 'string')
    return null
  return {
    answer: answer ?? '',
    note: text(note) ?? '',
    version,
    authorId: text(by['id']) ?? '',
    author: text(by['name']) ?? null,
    at: answeredAt,
  }
}

/** Reads what came back; a 200 that is no answer comes from something between us and the server, such as a hotel's sign-in page. */
export function readReply(status: number, body: unknown, retryAfter: string | null = null): Reply {
  const problem = fieldsOf(body)
  switch (status) {
    case 200: {
      const kept = keptAnswer(body)
      return kept ? { got: 'saved', kept } : { got: 'unreachable' }
    }
    case 409:
    case 428:
      return { got: 'conflict', theirs: keptAnswer(problem['theirs']) }
    case 401:
      return { got: 'signedOut', anew: false }
    case 403:
      return problem['type'] === '/fehler/fremde-seite' ? { got: 'signedOut', anew: true } : refusal(problem)
    default:
      return status >= 500 || status === 408 || status === 429
        ? { got: 'unreachable', waitSeconds: Number(retryAfter) || undefined }
        : refusal(problem)
  }
}

function refusal(problem: Fields): Reply {
  const [first] = Array.isArray(problem['errors']) ? problem['errors'] : []
  return { got: 'refused', words: text(fieldsOf(first)['message']) ?? text(problem['title']) ?? '' }
}
