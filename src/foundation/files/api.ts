import { z } from 'zod'
import { type Operation, operation } from '#platform/http/operation.ts'
import { idSchema } from '#platform/http/parse.ts'
import { download } from './download.ts'

/** Files are stored through the nouns that carry them; here they are only fetched. */
export const fileOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/files/{id}',
    id: 'getFile',
    summary: 'A file, always as an attachment; ETag and If-None-Match are its hash',
    who: 'Whoever sees the noun that carries it',
    tag: 'Files',
    params: z.object({ id: idSchema }),
    problems: { 403: 'Not scanned for malware yet, or infected' },
    reply: { status: 200, description: 'The bytes', isFile: true },
    work: (ctx, { params, request }) => download(ctx, params.id, request.storage),
  }),
]
