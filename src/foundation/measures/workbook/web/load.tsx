import { z } from 'zod'
import { isRefusal, type Outcome, type Refusal, refuse } from '#kernel/outcome.ts'
import { type Answer, forbidden, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { textSchema } from '#platform/http/parse.ts'
import { Button } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { errorAt, FileField, Form, HiddenField, Submit } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import { may } from '../../access.ts'
import { measureRoutes as routes } from '../../routes.ts'
import type { Comparison, Difference } from '../compare.ts'
import { prepareRows, sheetLimit } from '../prepare-rows.ts'
import { type Field, fields, type GivenRow } from '../sheet.ts'
import { compareWith, takeRows } from '../take-rows.ts'
import { workbookFile } from '../workbook-file.ts'

const title = 'Maßnahmen aus einer Tabelle'

/** Measures come back from a table in two steps: first what would change, then the deed. What was read travels in the form and is compared again. */
export const measureLoadPages: PageRoute[] = [
  show(routes.workbook, async (ctx) => {
    const place = ctx.actor.actingFor
    return place && may.keepList(ctx.actor)
      ? workbookFile(ctx, place)
      : forbidden(refuse('Eine Tabelle gibt es für Organisationen, die selbst Maßnahmen führen.'))
  }),
  show(routes.load, (ctx) => onOwn(ctx, async () => loadPage({}))),
  submit(
    routes.load,
    (ctx, _, { rows }) =>
      onOwn(ctx, async (organizationId) => {
        if (isRefusal(rows)) return loadPage({ refusal: rows })
        const found = await compareWith(ctx, organizationId, rows)
        return isRefusal(found) ? loadPage({ refusal: found }) : loadPage({ found, rows })
      }),
    { prepare: prepareRows, bodyLimit: sheetLimit },
  ),
  submit(
    routes.take,
    (ctx, { form }) =>
      onOwn(ctx, async (organizationId) => {
        const rows = rowsAgain(form['zeilen'] ?? '')
        if (isRefusal(rows)) return loadPage({ refusal: rows })
        const taken = await takeRows(ctx, organizationId, rows)
        return isRefusal(taken) ? loadPage({ refusal: taken }) : redirect(routes.list.href(), takenWords(taken))
      }),
    { bodyLimit: sheetLimit },
  ),
]

async function onOwn(ctx: Context, work: (organizationId: string) => Promise<Answer>): Promise<Answer> {
  const organizationId = ctx.actor.actingFor?.id ?? ''
  const allowed = may.keep(ctx.actor, { organizationId })
  return isRefusal(allowed) ? forbidden(allowed) : work(organizationId)
}

const rowSchema = z.array(
  z.object({
    line: z.number().int().min(1),
    id: z.string().max(100),
    version: z.string().max(20),
    cells: z.object(
      Object.fromEntries(fields.map((field) => [field, textSchema(40_000)])) as Record<
        Field,
        ReturnType<typeof textSchema>
      >,
    ),
  }),
)

function rowsAgain(text: string): Outcome<GivenRow[]> {
  const incomplete = refuse('Die Angaben aus der Tabelle sind nicht vollständig angekommen. Übernommen ist nichts.', [
    { path: 'file', message: 'Bitte lesen Sie die Tabelle noch einmal ein.' },
  ])
  try {
    const read = rowSchema.safeParse(JSON.parse(text))
    return read.success ? read.data : incomplete
  } catch {
    return incomplete // no JSON of ours
  }
}

const many = (count: number, one: string, several: string): string => (count === 1 ? `1 ${one}` : `${count} ${several}`)

const added = ({ differences }: Comparison): number => differences.filter(({ measure }) => measure === undefined).length

const sumWords = (found: Comparison): string =>
  `${many(added(found), 'neue Maßnahme', 'neue Maßnahmen')}, ${many(found.differences.length - added(found), 'geänderte', 'geänderte')}`

const takenWords = (found: Comparison): string =>
  found.differences.length === 0 ? 'In der Tabelle stand nichts Neues.' : `Übernommen: ${sumWords(found)}.`

interface View {
  refusal?: Refusal
  found?: Comparison
  rows?: readonly GivenRow[]
}

function loadPage({ refusal, found, rows = [] }: View): Answer {
  return page({
    title,
    status: refusal ? 422 : 200,
    refusal,
    crumbs: [{ label: 'Maßnahmen', href: routes.list.href() }, { label: 'Tabelle einlesen' }],
    view: () => (
      <>
        <PageHead
          title={title}
          lead="Geben Sie die Tabelle aus, ändern Sie Zellen oder schreiben Sie neue Zeilen, und lesen Sie sie wieder ein. Zuerst sehen Sie, was anders würde."
        />
        <div class="lw-stack lw-stack--xl">
          {refusal && (
            <ErrorSummary
              title={refusal.refused}
              errors={(refusal.errors ?? []).map((error) => ({ ...error, path: error.path === 'file' ? 'file' : '' }))}
              kept=""
            />
          )}
          {found && <Differences found={found} rows={rows} />}
          <Panel id="datei" title={found ? 'Eine andere Tabelle' : 'Tabelle'}>
            <div class="lw-stack lw-measure">
              <p>
                <a class="lw-link" href={routes.workbook.href()} download>
                  Alle Maßnahmen als Tabelle (XLSX)
                </a>
              </p>
              <Form action={routes.load.href()} multipart>
                <FileField
                  name="file"
                  label="Ausgefüllte Tabelle"
                  hint="XLSX, höchstens 16 MB. Was in der Tabelle nicht steht, bleibt, wie es ist."
                  accept=".xlsx"
                  required
                  error={errorAt(refusal?.errors, 'file')}
                />
                <p>
                  <Submit variant={found ? 'secondary' : 'primary'}>Unterschiede zeigen</Submit>
                </p>
              </Form>
            </div>
          </Panel>
        </div>
      </>
    ),
  })
}

function Differences({ found, rows }: { found: Comparison; rows: readonly GivenRow[] }) {
  if (found.differences.length === 0)
    return (
      <p>
        Diese Tabelle ändert nichts: {many(found.unchanged, 'Maßnahme steht', 'Maßnahmen stehen')} schon genau so im
        Portal.
      </p>
    )
  const lines = new Set(found.differences.map(({ line }) => line))
  return (
    <Panel id="unterschiede" title="Was anders würde" note={sumWords(found)}>
      <div class="lw-stack">
        <Table
          caption="In der Reihenfolge der Tabelle"
          captionHidden
          stack
          rows={found.differences}
          columns={[
            { header: 'Maßnahme', rowHeader: true, cell: ({ title: name, line }) => nameOf(name, line) },
            { header: 'Was', cell: ({ measure }) => (measure ? 'geändert' : 'neu') },
            { header: 'Änderungen', cell: (difference) => <Told difference={difference} /> },
          ]}
        />
        <Form action={routes.take.href()} layout="row" label="Übernehmen">
          <HiddenField name="zeilen" value={JSON.stringify(rows.filter(({ line }) => lines.has(line)))} />
          <Button variant="primary">Übernehmen</Button>
        </Form>
      </div>
    </Panel>
  )
}

const nameOf = (name: string, line: number) => (
  <>
    {name}
    <span class="lw-table__sub">Zeile {line}</span>
  </>
)

const Told = ({ difference }: { difference: Difference }) => (
  <ul class="lw-stack lw-stack--xs">
    {difference.told
      .filter(({ to, from }) => to !== '' || from !== '')
      .map(({ field, from, to }) => (
        <li>
          {field}: {from === '' || !difference.measure ? '' : `${short(from)} → `}
          {to === '' ? 'leer' : short(to)}
        </li>
      ))}
  </ul>
)

const short = (text: string): string => (text.length > 120 ? `${text.slice(0, 119)}…` : text)
