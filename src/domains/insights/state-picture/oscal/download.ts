import { type PageRoute, show } from '#platform/http/page-route.ts'
import { pictureOscalFile } from './picture-file.ts'
import { pictureOscalRoutes } from './routes.ts'

export const pictureOscalPages: PageRoute[] = [
  show(pictureOscalRoutes.file, (ctx, { params }) => pictureOscalFile(ctx, params['id'] ?? '')),
]
