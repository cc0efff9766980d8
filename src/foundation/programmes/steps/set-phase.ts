import { sql } from 'kysely'
import { type Outcome, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import type { Context } from '#platform/http/context.ts'
import type { Phase, Programme } from '../programme.ts'
import { holdProgramme } from './hold-programme.ts'
import { orderFault } from './order.ts'
import type { PhaseChange } from './schemas.ts'
import { writeOrder } from './write-order.ts'

const mostPhases = 30

/** Adds a phase, names it anew, or puts it at another place, its steps with it. */
export async function setPhase(
  ctx: Context,
  { id }: Pick<Programme, 'id'>,
  key: string,
  { title, after }: PhaseChange,
): Promise<Outcome<'added' | 'changed'>> {
  const programme = await holdProgramme(ctx, { id })
  const there = programme.phases.find((phase) => phase.key === key)
  if (!there && programme.phases.length >= mostPhases)
    return refuse(`Ein Programm hat höchstens ${mostPhases} Phasen. Angelegt ist keine mehr.`)
  const others = programme.phases.filter((phase) => phase.key !== key)
  const at = placeOf(programme.phases, there, after)
  if (at === undefined)
    return refuse('Die Phase ist noch nicht gespeichert. Bitte ändern Sie eine Angabe.', [
      { path: 'after', message: 'Diese Phase gibt es in diesem Programm nicht.' },
    ])
  const phases = others
    .toSpliced(at, 0, { key, title, position: 0 })
    .map((phase, index) => ({ ...phase, position: index + 1 }))
  const steps = phases
    .flatMap((phase) => programme.steps.filter((step) => step.phaseKey === phase.key))
    .map((step, index) => ({ ...step, position: index + 1 }))
  const fault = orderFault(steps)
  if (fault) return fault
  await writePhases(ctx, id, phases)
  await writeOrder(ctx, programme, steps)
  await record(ctx, 'programme.roadChanged', {
    organizationId: null,
    subjectId: id,
    data: { programme: programme.name, step: title, what: there ? 'changed' : 'added' },
  })
  return there ? 'changed' : 'added'
}

function placeOf(phases: readonly Phase[], there: Phase | undefined, after: string | null | undefined) {
  const others = phases.filter(({ key }) => key !== there?.key)
  if (after === null) return 0
  if (after === undefined) return there ? phases.indexOf(there) : others.length
  const at = others.findIndex(({ key }) => key === after)
  return at < 0 ? undefined : at + 1
}

const writePhases = ({ db }: Context, programmeId: string, phases: readonly Phase[]): Promise<unknown> =>
  sql`insert into programmes.phase (programme_id, key, position, title)
    select ${programmeId}::uuid, r.key, r.position, r.title
      from jsonb_to_recordset(${JSON.stringify(phases)}::jsonb) as r(key text, position integer, title text)
    on conflict (programme_id, key) do update set position = excluded.position, title = excluded.title`.execute(db)
