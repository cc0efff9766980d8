import { sql } from 'kysely'
import { type Outcome, type Refusal, isRefusal, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import type { Context } from '#platform/http/context.ts'
import type { Programme, StepDefinition } from '../programme.ts'
import { holdProgramme, holdRoads } from './hold-programme.ts'
import { arranged } from './order.ts'
import type { StepDefinitionChange } from './schemas.ts'
import { writeOrder } from './write-order.ts'

/** Changes what is given; roads that exist say it at once. A step cannot begin to need something that a road has already gone past. */
export async function changeStep(
  ctx: Context,
  { id }: Pick<Programme, 'id'>,
  key: string,
  { phaseKey, after, ...change }: StepDefinitionChange,
): Promise<Outcome<'changed' | 'same'>> {
  const programme = await holdProgramme(ctx, { id })
  const before = programme.steps.find((step) => step.key === key)
  if (!before) return refuse('Diesen Schritt gibt es in diesem Programm nicht mehr.')
  const step: StepDefinition = { ...before, ...defined(change) }
  const steps = arranged(programme.phases, programme.steps, step, placeOf(programme.steps, before, { phaseKey, after }))
  if (isRefusal(steps)) return steps
  const further = step.needs.filter((need) => !before.needs.includes(need))
  const begun = further.length > 0 ? await begunBefore(ctx, programme, key, further) : undefined
  if (begun) return begun
  const columns = columnsOf(before, step)
  const isMoved = steps.some(
    (one, at) => programme.steps[at]?.key !== one.key || programme.steps[at]?.phaseKey !== one.phaseKey,
  )
  if (Object.keys(columns).length === 0 && !isMoved) return 'same'
  await writeOrder(ctx, programme, steps)
  if (Object.keys(columns).length > 0)
    await ctx.db
      .updateTable('programmes.step')
      .set(columns)
      .where('programme_id', '=', id)
      .where('key', '=', key)
      .execute()
  await record(ctx, 'programme.roadChanged', {
    organizationId: null,
    subjectId: id,
    data: { programme: programme.name, step: step.title, what: 'changed' },
  })
  return 'changed'
}

/** What is left out must not count as taken away. */
const defined = (change: object): Partial<StepDefinition> =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))

function placeOf(
  steps: readonly StepDefinition[],
  before: StepDefinition,
  { phaseKey = before.phaseKey, after }: Pick<StepDefinitionChange, 'phaseKey' | 'after'>,
): { phaseKey: string; after: string | null } {
  if (after !== undefined) return { phaseKey, after }
  const ofPhase = steps.filter((step) => step.phaseKey === phaseKey)
  if (phaseKey !== before.phaseKey) return { phaseKey, after: ofPhase.at(-1)?.key ?? null }
  return { phaseKey, after: ofPhase[ofPhase.findIndex(({ key }) => key === before.key) - 1]?.key ?? null }
}

function columnsOf(before: StepDefinition, step: StepDefinition) {
  const needs = [...new Set(step.needs)]
  const pairs: [column: string, was: unknown, is: unknown][] = [
    ['title', before.title, step.title],
    ['duty', before.duty, step.duty],
    ['acts', before.acts, step.acts],
    ['is_optional', before.isOptional, step.isOptional],
    ['by_deed', before.byDeed, step.byDeed],
    ['by_deadline', before.byDeadline, step.byDeadline],
    ['typical_days', before.typicalDays, step.typicalDays],
  ]
  return {
    ...Object.fromEntries(pairs.filter(([, was, is]) => was !== is).map(([column, , is]) => [column, is])),
    ...(needs.toSorted().join() === before.needs.toSorted().join() ? {} : { needs }),
  }
}

async function begunBefore(
  ctx: Context,
  programme: Programme,
  key: string,
  needs: readonly string[],
): Promise<Refusal | undefined> {
  await holdRoads(ctx, programme)
  const { rows } = await sql<{ need: string; roads: number }>`
    select n.step as need, count(*)::integer as roads
      from programmes.enrollment_step s join programmes.enrollment_step n on n.enrollment_id = s.enrollment_id and n.step = any (${[...needs]}::text[])
     where s.programme_id = ${programme.id}::uuid and s.step = ${key} and s.state in ('inProgress', 'done') and n.state not in ('done', 'notNeeded')
     group by n.step order by 2 desc`.execute(ctx.db)
  const [first] = rows
  if (!first) return undefined
  const title = programme.steps.find((step) => step.key === first.need)?.title ?? first.need
  return refuse('Der Schritt ist noch nicht gespeichert. Bitte ändern Sie eine Angabe.', [
    {
      path: 'needs',
      message: `${first.roads === 1 ? 'Eine Kommune hat' : `${first.roads} Kommunen haben`} diesen Schritt schon begonnen, ohne dass „${title}“ erledigt ist.`,
    },
  ])
}
