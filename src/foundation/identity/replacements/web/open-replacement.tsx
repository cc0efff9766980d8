import type { Temporal } from 'temporal-polyfill'
import { germanDay, localDay } from '#kernel/local-day.ts'
import { type Refusal, isRefusal } from '#kernel/outcome.ts'
import type { Context } from '#platform/http/context.ts'
import { Description } from '#ui/description/description.tsx'
import { Form, Submit, TextArea, errorAt } from '#ui/form/form.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Refused } from '#ui/refused/refused.tsx'
import { Table } from '#ui/table/table.tsx'
import { Tag } from '#ui/tag/tag.tsx'
import { replacementRoutes } from '../../people/routes.ts'
import { may } from '../access.ts'
import { lapseInWords } from '../hindrances.ts'
import { momentInWords, type Replacement, type ReplacementState, stateOf } from '../replacement.ts'

interface Props {
  ctx: Context
  replacement: Replacement
  refusal: Refusal | undefined
  reason: string | undefined
}

/** One that is under way: what it is, until when it can be stopped, and the buttons of whoever looks. */
export function OpenReplacement({ ctx, replacement, refusal, reason }: Props) {
  const { id, organizationName, candidate, email, proposedByName, proposedAt } = replacement
  return (
    <Panel id={`ersatz-${id}`} title={`${candidate ?? 'Jemand'} für ${organizationName}`}>
      <div class="lw-stack">
        <p>{situation(replacement, ctx.now)}</p>
        <Description
          items={[
            { term: 'Wer', details: email === null ? candidate : `${candidate}, wird eingeladen an ${email}` },
            { term: 'Grund', details: replacement.reason },
            { term: 'Vorgeschlagen', details: `${momentInWords(proposedAt)}, ${proposedByName}` },
            {
              term: 'Bestätigt',
              details: replacement.confirmedAt
                ? `${momentInWords(replacement.confirmedAt)}, ${replacement.confirmedByName}`
                : 'noch nicht',
            },
          ]}
        />
        {may.isCooperative(ctx.actor) ? (
          <CooperativeButtons ctx={ctx} replacement={replacement} />
        ) : (
          <Objection ctx={ctx} replacement={replacement} refusal={refusal} reason={reason} />
        )}
      </div>
    </Panel>
  )
}

function situation(replacement: Replacement, now: Temporal.Instant): string {
  const { candidate, organizationName, effectiveAt, expiresAt } = replacement
  if (!effectiveAt)
    return `Wartet auf eine zweite Person des Verbunds, bis ${momentInWords(expiresAt)}. ${organizationName} ist noch nicht benachrichtigt.`
  return stateOf(replacement, now) === 'due'
    ? `Die Wartezeit ist vorbei, in wenigen Minuten ist es wirksam.`
    : `Ohne Widerspruch verwaltet ${candidate} ab ${momentInWords(effectiveAt)} die Zugänge von ${organizationName}. Alle dort sind benachrichtigt.`
}

function CooperativeButtons({ ctx, replacement }: Pick<Props, 'ctx' | 'replacement'>) {
  const { id, candidate, effectiveAt } = replacement
  const allowed = may.confirm(ctx.actor, replacement)
  return (
    <div class="lw-stack">
      {effectiveAt === null && isRefusal(allowed) && (
        <Refused title="Bestätigen muss jemand anderes">{allowed.refused}</Refused>
      )}
      {effectiveAt === null && !isRefusal(allowed) && (
        <Form action={replacementRoutes.confirm.href({ id })} layout="row" label={`${candidate} bestätigen`}>
          <Submit>Bestätigen und alle dort benachrichtigen</Submit>
        </Form>
      )}
      <Form action={replacementRoutes.withdraw.href({ id })} layout="row" label={`${candidate} zurückziehen`}>
        <Submit variant="secondary">Zurückziehen</Submit>
      </Form>
    </div>
  )
}

function Objection({ ctx, replacement, refusal, reason }: Props) {
  const { id, candidate, effectiveAt } = replacement
  const allowed = may.object(ctx.actor, replacement)
  if (isRefusal(allowed))
    return (
      <Refused title="Widersprechen">{`${allowed.refused} Sagen Sie bitte dort Bescheid, wenn etwas nicht stimmt.`}</Refused>
    )
  return (
    <div class="lw-measure">
      <Form action={replacementRoutes.object.href({ id })} label={`Widerspruch gegen ${candidate}`}>
        <TextArea
          name="reason"
          id={`grund-${id}`}
          label="Grund Ihres Widerspruchs"
          hint={
            effectiveAt === null
              ? undefined
              : `Bis ${momentInWords(effectiveAt)}. Der Verbund erfährt den Grund; es bleibt dann alles, wie es ist.`
          }
          rows={3}
          required
          value={reason ?? ''}
          error={errorAt(refusal?.errors, 'reason')}
        />
        <Submit>Widersprechen</Submit>
      </Form>
    </div>
  )
}

const stateWords: Record<ReplacementState, string> = {
  proposed: 'vorgeschlagen',
  waiting: 'Wartezeit läuft',
  due: 'wird wirksam',
  effective: 'wirksam',
  objected: 'widersprochen',
  withdrawn: 'zurückgezogen',
  lapsed: 'hinfällig',
  expired: 'nicht bestätigt',
}

export const EndedTable = ({ over, now }: { over: Replacement[]; now: Temporal.Instant }) => (
  <Table
    caption="Die neuesten zuerst"
    captionHidden
    stack
    rows={over}
    columns={[
      { header: 'Wer', rowHeader: true, cell: ({ candidate }) => candidate ?? 'jemand, der eingeladen werden sollte' },
      { header: 'Kommune', cell: ({ organizationName }) => organizationName },
      { header: 'Wann', cell: ({ endedAt, expiresAt }) => germanDay(localDay(endedAt ?? expiresAt)) },
      {
        header: 'Was daraus wurde',
        cell: (each) => {
          const state = stateOf(each, now)
          return (
            <>
              <Tag state={state === 'effective' ? 'ok' : 'none'}>{stateWords[state]}</Tag>
              {outcomeOf(each, state) !== '' && <div class="lw-table__sub">{outcomeOf(each, state)}</div>}
            </>
          )
        },
      },
    ]}
  />
)

function outcomeOf({ note, endedByName }: Replacement, state: ReplacementState): string {
  if (state === 'lapsed') return lapseInWords(note)
  if (state === 'objected' || state === 'withdrawn') return [endedByName, note].filter(Boolean).join(': ')
  return ''
}
