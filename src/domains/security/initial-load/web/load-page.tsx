import { germanMoney } from '#kernel/money.ts'
import { germanMoment } from '#kernel/local-day.ts'
import type { Refusal } from '#kernel/outcome.ts'
import { type Answer, page } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { withQuery } from '#platform/http/route.ts'
import { Alert } from '#ui/alert/alert.tsx'
import { ButtonLink } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Facts } from '#ui/facts/facts.tsx'
import { Form, Submit } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Pager } from '#ui/pager/pager.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { type Brought } from '../load.ts'
import { loadRoutes } from '../routes.ts'
import { DifferenceList } from './difference-list.tsx'
import { FaultForm, MappingForm } from './correction-forms.tsx'
import { crumbsOf, type Opened } from './on-programme.ts'

/** Municipalities on one page. */
const shown = 25

/** One workbook: before the deed what it would change, afterwards what it brought. */
export function loadPage(
  ctx: Context,
  opened: Opened,
  { from = 0, refusal }: { from?: number; refusal?: Refusal },
): Answer {
  const { programme, load } = opened
  return page({
    title: load.fileName,
    status: refusal ? 422 : 200,
    refusal,
    crumbs: crumbsOf(programme, load.fileName),
    view: () => (
      <>
        <PageHead title={load.fileName} lead={leadOf(ctx, opened)} actions={<Files {...opened} />} />
        <div class="lw-stack lw-stack--xl">
          {refusal && <ErrorSummary title={refusal.refused} errors={refusal.errors ?? []} kept="" />}
          <Facts
            items={[
              { value: load.added, label: 'Kommunen kommen dazu' },
              { value: load.changed, label: 'ändern sich' },
              { value: load.unchanged, label: 'bleiben, wie sie sind' },
              { value: load.refused, label: 'falsche Angaben' },
            ]}
          />
          <p>{broughtInWords(load.brought)}</p>
          {opened.draft ? (
            <Content {...opened} draft={opened.draft} from={Math.max(0, Math.floor(from))} />
          ) : (
            <p>Der Inhalt der Tabelle ist nach 30 Tagen gelöscht.</p>
          )}
        </div>
      </>
    ),
  })
}

function leadOf({ now }: Context, { programme, load }: Opened): string {
  return load.loadedAt
    ? `${programme.name}: geladen von ${whom(load.loaderName)}, ${germanMoment(load.loadedAt, now)}.`
    : `${programme.name}: geprüft von ${whom(load.checkerName)}, ${germanMoment(load.checkedAt, now)}. Geschrieben ist noch nichts.`
}

const whom = (name: string | null): string => name ?? 'einer ehemaligen Person'

const Files = ({ programme, load, draft }: Opened) =>
  draft && load.refused > 0 ? (
    <ButtonLink
      href={loadRoutes.faults.href({ id: programme.id, load: load.id })}
      size="x-small"
      icon="download"
      download
    >
      Falsche Zeilen (XLSX)
    </ButtonLink>
  ) : null

const counted = (count: number, one: string, many: string): string[] =>
  count === 0 ? [] : [count === 1 ? one : `${count} ${many}`]

/** "31 Schritte, 4 Kontakte und Beträge von 3 Kommunen, zusammen 48.300,00 €." */
function broughtInWords(brought: Brought): string {
  const parts = [
    ...counted(brought.municipalities, 'eine neue Kommune', 'neue Kommunen'),
    ...counted(brought.steps, 'ein Schritt', 'Schritte'),
    ...counted(brought.contacts, 'ein Kontakt', 'Kontakte'),
    ...counted(brought.appointments, 'ein Termin', 'Termine'),
    ...counted(brought.documents, 'eine Unterlage', 'Unterlagen'),
    ...counted(
      brought.amounts,
      `ein Betrag über ${germanMoney(brought.amountCents)}`,
      `Beträge, zusammen ${germanMoney(brought.amountCents)}`,
    ),
  ]
  return parts.length === 0 ? 'Neu oder anders ist darin nichts.' : `Darin neu oder anders: ${parts.join(', ')}.`
}

function Content({ programme, load, draft, from }: Opened & { draft: NonNullable<Opened['draft']>; from: number }) {
  const { rows, refused, unknownColumns, ignored } = draft.differences
  const isOpen = load.state === 'checked'
  return (
    <>
      {isOpen && <CarryOut programme={programme} load={load} draft={draft} />}
      {ignored.length > 0 && (
        <Alert kind="info" title="Nicht alle Blätter werden gelesen">
          <p>{ignored.join('; ')}.</p>
        </Alert>
      )}
      {isOpen && unknownColumns.length > 0 && (
        <MappingForm programme={programme} loadId={load.id} columns={unknownColumns} />
      )}
      {refused.length > 0 && <FaultForm programmeId={programme.id} loadId={load.id} faults={refused} isOpen={isOpen} />}
      {rows.length > 0 && (
        <Panel
          id="unterschiede"
          title={isOpen ? 'Was sich ändert' : 'Was sich geändert hat'}
          note={`${Math.min(from + 1, rows.length)} bis ${Math.min(from + shown, rows.length)} von ${rows.length} Kommunen`}
        >
          <DifferenceList rows={rows.slice(from, from + shown)} />
          <Pager
            previous={from > 0 ? { href: pageHref(programme.id, load.id, Math.max(0, from - shown)) } : undefined}
            next={from + shown < rows.length ? { href: pageHref(programme.id, load.id, from + shown) } : undefined}
          />
        </Panel>
      )}
    </>
  )
}

const pageHref = (id: string, load: string, from: number): string =>
  withQuery(loadRoutes.show.href({ id, load }), { ab: from === 0 ? undefined : from })

function CarryOut({ programme, load, draft }: Opened) {
  const changing = draft?.differences.rows.filter(({ changes }) => changes.length > 0).length ?? 0
  if (changing === 0)
    return (
      <Alert kind="info" title="Es gibt nichts zu laden">
        <p>
          {load.refused > 0
            ? 'Was richtig ist, steht schon im Portal. Die falschen Angaben stehen unten.'
            : 'Alles in dieser Tabelle steht schon so im Portal.'}
        </p>
      </Alert>
    )
  return (
    <Form action={loadRoutes.carryOut.href({ id: programme.id, load: load.id })} layout="row">
      <Submit>{changing === 1 ? 'Eine Kommune laden' : `${changing} Kommunen laden`}</Submit>
      <ButtonLink href={loadRoutes.overview.href({ id: programme.id })}>Andere Tabelle wählen</ButtonLink>
    </Form>
  )
}
