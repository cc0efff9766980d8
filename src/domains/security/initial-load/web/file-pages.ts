import { notFound } from '#platform/http/answer.ts'
import { type PageRoute, show } from '#platform/http/page-route.ts'
import { exportFile, templateFile, workbookFile } from '../files.ts'
import { loadRoutes } from '../routes.ts'
import { faultSheets } from '../workbook/fault-sheets.ts'
import { onLed, onLoad } from './on-programme.ts'

/** The workbooks that go out. */
export const initialLoadFilePages: PageRoute[] = [
  show(loadRoutes.template, (ctx, { params }) => onLed(ctx, params['id'], (programme) => templateFile(ctx, programme))),
  show(loadRoutes.export, (ctx, { params }) => onLed(ctx, params['id'], (programme) => exportFile(ctx, programme))),
  show(loadRoutes.faults, (ctx, { params }) =>
    onLoad(ctx, params, async ({ programme, draft }) =>
      draft
        ? workbookFile(`${programme.key}-fehler.xlsx`, faultSheets(draft.content, draft.differences.refused))
        : notFound('Der Inhalt dieser Liste ist nach 30 Tagen gelöscht.'),
    ),
  ),
]
