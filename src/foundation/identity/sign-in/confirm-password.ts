import { sql } from 'kysely'
import { type Outcome, refuse } from '#kernel/outcome.ts'
import type { Clock } from '#platform/clock.ts'
import { verifyPassword } from '#platform/crypto/password.ts'
import type { Database } from '#platform/db/database.ts'
import { unitOfWork } from '#platform/db/unit-of-work.ts'
import type { Actor } from '#platform/http/context.ts'
import { count, forgive, ownPasswordTries } from './limits.ts'

const at = (message: string) => [{ path: 'password', message }]

/** Whether somebody who is signed in knows the own password too: before deeds that a found or stolen session must not do. */
export async function confirmPassword(
  database: Database,
  clock: Clock,
  { personId }: Actor,
  password: string,
): Promise<Outcome<true>> {
  if (password === '') return refuse('Dafür wird Ihr Passwort gebraucht.', at('Bitte geben Sie Ihr Passwort ein.'))
  const now = clock.now()
  const as = { personId, actingFor: null }
  const limit = ownPasswordTries(personId)
  const begun = await unitOfWork(database, { as, now, mode: 'read write' }, async (db) => {
    const [wait = 0] = await count(db, [limit], now)
    const { rows } = await sql<{ hash: string | null }>`select identity.own_password() as hash`.execute(db)
    return { wait, hash: rows[0]?.hash ?? null }
  })
  if (begun.wait > 0)
    return refuse(
      `Das waren zu viele Versuche. Bitte versuchen Sie es in ${Math.ceil(begun.wait / 60)} Minuten noch einmal.`,
      at('Bitte etwas warten.'),
    )
  if (!(await verifyPassword(password, begun.hash)))
    return refuse(
      'Ihr Passwort stimmt nicht. Geändert wurde nichts.',
      at('Bitte geben Sie Ihr Passwort noch einmal ein.'),
    )
  await unitOfWork(database, { as, now, mode: 'read write' }, (db) => forgive(db, { gone: [limit] }))
  return true
}
