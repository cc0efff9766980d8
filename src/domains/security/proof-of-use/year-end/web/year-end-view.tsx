import type { Temporal } from 'temporal-polyfill'
import { germanDate, germanDay, localDay } from '#kernel/local-day.ts'
import { euro, germanMoney } from '#kernel/money.ts'
import { programmeRoutes } from '#foundation/programmes/index.ts'
import { withQuery } from '#platform/http/route.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { Countdown } from '#ui/countdown/countdown.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { Meter, type SegmentLook } from '#ui/meter/meter.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Pager } from '#ui/pager/pager.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import { Tag } from '#ui/tag/tag.tsx'
import { Why } from '#ui/why/why.tsx'
import { proofRoutes } from '../../routes.ts'
import { type Filter, filterQuery, isFiltered } from '../filter.ts'
import { fitInWords, type Item, lackInWords, sumsByLack } from '../lack.ts'
import type { YearEnd } from '../load-year-end.ts'
import { countedDown, inWorkingDays } from '../time-left.ts'
import { FilterForm } from './filter-form.tsx'
import { fitTags, partyNames, sentenceOf, titleOf, yearEndHref } from './words.ts'

interface YearEndViewProps {
  yearEnd: YearEnd
  filter: Filter
  matching: readonly Item[]
  shown: readonly Item[]
  from: number
  next: string | null
  /** The day on which whoever must act was last reminded. */
  remindedOn: (item: Item) => string | undefined
  now: Temporal.Instant
}

/** Countdown, sums, and every open thing with who must act. */
export function YearEndView(props: YearEndViewProps) {
  const { yearEnd, filter, matching } = props
  const { programme, items } = yearEnd
  const { id } = programme
  const query = filterQuery(filter)
  return (
    <>
      <PageHead
        title={titleOf(programme)}
        lead={`Was in ${programme.name} noch nicht erbracht, abgenommen, in Rechnung gestellt oder abgerechnet ist, und wer es jetzt in der Hand hat.`}
        actions={
          <>
            <ButtonLink href={withQuery(proofRoutes.yearEndSheet.href({ id }), query)} size="x-small" icon="download">
              Tabelle (XLSX)
            </ButtonLink>
            {items.length > 0 && (
              <ButtonLink href={withQuery(proofRoutes.reminders.href({ id }), query)} size="x-small" icon="mail">
                Erinnern
              </ButtonLink>
            )}
          </>
        }
      />
      <div class="lw-stack lw-stack--xl">
        <Band yearEnd={yearEnd} />
        <Sums yearEnd={yearEnd} />
        <Panel id="offen" title="Was noch fehlt">
          <div class="lw-stack">
            {items.length > 0 && <FilterForm programmeId={id} filter={filter} items={items} />}
            {matching.length === 0 ? <Nothing id={id} filter={filter} /> : <Items {...props} />}
          </div>
        </Panel>
      </div>
    </>
  )
}

function Band({ yearEnd: { programme, items, left } }: { yearEnd: YearEnd }) {
  const { id, deadline } = programme
  const counted =
    left === null || deadline === null
      ? { value: items.length, unit: 'offen, ohne Frist' }
      : countedDown(left, deadline)
  return (
    <div class="lw-stack lw-stack--s">
      <Countdown
        {...counted}
        note={left === null || left.days < 1 ? undefined : `davon ${inWorkingDays(left.workingDays)}`}
        sentence={sentenceOf(items)}
        items={sumsByLack(items)
          .filter(({ orders }) => orders > 0)
          .map(({ lack, municipalities, orders, amountCents }) => ({
            href: yearEndHref(id, { lack }),
            label: `${orders === 1 ? '1 Auftrag' : `${orders} Aufträge`} in ${municipalities === 1 ? '1 Kommune' : `${municipalities} Kommunen`} ${lackInWords(lack)}: ${euro(amountCents)}`,
          }))}
      />
      <Why summary="Wie wird das gerechnet?">
        „Üblich“ ist die Dauer, die beim Programm für Durchführung, Abnahme und Abrechnung steht, in Arbeitstage
        umgerechnet. Zusammengezählt wird alles, was bis zur Abrechnung noch vor dem Auftrag liegt. Ist das mehr als die
        Arbeitstage bis zur Frist, reicht es nicht; bleibt weniger als ein Drittel Luft, ist es knapp. Arbeitstage sind
        Montag bis Freitag ohne die gesetzlichen Feiertage in Sachsen-Anhalt; heute zählt nicht mit.
      </Why>
    </div>
  )
}

const part = (label: string, value: number, look: SegmentLook) => ({ label, value, figure: germanMoney(value), look })

function Sums({ yearEnd: { sums } }: { yearEnd: YearEnd }) {
  return (
    <Panel id="summen" title="Wo das Geld steht">
      <div class="lw-stack lw-stack--s">
        <p>
          Freigegeben für {sums.municipalities === 1 ? '1 Kommune' : `${sums.municipalities} Kommunen`}:{' '}
          <strong>{germanMoney(sums.released)}</strong>
        </p>
        <Meter
          label={`Von ${germanMoney(sums.released)}`}
          size="tall"
          legend
          segments={[
            part('abgerechnet', sums.settled, 'done'),
            part('in Rechnung', sums.invoiced, 'done-2'),
            part('abgenommen', sums.accepted, 'done-3'),
            part('erbracht', sums.delivered, 'now'),
            part('beauftragt', sums.committed, 'gap'),
            part('geplant', sums.planned, 'planned'),
            part('frei', sums.remaining, 'rest'),
          ]}
        />
      </div>
    </Panel>
  )
}

const Nothing = ({ id, filter }: { id: string; filter: Filter }) =>
  isFiltered(filter) ? (
    <Empty
      title="Zu diesem Filter fehlt nichts"
      actions={<ButtonLink href={yearEndHref(id, {})}>Alles zeigen</ButtonLink>}
    >
      Mit einem anderen Filter kann trotzdem noch etwas offen sein.
    </Empty>
  ) : (
    <Empty title="Nichts offen">
      Sobald Leistungen geplant oder beauftragt sind, steht hier, was bis zur Frist noch zu tun ist.
    </Empty>
  )

function Items({ yearEnd: { programme }, filter, matching, shown, from, next, remindedOn, now }: YearEndViewProps) {
  const total = matching.reduce((sum, { amountCents }) => sum + amountCents, 0)
  return (
    <>
      <p>
        {matching.length === 1 ? '1 Vorgang' : `${matching.length} Vorgänge`}, zusammen{' '}
        <strong>{germanMoney(total)}</strong>
      </p>
      <Table
        caption="Offene Vorgänge, der dringendste zuerst: am wenigsten Zeit, dann am meisten Geld"
        captionHidden
        dense
        stack
        rows={shown}
        columns={[
          {
            header: 'Kommune',
            rowHeader: true,
            cell: ({ organizationName, enrollmentId }) => (
              <a class="lw-link" href={programmeRoutes.road.href({ id: enrollmentId })}>
                {organizationName}
              </a>
            ),
          },
          { header: 'Auftrag', cell: ({ reference, title }) => `${reference} · ${title}` },
          { header: 'Fehlt', cell: ({ lack }) => lackInWords(lack) },
          { header: 'Betrag', numeric: true, cell: ({ amountCents }) => germanMoney(amountCents) },
          { header: 'Wer muss handeln', cell: (item) => <Acting item={item} remindedOn={remindedOn(item)} /> },
          {
            header: 'Seit',
            cell: ({ since }) =>
              since === null
                ? '–'
                : `${germanDay(localDay(since))}, ${inDays(localDay(since).until(localDay(now)).days)}`,
          },
          {
            header: 'Üblich',
            cell: ({ usualDays, neededDays }) =>
              usualDays === neededDays ? inWorkingDays(neededDays) : `${usualDays}, bis zum Ende ${neededDays}`,
          },
          {
            header: 'Reicht es?',
            cell: ({ fit }) => (fit === 'none' ? '–' : <Tag state={fitTags[fit]}>{fitInWords(fit)}</Tag>),
          },
        ]}
      />
      {(next !== null || from > 0) && (
        <Pager
          position={`Vorgänge ${from + 1} bis ${from + shown.length} von ${matching.length}`}
          previous={from > 0 ? { href: yearEndHref(programme.id, filter), label: 'Zum Anfang' } : undefined}
          next={
            next === null
              ? undefined
              : { href: withQuery(yearEndHref(programme.id, filter), {}) + nextPart(filter, next) }
          }
        />
      )}
    </>
  )
}

const inDays = (days: number): string => (days === 1 ? '1 Tag' : `${days} Tage`)

const nextPart = (filter: Filter, cursor: string): string => `${isFiltered(filter) ? '&' : '?'}ab=${cursor}`

const Acting = ({ item: { acts, actsName, deed }, remindedOn }: { item: Item; remindedOn: string | undefined }) => (
  <>
    {acts === 'organization' ? partyNames[acts] : `${partyNames[acts]}: ${actsName}`}
    <br />
    <span class="lw-small lw-muted">
      {deed}
      {remindedOn !== undefined && `; zuletzt erinnert ${germanDate(remindedOn)}`}
    </span>
  </>
)
