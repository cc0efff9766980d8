import { type PageRoute, show } from '#platform/http/page-route.ts'
import { download } from '../download.ts'
import { fileRoutes } from '../routes.ts'

/** Where links of pages lead; the noun that carries the file shows them. */
export const filePages: PageRoute[] = [
  show(fileRoutes.download, (ctx, { params, storage }) => download(ctx, params['id'] ?? '', storage)),
]
