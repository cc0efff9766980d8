import { type Outcome, refuse } from '#kernel/outcome.ts'

export const shortestPassword = 12
const longestPassword = 1000

/** Long rather than complicated: no rule asks for figures or signs. */
export function checkPassword(password: string): Outcome<string> {
  if (password.length < shortestPassword) return refuse(`Das Passwort braucht mindestens ${shortestPassword} Zeichen.`)
  return password.length <= longestPassword
    ? password
    : refuse('Das Passwort ist zu lang. Möglich sind höchstens 1.000 Zeichen.')
}

/** Twice the same, so that a slip of the finger locks nobody out. */
export function checkTwice(password: string, again: string): Outcome<string> {
  const fine = checkPassword(password)
  if (typeof fine !== 'string')
    return refuse('Das neue Passwort ist noch nicht gespeichert.', [{ path: 'newPassword', message: fine.refused }])
  return password === again
    ? password
    : refuse('Das neue Passwort ist noch nicht gespeichert.', [
        {
          path: 'newPasswordAgain',
          message: 'Die beiden Eingaben sind verschieden. Bitte geben Sie das Passwort noch einmal ein.',
        },
      ])
}
