import { normalizeEmail } from '#kernel/email.ts'
import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import type { Actor } from '#platform/http/context.ts'
import { parse } from '#platform/http/parse.ts'
import { code as codeSchema } from '../schemas.ts'

const nothing = 'Eingetragen ist nichts. Bitte ändern Sie eine Angabe.'

/** The code in six figures, and the address of those who are not signed in. */
export function readCheckIn(
  actor: Actor | null,
  typed: { code: string; email: string },
): Outcome<{ code: string; email: string }> {
  const code = parse(codeSchema, typed.code)
  if (isRefusal(code)) return refuse(nothing, [{ path: 'code', message: 'Der Code hat sechs Ziffern.' }])
  if (actor) return { code, email: '' }
  const email = normalizeEmail(typed.email)
  return email === undefined
    ? refuse(nothing, [{ path: 'email', message: 'Bitte die E-Mail-Adresse, mit der Sie angemeldet wurden.' }])
    : { code, email }
}
