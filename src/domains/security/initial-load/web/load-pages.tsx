import { type Refusal, isRefusal } from '#kernel/outcome.ts'
import type { Programme } from '#foundation/programmes/index.ts'
import { type Answer, page, redirect, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { carryOut } from '../carry-out.ts'
import { compareWorkbook, keepWorkbook } from '../check-workbook.ts'
import { type Correction, correctCells } from '../correct-cells.ts'
import { mapColumns } from '../map-columns.ts'
import { prepareWorkbook, workbookLimit } from '../prepare-workbook.ts'
import { listLoads } from '../queries.ts'
import { loadRoutes } from '../routes.ts'
import { headerKey } from '../workbook/field.ts'
import { type Mapping, sheetKinds } from '../workbook/table.ts'
import { loadPage } from './load-page.tsx'
import { crumbsOf, onLed, onLoad, type Opened, title } from './on-programme.ts'
import { OverviewView } from './overview-view.tsx'

const listed = 20

/** A workbook is brought in in two steps: first what it would change, with everything that can be corrected, then the deed. */
export const initialLoadPages: PageRoute[] = [
  show(loadRoutes.overview, (ctx, { params, query }) =>
    onLed(ctx, params['id'], (programme) => overviewPage(ctx, programme, { cursor: query['ab'] })),
  ),
  submit(
    loadRoutes.overview,
    (ctx, { params, form }, { workbook }) =>
      onLed(ctx, params['id'], async (programme) => {
        const adds = form['anlegen'] === 'ja'
        const checked = isRefusal(workbook) ? workbook : await compareWorkbook(ctx, programme, workbook, { adds })
        if (isRefusal(workbook) || isRefusal(checked))
          return overviewPage(ctx, programme, { adds, refusal: isRefusal(checked) ? checked : undefined })
        const load = await keepWorkbook(ctx, programme, workbook, checked)
        return redirect(loadRoutes.show.href({ id: programme.id, load }))
      }),
    { prepare: prepareWorkbook, bodyLimit: workbookLimit },
  ),
  show(loadRoutes.show, (ctx, { params, query }) =>
    onLoad(ctx, params, async (opened) => loadPage(ctx, opened, { from: Number(query['ab']) || 0 })),
  ),
  submit(loadRoutes.map, (ctx, { params, form }) =>
    onChecked(ctx, params, async (opened) => {
      await mapColumns(ctx, opened.programme, opened, mappingIn(form, opened))
      return redirect(hrefOf(opened), 'Die Zuordnung ist gespeichert und gilt auch beim nächsten Mal.')
    }),
  ),
  submit(loadRoutes.correct, (ctx, { params, form }) =>
    onChecked(ctx, params, async (opened) => {
      const before = opened.draft.differences.refused.length
      const corrections = correctionsIn(form)
      await correctCells(ctx, opened.programme, opened, corrections)
      return redirect(
        hrefOf(opened),
        `${corrections.length === 1 ? 'Eine Zelle ist' : `${corrections.length} Zellen sind`} gelesen wie berichtigt; vorher waren ${before} Angaben falsch. In Ihrer Datei ändert sich nichts.`,
      )
    }),
  ),
  submit(loadRoutes.carryOut, (ctx, { params }) =>
    onChecked(ctx, params, async (opened) => {
      const outcome = await carryOut(ctx, opened.programme, opened)
      if (isRefusal(outcome)) return loadPage(ctx, opened, { refusal: outcome })
      return redirect(
        hrefOf(opened),
        outcome === 'loaded'
          ? 'Die Liste ist geladen.'
          : 'Inzwischen hat sich etwas geändert. Geladen ist nichts; unten stehen die neuen Unterschiede.',
      )
    }),
  ),
]

const hrefOf = ({ programme, load }: Pick<Opened, 'programme' | 'load'>): string =>
  loadRoutes.show.href({ id: programme.id, load: load.id })

/** A workbook that can still be corrected and loaded. */
const onChecked = (
  ctx: Context,
  params: Record<string, string>,
  work: (opened: Opened & { draft: NonNullable<Opened['draft']> }) => Promise<Answer>,
): Promise<Answer> =>
  onLoad(ctx, params, async ({ programme, load, draft }) => {
    if (load.state === 'loaded')
      return unprocessable({ refused: 'Diese Liste ist schon geladen. Für Änderungen lesen Sie bitte eine neue ein.' })
    return draft
      ? work({ programme, load, draft })
      : unprocessable({ refused: 'Der Inhalt dieser Liste ist nach 30 Tagen gelöscht. Bitte lesen Sie sie neu ein.' })
  })

/** `spalte:state:C` is a field, or left out; empty where nothing is said. */
function mappingIn(form: Record<string, string>, { draft }: { draft: NonNullable<Opened['draft']> }): Mapping {
  const said: Mapping = {}
  for (const kind of sheetKinds)
    for (const { column, header, kind: own } of draft.differences.unknownColumns) {
      const field = form[`spalte:${kind}:${column}`] ?? ''
      if (own === kind && field !== '') said[kind] = { ...said[kind], [headerKey(header)]: field.slice(0, 80) }
    }
  return said
}

/** `zelle:12:D:Stand`, and what stood there, so that only what was changed counts. */
const correctionsIn = (form: Record<string, string>): Correction[] =>
  Object.entries(form).flatMap(([name, value]) => {
    const [, row = '', column = '', sheet = ''] = /^zelle:(\d{1,6}):([A-Z]{1,3}):(.*)$/s.exec(name) ?? []
    const text = asRead(value)
    return row === '' || text === asRead(form[`war:${row}:${column}:${sheet}`] ?? '')
      ? []
      : [{ sheet, row: Number(row), column, value: text }]
  })

/** Browsers send line ends of their own. */
const asRead = (text: string): string =>
  text.replaceAll(/\r\n?/g, '\n').replaceAll('\0', '').toWellFormed().trim().slice(0, 2000)

async function overviewPage(
  ctx: Context,
  programme: Programme,
  { cursor, adds = false, refusal }: { cursor?: string | undefined; adds?: boolean; refusal?: Refusal | undefined },
): Promise<Answer> {
  const found = await listLoads(ctx.db, { programmeId: programme.id, limit: listed, cursor })
  if (isRefusal(found)) return unprocessable(found)
  return page({
    title,
    status: refusal ? 422 : 200,
    refusal,
    crumbs: crumbsOf(programme),
    view: () => (
      <OverviewView
        programme={programme}
        loads={found.items}
        next={found.next}
        adds={adds}
        refusal={refusal}
        now={ctx.now}
      />
    ),
  })
}
