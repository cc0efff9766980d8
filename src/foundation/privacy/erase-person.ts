import { sql } from 'kysely'
import { type Outcome, refuse } from '#kernel/outcome.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import type { PersonSummary } from './personal-data.ts'

type Outcomes = 'unknown' | 'erased' | 'active' | 'self' | 'done'

/** Takes name, address, ways in and messages of somebody who has left away for good. The audit entry is written with it. */
export async function erasePerson(ctx: Context, { id, name }: PersonSummary): Promise<Outcome<true>> {
  const { rows } = await sql<{ outcome: Outcomes }>`
    select privacy.erase_person(${id}::uuid, ${newId()}::uuid, ${ctx.now.toString()}::timestamptz) as outcome`.execute(
    ctx.db,
  )
  switch (rows[0]?.outcome) {
    case 'done':
      return true
    case 'active':
      return refuse(
        `${name} hat noch eine Aufgabe, einen Einsatz oder eine Vertretung. Gelöscht ist nichts. Zuerst trägt die Organisation ein, dass die Person ausgeschieden ist.`,
      )
    case 'self':
      return refuse('Die eigenen Daten kann nur jemand anderes im Betrieb löschen. Gelöscht ist nichts.')
    case 'erased':
      return refuse('Diese Person ist schon gelöscht.')
    case 'unknown':
    case undefined:
      return refuse('Diese Person gibt es nicht mehr.')
  }
}
