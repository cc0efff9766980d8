import type { Temporal } from 'temporal-polyfill'
import { germanMoment } from '#kernel/local-day.ts'
import type { Refusal } from '#kernel/outcome.ts'
import { euro } from '#kernel/money.ts'
import type { Programme } from '#foundation/programmes/index.ts'
import { withQuery } from '#platform/http/route.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { CheckGroup } from '#ui/form/check-group.tsx'
import { Check, Form, HiddenField, Submit } from '#ui/form/form.tsx'
import { Letter as LetterBox } from '#ui/letter/letter.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Pager } from '#ui/pager/pager.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import { Why } from '#ui/why/why.tsx'
import { proofRoutes } from '../../routes.ts'
import { type Filter, filterQuery } from '../filter.ts'
import { lackInWords } from '../lack.ts'
import {
  amountOf,
  deadlineInWords,
  inCases,
  itemsInWords,
  type Letter,
  type ReminderDraft,
  type SentReminder,
} from '../reminder.ts'

interface RemindersViewProps {
  programme: Programme
  filter: Filter
  draft: ReminderDraft
  sent: readonly SentReminder[]
  next: string | null
  typed: { refusal: Refusal; chosen: readonly string[]; again: boolean } | undefined
  now: Temporal.Instant
}

/** What each person would read before anything goes out, and what went out. */
export function RemindersView({ programme, filter, draft, sent, next, typed, now }: RemindersViewProps) {
  const { letters } = draft
  const back = withQuery(proofRoutes.yearEnd.href({ id: programme.id }), filterQuery(filter))
  return (
    <>
      <PageHead
        title="Erinnern"
        lead="Jede Person, die etwas zu tun hat, bekommt eine E-Mail mit allem, was auf sie wartet. Gesendet wird erst mit dem Knopf unten."
      />
      <div class="lw-stack lw-stack--xl">
        {typed && <ErrorSummary title={typed.refusal.refused} errors={typed.refusal.errors ?? []} />}
        <Panel id="vorschau" title={letters.length === 1 ? 'An 1 Person' : `An ${letters.length} Personen`}>
          <div class="lw-stack lw-stack--l">
            {letters.length === 0 ? (
              <Empty title="Niemand zu erinnern" actions={<ButtonLink href={back}>Zurück zur Übersicht</ButtonLink>}>
                Zu dieser Auswahl gibt es nichts Offenes, für das jemand anderes als Sie eine E-Mail bekommen könnte.
              </Empty>
            ) : (
              <SendForm {...{ programme, filter, letters, typed, now }} />
            )}
            <Unwritten draft={draft} />
          </div>
        </Panel>
        {sent.length > 0 && <Sent {...{ programme, sent, next, now }} />}
      </div>
    </>
  )
}

function SendForm({
  programme,
  filter,
  letters,
  typed,
  now,
}: Pick<RemindersViewProps, 'programme' | 'filter' | 'typed' | 'now'> & { letters: readonly Letter[] }) {
  const isChosen = ({ personId, isAgain }: Letter): boolean => (typed ? typed.chosen.includes(personId) : !isAgain)
  return (
    <Form action={proofRoutes.reminders.href({ id: programme.id })}>
      {Object.entries(filterQuery(filter)).map(
        ([name, value]) => value !== undefined && <HiddenField name={name} value={value} />,
      )}
      <CheckGroup
        name="personIds"
        legend="Wer bekommt eine E-Mail?"
        options={letters.map((letter) => ({
          name: `an-${letter.personId}`,
          label: `${letter.name} (${letter.email})`,
          hint: <LetterHint letter={letter} now={now} />,
          checked: isChosen(letter),
        }))}
      />
      {letters.some(({ isAgain }) => isAgain) && (
        <Check
          name="again"
          label="Auch wer heute schon erinnert wurde, bekommt noch eine E-Mail"
          checked={typed?.again}
          required
        />
      )}
      <Why summary="Was darin steht">
        <div class="lw-stack">
          {letters.slice(0, 3).map((letter) => (
            <LetterBox
              subject={`${programme.name}: ${inCases(letter.items.length)}, ${deadlineInWords(programme.deadline)}`}
              text={`Guten Tag ${letter.name},\n\nim Programm ${programme.name} warten auf Sie: ${inCases(letter.items.length)} über zusammen ${euro(amountOf(letter.items))}.\n\n${itemsInWords(letter.items)}`}
            />
          ))}
          {letters.length > 3 && <p class="lw-small lw-muted">Und so fort: jede Person nur ihre eigenen Vorgänge.</p>}
        </div>
      </Why>
      <Submit icon="mail">Erinnerungen senden</Submit>
    </Form>
  )
}

const LetterHint = ({ letter: { items, last, isAgain }, now }: { letter: Letter; now: Temporal.Instant }) => (
  <>
    {inCases(items.length)}, {euro(amountOf(items))}:{' '}
    {[...new Set(items.map(({ lack }) => lackInWords(lack)))].join(', ')}
    {last &&
      `. ${isAgain ? 'Heute schon erinnert' : 'Zuletzt erinnert'}: ${germanMoment(last.sentAt, now)}, ${last.sentBy ?? 'Verbund'}`}
  </>
)

const Unwritten = ({ draft: { unreached, own } }: { draft: ReminderDraft }) => (
  <>
    {unreached.length > 0 && (
      <Why summary={`Für ${inCases(unreached.length)} gibt es niemanden mit Zugang`}>
        {`Bitte rufen Sie an: ${[...new Set(unreached.map(({ actsName }) => actsName))].join(', ')}.`}
      </Why>
    )}
    {own.length > 0 && (
      <p class="lw-small lw-muted">
        {inCases(own.length)} {own.length === 1 ? 'wartet' : 'warten'} auf Sie selbst. Sich selbst schreibt niemand eine
        E-Mail.
      </p>
    )}
  </>
)

const Sent = ({ programme, sent, next, now }: Pick<RemindersViewProps, 'programme' | 'sent' | 'next' | 'now'>) => (
  <Panel id="gesendet" title="Wer erinnert wurde">
    <Table
      caption="Gesendete Erinnerungen, die letzte zuerst"
      captionHidden
      stack
      rows={sent}
      columns={[
        { header: 'Person', rowHeader: true, cell: ({ personName }) => personName ?? '–' },
        { header: 'Für', cell: ({ organizationName }) => organizationName },
        { header: 'Wann', cell: ({ sentAt }) => germanMoment(sentAt, now) },
        { header: 'Durch', cell: ({ sentBy }) => sentBy ?? '–' },
        { header: 'Vorgänge', numeric: true, cell: ({ items }) => items },
        { header: 'Betrag', numeric: true, cell: ({ amountCents }) => euro(amountCents) },
      ]}
    />
    {next && <Pager next={{ href: `${proofRoutes.reminders.href({ id: programme.id })}?ab=${next}` }} />}
  </Panel>
)
