import { localDay } from '#kernel/local-day.ts'
import { type Outcome, refuse } from '#kernel/outcome.ts'
import type { Context } from '#platform/http/context.ts'
import { nameStaff } from '../name-staff.ts'
import type { Programme } from '../programme.ts'
import { listCandidates } from './queries.ts'
import type { StaffFunction } from './staff.ts'

/** Names somebody who holds the role that it takes: a programme led by nobody who may would be a dead end. */
export async function addStaff(
  ctx: Context,
  programme: Pick<Programme, 'id' | 'name'>,
  wanted: { personId: string; function: StaffFunction },
): Promise<Outcome<true>> {
  const candidates = await listCandidates(ctx.db, localDay(ctx.now).toString())
  if (!candidates.some((one) => one.id === wanted.personId && one.function === wanted.function))
    return refuse('Benannt ist noch niemand. Bitte ändern Sie eine Angabe.', [
      {
        path: 'personId',
        message:
          wanted.function === 'manager'
            ? 'Leiten kann nur, wer beim Verbund die Aufgabe Programmleitung hat.'
            : 'Betreuen kann nur, wer beim Verbund die Aufgabe Digital-Lotse hat.',
      },
    ])
  return nameStaff(ctx, programme, wanted)
}
