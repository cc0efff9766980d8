import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import { hashPassword } from '#platform/crypto/password.ts'
import type { Incoming } from '#platform/http/request.ts'
import { checkPassword, checkTwice } from './password-rules.ts'

/** The new password of a form, given twice, as hash: made before any transaction. */
export async function prepareFormPassword({ form }: Incoming): Promise<Outcome<string>> {
  const fine = checkTwice(form['newPassword'] ?? '', form['newPasswordAgain'] ?? '')
  return isRefusal(fine) ? fine : hashPassword(fine)
}

const preparePart =
  (name: string) =>
  async ({ json }: Incoming): Promise<Outcome<string> | undefined> => {
    const given = typeof json === 'object' && json !== null ? (json as Record<string, unknown>)[name] : undefined
    if (typeof given !== 'string') return undefined
    const fine = checkPassword(given)
    return isRefusal(fine) ? refuse(fine.refused, [{ path: name, message: fine.refused }]) : hashPassword(fine)
  }

/** The same for the API, in one field; undefined where none was sent. */
export const prepareJsonPassword = preparePart('password')
export const prepareJsonNewPassword = preparePart('newPassword')
