import { Temporal } from 'temporal-polyfill'
import { germanDay, localDay } from '#kernel/local-day.ts'
import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { listGroups } from '#foundation/catalogs/index.ts'
import type { Colleague } from '#foundation/identity/index.ts'
import { notify } from '#foundation/notifications/index.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import { whileOpen } from '../access.ts'
import { type Assessment, checkPath } from '../assessment.ts'
import { whoSignsWaits } from '../give-answer.ts'
import { listDelegations } from './queries.ts'
import type { NewDelegation } from './schemas.ts'
import { assessmentKinds } from '../notifications.ts'

/** Gives lists to a colleague (`staff`: who belongs to the organization today), who may then answer these and sees no others. */
export async function delegate(
  ctx: Context,
  assessment: Assessment,
  staff: readonly Colleague[],
  wanted: NewDelegation,
): Promise<Outcome<{ id: string; person: Colleague; lists: string[] }>> {
  const open = whileOpen(assessment)
  if (isRefusal(open)) return open
  const { personId, groupKeys, dueOn, note = '' } = { ...wanted, groupKeys: [...new Set(wanted.groupKeys)] }
  if (personId === ctx.actor.personId)
    return refuse('Weitergegeben ist noch nichts: Sie selbst antworten ohnehin.', [
      { path: 'personId', message: 'Bitte eine andere Person wählen.' },
    ])
  const person = staff.find(({ id }) => id === personId)
  if (!person)
    return refuse(`Weitergegeben ist noch nichts: Die Person gehört nicht zu ${assessment.organizationName}.`, [
      { path: 'personId', message: 'Bitte eine Kollegin oder einen Kollegen wählen.' },
    ])
  if (dueOn !== undefined && dueOn < localDay(ctx.now).toString())
    return refuse('Weitergegeben ist noch nichts: Der letzte Tag liegt in der Vergangenheit.', [
      { path: 'dueOn', message: `Frühestens ${germanDay(localDay(ctx.now))}.` },
    ])
  const lists = await titlesOf(ctx, assessment, groupKeys)
  if (isRefusal(lists)) return lists
  const held = (await listDelegations(ctx.db, assessment.id)).find(
    (one) => one.personId === personId && one.groupKeys.some((key) => groupKeys.includes(key)),
  )
  if (held)
    return refuse(`${person.name} hat eine dieser Listen schon. Beenden Sie die vorhandene Weitergabe zuerst.`, [
      { path: 'groupKeys', message: 'Eine der Listen ist schon bei dieser Person.' },
    ])
  const id = await whoSignsWaits(ctx, assessment, () => insert(ctx, assessment, { personId, groupKeys, dueOn, note }))
  if (isRefusal(id)) return id
  await tell(ctx, assessment, { person, lists, dueOn, note })
  return { id, person, lists }
}

/** Titles of the lists, in the catalog's order; a refusal when one of them is none of its outermost groups. */
async function titlesOf(
  { db }: Context,
  { catalogId }: Assessment,
  groupKeys: readonly string[],
): Promise<Outcome<string[]>> {
  const outermost = (await listGroups(db, catalogId)).filter(({ parentKey }) => parentKey === null)
  const missing = groupKeys.find((key) => !outermost.some((group) => group.key === key))
  return missing === undefined
    ? outermost.filter(({ key }) => groupKeys.includes(key)).map(({ title }) => title)
    : refuse('Weitergegeben ist noch nichts: Eine der Listen gibt es in dieser Prüfung nicht.', [
        { path: 'groupKeys', message: `Unbekannte Liste: ${missing}` },
      ])
}

async function insert(
  ctx: Context,
  { id: assessmentId, organizationId, catalogId }: Assessment,
  { personId, groupKeys, dueOn, note }: Required<Omit<NewDelegation, 'dueOn'>> & { dueOn: string | undefined },
): Promise<string> {
  const id = newId()
  await ctx.db
    .insertInto('security.delegation')
    .values({
      id,
      organization_id: organizationId,
      assessment_id: assessmentId,
      catalog_id: catalogId,
      person_id: personId,
      group_keys: groupKeys,
      due_on: dueOn ?? null,
      note,
      delegated_by: ctx.actor.personId,
      delegated_at: ctx.now.toString(),
    })
    .execute()
  await record(ctx, 'delegation.made', {
    organizationId,
    subjectId: personId,
    data: { assessmentId, delegationId: id, groups: groupKeys.join(' '), dueOn: dueOn ?? null },
  })
  return id
}

interface Told {
  person: Colleague
  lists: string[]
  dueOn: string | undefined
  note: string
}

const tell = (ctx: Context, assessment: Assessment, { person, lists, dueOn, note }: Told): Promise<void> => {
  const until = dueOn === undefined ? '' : ` bis ${germanDay(Temporal.PlainDate.from(dueOn))}`
  return notify(ctx, {
    personIds: [person.id],
    kind: assessmentKinds.delegated,
    title: `${ctx.actor.name} bittet Sie, ${listsInWords(lists)} zu beantworten${until}.`,
    url: checkPath(assessment.id),
    organizationId: assessment.organizationId,
    mail: {
      template: 'assessments.delegated',
      data: {
        wer: ctx.actor.name,
        organisation: assessment.organizationName,
        listen: lists.map((title) => `– ${title}`).join('\n'),
        zeit: until === '' ? 'ohne Frist' : until.trim(),
        hinweis: note === '' ? 'keiner' : note,
        adresse: checkPath(assessment.id),
      },
    },
  })
}

/** "die Liste „Backup“", "3 Listen". */
export const listsInWords = (titles: readonly string[]): string =>
  titles.length === 1 ? `die Liste „${titles[0]}“` : `${titles.length} Listen`
