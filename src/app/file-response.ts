import { type FileAnswer, isMade, isStored } from '#platform/http/answer.ts'
import type { Call } from './call.ts'

/** RFC 8187 allows fewer characters than an address. */
const extended = (name: string): string =>
  encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

/** Always an attachment. Whoever has these bytes already (ETag) gets none. */
export function fileResponse(call: Call, { name, type, body, headers }: FileAnswer): Response {
  const described = {
    'content-type': type,
    'content-disposition': `attachment; filename="${name.replaceAll(/[^\w.-]+/g, '_')}"; filename*=UTF-8''${extended(name)}`,
    ...headers,
  }
  if (isMade(body)) throw new Error(`${name} is not made yet`)
  if (!isStored(body)) return new Response(body, { headers: described })
  const stored = { ...described, etag: body.etag, 'cache-control': 'private, no-cache' }
  const known = (call.req.header('if-none-match') ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  if (known.includes(body.etag)) return new Response(null, { status: 304, headers: stored })
  return new Response(body.read(), { headers: { ...stored, 'content-length': String(body.size) } })
}
