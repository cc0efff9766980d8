import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { parse, textSchema } from '#platform/http/parse.ts'
import { operator, unitOfWork } from '#platform/db/unit-of-work.ts'
import type { House } from '../house.ts'
import type { Done } from '../operator.ts'
import { beginMaintenance, endMaintenance } from './queries.ts'

const usualMessage = 'Das Lotsenwerk wird gerade gewartet. In der Regel dauert das weniger als eine Stunde.'

const messageSchema = textSchema(500).min(1)

/** `maintenance on`: closes pages and API to everybody but administrators, also after a restart. */
export async function switchMaintenanceOn(
  { database, clock }: House,
  message: string | undefined,
): Promise<Outcome<Done>> {
  const text = parse(messageSchema, message ?? usualMessage, 'Die Wartung ist noch nicht eingeschaltet')
  if (isRefusal(text)) return text
  const now = clock.now()
  const began = await unitOfWork(database, { as: operator, now, mode: 'read write' }, async (db) => {
    const isNew = await beginMaintenance(db, text, now)
    if (isNew) await record({ db, now }, 'maintenance.began', { organizationId: null, subjectId: null })
    return isNew
  })
  return {
    data: { maintenance: true, message: text, changed: began },
    sentence: `${
      began ? 'Die Wartung ist eingeschaltet' : 'Die Wartung war schon eingeschaltet, der Hinweis ist geändert'
    }${database.embedded ? '.' : '; in wenigen Sekunden wissen es alle Server.'} Herein kommt nur noch, wer die Aufgabe „Betrieb“ hat.`,
  }
}

/** `maintenance off`: opens them again. */
export async function switchMaintenanceOff({ database, clock }: House): Promise<Done> {
  const now = clock.now()
  const ended = await unitOfWork(database, { as: operator, now, mode: 'read write' }, async (db) => {
    const wasOn = await endMaintenance(db)
    if (wasOn) await record({ db, now }, 'maintenance.ended', { organizationId: null, subjectId: null })
    return wasOn
  })
  return {
    data: { maintenance: false, changed: ended },
    sentence: ended
      ? 'Die Wartung ist beendet, das Lotsenwerk ist wieder für alle da.'
      : 'Es war keine Wartung eingeschaltet.',
  }
}
