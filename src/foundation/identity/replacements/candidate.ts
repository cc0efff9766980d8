import type { Db } from '#platform/db/database.ts'
import { findPerson } from '../people/queries.ts'
import type { Candidate } from './propose-replacement.ts'
import type { NewReplacement } from './schemas.ts'

/** Undefined for a person who is not visible. */
export async function candidateOf(
  db: Db,
  { personId, email, name }: Pick<NewReplacement, 'personId' | 'email' | 'name'>,
): Promise<Candidate | undefined> {
  if (personId !== undefined) {
    const person = await findPerson(db, personId)
    return person && { personId: person.id, name: person.name }
  }
  return email !== undefined && name !== undefined ? { email, name } : undefined
}
