import type { Temporal } from 'temporal-polyfill'
import { germanDate } from '#kernel/local-day.ts'
import { euro } from '#kernel/money.ts'
import { Alert } from '#ui/alert/alert.tsx'
import { Badge } from '#ui/badge/badge.tsx'
import { ButtonLink } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form, Submit } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { packageRoutes } from '../../routes.ts'
import { reasoningOf } from '../item-wish.ts'
import { type MeasurePackage, packageStateInWords, sumOf } from '../package.ts'
import { AccountPanel } from './account-panel.tsx'
import { ItemTable } from './item-table.tsx'
import type { PackageData } from './load-page.ts'
import { Formula, NextStep, NotIncluded } from './package-aside.tsx'
import type { Typed } from './typed.ts'

export interface ViewProps {
  data: PackageData
  typed: Typed
  now: Temporal.Instant
  /** Whoever reads. */
  self: string
}

const labels = { reason: 'Was sich ändern soll' }
const kinds = { draft: 'info', submitted: 'warning', decided: 'success' } as const

/** The package of a municipality: budget, measures with their reasons, and whose turn it is. */
export function PackageView(props: ViewProps) {
  const { data, typed } = props
  const { road, current, account } = data
  return (
    <>
      <PageHead
        title="Maßnahmenpaket"
        lead={leadOf(data)}
        actions={current && <Badge kind={kinds[current.state]}>{packageStateInWords(current.state)}</Badge>}
      />
      <div class="lw-stack lw-stack--xl">
        {typed.refusal && (
          <ErrorSummary
            title={typed.refusal.refused}
            errors={(typed.refusal.errors ?? []).filter(({ path }) => path in labels)}
            labels={labels}
            kept=""
          />
        )}
        {road.state === 'withdrawn' && (
          <Alert kind="info" title="Die Teilnahme ist beendet">
            <p>Was hier steht, bleibt lesbar. Ändern lässt es sich nach einem Wiedereintritt.</p>
          </Alert>
        )}
        {account && <AccountPanel account={account} current={current} />}
        {current ? <Current {...props} found={current} /> : <None data={data} />}
        <Earlier data={data} />
      </div>
    </>
  )
}

function leadOf({ road, current, account }: PackageData): string {
  const begin = `${road.organizationName}, ${road.programmeName}.`
  if (!account) return `${begin} In diesem Programm ist kein Budget eingerichtet.`
  if (current?.state === 'decided') return `${begin} Was beschlossen ist, steht hier und in der Liste der Maßnahmen.`
  return `${begin} Der Vorschlag nutzt das freie Budget so, dass ${road.deadline ? `bis ${germanDate(road.deadline)} ` : ''}möglichst viele Lücken geschlossen sind. Alles lässt sich ändern.`
}

const None = ({ data: { road, drafts, account } }: { data: PackageData }) => (
  <Empty level={2} title="Noch kein Paket">
    {drafts && account ? (
      <div class="lw-stack">
        <p>
          Aus offenen Fragen, Befunden und Stichproben entsteht ein Vorschlag im freien Budget von{' '}
          {euro(account.remaining)}. Entschieden ist damit noch nichts.
        </p>
        <Form action={packageRoutes.start.href({ id: road.id })} label="Paket vorschlagen lassen">
          <Submit>Paket vorschlagen lassen</Submit>
        </Form>
      </div>
    ) : (
      'Ein Paket beginnen Verwaltungsleitung, Informationssicherheit und IT der Kommune.'
    )}
  </Empty>
)

function Current(props: ViewProps & { found: MeasurePackage }) {
  const { data, found } = props
  const edits = found.state === 'draft' && data.drafts
  const kept = found.reasoning ?? { items: {}, leftOut: [], basis: '', reason: '' }
  const told = data.live ? reasoningOf(data.live.proposal, found.items, data.live.facts.basis, kept.reason) : kept
  return (
    <div class="lw-split">
      <Panel
        id="paket"
        title={found.state === 'draft' ? 'Vorgeschlagenes Paket' : `Paket ${found.number}`}
        note={found.version === 1 ? undefined : `Fassung ${found.version}`}
      >
        <div class="lw-stack">
          {found.items.length === 0 ? (
            <Empty level={3} title="Das Paket ist leer">
              Fügen Sie etwas hinzu, oder lassen Sie neu berechnen.
            </Empty>
          ) : (
            <ItemTable found={found} reasons={told.items} sees={data.sees} edits={edits} />
          )}
          <div class="lw-row">
            {edits && (
              <ButtonLink href={packageRoutes.add.href({ id: data.road.id })} size="x-small" icon="add">
                Eigene Maßnahme hinzufügen
              </ButtonLink>
            )}
            <a class="lw-link" href={packageRoutes.history.href({ id: data.road.id })}>
              Verlauf: wer wann was geändert hat
            </a>
          </div>
        </div>
      </Panel>
      <aside class="lw-stack lw-stack--l">
        <NextStep {...props} found={found} />
        {data.sees && <Formula {...props} found={found} />}
        {data.sees && <NotIncluded {...props} found={found} leftOut={told.leftOut} />}
      </aside>
    </div>
  )
}

const Earlier = ({ data: { earlier } }: { data: PackageData }) =>
  earlier.length === 0 ? null : (
    <Panel id="fruehere" title="Frühere Pakete">
      <ul class="lw-list">
        {earlier.map((one) => (
          <li>
            Paket {one.number}, entschieden am {germanDate(one.signedOn ?? '')}: {euro(sumOf(one.items))} für{' '}
            {one.items
              .filter(({ isStruck }) => !isStruck)
              .map(({ title }) => title)
              .join(', ')}
          </li>
        ))}
      </ul>
    </Panel>
  )
