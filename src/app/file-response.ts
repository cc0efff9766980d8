import { sha256 } from '#platform/crypto/hash.ts'
import { type FileAnswer, isMade, isStored } from '#platform/http/answer.ts'
import type { Call } from './call.ts'

/** RFC 8187 allows fewer characters than an address. */
const extended = (name: string): string =>
  encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

/** Always an attachment. Whoever has these bytes already (ETag) gets none. */
export function fileResponse(call: Call, { name, type, body, headers, isReread }: FileAnswer): Response {
  const described = {
    'content-type': type,
    'content-disposition': `attachment; filename="${name.replaceAll(/[^\w.-]+/g, '_')}"; filename*=UTF-8''${extended(name)}`,
    ...headers,
  }
  if (isMade(body)) throw new Error(`${name} is not made yet`)
  if (!isStored(body) && !isReread) return new Response(body, { headers: described })
  const etag = isStored(body) ? body.etag : `"${sha256(body)}"`
  const kept = { ...described, etag, 'cache-control': 'private, no-cache' }
  const known = (call.req.header('if-none-match') ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  if (known.includes(etag)) return new Response(null, { status: 304, headers: kept })
  if (!isStored(body)) return new Response(body, { headers: kept })
  return new Response(body.read(), { headers: { ...kept, 'content-length': String(body.size) } })
}
