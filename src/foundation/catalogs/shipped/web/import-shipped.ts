import { isRefusal } from '#kernel/outcome.ts'
import { forbidden, redirect, unprocessable } from '#platform/http/answer.ts'
import { type PageRoute, submit } from '#platform/http/page-route.ts'
import type { Incoming } from '#platform/http/request.ts'
import { may } from '../../access.ts'
import { catalogRoutes } from '../../routes.ts'
import { importShipped, prepareShipped } from '../prepare-shipped.ts'

/** The button beside a shipped catalog. */
export const shippedCatalogPages: PageRoute[] = [
  submit(
    catalogRoutes.importShipped,
    async (ctx, _request, prepared) => {
      const allowed = may.importCatalog(ctx.actor)
      if (isRefusal(allowed)) return forbidden(allowed)
      if (isRefusal(prepared)) return unprocessable(prepared)
      const { id, isNew } = await importShipped(ctx, prepared)
      return redirect(
        catalogRoutes.show.href({ id }),
        isNew
          ? `${prepared.prepared.catalog.controls.length} Anforderungen eingelesen.`
          : 'Dieser Katalog war schon eingelesen, geändert wurde nichts.',
      )
    },
    { guard: may.importCatalog, prepare: ({ form }: Incoming) => prepareShipped(form['name'] ?? '') },
  ),
]
