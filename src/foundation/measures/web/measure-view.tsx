import { germanDate, germanDay, germanMoment, localDay } from '#kernel/local-day.ts'
import type { Temporal } from 'temporal-polyfill'
import { Description } from '#ui/description/description.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import { effortInWords, kindInWords, type Measure, measureStateInWords } from '../measure.ts'
import type { Move, Proof } from '../queries.ts'
import { measureRoutes as routes } from '../routes.ts'
import type { ToldSource } from '../source-kind.ts'
import type { Typed } from './measure.tsx'
import { CheckForm, MoveForms } from './move-forms.tsx'
import { Proofs } from './proofs.tsx'
import { costInWords, DayTag, fieldLabels, StateTag } from './words.tsx'

export interface MeasureViewProps {
  measure: Measure
  sources: readonly (ToldSource & { title: string })[]
  moves: readonly Move[]
  proofs: readonly Proof[]
  mayKeep: boolean
  today: Temporal.PlainDate
  now: Temporal.Instant
  nextCheckOn: string
  typed: Typed
}

// Each form of the page has fields of its own.
const idsOf = ({ at }: Typed) =>
  at === undefined
    ? undefined
    : Object.fromEntries(
        ['reason', 'note', 'checkOn', 'nextOn', 'file']
          .map((name) => [name, `${name}-${at}`])
          .concat([['proof', `file-${at}`]]),
      )

/** One measure, for whoever sees it; the programme that pays sees the head and the first facts. */
export function MeasureView(props: MeasureViewProps) {
  const { measure, mayKeep, typed } = props
  return (
    <>
      <PageHead
        title={measure.title}
        lead={`${measure.organizationName}. ${kindInWords(measure.kind)}, seit ${germanDay(localDay(measure.since))} ${measureStateInWords(measure.state)}.`}
        actions={
          mayKeep ? (
            <a class="kern-btn kern-btn--secondary kern-btn--x-small" href={routes.edit.href({ id: measure.id })}>
              <span class="kern-label">Bearbeiten</span>
            </a>
          ) : (
            <StateTag state={measure.state} />
          )
        }
      />
      <div class="lw-stack lw-stack--xl">
        {typed.refusal && (
          <ErrorSummary
            title={typed.refusal.refused}
            errors={(typed.refusal.errors ?? []).filter(({ path }) => path !== 'state')}
            labels={fieldLabels}
            ids={idsOf(typed)}
          />
        )}
        <div class="lw-split">
          <div class="lw-stack lw-stack--xl">
            <Facts {...props} />
            {measure.detail && <Proofs {...props} />}
            {measure.detail && <Way {...props} />}
          </div>
          {mayKeep && (
            <aside class="lw-stack lw-stack--l">
              <MoveForms measure={measure} nextCheckOn={props.nextCheckOn} typed={typed} />
              <CheckForm measure={measure} nextCheckOn={props.nextCheckOn} typed={typed} />
              <Offer measure={measure} />
            </aside>
          )}
        </div>
      </div>
    </>
  )
}

function Facts({ measure, sources, today }: MeasureViewProps) {
  const { detail } = measure
  return (
    <Panel id="angaben" title="Angaben">
      <div class="lw-stack">
        {detail && detail.description !== '' && (
          <div class="lw-measure lw-stack lw-stack--s">
            {detail.description.split(/\n{2,}/).map((part) => (
              <p>{part}</p>
            ))}
          </div>
        )}
        <Description
          items={[
            { term: 'Stand', details: <StateTag state={measure.state} /> },
            { term: 'Tag', details: <DayTag measure={measure} today={today} /> },
            { term: 'Kosten', details: costInWords(measure) },
            { term: 'Wer bezahlt', details: measure.programmeName ?? measure.organizationName },
            ...(detail
              ? [
                  { term: 'Zuständig', details: detail.ownerName ?? 'noch niemand' },
                  {
                    term: 'Aufwand',
                    details: detail.effortTenths === null ? '–' : `${effortInWords(detail.effortTenths)} Personentage`,
                  },
                  { term: 'Woher', details: <Sources sources={sources} /> },
                  {
                    term: 'Angelegt',
                    details: `${germanDay(localDay(measure.createdAt))}${detail.createdByName ? ` von ${detail.createdByName}` : ''}`,
                  },
                ]
              : []),
          ]}
        />
      </div>
    </Panel>
  )
}

const Sources = ({ sources }: Pick<MeasureViewProps, 'sources'>) =>
  sources.length === 0 ? (
    <>aus eigenem Antrieb</>
  ) : (
    <ul class="lw-stack lw-stack--xs">
      {sources.map(({ title, label, url }) => (
        <li>
          {title}:{' '}
          {url === null ? (
            label
          ) : (
            <a class="lw-link" href={url}>
              {label}
            </a>
          )}
        </li>
      ))}
    </ul>
  )

function Way({ moves, now }: MeasureViewProps) {
  return (
    <Panel id="verlauf" title="Verlauf" note={moves.length === 1 ? '1 Schritt' : `${moves.length} Schritte`}>
      <Table
        caption="Der letzte Schritt zuerst"
        captionHidden
        stack
        rows={moves.toReversed()}
        columns={[
          { header: 'Stand', rowHeader: true, cell: wayInWords },
          { header: 'Wann', cell: ({ at }) => germanMoment(at, now) },
          { header: 'Wer', cell: ({ personName }) => personName ?? '–' },
          { header: 'Grund', cell: ({ reason }) => reason || '–' },
        ]}
      />
    </Panel>
  )
}

function wayInWords({ from, to }: Move): string {
  if (from === null) return `angelegt: ${measureStateInWords(to)}`
  return from === to ? 'wieder geprüft: gilt noch' : measureStateInWords(to)
}

function Offer({ measure }: { measure: Measure }) {
  if (!measure.detail) return null
  return (
    <section class="lw-stack lw-stack--s" aria-labelledby="vorlage">
      <h2 class="kern-heading-small" id="vorlage">
        Anderen anbieten
      </h2>
      {measure.detail.offeredAsId ? (
        <p>
          Als{' '}
          <a class="lw-link" href={routes.template.href({ id: measure.detail.offeredAsId })}>
            Vorlage
          </a>{' '}
          freigegeben. Andere sehen nur, was Sie dafür geschrieben haben.
        </p>
      ) : (
        <p>
          <a class="lw-link" href={routes.offer.href({ id: measure.id })}>
            Als Vorlage freigeben
          </a>
          . Sie schreiben selbst, was andere sehen; von hier geht nichts von allein hinaus.
        </p>
      )}
      {measure.checkOn && <p class="lw-small lw-muted">Nächste Prüfung: {germanDate(measure.checkOn)}</p>}
    </section>
  )
}
