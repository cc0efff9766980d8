import { isRefusal } from '#kernel/outcome.ts'
import { forbidden, redirect, unprocessable } from '#platform/http/answer.ts'
import { type PageRoute, submit } from '#platform/http/page-route.ts'
import type { Incoming } from '#platform/http/request.ts'
import { may } from '../../access.ts'
import { importCatalog } from '../../import-catalog.ts'
import { catalogRoutes } from '../../routes.ts'
import { prepareShipped } from '../prepare-shipped.ts'

/** The button beside a shipped catalog. */
export const shippedCatalogPages: PageRoute[] = [
  submit(
    catalogRoutes.importShipped,
    async (ctx, _request, prepared) => {
      const allowed = may.importCatalog(ctx.actor)
      if (isRefusal(allowed)) return forbidden(allowed)
      if (isRefusal(prepared)) return unprocessable(prepared)
      const { id, isNew } = await importCatalog(ctx, prepared)
      return redirect(
        catalogRoutes.show.href({ id }),
        isNew
          ? `${prepared.catalog.controls.length} Anforderungen eingelesen.`
          : 'Dieser Katalog war schon eingelesen, geändert wurde nichts.',
      )
    },
    { guard: may.importCatalog, prepare: ({ form }: Incoming) => prepareShipped(form['name'] ?? '') },
  ),
]
